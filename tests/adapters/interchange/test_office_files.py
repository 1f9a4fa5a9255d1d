"""Documents and spreadsheets that other programs wrote, and such as were made to do harm."""

import struct
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import docx as python_docx
import openpyxl
import pytest
from docx.enum.text import WD_COLOR_INDEX
from docx.shared import RGBColor
from python_calamine import CalamineWorkbook

from cpsprep.adapters.interchange.archive import BrokenArchiveError, names_in, parts_of
from cpsprep.adapters.interchange.docx_file import read_docx
from cpsprep.adapters.interchange.sheet_file import read_sheets
from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.core.interchange.draft import HostileError
from cpsprep.core.interchange.tables.columns import UnknownColumnError
from fakes_docx import document, docx, paragraph, table
from fakes_import import lines, remarks

BODY = document(paragraph("1. Who?"), paragraph("a) x*"), paragraph("b) y"))
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'


def zipped(parts: dict[str, str | bytes], packing: int = ZIP_DEFLATED) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", packing) as file:
        for name, text in parts.items():
            file.writestr(name, text)
    return made.getvalue()


def test_a_document_that_python_docx_wrote() -> None:
    made = python_docx.Document()
    made.add_heading("Midterm", 0)
    made.add_heading("Skills", 1)
    for number, mark in enumerate(("bold", "highlight", "colour", "underline")):
        made.add_paragraph(f"Question {number} is who?", style="List Number")
        made.add_paragraph("one", style="List Number 2")
        right = made.add_paragraph(style="List Number 2").add_run("two")
        match mark:
            case "bold":
                right.bold = True
            case "highlight":
                right.font.highlight_color = WD_COLOR_INDEX.YELLOW
            case "colour":
                right.font.color.rgb = RGBColor(0xFF, 0, 0)
            case _:
                right.underline = True
    rows = made.add_table(rows=2, cols=4).rows
    for cells, texts in zip(rows, (("Question", "A", "B", "Key"), ("Who?", "x", "y", "B")), strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    file = BytesIO()
    made.save(file)

    found = read_docx(file.getvalue(), "f")

    assert found.title == "Midterm"
    assert lines(found) == [
        *(f"single: Question {number} is who? | one | *two | in Skills" for number in range(4)),
        "single: Who? | x | *y",
    ]


@pytest.mark.parametrize("target", ["word/other.xml", "/word/other.xml"])
def test_the_main_part_may_have_another_name(target: str) -> None:
    relation = f'<Relationships><Relationship Type="x/officeDocument" Target="{target}"/></Relationships>'
    data = zipped({"_rels/.rels": relation, "word/other.xml": BODY})

    assert lines(read_docx(data, "f")) == ["single: Who? | *x | y"]


@pytest.mark.parametrize("target", ["../../etc/passwd", "file:///etc/passwd", "word/gone.xml", ""])
def test_a_main_part_that_leads_elsewhere_leads_nowhere(target: str) -> None:
    relation = f'<Relationships><Relationship Type="x/officeDocument" Target="{target}"/></Relationships>'
    with pytest.raises(UnreadableError):
        read_docx(zipped({"_rels/.rels": relation, "../../etc/passwd": BODY}), "f")


def test_parts_in_utf_16_are_read() -> None:
    assert lines(read_docx(zipped({"word/document.xml": BODY.encode("utf-16")}), "f")) == [
        "single: Who? | *x | y"
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<w:document",
        "",
        '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>',
        '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>',
    ],
)
def test_broken_and_hostile_xml_is_refused(body: str) -> None:
    with pytest.raises((UnreadableError, HostileError)):
        read_docx(docx(body), "f")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = zipped({"word/document.xml": b"<x>" + b" " * 400_000_000 + b"</x>"})

    assert len(bomb) < 1_000_000
    with pytest.raises(HostileError):
        read_docx(bomb, "f")


def test_tables_nested_without_end_are_refused() -> None:
    with pytest.raises(HostileError):
        read_docx(docx(document("<w:tbl><w:tr><w:tc>" * 100 + "</w:tc></w:tr></w:tbl>" * 100)), "f")


def test_a_table_in_a_table_is_read() -> None:
    inner = table(("1. Who?",), ("a) x*",), ("b) y",))

    assert lines(read_docx(docx(document(table((inner, "beside")))), "f"))[0].startswith(
        "single: Who? | *x | y"
    )


def test_only_pictures_are_told() -> None:
    found = read_docx(docx(document(paragraph("<w:r><w:drawing/></w:r>"))), "f")

    assert (lines(found), remarks(found)) == ([], ["1 left out: a picture"])


def test_archives_that_are_locked_strange_or_broken() -> None:
    whole = zipped({"a": "x" * 100})
    locked = bytearray(whole)
    struct.pack_into("<H", locked, 6, 1)
    struct.pack_into("<H", locked, whole.index(b"PK\x01\x02") + 8, 1)
    for data in (
        bytes(locked),
        zipped({"a": "x"}, ZIP_LZMA),
        whole[:40],
        whole.replace(b"PK\x01\x02", b"PK\x01\x07"),
        b"",
    ):
        with pytest.raises(BrokenArchiveError):
            parts_of(data, ["a"])
    with pytest.raises(HostileError):
        names_in(zipped({str(number): "" for number in range(20_001)}))


def sheet(rows: list[list[object]], path: Path) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path.read_bytes()


