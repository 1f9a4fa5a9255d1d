"""What is said when something stands in the way: a failure, or a window that is too small."""

from collections.abc import Callable

from textual.geometry import Size

from cpsprep.app.errors import CpsprepError
from cpsprep.cli.study.telling import Block, Role
from cpsprep.cli.tui.view import Part

SMALLEST = Size(40, 12)
"""Columns and lines below which the page would be cut."""


def is_small(size: Size) -> bool:
    """Whether a sitting cannot be shown in a window of this size."""
    return size.width < SMALLEST.width or size.height < SMALLEST.height


def small_words(size: Size) -> str:
    """Kind words for a window that is too small."""
    least = f"{SMALLEST.width} columns and {SMALLEST.height} lines"
    return (
        f"This window has {size.width} columns and {size.height} lines. To go on, make it at least {least}."
    )


def closing_parts(summary: Callable[[], list[str]] | None) -> list[Part]:
    """The last screen; that it could not be made is said in its place."""
    try:
        lines = summary() if summary else []
    except (CpsprepError, OSError) as error:
        lines = [failure_words(error)]
    return [Part(Block(Role.STEM, line)) for line in lines]


def failure_words(error: Exception) -> str:
    """A failure as a sentence with its way out."""
    text = str(error)
    if isinstance(error, OSError):
        text = f"This could not be saved: {error.strerror or error}. Nothing is lost; make room and try again"
    hint = getattr(error, "hint", "")
    said = f"{text[:1].upper()}{text[1:]}".rstrip(".") + "."
    return f"{said} {hint[:1].upper()}{hint[1:]}." if hint else said
