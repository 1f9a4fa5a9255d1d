"""Problems as text: place, what is wrong, the source line with the place marked, and the way out."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cpsprep.adapters.system import working_folder
from cpsprep.cli import saying
from cpsprep.core.problem import Problem

_NARROWEST: Final = 30
_PIPED: Final = 100
"""How much of a source line is shown where no terminal sets the width."""


def problem_lines(problem: Problem, width: int, *, marked: bool = True) -> Iterator[str]:
    """One problem.

    Args:
        problem: the problem.
        width: how many columns there are; 0 for a pipe, in which the first line stays one line.
        marked: with the source line and a mark below it, which say nothing by ear.
    """
    place = problem.place
    head = f"{shown(place.file)}:{place.line}:{place.column}: {problem.severity.value}[{problem.code}]"
    yield wrapped(f"{head}: {problem.message}", width)
    if marked and problem.snippet:
        yield from _snippet(problem, width)
    elif problem.hint:
        yield wrapped(f"  {problem.hint}", width)


def wrapped(text: str, width: int, indent: str = "  ") -> str:
    """The text in lines of this width, later ones indented; 0 leaves it one line."""
    if not width or len(text) <= width:
        return text
    return saying.wrapped(text, max(width, _NARROWEST), indent)


def shown(file: str) -> str:
    """The file's name, short where it lies below the current folder."""
    path, here = Path(file), working_folder()
    return str(path.relative_to(here)) if path.is_relative_to(here) else file


def _snippet(problem: Problem, width: int) -> Iterator[str]:
    number = str(problem.place.line)
    gutter = " " * len(number)
    room = max(width or _PIPED, _NARROWEST) - len(number) - 3
    line, column = _around(problem.snippet, problem.place.column - 1, room)
    reach = max(1, min(problem.width, len(line.removesuffix("...")) - column))
    indent = " " * cells(line[:column])
    mark = "^" * max(1, cells(line[column : column + reach]))
    yield f"{gutter} |"
    yield f"{number} | {line}".rstrip()
    beside = f"{gutter} | {indent}{mark} {problem.hint}".rstrip()
    if len(beside) <= width or not width:
        yield beside
    else:
        yield f"{gutter} | {indent}{mark}"
        yield wrapped(f"  {problem.hint}", width)


def _around(line: str, column: int, room: int) -> tuple[str, int]:
    """The part of the line that fits and holds the column, and where the column is in it."""
    if len(line) <= room:
        return line, column
    start = max(0, min(column - room // 3, len(line) - room))
    part = line[start : start + room]
    if start:
        part = f"...{part[3:]}"
    if start + room < len(line):
        part = f"{part[:-3]}..."
    return part, column - start


def cells(text: str) -> int:
    """How many columns a terminal needs for this text."""
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1
        for one in text
    )
