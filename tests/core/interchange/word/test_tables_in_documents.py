"""Tables among typed questions: keys are read as keys, questions as questions, all else is told."""

import pytest

from cpsprep.core.interchange.draft import Found
from cpsprep.core.interchange.listed.plain import read_plain
from cpsprep.core.interchange.word.document import read_word
from cpsprep.core.interchange.xml_tree import read_xml
from fakes_docx import document, paragraph, table
from fakes_import import lines, remarks, skipped

P = paragraph
QUESTIONS = (
    P("1. One?"),
    P("a) x"),
    P("b) y"),
    P("2. Two?"),
    P("a) x"),
    P("b) y"),
    P("Explanation: Because."),
)
KEYED = ["single: One? | x | *y", "single: Two? | *x | y | -- Because."]
OPEN = ["single: One? | x | y", "single: Two? | x | y | -- Because."]


def read(*blocks: str) -> Found:
    return read_word({"document": read_xml(document(*blocks).encode())}, "f")


@pytest.mark.parametrize(
    "rows",
    [
        [("1", "B"), ("2", "A")],
        [("Question", "Answer"), ("1", "B"), ("2", "A")],
        [("Item", "Key"), ("1.", "b"), ("2.", "a")],
        [("Answers",), ("No.", "Right"), ("1", "B"), ("2", "A")],
        [("Q1", "B", "Q2", "A")],
        [("1. B", "2. A")],
        [("1. B",), ("2. A",)],
        [("1", "2"), ("B", "A")],
        [("Question", "1", "2"), ("Answer", "B", "A")],
    ],
)
def test_a_table_of_keys_at_the_end(rows: list[tuple[str, ...]]) -> None:
    found = read(*QUESTIONS, table(*rows))

    assert (lines(found), remarks(found), skipped(found)) == (KEYED, [], [])


def test_questions_without_numbers_take_keys_of_a_table_in_order() -> None:
    found = read(
        P("One?"), P("a) x"), P("b) y"), P(""), P("Two?"), P("a) x"), P("b) y"), table(("1", "B"), ("2", "A"))
    )

    assert lines(found) == ["single: One? | x | *y", "single: Two? | *x | y"]


@pytest.mark.parametrize(
    "rows",
    [
        [("Competency", "Items"), ("Listening", "4"), ("Ethics", "6")],
        [("1", "2"), ("B", "see below")],
        [("1", "2", "3"), ("B", "A")],
        [("Version of", "May")],
    ],
)
def test_another_table_below_the_questions_is_skipped_and_is_no_part_of_the_last(
    rows: list[tuple[str, ...]],
) -> None:
    found = read(*QUESTIONS, table(*rows))

    assert lines(found)[:2] == OPEN
    assert len(found.skipped) == 1


def test_it_is_told_with_its_place_and_first_words() -> None:
    found = read(*QUESTIONS, table(("Competency", "Items"), ("Listening", "four")), P("Good luck to you."))

    (told,) = found.skipped
    assert str(told.where) == "f, paragraph 8"
    assert told.why == "it holds neither questions nor keys: Competency | Items | Listening | four"
    assert remarks(found) == ["12 belongs to no question: Good luck to you."]


def test_a_table_within_a_stem_stays_in_it() -> None:
    found = read(P("1. Look at the table."), table(("Mon", "rest"), ("Tue", "work")), P("a) x"), P("b) y*"))

    assert lines(found) == ["single: Look at the table./Mon/rest/Tue/work | x | *y"]


def test_options_in_a_table_without_letters_are_options() -> None:
    found = read(P("Who?"), table(("one",), ("two",)), P("Answer: two"))

    assert lines(found) == ["single: Who? | one | *two"]


TYPED = "1. One?\na) x\nb) y\n\n2. Two?\na) x\nb) y\nExplanation: Because.\n"


@pytest.mark.parametrize(
    "rows",
    [
        "| 1 | B |\n| 2 | A |",
        "| Item | Key |\n|------|-----|\n| 1 | B |\n| 2 | A |\n",
        "|1|2|\n|-|-|\n|B|A|",
        "## Answer Key\n\n| No. | Answer |\n|:--|--:|\n| 1 | B |\n| 2 | A |",
    ],
)
def test_a_table_of_keys_in_markdown(rows: str) -> None:
    found = read_plain(f"{TYPED}\n{rows}", "f")

    assert (lines(found), remarks(found), skipped(found)) == (KEYED, [], [])


def test_another_table_in_markdown_is_skipped_and_one_in_a_stem_stays() -> None:
    found = read_plain(f"{TYPED}\n| Skill | Items |\n|---|---|\n| Listening | four |\n\nGood luck.", "f")

    assert (lines(found), skipped(found)) == (OPEN, ["10 table"])
    found = read_plain("1. Look.\n| Mon | rest |\n| Tue | work |\na) x\nb) y*", "f")
    assert lines(found) == ["single: Look./| Mon | rest |/| Tue | work | | x | *y"]
