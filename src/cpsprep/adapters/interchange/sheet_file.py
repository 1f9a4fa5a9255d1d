"""The sheets of an .xlsx or .ods file as questions.

We read the cells ourselves: libraries lay a sheet out as a rectangle, so that one cell in its far corner
takes all memory there is; and an instructor needs nothing to be installed.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType
from typing import Final, NamedTuple

from cpsprep.adapters.interchange.archive import names_in, parts_of
from cpsprep.adapters.interchange.damage import damage_told
from cpsprep.app.errors import UsageError
from cpsprep.core.interchange.draft import Found, Remark
from cpsprep.core.interchange.tables.columns import Row, UnknownColumnError
from cpsprep.core.interchange.tables.number_formats import formats_of
from cpsprep.core.interchange.tables.rows import UNREAD, Untitled, read_table
from cpsprep.core.interchange.tables.sheets import Book, excel_rows, open_rows, shared_strings, sheet_names
from cpsprep.core.interchange.xml_tree import Element, read_xml

_WORKBOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_STRINGS: Final = "xl/sharedStrings.xml"
_STYLES: Final = "xl/styles.xml"
_OPEN: Final = "content.xml"
_SAFE: Final = re.compile(r"[\w./-]{1,200}\.xml")
_MOST_SHEETS: Final = 100


class _Sheet(NamedTuple):
    """One sheet of a workbook."""

    title: str
    rows: list[Row]
    remarks: list[Remark]


def read_sheets(
    data: bytes,
    name: str,
    given: Mapping[str, str] | None = None,
    only: str = "",
    by_sheet: Mapping[str, Mapping[str, str]] = MappingProxyType({}),
) -> Found:
    """The questions of all sheets; a sheet without columns that we know, or that were said, is told.

    Args:
        data: of the file.
        name: of the file, for people.
        given: which column is which, as somebody said it.
        only: the name of the one sheet that is wanted, "" for all.
        by_sheet: the same as `given` for single sheets, by their names in small letters.

    Raises:
        UnreadableError: it is damaged.
        UsageError: it has no such sheet, or several where columns are said by their numbers.
        UnknownColumnError: `given` fits no sheet.
        HostileError: see `archive.parts_of` and `xml_tree.read_xml`.
    """
    with damage_told(name, "open it and save it again, or as CSV"):
        sheets = list(_excel(data, name) if _WORKBOOK in names_in(data) else _open(data, name))
    wanted = [one for one in _wanted(sheets, only, name) if one.rows]
    _check_numbers(wanted, given, name)
    found = list(_found(wanted, given, by_sheet))
    told = [one for one in found if one.drafts or one.skipped]
    blind = [remark for one in found if one not in told for remark in one.remarks[:1]]
    return Found(
        [draft for one in told for draft in one.drafts],
        [skipped for one in told for skipped in one.skipped],
        [*(remark for one in told for remark in one.remarks), *blind],
        partly=len(wanted) < len([one for one in sheets if one.rows]) or any(one.partly for one in found),
    )


def _wanted(sheets: Sequence[_Sheet], only: str, name: str) -> list[_Sheet]:
    sought = only.strip().casefold()
    found = [one for one in sheets if not sought or one.title.strip().casefold() == sought]
    if not found and sought:
        listed = ", ".join(f"'{one.title}'" for one in sheets)
        raise UsageError(f"{name} has no sheet '{only}'", f"its sheets: {listed}")
    return found


def _check_numbers(sheets: Sequence[_Sheet], given: Mapping[str, str] | None, name: str) -> None:
    """See that columns by their numbers are said of one sheet, as each has such, a list of people too."""
    full = [one.title for one in sheets if max(len(row.cells) for row in one.rows) > 1]
    if len(full) > 1 and given and all(column.isdigit() for column in given.values()):
        listed = ", ".join(f"'{title}'" for title in full)
        raise UsageError(
            f"--map has numbers of columns, and {name} has several sheets: {listed}",
            f'say which one is meant: --sheet "{full[0]}"',
        )


def _found(
    sheets: Sequence[_Sheet], given: Mapping[str, str] | None, by_sheet: Mapping[str, Mapping[str, str]]
) -> Iterator[Found]:
    """What each sheet holds; of those that --map does not fit, that it does not, unless it fits none."""
    misfits: list[UnknownColumnError] = []
    for one in sheets:
        own = by_sheet.get(one.title.strip().casefold(), given)
        if len(sheets) > 1 and not own and max(len(row.cells) for row in one.rows) == 1:
            yield Found(remarks=[Remark(one.rows[0].where, "this sheet has no questions that could be told")])
            continue
        try:
            found = read_table(one.rows, own, Untitled.NOTHING)
            unread = not (found.drafts or found.skipped) or any(why.what == UNREAD for why in found.skipped)
            yield replace(found, remarks=[*found.remarks, *_first(one.remarks)], partly=unread)
        except UnknownColumnError as error:
            misfits.append(error)
            told = Remark(one.rows[0].where, f"left out, as --map does not fit: {error}")
            yield Found(remarks=[told], partly=True)
    if misfits and len(misfits) == len(sheets):
        raise misfits[0]


def _first(remarks: list[Remark]) -> Iterator[Remark]:
    """The first of many of one sort, with their number."""
    for one in remarks[:1]:
        more = f" (and {len(remarks) - 1} more)" if len(remarks) > 1 else ""
        yield one._replace(said=f"{one.said}{more}")


def _excel(data: bytes, name: str) -> Iterator[_Sheet]:
    wanted = parts_of(data, [_WORKBOOK, _RELATIONS, _STRINGS, _STYLES])
    heads = {part: read_xml(raw) for part, raw in wanted.items()}
    formats = formats_of(heads.get(_STYLES), heads[_WORKBOOK])
    strings = shared_strings(heads[_STRINGS]) if _STRINGS in heads else []
    targets = {one.get("Id"): one.get("Target") for one in _elements(heads.get(_RELATIONS))}
    listed = list(sheet_names(heads[_WORKBOOK]).items())[:_MOST_SHEETS]
    for relation, title in listed:
        target = targets.get(relation, "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if _SAFE.fullmatch(part):
            unit = "row" if len(listed) == 1 else f"sheet '{title[:40]}', row"
            for raw in parts_of(data, [part]).values():
                book = Book(strings, formats, [])
                yield _Sheet(title, list(excel_rows(read_xml(raw), book, name, unit)), book.unlike)


def _open(data: bytes, name: str) -> Iterator[_Sheet]:
    for raw in parts_of(data, [_OPEN]).values():
        tables = list(read_xml(raw).every("table"))[:_MOST_SHEETS]
        for table in tables:
            unit = "row" if len(tables) == 1 else f"sheet '{table.get('name')[:40]}', row"
            yield _Sheet(table.get("name"), list(open_rows(table, name, unit)), [])


def _elements(root: Element | None) -> Iterator[Element]:
    return root.elements("Relationship") if root else iter(())
