"""A cloze as our Markdown has it: a text with gaps, its answers in a row, and the numbers of its cards."""

import re
from typing import Final

from cpsprep.core.cloze import parse

GAPS: Final = re.compile(r"[1-9]\d{0,2}(?: with hint)?(?:, [1-9]\d{0,2}(?: with hint)?)*")
"""What stands behind `Gaps:`."""
_GAP: Final = "________"
_HINT: Final = re.compile(r" \(([^()]*)\)")


def cloze_of(stem: str, answer: str, gaps: str) -> str:
    """The text with its hidden parts back in their places; "" where the three do not fit one another."""
    parts, marks = answer.split("; "), gaps.split(", ")
    before, *clear = stem.split(_GAP)
    if not len(parts) == len(marks) == len(clear):
        return ""
    text = before
    for part, mark, after in zip(parts, marks, clear, strict=True):
        number, _, hinted = mark.partition(" ")
        found = _HINT.match(after) if hinted else None
        hint = f"::{found[1]}" if found else ""
        text += f"{{{{c{number}::{part}{hint}}}}}{after[found.end() :] if found else after}"
    return text if isinstance(parse(text), tuple) else ""
