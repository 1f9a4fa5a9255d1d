"""Spreadsheets as rows: the XML of Excel's .xlsx and of LibreOffice's .ods, cell by cell.

Only cells that are there are kept, wherever they claim to stand: a sheet whose one cell is in the last
column of the last row is as small as any other.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from cpsprep.core.interchange.draft import Remark, Spot
from cpsprep.core.interchange.tables.columns import Row
from cpsprep.core.interchange.tables.number_formats import Formats
from cpsprep.core.interchange.xml_tree import Element

MOST_COLUMNS: Final = 200
_PLACE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_LETTERS: Final = 26
_UNLIKE: Final = (
    "a number is shown otherwise in Excel, in a form that is not known here; it came as it is stored"
)


class Book(NamedTuple):
    """What the sheets of a workbook share; `unlike` gets the cells that came in another form than shown."""

    strings: Sequence[str]
    formats: Formats
    unlike: list[Remark]


def excel_rows(sheet: Element, book: Book, file: str, unit: str) -> Iterator[Row]:
    """The rows of a worksheet (ECMA-376 part 1, 18.3)."""
    data = sheet.first("sheetData")
    number = 0
    for row in data.elements("row") if data else ():
        told = row.get("r")
        number = int(told) if told.isdigit() and len(told) < len("10000000") else number + 1
        cells: dict[int, str] = {}
        place = -1
        for cell in row.elements("c"):
            found = _PLACE.fullmatch(cell.get("r"))
            place = _column(found[1]) if found else place + 1
            if 0 <= place < MOST_COLUMNS and (text := _excel_text(cell, book)):
                shown = text if cell.get("t", "n") != "n" else book.formats.shown(text, cell.get("s"))
                if shown is None:
                    book.unlike.append(Remark(Spot(file, number, unit), f"{_UNLIKE}: {text}"))
                cells[place] = text if shown is None else shown
        if cells:
            yield Row(Spot(file, number, unit), _filled(cells))


def shared_strings(root: Element) -> list[str]:
    """The texts of a workbook, of which cells name the number."""
    return [_runs(one) for one in root.elements("si")]


def sheet_names(workbook: Element) -> Mapping[str, str]:
    """The names of sheets by the ids of their relations, in order."""
    listed = workbook.first("sheets")
    return {one.get("id"): one.get("name") for one in listed.elements("sheet")} if listed else {}


def open_rows(table: Element, file: str, unit: str) -> Iterator[Row]:
    """The rows of a table of OpenDocument; what is repeated thousands of times is there to fill the sheet."""
    number = 0
    for row in table.every("table-row"):
        cells: dict[int, str] = {}
        place = 0
        for cell in row.elements():
            times = _times(cell.get("number-columns-repeated"))
            text = "\n".join(_paragraph(one) for one in cell.elements("p"))
            end = min(place + times, MOST_COLUMNS)
            cells |= dict.fromkeys(range(place, end), text) if text else {}
            place = end
        number += 1
        if cells:
            yield Row(Spot(file, number, unit), _filled(cells))
        number += _times(row.get("number-rows-repeated")) - 1


def _excel_text(cell: Element, book: Book) -> str:
    value = cell.text("v").strip()
    match cell.get("t"):
        case "s":
            known = value.isdecimal() and int(value[:9]) < len(book.strings)
            return book.strings[int(value)] if known else ""
        case "inlineStr":
            inner = cell.first("is")
            return _runs(inner) if inner else ""
        case "b":
            return {"1": "TRUE", "0": "FALSE"}.get(value, "")
        case "e":
            return ""
        case "str":
            return cell.text("v")
        case _:
            return value


def _runs(element: Element) -> str:
    """A text, or the texts of its runs; signs of how it is spoken are left out."""
    return "".join(
        one.text() if one.name == "t" else one.text("t")
        for one in element.elements()
        if one.name in {"t", "r"}
    )


def _paragraph(element: Element) -> str:
    found = []
    for child in element.children:
        if isinstance(child, str):
            found.append(child)
        elif child.name == "s":
            found.append(" " * min(_times(child.get("c")), MOST_COLUMNS))
        elif child.name in {"tab", "line-break"}:
            found.append("\n" if child.name == "line-break" else "\t")
        elif child.name != "annotation":
            found.append(_paragraph(child))
    return "".join(found)


def _column(letters: str) -> int:
    place = 0
    for sign in letters:
        place = place * _LETTERS + ord(sign) - ord("A") + 1
    return place - 1


def _times(text: str) -> int:
    return max(1, int(text)) if re.fullmatch(r"[0-9]{1,8}", text) else 1


def _filled(cells: Mapping[int, str]) -> list[str]:
    return [cells.get(place, "") for place in range(max(cells) + 1)]
