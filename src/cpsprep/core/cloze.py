"""Cloze texts: `{{c1::hidden}}` and `{{c1::hidden::hint}}` taken apart, or refused by name.

One number is one card; the same number may hide several parts, which are then asked together.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

MAX_NUMBER: Final = 500
"""Anki's bound; a larger number would make no card there."""
_HEAD: Final = re.compile(r"c([1-9]\d{0,2})::")
_LIST: Final = re.compile(r"c\d+(\s*,\s*\d+)+")


@dataclass(frozen=True, slots=True)
class Plain:
    """Text in the clear."""

    text: str


@dataclass(frozen=True, slots=True)
class Hidden:
    """A part that card `number` asks for."""

    number: int
    text: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Blank:
    """The place of a part that is asked for; front ends draw it, or say "blank". `answer` belongs there."""

    answer: str
    hint: str = ""


Segment = Plain | Hidden


class Fault(StrEnum):
    """Why a text is refused; the values are problem codes."""

    NONE = "cloze-none"
    UNCLOSED = "cloze-unclosed"
    NESTED = "cloze-nested"
    EMPTY = "cloze-empty"
    LIST = "cloze-list"
    FORM = "cloze-form"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A text that cannot be a cloze: where (character offset and width in the text), why, and the way out."""

    fault: Fault
    at: int
    width: int
    message: str
    hint: str


def parse(text: str) -> tuple[Segment, ...] | Refusal:
    """The parts of a cloze text in order, or the first reason to refuse it."""
    segments: list[Segment] = []
    place = 0
    while (start := text.find("{{", place)) >= 0:
        if start > place:
            segments.append(Plain(text[place:start]))
        end = text.find("}}", start + 2)
        found = _hidden(text, start, end)
        if isinstance(found, Refusal):
            return found
        segments.append(found)
        place = end + 2
    if not any(isinstance(segment, Hidden) for segment in segments):
        hint = "put what is to be recalled between {{c1:: and }}"
        return Refusal(Fault.NONE, 0, 1, "this text hides nothing", hint)
    if place < len(text):
        segments.append(Plain(text[place:]))
    return tuple(segments)


def numbers(segments: tuple[Segment, ...]) -> tuple[int, ...]:
    """The numbers that a text asks for, each once, from small to large."""
    return tuple(sorted({segment.number for segment in segments if isinstance(segment, Hidden)}))


def blanked(text: str, number: int) -> tuple[Plain | Blank, ...]:
    """The text of one card: the parts of this number as blanks, every other part in the clear.

    Raises:
        ValueError: the text is no cloze, or does not hide this number.
    """
    segments = _sound(text)
    if number not in numbers(segments):
        raise ValueError(f"c{number} is not in this text")
    shown: list[Plain | Blank] = []
    for segment in segments:
        if isinstance(segment, Hidden) and segment.number == number:
            shown.append(Blank(segment.text, segment.hint))
        elif shown and isinstance(before := shown[-1], Plain):
            shown[-1] = Plain(before.text + segment.text)
        else:
            shown.append(Plain(segment.text))
    return tuple(shown)


def revealed(text: str) -> str:
    """The text with nothing hidden.

    Raises:
        ValueError: the text is no cloze.
    """
    return "".join(segment.text for segment in _sound(text))


def _sound(text: str) -> tuple[Segment, ...]:
    segments = parse(text)
    if isinstance(segments, Refusal):
        raise ValueError(segments.message)  # noqa: TRY004  (the type is right, the text is not)
    return segments


def _hidden(text: str, start: int, end: int) -> Hidden | Refusal:
    """The deletion that opens at `start` and closes at `end` (-1: never)."""
    inner = text[start + 2 : end if end >= 0 else len(text)]
    width = len(inner) + 4
    if end < 0:
        return Refusal(Fault.UNCLOSED, start, 2, "'{{' is not closed", "put }} after the hidden part")
    if (nested := inner.find("{{")) >= 0:
        hint = "hide one part inside the other with two items, or side by side"
        return Refusal(Fault.NESTED, start + 2 + nested, 2, "a hidden part inside a hidden part", hint)
    if _LIST.match(inner):
        message = f"'{inner.partition('::')[0]}' gives one part several numbers"
        return Refusal(Fault.LIST, start, width, message, "give it one number, as in {{c1::...}}")
    head = _HEAD.match(inner)
    if head is None or int(head[1]) > MAX_NUMBER:
        message = "'{{' does not open a hidden part"
        return Refusal(Fault.FORM, start, 2, message, f"write {{{{c1::hidden}}}}, numbered 1 to {MAX_NUMBER}")
    hidden, _, hint = inner[head.end() :].partition("::")
    if not hidden.strip():
        return Refusal(
            Fault.EMPTY, start, width, "a hidden part without text", "write what is to be recalled"
        )
    return Hidden(int(head[1]), hidden, hint)
