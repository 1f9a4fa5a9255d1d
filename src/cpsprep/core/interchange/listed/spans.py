"""What a text between questions is like: of which questions it says that it is, whether it can be a story."""

import re
from collections.abc import Sequence
from typing import Final

_WORDS: Final = ("two", "three", "four", "five", "six", "seven", "eight")
_NUMBERS: Final = {word: number for number, word in enumerate(_WORDS, 2)}
_RANGE: Final = re.compile(
    r"\b(?:questions?|items?|q)\s*\#?(\d{1,4})"
    r"((?:\s*(?:,|&|-|\u2013|\u2014|to|and|through|thru)\s*\#?\d{1,4})+)\b",
    re.IGNORECASE,
)
_COUNT: Final = re.compile(
    rf"\b(?:next|following)\s+({'|'.join(_NUMBERS)}|[2-8])\s+(?:questions?|items?)\b", re.IGNORECASE
)
_ONE: Final = re.compile(
    r"\b(?:next|following)\s+(?:question|item)\b|\b(?:question|item)\s+(?:below|that follows)\b",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(r",|&|and", re.IGNORECASE)
_LONGEST: Final = 50
_PROSE: Final = 20
"""Words of a text that is long enough to be a story."""
_ORDERS: Final = re.compile(
    r"\b(?:choose|select|circle|mark|tick|check|write|fill|answer|complete|points?|marks|minutes"
    r"|instructions?|directions?|students?|exam|test|quiz|name|date)\b",
    re.IGNORECASE,
)
_BEGINNING: Final = 60

Span = int | Sequence[int]
"""How many questions, or their numbers."""


def span_in(text: str) -> Span | None:
    """Of which questions the text says that it is; None where it says nothing of that."""
    if found := _RANGE.search(text):
        first, *others = [int(found[1]), *map(int, re.findall(r"\d+", found[2]))]
        if len(others) == 1 and not _LISTED.search(found[2]) and first <= others[0] < first + _LONGEST:
            return range(first, others[0] + 1)
        return [first, *others]
    if found := _COUNT.search(text):
        return _NUMBERS.get(found[1].lower()) or int(found[1])
    return 1 if _ONE.search(text) else None


def is_prose(text: str) -> bool:
    """Whether it is long enough for a story."""
    return len(text.split()) >= _PROSE


def gives_orders(text: str) -> bool:
    """Whether it begins by telling how questions are to be filled in."""
    return _ORDERS.search(text[:_BEGINNING]) is not None
