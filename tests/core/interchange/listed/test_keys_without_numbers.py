"""Keys in a row without numbers: taken where they fit all questions exactly, and named where they do not."""

import pytest

from cpsprep.core.interchange.draft import Found
from cpsprep.core.interchange.listed.plain import read_plain
from fakes_import import lines, remarks

_LEFT = "may be the key of this question or one key for each question, so it was left out"


def quiz(count: int, *, marks: str = "") -> str:
    """Questions with the options x, y and z; `marks` has the letters that an asterisk marks, or spaces."""
    options = [
        "".join(
            f"{letter}) {word}{'*' * (mark == letter)}\n" for letter, word in zip("abc", "xyz", strict=True)
        )
        for mark in marks.ljust(count)
    ]
    return "".join(f"{number}. Who?\n{told}" for number, told in enumerate(options, 1))


def keys(found: Found) -> str:
    """The letters of the right options, `-` for a question without a key."""
    told = (
        "".join(letter for letter, one in zip("abc", draft.options, strict=True) if one.right)
        for draft in found.drafts
    )
    return " ".join(one or "-" for one in told)


@pytest.mark.parametrize(
    "below",
    [
        "Answer Key\nB B C A",
        "\nAnswer Key:\nB, b, c, A.",
        "ANSWERS\nBBCA",
        "Answer key\nB\nB\nC\nA",
        "Answers: B, B, C, A",
        "Answer Key: B B C A",
        "Key: BBCA",
        "Answers: 1-B 2-B 3-C 4-A",
        "Answer key: 1. B, 2. B, 3. C, 4. A",
    ],
)
def test_a_row_that_fits_is_the_key_of_all(below: str) -> None:
    found = read_plain(quiz(4) + below, "f")

    assert (keys(found), remarks(found)) == ("b b c a", [])


@pytest.mark.parametrize(
    ("below", "said"),
    [
        ("Answer Key\nB B C", "the keys 'B B C' have no numbers and do not fit the 4 questions above"),
        (
            "Answer Key\nB B C A A",
            "the keys 'B B C A A' have no numbers and do not fit the 4 questions above",
        ),
        ("Answer Key\nB B C H", "the keys 'B B C H' have no numbers and do not fit the 4 questions above"),
        ("Answers: B, B, C", f"'B, B, C' {_LEFT}"),
        ("Answers: A, C", f"'A, C' {_LEFT}"),
        ("Answers: B, B, C, D", f"'B, B, C, D' {_LEFT}"),
    ],
)
def test_a_row_that_does_not_fit_is_named_and_no_key_is_taken(below: str, said: str) -> None:
    found = read_plain(quiz(4) + below, "f")

    assert keys(found) == "- - - -"
    assert [remark.said.removesuffix(", so they were left out") for remark in found.remarks] == [said]


def test_two_letters_below_the_second_of_two_questions_may_be_either() -> None:
    found = read_plain(quiz(2) + "Answers: A, C", "f")

    assert keys(found) == "- -"
    assert len(found.remarks) == 1


def test_a_row_that_a_mark_speaks_against_is_not_taken() -> None:
    assert keys(read_plain(quiz(3, marks="abc") + "Answers: A, B, C", "f")) == "a b c"
    found = read_plain(quiz(3, marks="ab ") + "Answers: B, A, C", "f")

    assert (keys(found), len(found.remarks)) == ("a b -", 1)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Who?\na) x\nb) y\nc) z\nAnswers: A, C", "ac"),
        (quiz(1) + "2. Select all that apply.\na) x\nb) y\nc) z\nAnswers: A, C", "- ac"),
        (quiz(1) + "Answer: B\n2. Who?\na) x\nb) y\nc) z\nAnswers: A, C", "b ac"),
        (quiz(3, marks="ab ") + "Answers: A, C", "a b ac"),
        (quiz(2) + "Answer: B", "- b"),
        (quiz(1) + "Answer:\nB", "b"),
    ],
)
def test_a_row_that_can_only_be_of_its_question_stays_with_it(text: str, expected: str) -> None:
    found = read_plain(text, "f")

    assert (keys(found), remarks(found)) == (expected, [])


def test_a_row_below_each_part_is_that_parts() -> None:
    text = f"# One\n{quiz(2)}\nAnswer key\nA B\n\n# Two\n{quiz(3)}\nAnswer key\nC C B"

    assert keys(read_plain(text, "f")) == "a b c c b"


def test_statements_take_true_and_false() -> None:
    text = f"{quiz(1)}\n2. True or false: it is so.\n3. True or false: it is not.\n\nAnswer Key\nB T F"

    assert lines(read_plain(text, "f")) == [
        "single: Who? | x | *y | z",
        "truefalse: it is so. = true",
        "truefalse: it is not. = false",
    ]


def test_an_open_question_takes_no_letter() -> None:
    found = read_plain(f"{quiz(1)}\n2. Say what hope is.\n\nAnswer Key\nB C", "f")

    assert (keys(found), len(found.remarks)) == ("-", 1)


def test_a_title_above_no_keys_is_no_part_of_the_last_option() -> None:
    found = read_plain(quiz(1, marks="b") + "Answer Key\nWill be told in class.", "f")

    assert lines(found) == ["single: Who? | x | *y | z"]
    assert remarks(found) == ["5 belongs to no question: Answer Key | Will be told in class."]
