"""Bytes from elsewhere as text, whatever they are written in; and what is refused, with the way out."""

import codecs
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from cpsprep.adapters.interchange.incoming import OLD_OFFICE, decode, take_in
from cpsprep.adapters.interchange.reading import Asked, Read, read_incoming
from cpsprep.app.errors import CpsprepError, UnreadableError, UsageError
from cpsprep.core.interchange.names import Format
from fakes_docx import document, docx, paragraph
from fakes_import import lines

TEXT = "1. Caf\u00e9 \u2013 who?\na) x*\nb) y\n"


def archive(**parts: str) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as file:
        for name, text in parts.items():
            file.writestr(name.replace("__", "/"), text)
    return made.getvalue()


def read(path: Path, data: bytes, asked: Asked | None = None) -> Read:
    path.write_bytes(data)
    return read_incoming(take_in(path), path, asked or Asked())


@pytest.mark.parametrize(
    ("data", "warned"),
    [
        (TEXT.encode(), False),
        (codecs.BOM_UTF8 + TEXT.encode(), False),
        (TEXT.replace("\n", "\r\n").encode(), False),
        (TEXT.replace("\n", "\r").encode(), False),
        (TEXT.encode("utf-16"), False),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), False),
        (TEXT.encode("utf-32"), False),
        (TEXT.encode("utf-16-le"), True),
        (TEXT.encode("utf-16-be"), True),
        (TEXT.encode("cp1252"), True),
    ],
)
def test_a_text_is_read_in_any_of_these(data: bytes, warned: bool) -> None:
    found = decode(data)

    assert found.text == TEXT
    assert bool(found.warning) is warned


def test_what_is_broken_in_utf_16_is_told() -> None:
    assert "could not be read" in decode(codecs.BOM_UTF16_LE + b"a\x00\x00\xd8b\x00").warning


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (docx(document(paragraph("1. Who?"), paragraph("a) x*"), paragraph("b) y"))), Format.WORD),
        (TEXT.encode(), Format.TEXT),
        (b"Who? {=x ~y}", Format.GIFT),
        (b"Who?\nA) x\nB) y\nANSWER: A", Format.AIKEN),
        (b"<quiz><question type='truefalse'/></quiz>", Format.MOODLE_XML),
        (b"Question,Answer\nx,y", Format.CSV),
        (b"#separator:tab\nx\ty", Format.ANKI),
    ],
)
def test_a_file_is_known_by_what_it_says_and_not_by_its_name(
    tmp_path: Path, data: bytes, form: Format
) -> None:
    assert read(tmp_path / "misleading.pdf", data).format_ is form


def test_somebody_may_say_what_it_is(tmp_path: Path) -> None:
    path = tmp_path / "x"
    assert lines(read(path, b"a - b; c - d", Asked(Format.CARDS, None, " - ", ";")).found) == [
        "basic: a = b",
        "basic: c = d",
    ]
    assert read(path, b"a - b; c - d", Asked(separator=" - ", after=";")).format_ is Format.CARDS
    assert read(path, b"x,y,z\nWho?,u,v", Asked(columns={"stem": "x", "answer": "z"})).format_ is Format.CSV
    assert read(path, b"x::y\nu::v", Asked(separator="::")).format_ is Format.CSV
    with pytest.raises(UsageError):
        read(path, b"a text", Asked(Format.WORD))
    with pytest.raises(UsageError):
        read(path, b"x,y\nu,v", Asked(columns={"stem": "nothing"}))


@pytest.mark.parametrize(
    ("data", "way_out"),
    [
        (b"%PDF-1.7 x", ".docx"),
        (b"\x89PNG\r\n", "type the questions"),
        (b"\xff\xd8\xff\xe0", "type the questions"),
        (b"\x1f\x8b\x08", "unpack it"),
        (b"SQLite format 3\x00", "Export"),
        (OLD_OFFICE + "WordDocument".encode("utf-16-le"), "save it as Word"),
        (OLD_OFFICE + "Workbook".encode("utf-16-le"), ".xlsx"),
        (OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "take the password away"),
        (b"PK\x03\x04 and no archive", "save it again"),
        (archive(readme="x"), "unpack it"),
        (
            archive(mimetype="application/vnd.oasis.opendocument.graphics", **{"content.xml": "<x/>"}),
            "save it as Word",
        ),
        (archive(**{"imsmanifest.xml": "<x/>"}), "Moodle XML"),
        (b"{\\rtf1 x}", ".docx"),
        (b"<html>x</html>", "paste"),
        (b'{"a": 1}', "CSV"),
        (b"deck: one\nitems:\n- id: x", "folder as it is"),
        (b"one\x00two three four five", "export"),
    ],
)
def test_what_is_no_list_of_questions_is_refused_with_a_way_out(
    tmp_path: Path, data: bytes, way_out: str
) -> None:
    with pytest.raises(UnreadableError) as error:
        read(tmp_path / "x", data)

    assert way_out in error.value.hint


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    (tmp_path / "empty").write_bytes(b" \n")
    for name in ("nothing", "empty", ""):
        with pytest.raises(CpsprepError):
            take_in(tmp_path / name)


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with (tmp_path / "large").open("wb") as file:
        file.seek(64_000_001)
        file.write(b"x")
    with pytest.raises(UnreadableError, match="larger than"):
        take_in(tmp_path / "large")
