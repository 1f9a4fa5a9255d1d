"""Authored text as a tree: maps, lists and texts with their places, before any of it means something.

Every scalar stays the text that the author wrote. Maps and lists hold bare tuples and marks of the reader,
not objects of their own, and are not frozen, because a large bank has hundreds of thousands of them.
"""

import re
from dataclasses import dataclass, field
from typing import Final, Protocol, Union

from cpsprep.core.problem import Place, Problem, Severity

BREAK: Final = re.compile("\r\n|[\r\n\x85\u2028\u2029]")
"""Where YAML ends a line."""
UNSEEN: Final = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
"""Signs that a terminal would follow, or that hide what stands there."""
MOST_PROBLEMS: Final = 1000
"""How many problems of one kind of reading are kept for one file; nobody reads on, and memory has an end."""
_LONGEST_SNIPPET: Final = 400
_MARGIN: Final = 60


class Mark(Protocol):
    """A place in a file; line and column count from 0, the column in characters."""

    @property
    def line(self) -> int: ...

    @property
    def column(self) -> int: ...


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark of our own, where no reader left one."""

    line: int
    column: int


Node = Union[str, "Map", "Seq"]
Value = tuple[Node, Mark]
"""What stands in a list, and where."""
Field = tuple[Node, Mark, Mark]
"""The value of a map's field, where it starts, and where its name starts."""


@dataclass(slots=True, eq=False)
class Map:
    at: Mark
    fields: dict[str, "Field"]


@dataclass(slots=True, eq=False)
class Seq:
    at: Mark
    end: Mark
    items: list["Value"]


@dataclass(slots=True)
class Source:
    """One file of a bank: its name as shown to people, and its bytes without a byte order mark.

    Lines are only split when there is a problem to show.
    """

    file: str
    data: bytes
    _lines: list[str] | None = field(default=None, repr=False)

    @property
    def lines(self) -> list[str]:
        """The lines as YAML breaks them; a byte that is no UTF-8 is a lone surrogate, U+DC80 to U+DCFF."""
        if self._lines is None:
            self._lines = BREAK.split(self.data.decode("utf-8", "surrogateescape"))
        return self._lines

    def place(self, mark: Mark) -> Place:
        return Place(self.file, mark.line + 1, mark.column + 1)

    def problem(
        self,
        mark: Mark,
        code: str,
        message: str,
        hint: str = "",
        *,
        text: str = "",
        width: int = 0,
        item: str = "",
        severity: Severity = Severity.ERROR,
    ) -> Problem:
        """A problem at this mark with its source line; `text` is the value meant, or `width` its length."""
        line = self.lines[mark.line] if mark.line < len(self.lines) else ""
        reach = width or _width(line, mark.column, text)
        snippet = UNSEEN.sub("\ufffd", line.rstrip().replace("\t", " "))
        if len(snippet) > _LONGEST_SNIPPET:
            snippet = snippet[: mark.column + _MARGIN] if mark.column < _LONGEST_SNIPPET else ""
        reach = max(1, min(reach, len(snippet) - mark.column))
        return Problem(self.place(mark), code, message, hint, severity, snippet, reach, item)


def _width(line: str, column: int, text: str) -> int:
    """How many characters of the line a value takes: quotes included, never past the end of the line."""
    rest = line[column:].rstrip()
    if text and rest.startswith(text):
        return len(text)
    if rest[:1] in {'"', "'"} and (end := rest.find(rest[0], 1)) > 0:
        return end + 1
    return len(rest) if text else 1
