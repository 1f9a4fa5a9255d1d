"""Statements to call true or false: the words that ask for it, and a key that stands behind them."""

import re
from typing import Final, NamedTuple

_TRUTHS: Final = r"true\s*(?:or|/|\|)\s*false|t\s*/\s*f|t\s+or\s+f"
_ASKED: Final = re.compile(
    rf"^\s*(?:{_TRUTHS})\s*(?:[:.?)\-\u2013]\s*|\s+(?=\S))|\s*[(\[]\s*(?:{_TRUTHS})\s*[)\]]?[)\].]?\s*$"
    rf"|(?<=[.!?\"\u201d])\s*(?:{_TRUTHS}|true\s+false|(?-i:T\s+F))\s*\??\s*$",
    re.IGNORECASE,
)
_TOLD: Final = re.compile(r"(?<=[.!?)\]\"\u201d])\s*(?:[(\[]\s*)?(TRUE|FALSE|True|False|T|F)\s*[)\]]?\.?\s*$")
_SAID: Final = re.compile(r"(?<=[.!\"\u201d])\s*(?:[(\[]\s*)?(TRUE|FALSE|True|False)\s*[)\]]?\.?\s*$")


class Statement(NamedTuple):
    """A statement without the words that ask for its truth, and the key behind it, "" for none."""

    text: str
    told: str


def statement_in(stem: str) -> Statement | None:
    """The statement of a stem that says that it is one, in its words or by its key; None of another stem."""
    asked = _ASKED.sub("", stem)
    if asked != stem and not (found := _TOLD.search(asked)):
        return Statement(asked.strip(), "")
    if found := _TOLD.search(stem):
        before = stem[: found.start()]
        asked = _ASKED.sub("", before)
        if asked != before or _SAID.search(stem):
            return Statement(asked.strip(), found[1])
    return None
