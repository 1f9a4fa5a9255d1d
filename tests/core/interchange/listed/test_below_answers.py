"""Paragraphs below an answer: an explanation where it is clear, never the story of what comes next."""

import pytest

from cpsprep.core.interchange.draft import Found
from cpsprep.core.interchange.listed.plain import read_plain
from cpsprep.core.interchange.word.document import read_word
from cpsprep.core.interchange.xml_tree import read_xml
from fakes_docx import document, paragraph
from fakes_import import remarks

ANA = "Scenario: Ana has left the hospital.\n\n"
BO = "Bo is a veteran. He sleeps in his car, and his dog is sick, and he asks you to lend him money."


def q(number: int) -> str:
    return f"{number}. What is {number}?\nA. x\nB. y\nAnswer: A\n"


def told(found: Found) -> list[tuple[str, str]]:
    return [(draft.story, draft.explanation) for draft in found.drafts]


@pytest.mark.parametrize("last", ["Answer: A", "Answer: A\nExplanation: why"])
def test_a_paragraph_between_an_answer_and_a_number_ends_the_story_above_and_is_no_explanation(
    last: str,
) -> None:
    found = read_plain(f"{ANA}{q(1)}\n{q(2).replace('Answer: A', last)}\n{BO}\n\n{q(3)}\n{q(4)}", "f")

    why = last.partition("Explanation: ")[2]
    story = "Ana has left the hospital."
    assert told(found) == [(story, ""), (story, why), ("", ""), ("", "")]


def test_it_is_told_with_its_line_and_the_questions_that_it_may_belong_to() -> None:
    (said,) = remarks(read_plain(f"{ANA}{q(1)}\n{q(2)}\n{BO}\n\n{q(3)}\n{q(4)}", "f"))

    assert said.startswith(
        "13 belongs to no question (if it is a story, name its questions before it, such as "
        "'Questions 3 to 4:'; if it explains question 2, write 'Explanation:' before it): Bo is a veteran."
    )


def test_what_the_remark_advises_makes_it_a_story() -> None:
    for lead, stories in (("Questions 3 to 4:", [BO, BO]), ("Read this for the next question:", ["", ""])):
        found = read_plain(f"{q(1)}\n{q(2)}\n{lead} {BO}\n\n{q(3)}\n{q(4)}", "f")

        assert [draft.story for draft in found.drafts] == ["", "", *stories]
        assert BO in found.drafts[2].stem + found.drafts[2].story
        assert remarks(found) == []


@pytest.mark.parametrize("name", ["Case 2", "Scenario 2"])
def test_a_name_alone_on_its_line_begins_the_next_story(name: str) -> None:
    found = read_plain(f"Case 1\n\nAna weeps.\n\n{q(1)}\n{q(2)}\n{name}\n\n{BO}\n\n{q(3)}\n{q(4)}", "f")

    assert told(found) == [("Ana weeps.", ""), ("Ana weeps.", ""), (BO, ""), (BO, "")]


@pytest.mark.parametrize(
    ("below", "why"),
    [
        ("It asks first.", "It asks first."),
        ("\nExplanation: It asks.", "It asks."),
        ("\nRationale: It asks.", "It asks."),
        ("\nBecause it asks.", "Because it asks."),
        ("\nB is incorrect as it tells.", "B is incorrect as it tells."),
        ("\nThe correct answer asks.", "The correct answer asks."),
        ("\nIt asks.\nTopic: Listening", "It asks."),
        ("\nIt asks.\n# Listening", ""),
        ("\nGood work.", ""),
    ],
)
def test_it_explains_the_answer_right_below_it_or_where_its_words_say_so(below: str, why: str) -> None:
    found = read_plain(f"{q(1)}{below}\n\n{q(2)}", "f")

    assert [draft.explanation for draft in found.drafts] == [why, ""]


def test_paragraphs_below_most_answers_and_the_last_are_how_the_file_explains_them() -> None:
    found = read_plain(f"{q(1)}\nIt asks.\n\n{q(2)}\n{q(3)}\nIt waits.\n", "f")

    assert [draft.explanation for draft in found.drafts] == ["It asks.", "", "It waits."]


@pytest.mark.parametrize("first", [f"{BO}\n\n", ANA])
def test_they_are_not_where_a_story_stands_above(first: str) -> None:
    found = read_plain(f"{first}{q(1)}\nLee waits.\n\n{q(2)}\nThat was it.\n", "f")

    assert [draft.explanation for draft in found.drafts] == ["", ""]


def test_the_words_with_which_a_chat_program_ends_explain_nothing() -> None:
    found = read_plain(f"{q(1)}\n{q(2)}\nLet me know if you want more questions!\n", "f")

    assert [draft.explanation for draft in found.drafts] == ["", ""]
    (said,) = remarks(found)
    assert said.startswith("11 belongs to no question (if it explains question 2, write 'Explanation:'")
    assert said.endswith(": Let me know if you want more questions!")


def test_in_a_document_a_paragraph_of_its_own_is_enough() -> None:
    texts = f"{q(1)}{q(2)}{BO}\n{q(3)}".strip().split("\n")

    found = read_word({"document": read_xml(document(*map(paragraph, texts)).encode())}, "f")

    assert [draft.explanation for draft in found.drafts] == ["", "", ""]
    assert remarks(found)[0].startswith("9 belongs to no question (if it is a story")
