"""Which column of a table means what: by the names that people give them, or as they say with --map."""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from dataclasses import field as made
from typing import Final, NamedTuple

from cpsprep.core.interchange.draft import Spot
from cpsprep.core.interchange.tables.column_names import (
    COLUMNS,
    NUMBERED_KEY,
    TEMPLATE,
    WRONG_LISTS,
    WRONG_WORDS,
    field_of,
    is_like_key,
    rank_of,
    words_of,
)
from cpsprep.core.interchange.tidy import bare, exact, shortened, tidy
from cpsprep.core.item import LETTERS

_GUARDED: Final = re.compile(r"'+[=+\-@\t\r]")
_NAME_OF_QUESTION: Final = "question name"
_LIST: Final = "answers"
"""A name that means the options where another column has the key."""
_DEEPEST_HEADER: Final = 20


class Row(NamedTuple):
    """One row of a table and where it stands."""

    where: Spot
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column, from 0, holds which field.

    Args:
        places: by field.
        passed: the names of the columns that mean nothing to us.
        apart: whether the options are the wrong ones alone, and the right one is the answer.
        heads: how the column of each field is called, for keys that name it so.
        is_own: whether the table is one that cpsprep wrote, whose texts are those of a bank.
        keys: all columns of the answer where several are called so, each with one right option.
        rivals: other columns that may say what is right, and what to call them: nobody can tell which counts.
    """

    places: Mapping[str, int]
    passed: tuple[str, ...] = ()
    apart: bool = False
    heads: Mapping[str, str] = made(default_factory=dict)
    is_own: bool = False
    keys: tuple[int, ...] = ()
    rivals: tuple[tuple[int, str], ...] = ()

    def value(self, row: Row, field: str) -> str:
        """The text of a field in this row, "" where there is none.

        An apostrophe that keeps a spreadsheet from reading a formula is no part of it.
        """
        if field == "answer" and self.keys:
            said = [tidy(row.cells[place]) for place in self.keys if place < len(row.cells)]
            return "; ".join(filter(None, said))
        place = self.places.get(field)
        text = row.cells[place] if place is not None and place < len(row.cells) else ""
        return (exact if self.is_own else tidy)(text[1:] if _GUARDED.match(text) else text)

    @property
    def options(self) -> tuple[str, ...]:
        """The letters that have a column."""
        return tuple(letter for letter in LETTERS if letter in self.places)


class UnknownColumnError(Exception):
    """--map names a column that the table does not have, or a field that there is not."""


def columns_of(cells: Sequence[str]) -> Columns:
    """The columns under such a header; of two that mean the same the one with the plainer name counts."""
    named = [(field_of(name), rank_of(name), place) for place, name in enumerate(cells)]
    if [field for field, _, _ in named].count("answer") > 1:
        named = [("options" if words_of(cells[at]) == _LIST else one, rank, at) for one, rank, at in named]
    places: dict[str, int] = {}
    for field, _, place in sorted(named, key=lambda one: (one[1], one[2])):
        if field:
            places.setdefault(field, place)
    if "stem" not in places and "id" in places and words_of(cells[places["id"]]) == _NAME_OF_QUESTION:
        places["stem"] = places.pop("id")
    keys = _keys(cells, places)
    kept = {*places.values(), *keys}
    passed = [tidy(name) for place, name in enumerate(cells) if name.strip() and place not in kept]
    options = [words_of(cells[places[one]]) for one in (*LETTERS, "options") if one in places]
    wrong = [one in WRONG_LISTS or one.rpartition(" ")[0] in WRONG_WORDS for one in options]
    apart = "answer" in places and bool(wrong) and all(wrong)
    names = [name.strip() for name in cells if name.strip()]
    is_own = tuple(names[:2]) == COLUMNS[:2] and "deck" in names and set(names).issubset(COLUMNS)
    rivals = () if is_own or apart else _rivals(cells, places, kept)
    return Columns(places, tuple(passed), apart, _heads(cells, places), is_own, keys, rivals)


def _keys(cells: Sequence[str], places: Mapping[str, int]) -> tuple[int, ...]:
    """The columns called as that of the answer, numbers aside; none where it is the only one."""
    if "answer" not in places:
        return ()
    name = NUMBERED_KEY.sub(r"\1", words_of(cells[places["answer"]]))
    keys = tuple(at for at, one in enumerate(cells) if NUMBERED_KEY.sub(r"\1", words_of(one)) == name)
    return keys if len(keys) > 1 else ()


def _rivals(cells: Sequence[str], places: Mapping[str, int], kept: set[int]) -> tuple[tuple[int, str], ...]:
    """The columns that were passed over though they are called like a key."""
    if "answer" not in places:
        return ()
    return tuple(
        (at, f"'{shortened(name, 30)}'")
        for at, name in enumerate(cells)
        if at not in kept and (field_of(name) == "answer" or is_like_key(words_of(name)))
    )


def header_of(rows: Sequence[Row]) -> tuple[int, Columns] | None:
    """Where among the first rows the header is, and what it says; None where no row looks like one."""
    for place, row in enumerate(rows[:_DEEPEST_HEADER]):
        found = columns_of(row.cells)
        has_answers = len(found.options) > 1 or found.places.keys() & {"answer", "options"}
        if "stem" in found.places and (has_answers or found.is_own):
            return place, found
    return None


def likely_header(rows: Sequence[Row]) -> Row:
    """The row that is most like a header where none is one."""
    first = rows[:_DEEPEST_HEADER]
    return max(first, key=lambda row: (len(columns_of(row.cells).places), _width(row) > 1))


def mapped_below(rows: Sequence[Row], given: Mapping[str, str]) -> tuple[int, Columns]:
    """Where the header is that has the columns as they were said, below what stands above it; see `mapped`.

    Raises:
        UnknownColumnError: no row among the first has them.
    """
    first = rows[:_DEEPEST_HEADER]
    if all(name.isdigit() for name in given.values()):
        known = header_of(rows)
        place = known[0] if known else next((at for at, row in enumerate(first) if _width(row) > 1), 0)
        widest = max(len(row.cells) for row in rows)
        return place, mapped([*rows[place].cells, *[""] * (widest - len(rows[place].cells))], given)
    for place, row in enumerate(first):
        with suppress(UnknownColumnError):
            return place, mapped(row.cells, given)
    return 0, mapped(max(first, key=_width).cells, given)


def _width(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row.cells)


def mapped(header: Sequence[str], given: Mapping[str, str]) -> Columns:
    """The columns as they were said: by name, or by number from 1.

    Where there are names, those that were not said mean what they mean elsewhere.

    Raises:
        UnknownColumnError: there is no such column or field.
    """
    names = {bare(name): place for place, name in reversed(list(enumerate(header)))}
    places = {}
    for field, name in given.items():
        known = field if field in COLUMNS else field_of(field)
        if not known:
            raise UnknownColumnError(f"'{field}' is no field; there are {', '.join(TEMPLATE)} and others")
        if bare(name) in names:
            places[known] = names[bare(name)]
        elif name.isascii() and name.isdigit() and 0 < int(name) <= max(len(header), 1):
            places[known] = int(name) - 1
        else:
            listed = ", ".join(f"'{tidy(one)}'" for one in header[:12] if one.strip())
            raise UnknownColumnError(f"there is no column '{name}'; there are {listed or 'none with a name'}")
    named = Columns({}) if all(name.isdigit() for name in given.values()) else columns_of(header)
    rest = {one: at for one, at in named.places.items() if one not in places and at not in places.values()}
    both = {**rest, **places}
    keys = _keys(header, both) if named.places else ()
    kept = {*both.values(), *keys}
    passed = [tidy(name) for at, name in enumerate(header) if name.strip() and at not in kept]
    heads = _heads(header, both) if named.places else {}
    rivals = () if "answer" in places else named.rivals
    return Columns(both, tuple(passed) if named.places else (), named.apart, heads, keys=keys, rivals=rivals)


def _heads(header: Sequence[str], places: Mapping[str, int]) -> Mapping[str, str]:
    return {field: header[at] for field, at in places.items() if at < len(header)}
