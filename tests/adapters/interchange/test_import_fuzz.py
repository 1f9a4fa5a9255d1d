"""Files that were damaged in every way: each is read or refused in words, and none fails."""

from contextlib import suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import genanki
import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cpsprep.adapters.interchange.deck_update import new_deck
from cpsprep.adapters.interchange.incoming import Incoming
from cpsprep.adapters.interchange.reading import Asked, read_incoming
from cpsprep.app.errors import CpsprepError
from cpsprep.app.import_bank import Standing, plan_import
from cpsprep.core.interchange.draft import HostileError
from cpsprep.core.interchange.names import Format
from cpsprep.core.interchange.needs_key import needs_key_text
from cpsprep.core.interchange.settling import settled
from fakes_docx import NUMBERING, document, docx, paragraph, run, table
from fakes_import_texts import QTI, TEXTS
from fakes_qti import package as quiz_package

DRAWN = '<w:r><w:drawing><docPr descr="A face"/><blip embed="r1"/></w:drawing></w:r>'
BODY = document(
    paragraph("Midterm", style="Title"),
    paragraph("Who?", at="1/0"),
    paragraph(DRAWN),
    paragraph("one", at="1/1"),
    paragraph(DRAWN, at="1/1"),
    paragraph(run("two", "b highlight=yellow"), at="1/1"),
    paragraph("2. Who?\na) one\tb) two*", style="Loop"),
    table(("Question", "A", "B", "Key"), ("Who?", "x", "y", "b")),
    table(("1", "B"), ("2", "A")),
)
INSERTED = [
    "{",
    "}",
    "=",
    "~",
    "#",
    "\\",
    '"',
    "\n",
    "\t",
    "\0",
    "\r\n",
    "<",
    ">",
    "&",
    "]]>",
    "\ufeff",
    "\ue03d",
    "\U000f0000",
    "\U000f0001",
    "\U000f0002",
    '<img src="data:image/gif;base64,R0lGODlhAgACAAAAADs=">',
    "@@PLUGINFILE@@/",
    "a) ",
    "1. ",
    "Answer: ",
    "*",
    "\u202e",
    "\ud800",
]


def taken(data: bytes, asked: Asked) -> None:
    """Read to the end, as the command does, and write what is ready and what needs a key."""
    try:
        found = settled(read_incoming(Incoming("f", "f", data), Path("f"), asked).found)
    except (CpsprepError, HostileError):
        return
    plan = plan_import((*found.ready, *found.needing), Standing({}, {}, frozenset()), "d-1", "f")
    new_deck("d-1", "T", "", plan.added, "f", plan.stories)
    needs_key_text([("q-0001", draft) for draft in found.needing], "x")


@st.composite
def damaged(draw: st.DrawFn, text: str) -> str:
    """The text with pieces cut out, doubled, moved, and signs put in."""
    for _ in range(draw(st.integers(1, 6))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 40)))
        piece = text[start:end]
        match draw(st.integers(0, 3)):
            case 0:
                text = text[:start] + text[end:]
            case 1:
                text = text[:end] + piece * draw(st.integers(1, 30)) + text[end:]
            case 2:
                at = draw(st.integers(0, len(text)))
                text = text[:at] + piece + text[at:]
            case _:
                text = text[:start] + draw(st.sampled_from(INSERTED)) + text[start:]
    return text


@pytest.mark.parametrize("form", list(TEXTS))
@given(st.data())
def test_damaged_texts(form: Format, data: st.DataObject) -> None:
    text = data.draw(damaged(TEXTS[form])).encode("utf-8", "surrogatepass")

    taken(text, Asked(form))
    taken(text, Asked())


@given(st.sampled_from(list(TEXTS)), st.text(alphabet=st.sampled_from("".join(INSERTED) + "abT12 .?:-")))
def test_any_text_in_any_format(form: Format, text: str) -> None:
    taken(text.encode("utf-8", "surrogatepass"), Asked(form))