ROWS: list[list[object]] = [
    ["My quiz"],
    [],
    ["Question", "Option 1", "Option 2", "Option 3", "Correct", "Points"],
    ["How many?", 1, 2.0, 2.5, 2, 10],
    ["Voluntary?", True, False, None, True, None],
    ["Who?\nSay it.", "the peer", " the person ", None, "B", "=1+1"],
]


def test_a_sheet_is_read_as_an_independent_reader_reads_it(tmp_path: Path) -> None:
    data = sheet(ROWS, tmp_path / "a.xlsx")

    found = read_sheets(data, "f")

    assert lines(found) == [
        "single: How many? | 1 | *2 | 2.5",
        "truefalse: Voluntary? = true",
        "single: Who?/Say it. | the peer | *the person",
    ]
    theirs = (
        CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python(skip_empty_area=False)
    )
    assert [row[0] for row in theirs[3:]] == [draft.stem for draft in found.drafts]
    assert [draft.where.number for draft in found.drafts] == [4, 5, 6]


def test_several_sheets_and_one_without_questions(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Read me first"])
    for name in ("One", "Two"):
        made = book.create_sheet(name)
        made.append(["Question", "Answer"])
        made.append([f"Hope {name}?", "A thing."])
    book.save(tmp_path / "a.xlsx")

    found = read_sheets((tmp_path / "a.xlsx").read_bytes(), "f")

    assert lines(found) == ["basic: Hope One? = A thing.", "basic: Hope Two? = A thing."]
    assert str(found.drafts[1].where) == "f, sheet 'Two', row 2"
    assert remarks(found) == ["1 this sheet has no questions that could be told"]


def test_a_sheet_without_known_columns_says_how_to_go_on(tmp_path: Path) -> None:
    found = read_sheets(sheet([["x", "y", "z"], [1, 2, 3]], tmp_path / "a.xlsx"), "f")

    assert "--map" in found.remarks[0].said


def two_sheets(path: Path) -> bytes:
    book = openpyxl.Workbook()
    book.active.title = "Old"
    for row in (["Question", "A", "B", "Answer"], ["Who was it?", "x", "z", "A"]):
        book.active.append(row)
    made = book.create_sheet("Bank")
    for row in (["Item text", "Choice W", "Choice X", "Right"], ["Which is it?", "one", "two", "X"]):
        made.append(row)
    book.save(path)
    return path.read_bytes()


GIVEN = {"stem": "Item text", "a": "Choice W", "b": "Choice X", "answer": "Right"}


def test_columns_that_are_said_hold_for_each_sheet_that_has_them(tmp_path: Path) -> None:
    found = read_sheets(two_sheets(tmp_path / "a.xlsx"), "f", GIVEN)

    assert lines(found) == ["single: Which is it? | one | *two"]
    assert remarks(found)[0].startswith("1 left out, as --map does not fit: there is no column 'Item text'")


def test_a_sheet_beside_others_says_how_its_columns_can_be_said_too(tmp_path: Path) -> None:
    found = read_sheets(two_sheets(tmp_path / "a.xlsx"), "f")

    assert lines(found) == ["single: Who was it? | *x | z"]
    assert "'Choice W', 'Choice X', 'Right'. Say which is which" in found.remarks[0].said


def test_one_sheet_can_be_named(tmp_path: Path) -> None:
    data = two_sheets(tmp_path / "a.xlsx")

    assert remarks(read_sheets(data, "f", GIVEN, " bank")) == []
    with pytest.raises(UsageError, match="f has no sheet 'Third'") as refused:
        read_sheets(data, "f", None, "Third")
    assert refused.value.hint == "its sheets: 'Old', 'Bank'"


def test_columns_that_no_sheet_has_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownColumnError, match="there is no column 'Stem'"):
        read_sheets(two_sheets(tmp_path / "a.xlsx"), "f", {"stem": "Stem"})


def test_an_open_document() -> None:
    row = (
        "<r:table-row><r:table-cell><p>{}</p></r:table-cell>"
        "<r:table-cell><p>{}</p></r:table-cell></r:table-row>"
    )
    content = (
        f'<c xmlns:r="r"><r:table r:name="One">'
        f"{row.format('Question', 'Answer')}{row.format('Hope?', 'A thing.')}</r:table></c>"
    )

    assert lines(read_sheets(zipped({"mimetype": "x", "content.xml": content}), "f")) == [
        "basic: Hope? = A thing."
    ]


@pytest.mark.parametrize(
    "parts",
    [
        {"xl/workbook.xml": "<workbook"},
        {"content.xml": "<x"},
        {"xl/workbook.xml": "<!DOCTYPE x><x/>"},
    ],
)
def test_broken_sheets_are_refused(parts: dict[str, str | bytes]) -> None:
    with pytest.raises((UnreadableError, HostileError)):
        read_sheets(zipped(parts), "f")


def test_sheets_that_lead_elsewhere_lead_nowhere() -> None:
    book = '<workbook xmlns:r="x"><sheets><sheet name="One" r:id="r1"/></sheets></workbook>'
    relations = '<Relationships><Relationship Id="r1" Target="http://example.org/x.xml?y"/></Relationships>'

    assert (
        read_sheets(zipped({"xl/workbook.xml": book, "xl/_rels/workbook.xml.rels": relations}), "f").drafts
        == []
    )
    assert read_sheets(zipped({"xl/workbook.xml": book}), "f").drafts == []
