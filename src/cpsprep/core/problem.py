"""Mistakes in authored text, as values: they are collected and shown together, never raised."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: an error hides the item, a warning and a hint do not."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands in a file; line and column count from 1, the column in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing an author should mend.

    `code` names the rule (`cpsprep bank explain CODE`), `hint` is the way out, `snippet` the source line
    and `width` how many of its characters, from the column on, are meant.
    """

    place: Place
    code: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR
    snippet: str = ""
    width: int = 1
    item: str = ""
