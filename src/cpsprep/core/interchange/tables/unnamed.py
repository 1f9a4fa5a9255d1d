"""Columns without a name, as below a heading that is merged over several: keys, options, or told."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from cpsprep.core.interchange.draft import Remark
from cpsprep.core.interchange.tables.columns import Columns, Row
from cpsprep.core.interchange.tables.key_words import names_some
from cpsprep.core.interchange.tables.option_lists import listed_options
from cpsprep.core.interchange.tidy import shortened
from cpsprep.core.item import LETTERS

_KEYS_ABOVE: Final = re.compile(r"\b(?:correct|right)\b|^\W*(?:answer )?keys?\b", re.IGNORECASE)
_ALPHABET: Final = 26
_MOST_TOLD: Final = 12


class _Table(NamedTuple):
    """What stands below a header."""

    columns: Columns
    rows: Sequence[Row]
    free: frozenset[int]
    """The places of columns that have no name, have cells, and are nothing yet."""
    above: Sequence[str] = ()
    end: int = 0
    """The last column with a name."""

    def taking(self, columns: Columns, places: Sequence[int]) -> "_Table":
        return self._replace(columns=columns, free=self.free.difference(places))

    def run(self, start: int) -> list[int]:
        """The free columns that follow one another from here on."""
        at = start
        while at in self.free:
            at += 1
        return list(range(start, at))

    def cells(self, place: int) -> list[tuple[Row, str]]:
        return [(row, cell) for row in self.rows if (cell := cell_at(row, place))]

    def names_options(self, place: int) -> list[bool]:
        """Of each full cell whether it is a key of its row's options; numbers may be points as well."""
        return [
            not cell.isdigit() and bool(texts := options_in(row, self.columns)) and names_some(cell, texts)
            for row, cell in self.cells(place)
        ]


def cell_at(row: Row, place: int) -> str:
    """The text of a cell, "" beyond the last."""
    return row.cells[place].strip() if place < len(row.cells) else ""


def column_named(place: int) -> str:
    """A column from 0 as spreadsheets name it: A, Z, AA."""
    high, low = divmod(place, _ALPHABET)
    return (column_named(high - 1) if high else "") + chr(ord("A") + low)


def options_in(row: Row, columns: Columns) -> list[str]:
    """The texts of a row's options."""
    found = [cell for letter in columns.options if (cell := columns.value(row, letter))]
    return found or listed_options(columns.value(row, "options"))


def completed(
    columns: Columns, header: Sequence[str], above: Sequence[str], rows: Sequence[Row]
) -> tuple[Columns, list[Remark]]:
    """The columns with those without a name that tell what they are, and a line about each other one.

    Args:
        columns: by the names that there are.
        header: those names; none where columns were said by their numbers.
        above: the cells of the row above the header, which may be a heading of several columns.
        rows: below the header.
    """
    kept = {*columns.places.values(), *columns.keys}
    widest = max((len(row.cells) for row in rows), default=0)
    blank = (at for at in range(widest) if at >= len(header) or not header[at].strip())
    free = frozenset(at for at in blank if at not in kept and any(cell_at(row, at) for row in rows))
    named = [at for at, name in enumerate(header) if name.strip()]
    table = _Table(columns, rows, free, above, max(named, default=0))
    remarks: list[Remark] = []
    if named and not columns.is_own:
        for step in (_keys_below, _more_options, _more_keys):
            made = step(table)
            if taken := sorted(table.free - made.free):
                remarks.append(Remark(rows[0].where, _said(made.columns, taken)))
            table = made
    rivals = tuple((at, f"column {column_named(at)}") for at in _rivals(table))
    columns = replace(table.columns, rivals=(*table.columns.rivals, *rivals))
    return columns, [*remarks, *_unread(table, has_names=bool(named))]


def _keys_below(table: _Table) -> _Table:
    """With the keys below a heading that stands a row higher, where no column has the name of a key."""
    if "answer" in table.columns.places:
        return table
    told = [at for at, cell in enumerate(table.above) if _KEYS_ABOVE.search(cell)]
    start = next((at for at in told if at in table.free), -1)
    keys = [at for at in table.run(start) if all(table.names_options(at))]
    return table.taking(_with_keys(table.columns, keys), keys) if keys else table


