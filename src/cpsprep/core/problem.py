"""Mistakes in authored text, as values: they are collected and shown together, never raised."""

from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a problem matters: an error hides the item, a warning and a hint do not."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"


class Place(NamedTuple):
    """Where something stands in a file; line and column count from 1, the column in characters."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(NamedTuple):
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

    @property
    def sentence(self) -> str:
        """What is wrong and the way out, on one line without a full stop."""
        return f"{self.message}; {self.hint}" if self.hint else self.message
