"""Which option of a typed question is marked as right: by a sign, by colour, by weight."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from cpsprep.core.interchange.answer_words import (
    LETTERS_OF_A_KEY,
    SAID_BEFORE_A_COLON,
    SAID_OF_SEVERAL,
    SIGN,
)
from cpsprep.core.interchange.listed.fields import field_of_line
from cpsprep.core.interchange.listed.letters import is_in_turn, letter_of, letters_named
from cpsprep.core.interchange.listed.line import LETTER, SIGNS, Line
from cpsprep.core.interchange.tidy import tidy
from cpsprep.core.item import LETTERS

MARKS: Final = ("sign", "highlight", "colour", "underline", "bold", "italics", LETTER)
"""What marks a right option, the surest first."""
_AFTER: Final = re.compile(
    rf"\s*(?:\*+|[{SIGNS}]|[-\u2013\u2014]{{3,}}>?|[(\[{{]\s*(?:{SIGN}|[xX{SIGNS}*])\s*[)\]}}]"
    rf"|(?:<-+|\u2190)\s*(?:{SIGN}|{SAID_BEFORE_A_COLON})?)\s*[.]?$",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(rf"^\s*(?:\*+(?=\S)|[{SIGNS}]\s*|\[[xX*]\]\s+|[(\[]correct[)\]]\s*)")
_BOXED: Final = re.compile(rf"\[[xX*]\]|[{SIGNS}]")
_LETTERED: Final = re.compile(r"[(\[]?([A-Ha-h])[)\].:]\s+(?=\S)")
_INLINE: Final = re.compile(rf"(?:^|(?<=\s))(?:\*+|[{SIGNS}]\s*)?[(\[]?([a-jA-J])[)\].](?:\s+|(?=[A-Z]))")


_BEHIND: Final = re.compile(
    rf"(?<=\S)\s+[(\[]?(?:(?:(?i:{SAID_OF_SEVERAL})\.?\s*[:=]\s*[(\[]?"
    rf"{LETTERS_OF_A_KEY})|Ans\.?\s*:\s*\S[^:]*?)[)\]]{{0,2}}\.?\s*$"
    r"|(?<=\S)\s+Question\s+\d{1,3}\s*[:.]\s*$"
)
"""An answer, or the number of the next question, at the end of a line that says something else before."""

_FEWEST: Final = 2
_SEVERAL: Final = re.compile(
    r"(?i:all (?:that|which) apply|(?:select|choose|pick|mark|check)\s+(?:all|two|three|four|2|3|4)\b)"
    r"|\b(?:TWO|THREE|FOUR)\b|(?i:which (?:two|three|four|of the following are)\b)"
    r"|(?i:\b(?:two|three|four) correct\b)"
)


class Marked(NamedTuple):
    """An option's text without its signs, all that it is marked with, and its letter, "" for none."""

    text: str
    marks: frozenset[str]
    letter: str = ""


def letters_in(options: Sequence[Marked]) -> str:
    """The letters by which a key names these options."""
    return letters_named([one.letter for one in options])


def asks_for_several(stem: str) -> bool:
    """Whether a question says that several options are right."""
    return _SEVERAL.search(stem) is not None


def marked_options(options: Sequence[Sequence[Line]]) -> list[Marked]:
    """The options of a question; where a box is ticked, a sign in their words is part of the words."""
    if any("sign" in lines[0].marks and _BOXED.search(lines[0].typed) for lines in options):
        return without_letters(
            [Marked(tidy(_joined(lines)), _marks(lines), letter_of(lines[0])) for lines in options]
        )
    return without_letters([marked(lines) for lines in options])


def marked(lines: Sequence[Line]) -> Marked:
    """An option of one or several lines."""
    texts = _joined(lines).split("\n")
    bare = [_BEFORE.sub("", _AFTER.sub("", text)) for text in texts]
    marks, letter = _marks(lines), letter_of(lines[0])
    whole, without = tidy("\n".join(texts)), tidy("\n".join(bare))
    signed = bool(without) and without != whole
    return Marked(without, marks | {"sign"}, letter) if signed else Marked(whole, marks, letter)