def _more_keys(table: _Table) -> _Table:
    """With the columns right of the key that hold nothing but further letters or words of options."""
    if "answer" not in table.columns.places:
        return table
    keys = table.columns.keys or (table.columns.places["answer"],)
    more = [at for at in table.run(max(keys) + 1) if all(table.names_options(at))]
    return table.taking(_with_keys(table.columns, [*keys, *more]), more) if more else table


def _rivals(table: _Table) -> list[int]:
    """Those right of the key that name an option here and there, so that nobody can tell what they are."""
    if "answer" not in table.columns.places:
        return []
    keys = table.columns.keys or (table.columns.places["answer"],)
    return [at for at in table.run(max(keys) + 1) if any(table.names_options(at)) or _are_numbered(table, at)]


def _are_numbered(table: _Table, place: int) -> bool:
    """Whether the keys are numbers and so are these, which are not the same points in every row."""
    cells = table.cells(place)
    keys = [table.columns.value(row, "answer") for row, _ in cells]
    varied = len({cell for _, cell in cells}) > 1 or len(cells) < len(table.rows)
    return varied and any(
        key.isdigit() and cell.isdigit() for key, (_, cell) in zip(keys, cells, strict=True)
    )


def _with_keys(columns: Columns, keys: Sequence[int]) -> Columns:
    places = {**columns.places, "answer": keys[0]}
    return replace(columns, places=places, keys=tuple(keys) if len(keys) > 1 else ())


def _more_options(table: _Table) -> _Table:
    """With the columns right of an option, up to the next name, that hold the options that follow it."""
    places = table.columns.places
    if "options" in places and not table.columns.options:
        if not _is_merged(table, places["options"]):
            return table
        rest = {field: at for field, at in places.items() if field != "options"}
        first = replace(table.columns, places={**rest, "a": places["options"]})
        return _options_after(table._replace(columns=first), "a")
    for letter in table.columns.options:
        run = table.run(places[letter] + 1)
        if run and run[-1] < table.end and _are_options(table, places[letter], run[0]):
            table = _options_after(table, letter)
    return table


def _is_merged(table: _Table, place: int) -> bool:
    """Whether one heading of options stands above several columns with one each."""
    lists = [len(listed_options(cell)) > 1 for _, cell in table.cells(place)]
    run = table.run(place + 1)
    return bool(run) and sum(lists) * 2 <= len(lists) and _are_options(table, place, run[0])


def _are_options(table: _Table, place: int, following: int) -> bool:
    """Whether most rows with the one option have the following one, which is no key of theirs."""
    cells = [cell_at(row, following) for row, _ in table.cells(place)]
    keys = table.names_options(following)
    return sum(map(bool, cells)) * 2 >= len(cells) and sum(keys) * 2 < len(keys)


def _options_after(table: _Table, letter: str) -> _Table:
    places, heads = dict(table.columns.places), dict(table.columns.heads)
    run, name = table.run(places[letter] + 1), heads.get(letter, "")
    taken = []
    for at, one in zip(run, LETTERS[LETTERS.index(letter) + 1 :], strict=False):
        if one in places:
            break
        name = _next_name(name)
        places[one], heads[one] = at, name
        taken.append(at)
    return table.taking(replace(table.columns, places=places, heads=heads), taken)


def _next_name(name: str) -> str:
    """`Option C` behind `Option B`; "" where the name does not end so."""
    return name[:-1] + chr(ord(name[-1]) + 1) if re.search(r"(?:^|[\W_\d])[a-gA-G]$", name) else ""


def _said(columns: Columns, taken: Sequence[int]) -> str:
    listed = ", ".join(map(column_named, taken))
    letters = [letter for letter in columns.options if columns.places[letter] in taken]
    what = f"the options {', '.join(letters)}" if letters else "keys"
    return f"columns without a name, read as {what}: {listed}"


def _unread(table: _Table, *, has_names: bool) -> Iterator[Remark]:
    """One line about the columns whose cells nobody will see otherwise; a running number says nothing."""
    stem = table.columns.places.get("stem", 0)
    told = []
    for place in sorted(table.free):
        cells = table.cells(place)
        if place > stem or not all(cell.rstrip(".").isdigit() for _, cell in cells):
            told.append((cells[0][0], f"{column_named(place)} ({shortened(cells[0][1], 20)})"))
    if told:
        listed = ", ".join(one for _, one in told[:_MOST_TOLD])
        more = f" and {len(told) - _MOST_TOLD} more" if len(told) > _MOST_TOLD else ""
        what = "columns without a name" if has_names else "columns"
        yield Remark(told[0][0].where, f"{what} that were not read: {listed}{more}")
