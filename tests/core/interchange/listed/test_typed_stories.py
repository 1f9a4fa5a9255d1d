"""Stories above several typed questions: taken where it is clear of which they are, else told."""

import pytest

from cpsprep.core.interchange.draft import Found
from cpsprep.core.interchange.listed.plain import read_plain
from cpsprep.core.interchange.listed.spans import span_in
from cpsprep.core.interchange.media.pictures import with_pictures
from cpsprep.core.interchange.word.document import read_word
from cpsprep.core.interchange.xml_tree import read_xml
from fakes_docx import STYLES, document, paragraph, table
from fakes_import import lines, remarks, skipped

PROSE = (
    "Dana is a baker who has lost hours at work, and now she sits in the respite and says that she cannot "
    "think straight any more."
)


def q(*numbers: int) -> str:
    return "".join(f"{number}. What is {number}?\na) x*\nb) y\n\n" for number in numbers)


def stories(found: Found) -> list[str]:
    return [draft.story for draft in found.drafts]


@pytest.mark.parametrize(
    "text",
    [
        f"{q(1)}Read the following and answer questions 2-3.\n\nDana weeps.\n\n{q(2, 3, 4)}",
        f"{q(1)}Use this story for questions 2 and 3: Dana weeps.\n\n{q(2, 3, 4)}",
        f"{q(1)}Questions 2 to 3: Dana weeps.\n\n{q(2, 3, 4)}",
        f"{q(1)}Questions 2\u20133 refer to this case. Dana weeps.\n\n{q(2, 3, 4)}",
        f"{q(1)}Answer questions 2 and 3 based on the following case.\nDana weeps.\n\n{q(2, 3, 4)}",
        f"{q(1)}Scenario (questions 2-3): Dana weeps.\n\n{q(2, 3, 4)}",
        f"{q(1)}Scenario: Dana weeps.\nNow answer questions 2-3.\n\n{q(2, 3, 4)}",
        f"{q(1)}Scenario: Dana weeps.\n\n{q(2, 3)}# Other things\n\n{q(4)}",
        f"{q(1)}Scenario A: Dana weeps.\n\n{q(2, 3)}Good work so far.\n\n{q(4)}",
        f"{q(1)}Read this story for the next two questions.\n\nDana weeps.\n\n{q(2, 3, 4)}",
        f"{q(1)}# Case 1\nDana weeps.\n\n{q(2, 3)}# Other things\n{q(4)}",
        f"{q(1)}# Case study (questions 2-3)\nDana weeps.\n\n{q(2, 3, 4)}",
        f"{q(1)}# Vignette\nDana weeps.\n\n## Questions 2-3\n{q(2, 3)}# Other things\n{q(4)}",
        f"{q(1)}Passage\n\nDana weeps.\n\nAnswer questions 2-3.\n\n{q(2, 3, 4)}",
    ],
)
def test_a_story_is_of_the_questions_that_it_names_or_of_those_up_to_the_next_heading(text: str) -> None:
    found = read_plain(text, "f")

    assert stories(found) == ["", "Dana weeps.", "Dana weeps.", ""]
    assert [draft.stem for draft in found.drafts] == [f"What is {number}?" for number in range(1, 5)]


def test_stories_follow_one_another() -> None:
    found = read_plain(f"Scenario 1: Dana weeps.\n\n{q(1, 2)}Scenario 2: Lee waits.\n\n{q(3, 4)}", "f")

    assert stories(found) == ["Dana weeps.", "Dana weeps.", "Lee waits.", "Lee waits."]
    assert remarks(found) == []


def test_a_story_keeps_its_paragraphs() -> None:
    found = read_plain(f"Scenario: Dana weeps.\nShe stays.\n\nLater she left.\n\n{q(1, 2)}", "f")

    assert stories(found) == ["Dana weeps.\nShe stays.\n\nLater she left."] * 2


def test_questions_without_numbers_are_counted() -> None:
    asked = "\n\n".join(f"{stem}\na) x*\nb) y" for stem in ("What now?", "What then?", "Else?"))

    found = read_plain(f"Use this case for questions 1-2.\n\nLee waits.\n\n{asked}", "f")

    assert stories(found) == ["Lee waits.", "Lee waits.", ""]
    assert [draft.stem for draft in found.drafts] == ["What now?", "What then?", "Else?"]


def test_a_story_of_one_question_is_a_part_of_what_it_asks() -> None:
    found = read_plain(f"Read this story and answer the question below.\nLee waits.\n\n{q(1, 2)}", "f")

    assert [draft.stem for draft in found.drafts] == ["Lee waits.\n\nWhat is 1?", "What is 2?"]
    assert stories(found) == ["", ""]


