"""Paragraphs without a label below an answer: whether they explain it, or are of what comes next."""

import re
from collections.abc import Sequence
from typing import Final

from cpsprep.core.interchange.answer_words import ANSWER_OR_CHOICE, RIGHT
from cpsprep.core.interchange.listed.fields import Field, Said, leads_on
from cpsprep.core.interchange.listed.line import Line, Sort
from cpsprep.core.interchange.listed.spans import gives_orders, is_prose

_REASON: Final = re.compile(
    rf"because\b|{ANSWER_OR_CHOICE}\s+[(\[]?[A-H]\b|[A-H]\s+is\s+(?:the\s+)?(?:(?:in)?{RIGHT}|wrong)\b"
    rf"|(?:this|the\s+{RIGHT})\s+{ANSWER_OR_CHOICE}\b",
    re.IGNORECASE,
)


def gives_a_reason(text: str) -> bool:
    """Whether a text speaks of the answer above it by its first words."""
    return _REASON.match(text.strip()) is not None


def explains_all(lines: Sequence[Line], fields: Sequence[Field | None]) -> bool:
    """Whether a paragraph without a label follows so many answers that it is how this file explains them.

    It has to follow the last answer too: stories stand between questions, and above the first one.
    """
    answers = [at for at, said in enumerate(fields) if said and said.said is Said.ANSWER and said.text]
    apart = _apart(lines, fields)
    below = [at + 1 in apart for at in answers]
    if not below or not below[-1] or sum(below) * 2 <= len(below):
        return False
    return not any(_is_story(line) for line in lines[: answers[0]]) and not any(
        leads_on(line.text) for line in lines
    )


def _apart(lines: Sequence[Line], fields: Sequence[Field | None]) -> frozenset[int]:
    """The places of plain lines that begin a paragraph."""
    return frozenset(
        at
        for at, (line, said) in enumerate(zip(lines, fields, strict=True))
        if said is None and line.label is None and not line.heading and is_apart(line)
    )


def is_apart(line: Line) -> bool:
    """Whether something empty stands before it, or it begins a paragraph of a document."""
    return line.gap or line.fresh


def _is_story(line: Line) -> bool:
    """Whether a line above the first answer is none of a question, and long enough for a story."""
    loose = line.label is None or line.label.sort is Sort.BULLET
    return loose and is_prose(line.text) and not gives_orders(line.text)
