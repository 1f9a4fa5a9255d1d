"""Authored text is plain, and blank lines make paragraphs: the one place that says so (design 4)."""

import re
from typing import Final

BLANK_LINES: Final = re.compile(r"\n[ \t]*\n\s*")


def one_line(text: str) -> str:
    """The text in one line; line breaks inside a paragraph are the author's layout only."""
    return " ".join(text.split())


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, each in one line; none of a text without words."""
    return [one_line(part) for part in BLANK_LINES.split(text.strip()) if part.strip()]


def flowing(text: str) -> str:
    """The text with a blank line between paragraphs and no other line breaks."""
    return "\n\n".join(paragraphs(text))
