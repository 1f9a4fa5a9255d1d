"""OpenDocument texts: lists, marks, headings and tables as in Word, and what is no text."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.adapters.interchange.incoming import Incoming
from cpsprep.adapters.interchange.odt_file import fetch_from_odt
from cpsprep.adapters.interchange.reading import Asked, Read, read_incoming
from cpsprep.app.errors import CpsprepError, UnreadableError
from cpsprep.core.interchange.names import Format
from fakes_import import lines, remarks
from fakes_odt import content, heading, list_style, listed, odt, p, span, style, table
from fakes_pictures import line_drawing

LISTS = list_style("L1", "1", "a", "*") + list_style("L2", "A") + list_style("L3", "*") + list_style("L4", "")


def read(data: bytes) -> Read:
    return read_incoming(Incoming("f.odt", "f", data), Path("f.odt"), Asked())


def told(*blocks: str, styles: str = "") -> list[str]:
    return lines(read(odt(content(*blocks, styles=LISTS + styles))).found)


def options(properties: str, parent: str = "") -> list[str]:
    marked = style("T1", properties, parent)
    return told(p("1. Who?"), p("a) one"), p("b) ", span("two", "T1")), styles=marked)


@pytest.mark.parametrize(
    "properties",
    [
        'fo:font-weight="bold"',
        'fo:font-style="italic"',
        'style:text-underline-style="solid"',
        'fo:background-color="#ffff00"',
        'fo:color="#c00000"',
    ],
)
def test_the_marked_option_is_the_key(properties: str) -> None:
    assert options(properties) == ["single: Who? | one | *two"]


@pytest.mark.parametrize(
    "properties",
    [
        'fo:font-weight="normal"',
        'fo:font-style="normal"',
        'style:text-underline-style="none"',
        'fo:background-color="transparent"',
        'fo:color="#000000"',
        'fo:font-size="12pt"',
        'style:text-line-through-style="none"',
    ],
)
def test_what_looks_as_usual_is_no_mark(properties: str) -> None:
    assert options(properties) == ["single: Who? | one | two"]


def test_styles_bring_what_those_that_they_are_based_on_have_and_circles_end() -> None:
    bold = style("B", 'fo:font-weight="bold"', "C") + style("C", "", "B")
    named = style("P1", "", "B")

    assert told(p("1. Who?"), p("a) one"), p("b) two", style="P1"), styles=bold + named) == [
        "single: Who? | one | *two"
    ]


def test_automatic_numbers_and_letters() -> None:
    inner = listed(p("one"), p("two*"))
    first = listed(p("Who?") + inner, p("What?") + inner, style="L1")
    more = listed(p("When?") + inner, style="L1", more='text:continue-numbering="true"')

    found = told(first, p("Key"), p("3. a"), first.replace("Who", "Whose"), more)

    assert [one.split(" | ")[0] for one in found] == [
        "single: Who?",
        "single: What?",
        "single: Whose?",
        "single: What?",
        "single: When?",
    ]
    assert found[0] == "single: Who? | one | *two"


def test_lists_apart_from_their_question() -> None:
    assert told(p("Who?"), listed(p("one"), p("two*"), style="L2")) == ["single: Who? | one | *two"]
    assert told(p("Who?"), listed(p("one"), p("two*"), style="L3")) == ["single: Who? | one | *two"]
    assert told(p("Who?"), listed(p("a) one"), p("b) two*"), style="L4")) == ["single: Who? | one | *two"]
    assert told(p("Who?"), listed(p("a) one"), p("b) two*"), style="L9")) == ["single: Who? | one | *two"]


def test_a_table_inside_of_a_list_is_passed_over() -> None:
    body = listed(p("Who?") + table(("x",)) + listed(p("one"), p("two*")), style="L1")

    assert told(body) == ["single: Who? | one | *two"]


def test_headings_are_topics_and_the_title_is_the_decks() -> None:
    body = content(
        p("Midterm", style="P9"),
        heading("Skills"),
        p("1. Who? a) one b) two* c) three"),
        p("Ethics", style="Heading_20_2"),
        p("2. What? a) one b) two* c) three"),
        styles=style("P9", "", "Title") + style("Heading_20_2"),
    )

    found = read(odt(body)).found

    assert (found.title, [one.topic for one in found.drafts]) == ("Midterm", ["Skills", "Ethics"])


def test_tables_and_parts_of_a_document() -> None:
    rows = table(("Question", "A", "B", "Answer"), ("Who?", "one", "two", "B"))
    grouped = rows.replace("<table:table-row>", "<table:table-header-rows><table:table-row>", 1).replace(
        "</table:table-row>", "</table:table-row></table:table-header-rows>", 1
    )

    for one in (rows, grouped, f"<text:section>{rows}</text:section>"):
        assert told(one) == ["single: Who? | one | two".replace("two", "*two")]


def test_spaces_tabs_and_breaks() -> None:
    assert told(p("1. Who?", "<text:line-break/>", "a) one", "<text:tab/>", "b) two*")) == [
        "single: Who? | one | *two"
    ]
    assert told(p("1. Who", '<text:s text:c="x"/>', "is it?"), p("a) one"), p("b) two*")) == [
        "single: Who is it? | one | *two"
    ]


def test_pictures_come_along_and_notes_are_named() -> None:
    frame = '<draw:frame><draw:image xlink:href="Pictures/a.png"/><svg:desc>a clock</svg:desc></draw:frame>'
    note = "<text:note><text:note-body><text:p>small</text:p></text:note-body></text:note>"
    gone = "<office:annotation><text:p>said</text:p></office:annotation>"
    body = content(p("1. Who?", frame, note, gone), p("a) one"), p("b) two*"))

    made = read(odt(body, {"Pictures/a.png": line_drawing(20, 20)}))

    assert made.format_ is Format.ODT
    assert len(made.files) == 1
    (draft,) = made.found.drafts
    assert "a clock" in str(draft.more["media"])
    assert "a footnote" in draft.lost
    assert "small" not in draft.stem
    assert remarks(made.found) == []


def test_what_was_deleted_and_is_still_in_the_file_stays_out() -> None:
    tracked = "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"

    assert told(tracked, p("1. Who?"), p("a) one"), p("b) two*")) == ["single: Who? | one | *two"]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        ({"content.xml": "<x"}, "damaged"),
        ({"META-INF/manifest.xml": "<encryption-data/>"}, "locked with a password"),
        ({"content.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x/>'}, "document type"),
    ],
)
def test_what_cannot_be_read_is_refused(parts: dict[str, str], said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read(odt(content(p("1. Who?")), parts))


def test_a_document_without_text_or_styles() -> None:
    assert read(odt("<x/>", {"styles.xml": "<x/>"})).found.drafts == []
    assert fetch_from_odt(b"no archive")("a") is None


BODY = content(
    heading("Skills"),
    listed(p("Who?") + listed(p("one"), p(span("two", "T1"))), style="L1"),
    table(("1", "B")),
    styles=LISTS + style("T1", 'fo:font-weight="bold"'),
)


@given(
    st.integers(0, len(BODY)),
    st.integers(0, 60),
    st.sampled_from(["", "<", "<text:list>", "&", '"', "x" * 50]),
)
def test_damaged_documents_are_read_or_refused_in_words(start: int, cut: int, put: str) -> None:
    with suppress(CpsprepError):
        read(odt(BODY[:start] + put + BODY[start + cut :]))
