"""Word documents: automatic numbers, marks, tables, keys, and what is no text."""

import pytest

from cpsprep.core.interchange.draft import Found
from cpsprep.core.interchange.word.document import read_word
from cpsprep.core.interchange.xml_tree import read_xml
from fakes_docx import NUMBERING, STYLES, document, paragraph, run, table
from fakes_import import lines, remarks

P = paragraph


def read(*blocks: str, numbering: str = NUMBERING) -> Found:
    parts = {"document": document(*blocks), "styles": STYLES, "numbering": numbering}
    return read_word({name: read_xml(text.encode()) for name, text in parts.items()}, "f")


def listed(right: str, at: str = "1") -> list[str]:
    """A numbered question with lettered options, all automatic; `right` marks the second."""
    return [
        P("Who?", at=f"{at}/0"),
        P("one", at=f"{at}/1"),
        P(run("two", right), at=f"{at}/1"),
        P("three", at=f"{at}/1"),
    ]


@pytest.mark.parametrize(
    "marks",
    [
        "b",
        "u=single",
        "i",
        "highlight=yellow",
        "color=FF0000",
        "rStyle=Strong",
        "b u=single highlight=green",
        "b=1",
    ],
)
def test_the_marked_option_is_the_key(marks: str) -> None:
    assert lines(read(*listed(marks))) == ["single: Who? | one | *two | three"]


@pytest.mark.parametrize(
    "marks", ["", "b=0", "u=none", "highlight=none", "color=auto", "color=000000", "b=false"]
)
def test_a_mark_that_is_taken_back_is_none(marks: str) -> None:
    assert lines(read(*listed(marks))) == ["single: Who? | one | two | three"]


def test_shading_marks_and_white_does_not() -> None:
    shaded = '<w:r><w:rPr><w:shd w:val="clear" w:fill="{}"/></w:rPr><w:t>two</w:t></w:r>'
    for fill, expected in (("FFFF00", "*two"), ("FFFFFF", "two"), ("auto", "two")):
        found = read(P("Who?", at="1/0"), P("one", at="1/1"), P(shaded.format(fill), at="1/1"))
        assert lines(found) == [f"single: Who? | one | {expected}"]


def test_of_several_colours_the_rare_one_counts() -> None:
    gray, red = "color=888888", "color=C00000"
    options = [P(run(text, red if text == "two" else gray), at="1/1") for text in ("one", "two", "three")]

    assert lines(read(P("Who?", at="1/0"), *options)) == ["single: Who? | one | *two | three"]


def test_a_word_in_bold_is_no_key_and_a_point_that_is_not_takes_none_away() -> None:
    found = read(
        P("Who?", at="1/0"),
        P("This is ", run("never", "b"), " so", at="1/1"),
        P(run("This is right", "b"), ".", at="1/1"),
    )

    assert lines(found) == ["single: Who? | This is never so | *This is right."]


@pytest.mark.parametrize(
    "blocks",
    [
        [*listed("b"), *listed("b")],
        [*listed("b", "3"), *listed("b", "3")],
        [*listed("b"), P("", ""), *listed("b", "4")],
        [
            P(
                *(run("Who?\na) one\nb) two"),),
            ),
            P(run("Answer: B")),
        ]
        * 2,
        [P("1. Who?"), P("a) one", run("\n"), "b) two*"), P("2. Who?"), P("a) one\tb) two*")],
        [P("Who?", at="1/0"), P("one", at="2/0"), P(run("two", "b"), at="2/0")] * 2,
        [P("Who?", at="1/0"), P("one", at="5/0"), P(run("two", "b"), at="5/0")] * 2,
        [P("Who?", at="1/0"), P("one"), P(run("two", "b"))] * 2,
        [P(run("Who?", "b")), P("one"), P(run("two", "b")), P("")] * 2,
        [P("Who?", at="1/0"), P("one", style="Listed"), P(run("two", "b"), style="Listed")] * 2,
        [P("Who?"), P("a. one"), P(run("b. ", ""), run("two", "highlight=yellow"))] * 2,
        [P("Who?"), P("a. one"), P(run("*b. two"))] * 2,
        [P(run("Who?\n \na) one")), P("b) two*")] * 2,
    ],
)
def test_two_questions_with_their_keys(blocks: list[str]) -> None:
    expected = ["single: Who? | one | *two"] * 2

    assert [one.removesuffix(" | three") for one in lines(read(*blocks))] == expected


def test_options_count_anew_below_each_question_and_lists_go_on_after_a_pause() -> None:
    found = read(*listed(""), P("A pause."), *listed(""), P("Answer key"), P("1. A 2. C"))

    assert lines(found) == ["single: Who? | *one | two | three", "single: Who? | one | two | *three"]


def test_a_list_in_the_stem_stays_in_it() -> None:
    found = read(
        P("Which are right?", at="1/0"),
        P("One.", at="1/2"),
        P("Two.", at="1/2"),
        P("i only", at="1/1"),
        P(run("both", "b"), at="1/1"),
    )

    assert lines(found) == ["single: Which are right?/i. One./ii. Two. | i only | *both"]