@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    taken(data, Asked())
    taken(b"PK\x03\x04" + data, Asked())


@given(st.data())
def test_documents_with_damaged_parts(data: st.DataObject) -> None:
    body = data.draw(damaged(BODY))
    numbering = data.draw(damaged(NUMBERING))

    taken(docx(body.encode("utf-8", "replace").decode()), Asked())
    taken(docx(BODY, {"word/numbering.xml": numbering.encode("utf-8", "replace").decode()}), Asked())


def workbook() -> bytes:
    book = openpyxl.Workbook()
    for row in (["Question", "A", "B", "Answer"], ["Who?", 1, "two", 2], ["So?", None, None, True]):
        book.active.append(row)
    made = BytesIO()
    book.save(made)
    return made.getvalue()


WORKBOOK = workbook()


def parts_of(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


PARTS = parts_of(WORKBOOK)


@given(
    st.data(),
    st.sampled_from(["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/worksheets/sheet1.xml"]),
)
def test_sheets_with_damaged_parts(data: st.DataObject, name: str) -> None:
    part = data.draw(damaged(PARTS[name].decode())).encode("utf-8", "replace")
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as archive:
        for key, value in {**PARTS, name: part}.items():
            archive.writestr(key, value)

    taken(made.getvalue(), Asked())


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data(), st.sampled_from(["docx", "xlsx", "apkg", "qti"]))
def test_archives_with_damaged_bytes(tmp_path: Path, data: st.DataObject, kind: str) -> None:
    quizzes = quiz_package({"a/a.xml": QTI})
    whole = bytearray({"docx": docx(BODY), "xlsx": WORKBOOK, "apkg": PACKAGE, "qti": quizzes}[kind])
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "f"
    path.write_bytes(whole[: data.draw(st.integers(1, len(whole)))] if data.draw(st.booleans()) else whole)

    with suppress(CpsprepError):
        settled(read_incoming(Incoming("f", "f", path.read_bytes()), path, Asked()).found)


def package() -> bytes:
    deck = genanki.Deck(1, "CPS")
    deck.add_note(genanki.Note(genanki.BASIC_MODEL, ["What is hope?", "A thing."], guid="g1"))
    made = BytesIO()
    genanki.Package(deck).write_to_file(made)
    return made.getvalue()


PACKAGE = package()


@pytest.mark.parametrize(
    "text",
    [
        "1. Who?\n" + "a) one\n" * 2_000,
        "line\n" * 10_000,
        "Who is it?\n\n" * 5_000,
        "1. " * 10_000,
        "a) " * 10_000,
        "a) b) c) " * 5_000,
        "*" * 20_000,
        "**a" * 10_000,
        "1. A " * 10_000,
        "Answer: " * 5_000,
        "Answer Key\n" * 5_000,
        "{" * 20_000,
        "{=" * 10_000,
        "::" * 10_000,
        "{=a ~b\n\n" * 2_000,
        "a {T}\n" * 3_000,
        "<" * 20_000,
        "<b>" * 10_000,
        "<!--" * 10_000,
        "&" * 20_000,
        "$CATEGORY: " + "/" * 20_000,
        '"' * 20_000,
        '",' * 10_000,
        "a,b\n" * 10_000,
        "(" * 20_000,
        "- [ ] x\n" * 5_000,
        "A)" * 10_000,
        "Q:\nA:\n" * 5_000,
        "1. a\n2. b\n" * 3_000,
        "_" * 20_000,
        "x" * 100_000,
        " " * 50_000 + "x",
        "1." + " " * 20_000,
        "answer" + " " * 20_000 + "x",
    ],
    ids=lambda text: text[:12],
)
def test_long_dull_texts_take_no_long_time(text: str) -> None:
    for form in (Format.AUTO, Format.TEXT, Format.GIFT, Format.CSV):
        taken(text.encode(), Asked(form))
