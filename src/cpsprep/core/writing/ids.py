"""The id to propose for a new question: as others of its deck, with the next number that was never used."""

import re
from collections import Counter
from collections.abc import Collection
from typing import Final

_NUMBERED: Final = re.compile(r"(.*?)(\d+)")
_DIGITS: Final = 4
_LONGEST: Final = 34


def next_id(deck: str, own: Collection[str], taken: Collection[str]) -> str:
    """An id that nothing has.

    Args:
        deck: the deck's id, whose initials start an id where no other of the deck shows how.
        own: ids of the deck.
        taken: every id that was ever used in the bank.
    """
    found = [match for name in own if (match := _NUMBERED.fullmatch(name))]
    usual = Counter(match[1] for match in found).most_common(1)
    head = usual[0][0] if usual else _head(deck)
    digits = max((len(match[2]) for match in found if match[1] == head), default=_DIGITS)
    numbers = [int(match[2]) for name in taken if (match := _NUMBERED.fullmatch(name)) and match[1] == head]
    number = max(numbers, default=0) + 1
    return f"{head}{number:0{digits}}"


def _head(deck: str) -> str:
    """The initials of a deck's id, or the id where it is one word, with a hyphen."""
    words = [word for word in re.split(r"[^a-z0-9]+", deck.lower()) if word]
    head = "".join(word[0] for word in words) if len(words) > 1 else "".join(words)
    head = head[:_LONGEST] if head[:1].isalpha() else f"q{head[: _LONGEST - 1]}"
    return f"{head}-"