def test_headings_are_topics_and_the_title_is_the_decks() -> None:
    found = read(P("Midterm", style="Title"), P("Skills", style="Heading1"), *listed("b"))

    assert (found.title, lines(found)) == ("Midterm", ["single: Who? | one | *two | three | in Skills"])


def test_a_heading_may_be_a_question() -> None:
    found = read(
        P("1. Who is it?", style="Heading1"),
        P("a) one"),
        P("b) two*"),
        P("Question 2", style="Heading1"),
        P("Who?"),
        P("a) one*"),
        P("b) two"),
    )

    assert lines(found) == ["single: Who is it? | one | *two", "single: Who? | *one | two"]


def test_a_style_that_is_based_on_itself_ends() -> None:
    assert lines(read(P("Who?", style="Loop"), P("a) one", style="Loop"), P("b) two*", style="Loop"))) == [
        "single: Who? | one | *two"
    ]


@pytest.mark.parametrize(
    "rows",
    [
        [("Question", "A", "B", "Correct"), ("Who?", "one", "two", "B")],
        [("1", "Who?"), ("a", "one"), ("b", "two*")],
        [("1.", "Who?"), ("A)", "one"), ("B)", P(run("two", "b")))],
        [("1. Who?",), ("a) one",), ("b) two*",)],
        [("1.", P("Who?") + P("a) one") + P("b) two*"))],
        [("1.", "Who?"), ("A", "a) one"), ("B", "b) two*")],
    ],
)
def test_tables_in_many_forms(rows: list[tuple[str, ...]]) -> None:
    assert lines(read(table(*rows))) == ["single: Who? | one | *two"]


def test_keys_in_a_table_and_questions_in_the_order_of_the_document() -> None:
    found = read(
        P("1. First?"), P("a) one"), P("b) two"),
        table(("Question", "Answer"), ("Second?", "It is.")),
        P("3. Third?"), P("a) one"), P("b) two"),
        P("Answer Key"), table(("1", "B"), ("3", "A")),
    )  # fmt: skip

    assert lines(found) == [
        "single: First? | one | *two",
        "basic: Second? = It is.",
        "single: Third? | *one | two",
    ]
    assert [str(draft.where) for draft in found.drafts] == [
        "f, paragraph 1",
        "f, table 1, row 2",
        "f, paragraph 8",
    ]


def test_links_fields_insertions_and_controls_are_text_and_deletions_are_not() -> None:
    found = read(
        P(
            "<w:hyperlink>" + run("W") + "</w:hyperlink>",
            "<w:ins>" + run("h") + "</w:ins>",
            "<w:sdt><w:sdtPr/><w:sdtContent>" + run("o") + "</w:sdtContent></w:sdt>",
            "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>",
            "<w:moveFrom>" + run("gone too") + "</w:moveFrom>",
            "<w:r><w:instrText>PAGE</w:instrText><w:noBreakHyphen/><w:t>?</w:t></w:r>",
        ),
        f"<w:sdt><w:sdtContent>{P('a) one')}{P('b) two*')}</w:sdtContent></w:sdt>",
        P("<w:del/>", "Read on."),
    )

    assert lines(found) == ["single: Who-? | one | *two/Read on."]
    assert remarks(found) == ["1 the document tracks changes; what was deleted was left out"]


def test_what_is_no_text_is_named() -> None:
    found = read(
        P(
            "Who?",
            "<w:r><w:drawing/><w:footnoteReference/></w:r>",
            "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>",
        ),
        P("a) one"),
        P("b) two*", "<mc:AlternateContent/>", "<w:r><mc:AlternateContent/></w:r>"),
        P("<w:r><w:pict/></w:r>"),
        P("<w:r><w:commentReference/></w:r>"),
        "<w:altChunk/>",
    )

    assert lines(found) == [
        ("single: Who?x=1 | one | *two | !! a picture | !! a footnote | !! a formula | !! a drawing")
    ]
    assert remarks(found) == ["4 left out: a picture", "5 an inserted file was not read"]


def test_signs_of_other_fonts_and_page_breaks() -> None:
    tick = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t xml:space="preserve"> b) two</w:t></w:r>'
    other = '<w:r><w:br w:type="page"/><w:sym w:char="F000"/><w:cr/><w:t>a) one</w:t><w:tab/></w:r>'

    assert lines(read(P("Who?"), P(other), P(tick))) == ["single: Who?/\u25a1 | one | *two"]


def test_boxes_that_are_ticked() -> None:
    assert lines(read(P("Who?"), P("\u2610 one"), P("\u2611 two"))) == ["single: Who? | one | *two"]


def test_a_document_without_body_lists_or_styles() -> None:
    bare = read_xml(document(P("Who?", at="1/0"), P("a) one"), P("b) two*")).encode())

    assert lines(read_word({"document": bare}, "f")) == ["single: Who? | one | *two"]
    assert read_word({"document": read_xml(b"<x/>")}, "f").drafts == []
