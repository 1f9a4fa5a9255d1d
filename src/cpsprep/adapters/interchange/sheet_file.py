"""The sheets of an .xlsx or .ods file as questions.

We read the cells ourselves: libraries lay a sheet out as a rectangle, so that one cell in its far corner
takes all memory there is; and an instructor needs nothing to be installed.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from cpsprep.adapters.interchange.archive import names_in, parts_of
from cpsprep.adapters.interchange.damage import damage_told
from cpsprep.core.interchange.draft import Found, Remark
from cpsprep.core.interchange.tables.columns import Row
from cpsprep.core.interchange.tables.rows import read_table
from cpsprep.core.interchange.tables.sheets import excel_rows, open_rows, shared_strings, sheet_names
from cpsprep.core.interchange.xml_tree import Element, read_xml

_WORKBOOK: Final = "xl/workbook.xml"
_RELATIONS: Final = "xl/_rels/workbook.xml.rels"
_STRINGS: Final = "xl/sharedStrings.xml"
_OPEN: Final = "content.xml"
_SAFE: Final = re.compile(r"[\w./-]{1,200}\.xml")
_MOST_SHEETS: Final = 100


def read_sheets(data: bytes, name: str, given: Mapping[str, str] | None = None) -> Found:
    """The questions of all sheets; a sheet without columns that we know is told.

    Args:
        data: of the file.
        name: of the file, for people.
        given: which column is which, as somebody said it.

    Raises:
        UnreadableError: it is damaged.
        UnknownColumnError: `given` does not fit.
        HostileError: see `archive.parts_of` and `xml_tree.read_xml`.
    """
    with damage_told(name, "open it and save it again, or as CSV"):
        sheets = list(_excel(data, name) if _WORKBOOK in names_in(data) else _open(data, name))
    found = [read_table(rows, given) for rows in sheets if rows]
    blind = [one for one in found if not one.drafts and not one.skipped]
    told = found if len(blind) == len(found) else [one for one in found if one not in blind]
    others = [_blind(one) for one in blind if one not in told]
    return Found(
        [draft for one in told for draft in one.drafts],
        [skipped for one in told for skipped in one.skipped],
        [*(remark for one in told for remark in one.remarks), *filter(None, others)],
    )


def _blind(sheet: Found) -> Remark | None:
    where = next((one.where for one in sheet.remarks), None)
    return Remark(where, "this sheet has no questions that could be told") if where else None


def _excel(data: bytes, name: str) -> Iterator[list[Row]]:
    heads = {part: read_xml(raw) for part, raw in parts_of(data, [_WORKBOOK, _RELATIONS, _STRINGS]).items()}
    strings = shared_strings(heads[_STRINGS]) if _STRINGS in heads else []
    targets = {one.get("Id"): one.get("Target") for one in _elements(heads.get(_RELATIONS))}
    listed = list(sheet_names(heads[_WORKBOOK]).items())[:_MOST_SHEETS]
    for relation, title in listed:
        target = targets.get(relation, "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        if _SAFE.fullmatch(part):
            unit = "row" if len(listed) == 1 else f"sheet '{title[:40]}', row"
            for raw in parts_of(data, [part]).values():
                yield list(excel_rows(read_xml(raw), strings, name, unit))


def _open(data: bytes, name: str) -> Iterator[list[Row]]:
    for raw in parts_of(data, [_OPEN]).values():
        tables = list(read_xml(raw).every("table"))[:_MOST_SHEETS]
        for table in tables:
            unit = "row" if len(tables) == 1 else f"sheet '{table.get('name')[:40]}', row"
            yield list(open_rows(table, name, unit))


def _elements(root: Element | None) -> Iterator[Element]:
    return root.elements("Relationship") if root else iter(())
