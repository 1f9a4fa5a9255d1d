"""Headings with short lines below them: how reports stand on a screen, and how they are read aloud."""

from collections.abc import Iterable
from dataclasses import dataclass

from cpsprep.cli.saying import wrapped


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    lines: tuple[str, ...]


def as_text(shown: Iterable[Section], width: int) -> str:
    """Headings and lines; `width` 0 leaves long lines to the reader."""
    return "\n\n".join(
        "\n".join([section.title, *(_wrapped(line, width) for line in section.lines)]) for section in shown
    )


def _wrapped(line: str, width: int) -> str:
    if not width or len(line) <= width:
        return line
    return wrapped(line, width, indent="  ")
