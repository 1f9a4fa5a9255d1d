"""Tables of Markdown, drawn with `|`: which lines of a text stand in which, and the keys in them."""

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from cpsprep.core.interchange.listed.keys.tables import TableKey, keys_of_table

_ROW: Final = re.compile(r"\s*\|.*\|.*")
_LINE: Final = re.compile(r"[\s|:=-]+")
_FEWEST: Final = 2


class InTable(NamedTuple):
    """A line of a table: which one, the keys if it holds nothing else, and whether it is its first."""

    number: int
    keys: Sequence[TableKey] = ()
    is_first: bool = False


def tables_in(lines: Sequence[str]) -> Mapping[int, InTable]:
    """The lines that stand in tables, by their places."""
    found: dict[int, InTable] = {}
    start = count = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _ROW.fullmatch(lines[end]):
            end += 1
        if end - start >= _FEWEST:
            count += 1
            drawn = [line.strip().strip("|") for line in lines[start:end] if not _LINE.fullmatch(line)]
            keys = keys_of_table([line.split("|") for line in drawn])
            found |= {at: InTable(count, keys, at == start) for at in range(start, end)}
        start = end + 1
    return found
