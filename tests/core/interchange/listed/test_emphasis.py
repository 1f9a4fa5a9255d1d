"""Signs of Markdown around a part of a line: they go, and what is multiplied stays."""

import pytest

from cpsprep.core.interchange.listed.plain import read_plain
from fakes_import import lines


@pytest.mark.parametrize(
    ("stem", "expected"),
    [
        ("1. Who? *(select all that apply)*", "Who? (select all that apply)"),
        ("**1. Who?** *(one)*", "Who? (one)"),
        ("**1. Who?** (one)", "Who? (one)"),
        ("**Question 1:** Who *is* it?", "Who is it?"),
        ("1. What are **a** and *b*?", "What are a and b?"),
        ("1. What is 3 * 4 * 5?", "What is 3 * 4 * 5?"),
        ("1. What is 3*4*5?", "What is 3*4*5?"),
        (r"1. What is \*this\*?", "What is *this*?"),
        ("1. Who has **two?", "Who has **two?"),
    ],
)
def test_a_part_of_a_line_loses_its_signs(stem: str, expected: str) -> None:
    assert lines(read_plain(f"{stem}\nA. one\nB. two\nAnswer: B", "f")) == [
        f"single: {expected} | one | *two"
    ]


def test_an_explanation_with_a_name_in_italics_is_an_explanation() -> None:
    (found,) = lines(read_plain("1. Who?\nA. one\nB. two\nAnswer: B\n*Explanation:* It is so.", "f"))

    assert found == "single: Who? | one | *two | -- It is so."


def test_an_option_that_is_bold_with_its_letter_is_right_among_letters_that_are_bold() -> None:
    text = "1. Who?\n**A. one**\n**B.** two\n**C.** three"

    assert lines(read_plain(text, "f")) == ["single: Who? | *one | two | three"]
