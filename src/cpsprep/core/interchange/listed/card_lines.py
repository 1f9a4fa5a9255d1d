"""Whether a text that holds no questions looks like cards: the same sign between two texts in most lines."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from cpsprep.core.interchange.tables.delimited import cells_of

_SIGN: Final = re.compile(r"(?<=\S)(\s*(?:-{2,}|/{2,}|={2,}|:{2,}|\|+|;)\s*|\s+[-\u2013\u2014:=]\s+)(?=\S)")
_SAMPLE: Final = 200
_FEWEST: Final = 3
_SIDES: Final = 2
_MOST_OF: Final = 0.8


def way_of_cards(text: str) -> tuple[str, str]:
    """What parts the sides in words, and the options that read such cards; "" where they are no cards.

    Quizlet puts a tab between the sides and each card into a line, and lets one choose other signs for both.
    """
    lines = [line for line in text.split("\n") if line.strip()][:_SAMPLE]
    if len(lines) >= _FEWEST and sum("\t" in line for line in lines) > len(lines) / 2:
        return "a tab", "--from cards"
    if sign := sign_of_cards("\n".join(lines)):
        return f"'{sign}'", f'--from cards --sep "{sign}"'
    if _are_pairs(lines):
        return "a comma", "--from csv" if '"' in text else '--from cards --sep ","'
    if len(lines) == 1 and (sign := sign_of_cards(lines[0].replace(";", "\n"))):
        return f"'{sign}'", f'--from cards --sep "{sign}" --row-sep ";"'
    return "", ""


def sign_of_cards(text: str) -> str:
    """What parts front and back, as it is written for `--sep`; "" where the lines are no cards."""
    lines = [line.strip() for line in text.split("\n") if line.strip()][:_SAMPLE]
    signs = [found[1] for line in lines if (found := _SIGN.search(line))]
    usual, times = max(Counter(signs).items(), key=lambda one: one[1], default=("", 0))
    return usual if len(lines) >= _FEWEST and times >= _MOST_OF * len(lines) else ""


def _are_pairs(lines: Sequence[str]) -> bool:
    """Whether these are rows of two cells with a comma between them; a cell in quotes may hold others."""
    rows = cells_of("\n".join(lines), ",")
    pairs = [row for row in rows if len(row) == _SIDES and all(map(str.strip, row))]
    return len(rows) >= _FEWEST and len(pairs) >= _MOST_OF * len(rows)
