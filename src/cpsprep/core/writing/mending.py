"""What is mechanical in the linter's findings, mended: one reading is meant, and no words are chosen.

A doubled word, a missing reason or a long stem want a person; two spaces, an unequal full stop, a capital
letter where cpsprep knows small ones, a comment that is no longer needed and a sign nobody sees do not.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from cpsprep.core.item import LETTERS
from cpsprep.core.problem import Problem
from cpsprep.core.writing.edits import Edit
from cpsprep.core.writing.scalar import REFUSED
from cpsprep.core.writing.written import Style, Written, find, line_end, line_start, next_line

_GAP: Final = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=\S)")
_OPTION_CODES: Final = frozenset({"bad-option", "answer-not-an-option", "not-an-option"})
_WORD_CODES: Final = frozenset({"unknown-word", "unknown-field", "unknown-misconception", "unknown-domain"})
_MARKS: Final = (".", "?", "!", "\u2026")
_AFTER_MARK: Final = " \"')\u201d\u2019"
UNSEEN: Final = "control-character"
CODES: Final = frozenset({"double-space", "end-marks", "ignore-unused", UNSEEN}) | _OPTION_CODES | _WORD_CODES
"""The findings of which at least some can be mended."""


class Mend(NamedTuple):
    """One finding and what mends it."""

    problem: Problem
    edits: tuple[Edit, ...]


def mends(text: str, root: Written, problems: Sequence[Problem]) -> Iterator[Mend]:
    """What mends these problems of one file, as far as it is mechanical; none overlaps another.

    Args:
        text: of the file, without a byte order mark.
        root: its tree.
        problems: of the file.
    """
    done: list[Edit] = []
    starts = _starts(text)
    for problem in problems:
        if problem.code in CODES and problem.place.line <= len(starts):
            at = starts[problem.place.line - 1] + problem.place.column - 1
            edits = tuple(_edits(text, root, problem, at))
            if edits and not any(_overlap(one, other) for one in edits for other in done):
                done += edits
                yield Mend(problem, edits)


def without_unseen(text: str) -> str:
    """The text without signs that nobody sees and YAML refuses; one between two words becomes a space."""

    def instead(found: re.Match[str]) -> str:
        around = text[max(0, found.start() - 1) : found.start()] + text[found.end() : found.end() + 1]
        return " " if len(around) > 1 and not re.search(r"\s", around) and found[0] != "\ufeff" else ""

    return re.sub(f"(?:{REFUSED.pattern})+", instead, text)


def _edits(text: str, root: Written, problem: Problem, at: int) -> Iterator[Edit]:
    match problem.code:
        case "double-space":
            value = _value_at(root, at)
            found = find(root, problem.item)
            told = found.scenario.fields.get("vignette") if found and found.scenario else None
            for one in (value, told.value if told else None):
                if one and not (one.is_map or one.is_list):
                    yield from _gaps(text, one)
        case "end-marks":
            value = _value_at(root, at)
            if value and value.is_map:
                yield from _end_alike(text, [named.value for named in value.fields.values()])
        case "ignore-unused":
            yield _without_comment(text, at)
        case _:
            yield from _small(text, problem, at)


def _starts(text: str) -> list[int]:
    """Where each line starts."""
    found, at = [0], 0
    while (after := next_line(text, at)) > at:
        found.append(at := after)
    return found


def _overlap(one: Edit, other: Edit) -> bool:
    return one == other or (one.start < other.end and other.start < one.end)


def _value_at(node: Written, at: int) -> Written | None:
    """The value of the field whose name starts here."""
    for named in node.fields.values():
        if named.name.start == at:
            return named.value
    inner = (*(named.value for named in node.fields.values()), *node.items)
    around = (one for one in inner if one.start <= at < one.end)
    return next((found for one in around if (found := _value_at(one, at))), None)


def _gaps(text: str, value: Written) -> Iterator[Edit]:
    """One space for many; the head of a block is let be."""
    is_block = value.style in {Style.LITERAL, Style.FOLDED}
    first = next_line(text, value.start) if is_block else value.start
    yield from (Edit(found.start(), found.end(), " ") for found in _GAP.finditer(text, first, value.end))


def _end_alike(text: str, options: Sequence[Written]) -> Iterator[Edit]:
    """A full stop for those without one, or none for all where most have none; other marks are let be."""
    marked = [one for one in options if one.text.rstrip(_AFTER_MARK).endswith(_MARKS)]
    bare = [one for one in options if one not in marked]
    if not all(one.text.rstrip().endswith(".") and not one.text.rstrip().endswith("..") for one in marked):
        return
    if any(one.text.rstrip()[-1:] in _AFTER_MARK for one in bare):
        return
    for one in bare if len(marked) >= len(bare) else marked:
        end = one.end - (one.style in {Style.SINGLE, Style.DOUBLE})
        if len(marked) >= len(bare):
            yield Edit(end, end, ".")
        elif text[end - 1] == ".":
            yield Edit(end - 1, end, "")


def _without_comment(text: str, at: int) -> Edit:
    """The comment gone, with its line where it has one of its own."""
    start = line_start(text, at)
    if not text[start:at].strip():
        return Edit(start, next_line(text, at), "")
    return Edit(len(text[:at].rstrip(" ")), line_end(text, at), "")


def _small(text: str, problem: Problem, at: int) -> Iterator[Edit]:
    """Small letters, where nothing else keeps a word from being known."""
    word = text[at : at + problem.width].strip("\"'")
    small = word.lower()
    start = text.find(word, at)
    known = problem.hint == f"did you mean '{small}'?"
    known = known or (problem.code in _OPTION_CODES and small in frozenset(LETTERS))
    if word != small and known:
        yield Edit(start, start + len(word), small)
