"""Whether a text that holds no questions looks like cards: the same sign between two texts in most lines."""

import re
from collections import Counter
from typing import Final

_SIGN: Final = re.compile(r"(?<=\S)(\s*(?:-{2,}|/{2,}|={2,}|:{2,}|\|+|;)\s*|\s+[-\u2013\u2014:=]\s+)(?=\S)")
_SAMPLE: Final = 200
_FEWEST: Final = 3
_MOST_OF: Final = 0.8


def sign_of_cards(text: str) -> str:
    """What parts front and back, as it is written for `--sep`; "" where the lines are no cards."""
    lines = [line.strip() for line in text.split("\n") if line.strip()][:_SAMPLE]
    signs = [found[1] for line in lines if (found := _SIGN.search(line))]
    usual, times = max(Counter(signs).items(), key=lambda one: one[1], default=("", 0))
    return usual if len(lines) >= _FEWEST and times >= _MOST_OF * len(lines) else ""
