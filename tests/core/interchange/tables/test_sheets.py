"""Spreadsheets' own XML as rows; bombs of empty cells cost nothing."""

import pytest

from cpsprep.core.interchange.tables.number_formats import Formats
from cpsprep.core.interchange.tables.sheets import Book, excel_rows, open_rows, shared_strings, sheet_names
from cpsprep.core.interchange.xml_tree import read_xml

MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
STRINGS = (
    f"<sst {MAIN}><si><t>Who?</t></si><si><r><t>one </t></r>"
    f"<r><rPr/><t>two</t></r><rPh><t>x</t></rPh></si></sst>"
)


def excel(inner: str) -> list[tuple[int, list[str]]]:
    sheet = read_xml(f"<worksheet {MAIN}><sheetData>{inner}</sheetData></worksheet>".encode())
    rows = excel_rows(
        sheet,
        Book(shared_strings(read_xml(STRINGS.encode())), Formats(["", "0%"]), []),
        "f",
        "row",
    )
    return [(row.where.number, list(row.cells)) for row in rows]


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ('<c t="s"><v>0</v></c>', "Who?"),
        ('<c t="s"><v>1</v></c>', "one two"),
        ('<c t="inlineStr"><is><t>here</t></is></c>', "here"),
        ('<c t="str"><v>made</v></c>', "made"),
        ('<c t="b"><v>1</v></c>', "TRUE"),
        ('<c t="b"><v>0</v></c>', "FALSE"),
        ("<c><v>3.0</v></c>", "3"),
        ('<c t="n"><v>1.5</v></c>', "1.5"),
        ('<c s="1"><v>0.25</v></c>', "25%"),
        ('<c t="str" s="1"><v>0.25</v></c>', "0.25"),
    ],
)
def test_a_cell_becomes(cell: str, text: str) -> None:
    assert excel(f"<row>{cell}</row>") == [(1, [text])]


@pytest.mark.parametrize(
    "cell",
    [
        '<c t="s"><v>9</v></c>',
        '<c t="s"><v>x</v></c>',
        '<c t="e"><v>#N/A</v></c>',
        '<c t="b"/>',
        '<c t="inlineStr"/>',
        "<c/>",
    ],
)
def test_a_cell_without_a_text_is_none(cell: str) -> None:
    assert excel(f"<row>{cell}</row>") == []


def test_cells_stand_where_they_say() -> None:
    rows = (
        '<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c></row>'
        '<row><c r="A4"><v>3</v></c></row><row r="99999999"/>'
    )

    assert excel(rows) == [(3, ["", "", "1", "2"]), (4, ["3"])]


def test_a_cell_in_the_far_corner_takes_no_room() -> None:
    assert excel('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>') == []


def test_a_sheet_without_cells_and_the_names_of_sheets() -> None:
    assert list(excel_rows(read_xml(b"<worksheet/>"), Book([], Formats(), []), "f", "row")) == []
    book = '<workbook xmlns:r="x"><sheets><sheet name="One" r:id="rId1"/></sheets></workbook>'
    assert sheet_names(read_xml(book.encode())) == {"rId1": "One"}
    assert sheet_names(read_xml(b"<workbook/>")) == {}


def test_an_open_document() -> None:
    table = """<t:table xmlns:t="t" xmlns:x="x" xmlns:o="o">
      <t:table-row><t:table-cell><x:p>one<x:s x:c="2"/>two<x:tab/>z<o:annotation>no</o:annotation></x:p>
        </t:table-cell>
        <t:table-cell t:number-columns-repeated="2"/>
        <t:table-cell><x:p>a</x:p><x:p>b<x:line-break/><x:span>c</x:span></x:p>
        </t:table-cell></t:table-row>
      <t:table-row t:number-rows-repeated="2"><t:table-cell/></t:table-row>
      <t:table-row><t:table-cell t:number-columns-repeated="3"><x:p>r</x:p></t:table-cell></t:table-row>
      <t:table-row t:number-rows-repeated="1048000">
        <t:table-cell t:number-columns-repeated="16384"/></t:table-row>
      <t:table-row>
        <t:table-cell t:number-columns-repeated="99999999"><x:p>z</x:p></t:table-cell></t:table-row>
    </t:table>"""

    rows = [(row.where.number, list(row.cells)) for row in open_rows(read_xml(table.encode()), "f", "row")]

    assert rows[:2] == [(1, ["one  two\tz", "", "", "a\nb\nc"]), (4, ["r", "r", "r"])]
    assert (rows[2][0], len(rows[2][1])) == (1048005, 200)


def test_an_open_document_holds_its_numbers_as_they_are_shown() -> None:
    table = (
        '<t:table xmlns:t="t" xmlns:x="x" xmlns:o="o"><t:table-row>'
        '<t:table-cell o:value-type="date" o:date-value="2026-07-04"><x:p>July 4, 2026</x:p></t:table-cell>'
        '<t:table-cell o:value-type="percentage" o:value="0.25"><x:p>25%</x:p></t:table-cell>'
        "</t:table-row></t:table>"
    )

    (row,) = open_rows(read_xml(table.encode()), "f", "row")

    assert list(row.cells) == ["July 4, 2026", "25%"]
