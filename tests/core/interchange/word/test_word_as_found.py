"""Shapes of real Word documents: text pasted from web pages, soft breaks, answers in every dress."""

import pytest

from cpsprep.core.interchange.draft import Found
from cpsprep.core.interchange.word.document import read_word
from cpsprep.core.interchange.xml_tree import read_xml
from fakes_docx import NUMBERING, STYLES, document, paragraph, run
from fakes_import import lines, remarks

P = paragraph


def read(*blocks: str) -> Found:
    parts = {"document": document(*blocks), "styles": STYLES, "numbering": NUMBERING}
    return read_word({name: read_xml(text.encode()) for name, text in parts.items()}, "f")


def shaded(text: str, fill: str) -> str:
    return f'<w:r><w:rPr><w:shd w:val="clear" w:fill="{fill}"/></w:rPr><w:t>{text}</w:t></w:r>'


@pytest.mark.parametrize("fill", ["F7F7F7", "fef4f4", "F5FBF8"])
def test_paper_of_a_web_page_marks_nothing(fill: str) -> None:
    found = read(P("Who?", at="1/0"), P(shaded("one", fill), at="1/1"), P(run("two", "b"), at="1/1"))

    assert lines(found) == ["single: Who? | one | *two"]


@pytest.mark.parametrize("ink", ["1F1F1F", "212529", "434343", "374151"])
def test_ink_of_a_web_page_marks_nothing(ink: str) -> None:
    assert lines(read(P("Who?", at="1/0"), P(run("one", f"color={ink}"), at="1/1"), P("two", at="1/1"))) == [
        "single: Who? | one | two"
    ]


@pytest.mark.parametrize("ink", ["1F3864", "7030A0", "808080", "C00000", "red"])
def test_dark_colours_and_grey_mark_the_key(ink: str) -> None:
    assert lines(read(P("Who?", at="1/0"), P(run("one", f"color={ink}"), at="1/1"), P("two", at="1/1"))) == [
        "single: Who? | *one | two"
    ]


def test_a_question_whose_options_stand_behind_soft_breaks() -> None:
    found = read(
        P("Who?\na) one\nb) two\nc) three", run("\n\u2192 Answer: B", "b"), at="1/0"),
        P("How?\nA. well\nB. ill\n\u2705 Correct answer: A", at="1/0"),
    )

    assert lines(found) == ["single: Who? | one | *two | three", "single: How? | *well | ill"]


def test_options_in_a_question_that_is_a_heading_are_no_topics() -> None:
    found = read(
        P("1. Who?\n1. one\n2. two\n3. three", style="Heading1"),
        P("Answer: 2"),
        P("2. How?", style="Heading1"),
        P("a) well"),
        P("b) ill"),
        P("Answer: A"),
    )

    assert lines(found) == ["single: Who? | one | *two | three", "single: How? | *well | ill"]
    assert remarks(found) == []


def test_options_by_letters_without_a_space_among_automatic_ones() -> None:
    found = read(P("Who?", at="1/0"), P("a.one"), P(run("b.two", "b")), P("c.three"))

    assert lines(found) == ["single: Who? | one | *two | three"]