def _joined(lines: Sequence[Line]) -> str:
    return "\n".join(line.whole if place else line.text for place, line in enumerate(lines))


def _marks(lines: Sequence[Line]) -> frozenset[str]:
    first = {mark for mark in lines[0].marks if mark == "sign" or mark.startswith(LETTER)}
    return frozenset.intersection(*(line.marks for line in lines)) | first


def by_marks(options: Sequence[Marked]) -> Mapping[str, tuple[int, ...]]:
    """For every sort of mark that some options have and some have not, the places of those that have it.

    Of several colours the rarest counts. Letters that are marked together with their words say nothing more.
    """
    found: dict[str, tuple[int, ...]] = {}
    for sort in MARKS:
        every = sorted({mark for one in options for mark in one.marks if mark.partition(" ")[0] == sort})
        for mark in every:
            places = tuple(place for place, one in enumerate(options) if mark in one.marks)
            if len(places) < len(options) and (sort not in found or len(places) < len(found[sort])):
                found[sort] = places
    if LETTER in found and found[LETTER] in [places for sort, places in found.items() if sort != LETTER]:
        del found[LETTER]
    return found


def letters_of_all(questions: Iterable[Sequence[Marked]]) -> frozenset[str]:
    """The marks that all letters of some question have, so that they mean nothing in the whole file."""
    shared = (
        frozenset.intersection(*(one.marks for one in options)) for options in questions if len(options) > 1
    )
    return frozenset(mark for marks in shared for mark in marks if mark.startswith(LETTER))


def without_letters(options: Sequence[Marked]) -> list[Marked]:
    """The options without the letters that all of them have in their words, as in `- A. one`."""
    found = [_LETTERED.match(one.text) for one in options]
    told = "".join(one[1].lower() for one in found if one)
    if len(options) < _FEWEST or len(told) < len(options) or not _is_lettering(told, options):
        return list(options)
    return [
        one._replace(text=one.text[at.end() :], letter=at[1].lower())
        for one, at in zip(options, found, strict=True)
        if at
    ]


def _is_lettering(letters: str, options: Sequence[Marked]) -> bool:
    """Whether letters in the words of options are labels, in turn or with a gap and no other label."""
    if is_in_turn(letters):
        return True
    known = set(letters) == set(LETTERS[: len(letters)]) or len(letters) > _FEWEST
    return known and len(set(letters)) == len(letters) and not any(one.letter for one in options)


def cuts(text: str) -> list[int]:
    """Where a line such as `a) one  b) two  c) three` comes apart; the first cut is 0.

    The letters have to come in order from a, three at least, or two with wide gaps or tabs before them. In a
    row that begins with a later letter two with a bracket are enough. An answer behind them comes apart too.
    """
    run: list[re.Match[str]] = []
    for one in _INLINE.finditer(text):
        begins = one[1].lower() == "a" or not text[: one.start()].strip()
        in_turn = ord(one[1]) == ord(run[-1][1]) + 1 if run else begins
        if in_turn:
            run.append(one)
    wide = all(text[: one.start()].endswith(("  ", "\t", "\n")) for one in run[1:])
    later = bool(run) and run[0][1].lower() != "a" and all(")" in one[0] for one in run)
    found = [one.start() for one in run] if len(run) >= (2 if wide or later else 3) else []
    if (behind := _BEHIND.search(text)) and field_of_line(text) is None:
        found.append(behind.start())
    return found if found and not text[: found[0]].strip() else [0, *found]


def apart(text: str) -> list[str]:
    """The parts of such a line."""
    return [text[start:end].strip() for start, end in pairwise([*cuts(text), len(text)])]
