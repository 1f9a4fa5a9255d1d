"""One line of a typed list of questions, with its label: what stands before the text, typed or automatic."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from cpsprep.core.interchange.draft import Spot

LETTER: Final = "letter"
"""How marks begin that are not the text's but its label's, such as `letter bold`."""


class Sort(StrEnum):
    """What a label looks like."""

    QUESTION = "question"  # Question 3
    NUMBER = "number"  # 3.
    LETTER = "letter"  # c)
    BULLET = "bullet"


class Label(NamedTuple):
    """`number` counts from 1, of a letter too; 0 where there is none."""

    sort: Sort
    number: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A line or paragraph.

    Args:
        where: in its file.
        text: without its label.
        label: None for none.
        marks: what the whole text is marked with: bold, highlight, underline, colour, italics, sign; and its
            label, with `letter` before it.
        level: how deep it stands in an automatic list or by its indent, from 0.
        heading: whether it is a heading.
        gap: whether something empty stands before it.
        typed: the label as it was typed, to put it back.
        lost: what the line held that is no text.
        group: which automatic list it belongs to, and how deep; "" for none.
        fresh: whether it begins a paragraph of a document.
        pictures: the marks of pictures that it held; see `core.interchange.media.marks`.
        table: the number of the table that it stands in, 0 for none.
        key: of its question, where that stands before the number.
        struck: whether it is crossed out in its document.
    """

    where: Spot
    text: str
    label: Label | None = None
    marks: frozenset[str] = frozenset()
    level: int = 0
    heading: bool = False
    gap: bool = False
    typed: str = ""
    lost: tuple[str, ...] = ()
    group: str = ""
    fresh: bool = False
    pictures: tuple[str, ...] = ()
    table: int = 0
    key: str = ""
    struck: bool = False

    @property
    def whole(self) -> str:
        """The text with its label as typed."""
        return f"{self.typed}{self.text}"


class Labelled(NamedTuple):
    """What a text comes apart into; `signed` tells of a sign of the right option before the label."""

    label: Label | None
    text: str
    typed: str = ""
    signed: bool = False


SIGNS: Final = "\u2713\u2714\u2611\u2612\u2705"
_SIGNED: Final = re.compile(rf"\s*(?:\*+|[{SIGNS}]|->|=>|\u2192)\s*(?=[(\[]?[A-Ja-j\d][.):\]])")
_QUESTION: Final = re.compile(
    r"\s*(?:(?:question|item|problem)\s*(?:no\.?|number|\#)?\s*|q\s*\#?)(\d{1,4})\b\s*[.):\-\u2013]?\s*|\s*(?:Q|Question)\s*:\s+|\s*\#\.\s+",
    re.IGNORECASE,
)
_NUMBER: Final = re.compile(
    r"\s*[(\[]?(\d{1,4})(?:[.)\]:](?:\s+|(?=[^\W\d])|$)|\s+[.)]\s+)"
    r"|\s*(1?\d{1,2})\s?[-\u2013]\s+(?=[A-Z\u201c])"
)
_LETTER: Final = re.compile(
    r"\s*(?:[(\[]([A-Ja-j])[)\]]\s*|([A-Ja-j])(?:[)\]:]\s*|\.(?:\s+|(?=[A-Z]))|\s+[-\u2013)]\s+))(?=\S|$)"
)
_LOOSE: Final = re.compile(r"\s*(?:([A-Ja-j])\.(?=\S)(?![A-Za-z]\.)|([b-h])\s+(?=\S))")
_BOX: Final = re.compile(rf"\s*(?:[-*+\u2022]\s+)?(?:\[([ xX*])\]|([\u2610{SIGNS}]))\s+(?=\S)")
_BULLET: Final = re.compile(r"\s*(?:[-*+\u2022\u25cf\u25cb\u25aa\u25e6\u2023\u00b7\uf0b7]\s+|o\t)(?=\S)")


def labelled(text: str) -> Labelled:
    """The text without its label."""
    signed = _SIGNED.match(text)
    rest = text[signed.end() :] if signed else text
    for pattern, sort in ((_QUESTION, Sort.QUESTION), (_NUMBER, Sort.NUMBER), (_LETTER, Sort.LETTER)):
        if found := pattern.match(rest):
            value = next((group for group in found.groups() if group), "")
            number = int(value) if value.isdigit() else ord(value.lower()) - 96 if value else 0
            return Labelled(Label(sort, number), rest[found.end() :], found[0].lstrip(), bool(signed))
    if found := _BOX.match(text):
        return Labelled(Label(Sort.BULLET), text[found.end() :], found[0].lstrip(), _is_ticked(found))
    if found := _BULLET.match(text):
        return Labelled(Label(Sort.BULLET), text[found.end() :], found[0].lstrip())
    return Labelled(None, text)


def loosely_lettered(text: str) -> Labelled | None:
    """The text without a letter that counts only where it is the next in turn, as in `b.two`."""
    found = _LOOSE.match(text)
    if found is None:
        return None
    letter = found[1] or found[2]
    return Labelled(Label(Sort.LETTER, ord(letter.lower()) - 96), text[found.end() :], found[0].strip())


def _is_ticked(found: re.Match[str]) -> bool:
    return (found[1] or found[2]) not in {" ", "\u2610"}
