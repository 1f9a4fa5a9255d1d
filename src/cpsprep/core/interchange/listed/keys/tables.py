"""A list of keys that stands in a table: a row each, side by side, or the letters below their numbers."""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile
from typing import Final, NamedTuple

from cpsprep.core.interchange.draft import Spot
from cpsprep.core.interchange.listed.keys.lists import keys_in
from cpsprep.core.interchange.listed.line import Label, Line, Sort

_NUMBER: Final = re.compile(r"(?:question|q|no\.?|item)?\s*\#?(\d{1,4})[.):]?", re.IGNORECASE)
_HEADING: Final = "Answer key"
_FEWEST: Final = 2


class TableKey(NamedTuple):
    """The number of a question and its key as written."""

    number: int
    answer: str


def keys_of_table(rows: Sequence[Sequence[str]]) -> list[TableKey]:
    """The keys of a table that holds nothing else but names of its columns; none of any other table."""
    filled = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    body = list(dropwhile(_is_head, filter(None, filled)))
    for form in (_beside, _below):
        found = form(body)
        if len(found) >= _FEWEST:
            return found
    return []


def key_lines(keys: Sequence[TableKey], where: Spot) -> Iterator[Line]:
    """The same as lines of a list, below a heading that says what they are."""
    yield Line(where, _HEADING, gap=True)
    for key in keys:
        yield Line(where, key.answer, Label(Sort.NUMBER, key.number), typed=f"{key.number}. ")


def _beside(rows: Sequence[Sequence[str]]) -> list[TableKey]:
    """`1 | B`, also several in a row, or `1. B` in one cell."""
    found: list[TableKey] = []
    for row in rows:
        pairs = [f"{number} {answer}" for number, answer in zip(row[::2], row[1::2], strict=False)]
        keys = _keys(row) or (_keys(pairs) if len(row) == 2 * len(pairs) else [])
        if not keys:
            return []
        found += keys
    return found


def _below(rows: Sequence[Sequence[str]]) -> list[TableKey]:
    """A row of numbers, and below it one of letters; the first cell of each may name it."""
    found: list[TableKey] = []
    for upper, lower in zip(rows[::2], rows[1::2], strict=False) if len(rows) % 2 == 0 else ():
        numbers = [one for one in map(_number, upper) if one]
        cells = lower[len(lower) - len(numbers) :]
        pairs = [_keys([f"{number} {cell}"]) for number, cell in zip(numbers, cells, strict=False)]
        if len(numbers) < len(upper) - 1 or len(lower) < len(numbers) or not all(pairs):
            return []
        found += [one for pair in pairs for one in pair]
    return found


def _is_head(row: Sequence[str]) -> bool:
    """Whether it has the names of columns, or of the table."""
    return not any(map(_number, row)) and not _keys(row)


def _keys(cells: Sequence[str]) -> list[TableKey]:
    """What `1. B` says in every one of these cells; nothing where one says something else."""
    found = [keys_in(Line(Spot("", 0), cell)) for cell in cells]
    return [TableKey(one.number, one.answer) for keys in found for one in keys] if all(found) else []


def _number(cell: str) -> int:
    """The number of a question that a cell holds and nothing else, 0 for another cell."""
    found = _NUMBER.fullmatch(cell)
    return int(found[1]) if found else 0
