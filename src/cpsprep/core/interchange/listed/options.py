"""Which option of a typed question is marked as right: by a sign, by colour, by weight."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from cpsprep.core.interchange.draft import LETTERS
from cpsprep.core.interchange.listed.line import SIGNS, Line
from cpsprep.core.interchange.tidy import tidy

MARKS: Final = ("sign", "highlight", "colour", "underline", "bold", "italics")
"""What marks a right option, the surest first."""
_AFTER: Final = re.compile(
    rf"\s*(?:\*+|[{SIGNS}]|[(\[{{]\s*(?:correct(?:\s+answer)?|right|answer|key|[xX{SIGNS}*])\s*[)\]}}]"
    r"|(?:<-+|\u2190)\s*(?:correct|answer|right|key)?)\s*[.]?$",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(rf"^\s*(?:\*+(?=\S)|[{SIGNS}]\s*|\[[xX*]\]\s+|[(\[]correct[)\]]\s*)")
_INLINE: Final = re.compile(r"(?:^|(?<=\s))[(\[]?([a-jA-J])[)\].](?:\s+|(?=[A-Z]))")


class Marked(NamedTuple):
    """An option's text without its signs, and all that it is marked with."""

    text: str
    marks: frozenset[str]


def marked(lines: Sequence[Line]) -> Marked:
    """An option of one or several lines."""
    text = tidy("\n".join(line.whole if place else line.text for place, line in enumerate(lines)))
    marks = frozenset.intersection(*(line.marks for line in lines)) | (lines[0].marks & {"sign"})
    bare = _BEFORE.sub("", _AFTER.sub("", text))
    return Marked(bare.strip(), marks | {"sign"} if bare != text and bare.strip() else marks)


def by_marks(options: Sequence[Marked]) -> Mapping[str, tuple[int, ...]]:
    """For every mark that some options have and some have not, the places of those that have it."""
    found = {}
    for mark in MARKS:
        places = tuple(place for place, one in enumerate(options) if mark in one.marks)
        if 0 < len(places) < len(options):
            found[mark] = places
    return found


def apart(text: str) -> list[str]:
    """A line such as `a) one  b) two  c) three` as its options, or what stands before them and these.

    The letters have to come in order from a, three at least, or two with wide gaps or tabs before them.
    """
    run: list[re.Match[str]] = []
    for one in _INLINE.finditer(text):
        if one[1].lower() == LETTERS[len(run) : len(run) + 1] and (
            not run or one[1].islower() == run[0][1].islower()
        ):
            run.append(one)
    wide = all(text[: one.start()].endswith(("  ", "\t", "\n")) for one in run[1:])
    if len(run) < (2 if wide else 3):
        return [text]
    cuts = [one.start() for one in run] + [len(text)]
    parts = [text[: cuts[0]], *(text[start:end] for start, end in pairwise(cuts))]
    return [part.strip() for part in parts if part.strip()]
