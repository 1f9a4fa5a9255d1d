"""Changes of a text as values, and what they come to: everything outside of them stays as it is."""

from collections.abc import Iterable
from typing import NamedTuple


class Edit(NamedTuple):
    """What takes the place of the characters from `start` to `end`; its lines end with a line feed."""

    start: int
    end: int
    new: str


class LayoutError(Exception):
    """What was asked for cannot be done to text that is laid out like this; the message says why."""


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text after these edits, none of which overlaps another; new lines end as most in the text do."""
    sign = newline(text)
    for edit in sorted(edits, reverse=True):
        new = edit.new.replace("\n", sign) if sign != "\n" else edit.new
        text = f"{text[: edit.start]}{new}{text[edit.end :]}"
    return text


def newline(text: str) -> str:
    """The line break that most lines of the text have."""
    windows = text.count("\r\n")
    return "\r\n" if windows * 2 > text.count("\n") else "\n"
