"""Answers above their questions: none is taken where it may be that of the question below."""

import pytest

from cpsprep.core.interchange.listed.keys.above import UNSURE
from cpsprep.core.interchange.listed.plain import read_plain
from fakes_import import lines, remarks

OPTIONS = "A. one\nB. two\nC. three\n"
EARLY = "a list of keys above its questions was left out; move it to the end of the file"


@pytest.mark.parametrize(
    "above",
    ["Answer: B\n", "Quiz of week 1\n\nAnswer: B\n", "Answer: True\n"],
    ids=["first line", "below a title", "another word"],
)
def test_an_answer_above_all_questions_makes_every_answer_unsure(above: str) -> None:
    found = read_plain(f"{above}1. One?\n{OPTIONS}\nAnswer: C\n2. Two?\n{OPTIONS}", "f")

    assert lines(found) == [
        f"single: One? | one | two | three | ?? {UNSURE}",
        "single: Two? | one | two | three",
    ]


def test_answers_on_top_of_numbers_and_a_last_question_without_one_make_every_answer_unsure() -> None:
    found = read_plain(
        f"1. One?\n{OPTIONS}\nAnswer: C\n2. Two?\n{OPTIONS}\nAnswer: A\n3. Three?\n{OPTIONS}", "f"
    )

    assert lines(found) == [
        f"single: One? | one | two | three | ?? {UNSURE}",
        f"single: Two? | one | two | three | ?? {UNSURE}",
        "single: Three? | one | two | three",
    ]


def test_an_unsure_answer_decides_no_statement_and_makes_no_card() -> None:
    found = read_plain(
        "Answer: True\n1. Peers listen. True or false?\nAnswer: False\n2. Say why?\nAnswer: B", "f"
    )

    assert lines(found) == [f"truefalse: Peers listen. = ? | ?? {UNSURE}"]
    assert [one.why for one in found.skipped] == ["its answer is 'B', but it has no options: Say why?"]


def test_an_open_answer_that_is_unsure_is_skipped_and_told() -> None:
    found = read_plain(f"Answer: B\n1. One?\n{OPTIONS}\n2. Say why?\nAnswer: Because it helps.", "f")

    assert [one.why for one in found.skipped] == [f"{UNSURE}: Say why?"]


@pytest.mark.parametrize(
    "text",
    [
        f"1. One?\n{OPTIONS}Answer: B\n2. Two?\n{OPTIONS}Answer: B\n",
        f"1. One?\n{OPTIONS}\nAnswer: B\n2. Two?\n{OPTIONS}\nAnswer: B\n",
        f"1. One?\n{OPTIONS}Answer: B\n\n2. Two?\n{OPTIONS}Answer: B\n\n",
        f"One?\n{OPTIONS}Answer: B\n\nTwo?\n{OPTIONS}Answer: B\n",
    ],
    ids=["together", "below a gap", "above a gap", "without numbers"],
)
def test_answers_below_their_questions_are_sure(text: str) -> None:
    assert lines(read_plain(text, "f")) == [
        "single: One? | one | *two | three",
        "single: Two? | one | *two | three",
    ]


def test_an_answer_above_all_that_no_question_follows_is_only_told() -> None:
    found = read_plain("Answer: B", "f")

    assert (lines(found), len(found.remarks)) == ([], 1)


@pytest.mark.parametrize("word", ["Answer key", "Answers", "Correct answers", "The key"])
def test_a_list_of_keys_on_one_line_above_its_questions_is_told(word: str) -> None:
    found = read_plain(f"{word}: 1. B, 2. C\n\n1. One?\n{OPTIONS}\n2. Two?\n{OPTIONS}", "f")

    assert lines(found) == ["single: One? | one | two | three", "single: Two? | one | two | three"]
    assert remarks(found) == [f"1 {EARLY}"]


def test_keys_line_by_line_above_their_questions_are_taken() -> None:
    found = read_plain(f"Answer key\n1. B\n2. C\n\n1. One?\n{OPTIONS}\n2. Two?\n{OPTIONS}", "f")

    assert lines(found) == ["single: One? | one | *two | three", "single: Two? | one | two | *three"]


def test_a_heading_above_such_an_answer_changes_nothing() -> None:
    found = read_plain(f"# Week 1\nAnswer: B\n1. One?\n{OPTIONS}\nAnswer: C\n2. Two?\n{OPTIONS}", "f")

    assert [draft.doubt for draft in found.drafts] == [UNSURE, ""]
