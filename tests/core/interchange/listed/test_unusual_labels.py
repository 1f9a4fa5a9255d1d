"""Keys before the numbers of their questions, and options with roman numerals."""

import pytest

from cpsprep.core.interchange.listed.plain import read_plain
from cpsprep.core.interchange.word.document import read_word
from cpsprep.core.interchange.xml_tree import read_xml
from fakes_docx import document, paragraph
from fakes_import import lines, skipped


def typed(text: str) -> list[str]:
    return lines(read_plain(text, "f"))


@pytest.mark.parametrize("ahead", ["B 12.", "_B_12.", "_B_ 12)", "__B__ 12.", "___b___12."])
def test_a_key_before_the_number_is_the_key(ahead: str) -> None:
    text = f"{ahead} Which?\na) x\nb) y\n"

    assert typed(text) == ["single: Which? | x | *y"]
    document_of = document(*map(paragraph, text.splitlines()))
    assert lines(read_word({"document": read_xml(document_of.encode())}, "f")) == typed(text)


def test_so_is_true_or_false() -> None:
    assert typed("_F_ 1. It is so.\nTRUE 2. It is not.\n_T_ 3. Maybe.\nAnswer: F") == [
        "truefalse: It is so. = false",
        "truefalse: It is not. = true",
        "truefalse: Maybe. = ? | ?? 'T or F' says neither true nor false",
    ]


def test_a_line_left_for_the_key_is_no_part_of_the_question() -> None:
    text = "_____ 1. Which?\na) x\nb) y\n____ 2. Who?\na) x\nb) y\n\nKey\n1. B\n2. A"

    assert typed(text) == ["single: Which? | x | *y", "single: Who? | *x | y"]


def test_a_key_before_the_number_and_another_below_leave_a_doubt() -> None:
    assert typed("B 1. Which?\na) x\nb) y\nAnswer: B") == ["single: Which? | x | *y"]
    assert typed("B 1. Which?\na) x\nb) y\nAnswer: A") == [
        "single: Which? | x | y | ?? the key 'B or A' names no option"
    ]


@pytest.mark.parametrize(
    ("options", "key", "expected"),
    [
        ("i. x\nii. y\niii. z", "ii", "x | *y | z"),
        ("I. x\nII. y\nIII. z", "iii", "x | y | *z"),
        ("(i) x\n(ii) y\n(iii) z", "(i)", "*x | y | z"),
        ("i) x\nii) y\niii) z\niv) w", "iv. w", "x | y | z | *w"),
        ("i. x\nii. y\niii. z", "i and iii", "*x | y | *z"),
        ("i. x\nii. y\niii. z", "y", "x | *y | z"),
    ],
)
def test_roman_numerals_are_labels_of_options(options: str, key: str, expected: str) -> None:
    (found,) = typed(f"1. Which?\n{options}\nKey: {key}")

    assert found.partition(": Which? | ")[2] == expected


def test_roman_numerals_without_a_key_need_one() -> None:
    assert typed("1. Which?\ni. x\nii. y\n2. Who?\ni. x\nii. y*") == [
        "single: Which? | x | y",
        "single: Who? | x | *y",
    ]


def test_statements_with_numerals_above_options_with_letters_stay_in_the_stem() -> None:
    assert typed("1. Which are right?\ni. x\nii. y\na) i alone\nb) i and ii\nAnswer: b") == [
        "single: Which are right?/i. x/ii. y | i alone | *i and ii"
    ]


def test_numerals_below_an_option_stay_in_it() -> None:
    assert typed("1. Which?\na) these\ni. x\nii. y\nb) those*") == [
        "single: Which? | these/i. x/ii. y | *those"
    ]


@pytest.mark.parametrize("key", ["B", "c.", "ii"])
def test_a_letter_as_the_answer_of_a_question_without_options_makes_no_card(key: str) -> None:
    found = read_plain(f"1. Which of these is right?\nAnswer: {key}", "f")

    assert (lines(found), skipped(found)) == ([], ["1 question without options"])


def test_a_card_may_have_a_letter_as_its_answer() -> None:
    assert typed("Q: Which vitamin is in lemons?\nA: C") == ["basic: Which vitamin is in lemons? = C"]