def test_prose_below_a_heading_is_taken_and_told() -> None:
    found = read_plain(f"# Dana\n{PROSE}\n\n{q(1, 2)}# Other things\n{q(3)}", "f")

    assert stories(found) == [PROSE, PROSE, ""]
    assert remarks(found)[0].startswith("2 taken for the story of the 2 questions below it: Dana is a baker")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            f"# Part A\nChoose the best answer. {PROSE}\n\n{q(1)}",
            "2 belongs to no question (if it is a story, name its questions before it, such as 'Read this",
        ),
        (f"{q(1)}{PROSE}\n\n{q(2)}", "5 belongs to no question (if it is a story, name its questions"),
        (f"# Case managers\nCase managers ask.\n\n{q(1)}", "2 belongs to no question: Case managers"),
        (f"{q(1)}Good luck.\n\n{q(2)}", "5 belongs to no question: Good luck."),
        (f"{q(1)}{PROSE}", "5 belongs to no question: Dana"),
        (
            f"{q(1)}Questions 2-3 refer to Lena.\n{q(2, 3)}",
            "5 it speaks of a story, and there is none below it",
        ),
        (f"Scenario: Lee waits.\n\n{q(*range(1, 14))}", "1 a story that does not say of which questions"),
        (f"{q(1)}Questions 7-8: Lee waits.\n\n{q(2, 3)}", "5 a story that does not say of which questions"),
        (f"Questions 1-2: Lee waits.\n\n{q(1, 3, 2)}", "1 a story that does not say of which questions"),
    ],
)
def test_where_it_is_not_clear_it_is_told_with_its_line(text: str, said: str) -> None:
    found = read_plain(text, "f")

    assert set(stories(found)) == {""}
    assert remarks(found)[0].startswith(said)


def test_a_story_in_a_document_and_in_a_box() -> None:
    questions = [paragraph(text) for text in q(2, 3).replace("\n\n", "\n").strip().split("\n")]
    above = [paragraph("1. Who?"), paragraph("a) x*"), paragraph("b) y")]
    for story in (paragraph("Scenario: Lee waits."), table(("Scenario: Lee waits.",))):
        body = document(*above, story, *questions)

        found = read_word({"document": read_xml(body.encode()), "styles": read_xml(STYLES.encode())}, "f")

        assert stories(found) == ["", "Lee waits.", "Lee waits."]
        assert (lines(found)[0], skipped(found), remarks(found)) == ("single: Who? | *x | y", [], [])


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("questions 4-6", [4, 5, 6]),
        ("Items #4 through #6", [4, 5, 6]),
        ("questions 4, 5 and 7", [4, 5, 7]),
        ("questions 4 and 6", [4, 6]),
        ("questions 6-4", [6, 4]),
        ("questions 1-900", [1, 900]),
        ("the next three questions", 3),
        ("the following 2 items", 2),
        ("the question that follows", 1),
        ("these questions", None),
    ],
)
def test_how_a_text_says_of_which_questions_it_is(text: str, span: int | list[int] | None) -> None:
    found = span_in(text)

    assert (list(found) if found is not None and not isinstance(found, int) else found) == span


def test_a_picture_of_a_story_is_told() -> None:
    drawn = '<w:r><w:drawing xmlns:r="r"><blip r:embed="rId1"/></w:drawing></w:r>'
    body = document(
        paragraph("Questions 1-2: Lee waits.", drawn),
        *(paragraph(text) for text in q(1, 2).replace("\n\n", "\n").strip().split("\n")),
    )

    found = read_word({"document": read_xml(body.encode())}, "f")

    assert stories(found) == ["Lee waits.", "Lee waits."]
    (said,) = remarks(with_pictures(found, lambda _: None)[0])
    assert said == "1 a picture of this story was left out: Questions 1-2: Lee waits. [picture]"


def test_several_pictures_of_a_story_are_told_once() -> None:
    drawn = '<w:r><w:drawing xmlns:r="r"><docPr descr="{}"/><blip r:embed="rId{}"/></w:drawing></w:r>'
    body = document(
        paragraph("Questions 1-2: Lee waits.", drawn.format("A clock", 1)),
        paragraph(drawn.format("A door", 2)),
        *(paragraph(text) for text in q(1, 2).replace("\n\n", "\n").strip().split("\n")),
    )

    found = read_word({"document": read_xml(body.encode())}, "f")

    (said,) = remarks(with_pictures(found, lambda _: None)[0])
    assert said.startswith("1 pictures of this story were left out: Questions 1-2: Lee waits. [picture: A ")
