"""Pictures in files that other programs wrote, and in files that were made to do harm."""

from base64 import b64encode
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_LZMA, ZIP_STORED, ZipFile

import docx as python_docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.adapters.interchange.docx_file import fetch_from_docx
from cpsprep.adapters.interchange.incoming import Incoming
from cpsprep.adapters.interchange.picture_sources import fetch_held, lifted
from cpsprep.adapters.interchange.reading import Asked, Read, read_incoming
from cpsprep.core.interchange.draft import HostileError
from cpsprep.core.interchange.media.pictures import media_of
from fakes_docx import document, docx, paragraph
from fakes_pictures import line_drawing

PICTURE = line_drawing(20, 10)
DRAWN = '<w:r><w:drawing><docPr descr="{words}"/><blip embed="{relation}"/></w:drawing></w:r>'
BODY = document(
    paragraph("1. Who?", DRAWN.format(words="A clock.", relation="r1")), paragraph("a) x*"), paragraph("b) y")
)
RELATIONS = "word/_rels/document.xml.rels"


def relations(target: str, more: str = "") -> str:
    return f'<Relationships><Relationship Id="r1" Target="{target}" {more}/></Relationships>'


def read(data: bytes, name: str = "f") -> Read:
    return read_incoming(Incoming(name, "f", data), Path(name), Asked())


def words(found: Read) -> list[str]:
    return [told for draft in found.found.drafts for told in media_of(draft).values()]


def with_part(data: bytes, name: str, part: bytes, packing: int = ZIP_STORED) -> bytes:
    made = BytesIO(data)
    with ZipFile(made, "a") as archive:
        archive.writestr(name, part, packing)
    return made.getvalue()


def test_a_document_that_python_docx_wrote() -> None:
    made = python_docx.Document()
    made.add_paragraph("1. Who?").add_run().add_picture(BytesIO(PICTURE))
    made.add_paragraph("a) x*")
    made.add_paragraph("b) y")
    made.save(kept := BytesIO())

    found = read(kept.getvalue())

    assert words(found) == ["not described yet"]
    assert list(found.files.values()) == [PICTURE]


@pytest.mark.parametrize("target", ["media/1.png", "/word/media/1.png"])
def test_a_picture_is_a_part_of_the_document(target: str) -> None:
    data = with_part(docx(BODY, {RELATIONS: relations(target)}), "word/media/1.png", PICTURE)

    assert words(read(data)) == ["A clock."]


@pytest.mark.parametrize(
    ("target", "more"),
    [
        ("../../../../etc/passwd", ""),
        ("/etc/passwd", ""),
        ("file:///etc/passwd", ""),
        ("https://example.org/1.png", 'TargetMode="External"'),
        ("media/1.png", 'TargetMode="External"'),
        ("media/2.png", ""),
    ],
)
def test_a_target_outside_of_the_document_is_none(target: str, more: str) -> None:
    data = with_part(docx(BODY, {RELATIONS: relations(target, more)}), "word/media/1.png", PICTURE)
    found = read(data)

    assert (words(found), found.files) == ([], {})
    assert found.found.drafts[0].lost == ("a picture",)


def test_a_part_with_a_name_that_leads_elsewhere_gets_one_of_ours() -> None:
    data = docx(BODY, {RELATIONS: relations("../../x.png")})
    found = read(with_part(data, "word/../../x.png", PICTURE))

    assert [name.rpartition("-")[0] for name in found.files] == ["picture"]


def test_a_bomb_is_not_unpacked() -> None:
    data = with_part(
        docx(BODY, {RELATIONS: relations("media/1.png")}), "word/media/1.png", bytes(300_000_000), 8
    )

    assert read(data).found.drafts[0].lost == ("a picture (it is larger than 20 MB)",)


@pytest.mark.parametrize("packing", [ZIP_LZMA])
def test_a_part_that_cannot_be_read_is_told(packing: int) -> None:
    data = with_part(docx(BODY, {RELATIONS: relations("media/1.png")}), "word/media/1.png", PICTURE, packing)

    assert read(data).found.drafts[0].lost == ("a picture (it is damaged)",)


def test_a_damaged_part_is_told() -> None:
    data = with_part(docx(BODY, {RELATIONS: relations("media/1.png")}), "word/media/1.png", PICTURE)
    at = data.index(b"\x89PNG") + 30
    broken = data[:at] + b"\0\0\0\0" + data[at + 4 :]

    assert read(broken).found.drafts[0].lost == ("a picture (it is damaged)",)


@pytest.mark.parametrize("rels", ["<no xml", ""])
def test_broken_relations_lead_nowhere(rels: str) -> None:
    parts = {RELATIONS: rels} if rels else {}

    assert fetch_from_docx(docx(BODY, parts))("r1") is None


def test_pictures_that_are_written_into_a_text() -> None:
    data = b64encode(PICTURE).decode()
    escaped = data.replace("=", "\\=")
    text = f'Who? <img src\\="data\\:image/png;base64,{escaped}" alt\\="A clock."> {{=x ~y}}'
    table = f'Question,A,B,Answer\n"Who? <img src=""data:image/png;base64,{data}"">",x,y,a\n'

    assert words(read(text.encode(), "a.gift")) == ["A clock."]
    assert words(read(table.encode(), "a.csv")) == ["not described yet"]


@pytest.mark.parametrize(
    ("held", "why"), [("A" * 40_000_000, "it is larger than 20 MB"), ("A", "it is damaged")]
)
def test_what_is_no_picture_in_base64_is_told(held: str, why: str) -> None:
    with pytest.raises(HostileError, match=why):
        fetch_held({"data 0": held})("data 0")


def test_only_names_that_were_given_lead_to_something() -> None:
    text, held = lifted("data:image/png;base64,AAAA and data:image/x;charset=utf-8;base64,BBBB")

    assert (text, held) == ("data 0 and data 1", {"data 0": "AAAA", "data 1": "BBBB"})
    assert fetch_held(held)("data 7") is None
    assert lifted("plain") == ("plain", {})


@given(st.text(alphabet="data:image/png;base64,=\\ AB\n"))
def test_any_text_can_be_lifted(text: str) -> None:
    made, held = lifted(text)

    assert len(made) <= len(text) + 8 * len(held)
