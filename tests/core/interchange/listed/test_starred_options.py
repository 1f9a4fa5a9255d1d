"""Asterisks before options: bullets of Markdown, or signs of the right ones."""

import pytest

from cpsprep.core.interchange.listed.plain import read_plain
from fakes_import import lines


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ("* a) one\n* **b) two**\n* c) three", "one | *two | three"),
        ("* a) one\n* **b)** two\n* c) three", "one | *two | three"),
        ("* a) one\n* b) **two**\n* c) three", "one | *two | three"),
        ("* a) one\n* b) ==two==\n\n* c) three", "one | *two | three"),
        ("* A. one\n* B. two\n* C. three\nAnswer: B", "one | *two | three"),
        ("a) one\n* **b) two**\nc) three", "one | *two | three"),
        ("a) one\n* b) two\nc) three", "one | *two | three"),
        ("a) one\n*b) two\nc) three", "one | *two | three"),
        ("  * a) one\n  * b) two\n    and more\n  * c) three", "one | two/and more | three"),
    ],
)
def test_an_asterisk_at_every_option_is_a_bullet(options: str, expected: str) -> None:
    (found,) = lines(read_plain(f"1. Who?\n{options}", "f"))

    assert found.partition(": Who? | ")[2] == expected


def test_asterisks_at_some_options_are_signs() -> None:
    text = "1. Select all that apply.\n* a) one\n* b) two\nc) three"

    assert lines(read_plain(text, "f")) == ["multiple: Select all that apply. | *one | *two | three"]


def test_each_question_has_its_own_way() -> None:
    text = "1. Who?\n* a) one\n* **b) two**\n2. Who?\n* a) one\nb) two\n3. Who?\n* x\n* **y**"

    assert lines(read_plain(text, "f")) == [
        "single: Who? | one | *two",
        "single: Who? | *one | two",
        "single: Who? | x | *y",
    ]


def test_an_asterisk_and_a_bold_option_disagree() -> None:
    (found,) = lines(read_plain("1. Who?\n* a) one\n**b) two**\nc) three", "f"))

    assert found == "single: Who? | one | two | three | ?? different options are marked: by sign and by bold"
