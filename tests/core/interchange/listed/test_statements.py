"""Statements to call true or false: what asks is taken off, and so is a key that stands behind."""

import pytest

from cpsprep.core.interchange.listed.plain import read_plain
from fakes_import import lines, skipped


def typed(text: str) -> list[str]:
    return lines(read_plain(text, "f"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("True or False: A CPS may prescribe. FALSE", "A CPS may prescribe. = false"),
        ("True or False? A CPS may prescribe. (F)", "A CPS may prescribe. = false"),
        ("T/F: A CPS listens. True", "A CPS listens. = true"),
        ("A CPS listens. (T/F)   T", "A CPS listens. = true"),
        ("A CPS listens. (True or False) True.", "A CPS listens. = true"),
        ("A CPS listens. TRUE", "A CPS listens. = true"),
        ("A CPS listens. True  False", "A CPS listens. = ?"),
        ("A CPS listens. True or false?", "A CPS listens. = ?"),
        ("A CPS listens.  T  F", "A CPS listens. = ?"),
        ("T / F  A CPS listens.", "A CPS listens. = ?"),
        ("True or False: A CPS listens. TRUE\nAnswer: T", "A CPS listens. = true"),
        ("True or False: A CPS listens.\nAnswer: False - not so.", "A CPS listens. = false | -- not so."),
    ],
)
def test_a_statement_keeps_neither_what_asks_nor_its_key(text: str, expected: str) -> None:
    assert typed(f"1. {text}") == [f"truefalse: {expected}"]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        (
            "True or False: A CPS listens. TRUE\nAnswer: False",
            "the key is False, but TRUE stands behind the statement",
        ),
        ("True or False: A CPS listens.\nAnswer: B", "'B' says neither true nor false"),
        ("A CPS listens. (True or False)\nAnswer: maybe", "'maybe' says neither true nor false"),
        ("A CPS listens. (True or False)\nAnswer: 1", "'1' is a number, not true or false"),
        ("A CPS listens. (True or False)\nAnswer: (2)", "'(2)' is a number, not true or false"),
    ],
)
def test_a_key_that_cannot_be_leaves_a_doubt(text: str, doubt: str) -> None:
    assert typed(f"1. {text}") == [f"truefalse: A CPS listens. = ? | ?? {doubt}"]


def test_what_says_more_of_a_statement_explains_it_while_its_key_is_asked() -> None:
    (found,) = typed("1. A CPS listens. (True or False)\nAnswer: That is what they do.")

    assert found.startswith("truefalse: A CPS listens. = ? | -- That is what they do. | ?? ")


@pytest.mark.parametrize("text", ["Is it so? True", "He said that it is true.", "Say what is true"])
def test_a_true_at_the_end_alone_makes_no_statement(text: str) -> None:
    assert skipped(read_plain(f"1. {text}", "f")) == ["1 open question"]


def test_a_question_with_options_keeps_its_words() -> None:
    assert typed("1. True or false? Pick. TRUE\na) x*\nb) y") == [
        "single: True or false? Pick. TRUE | *x | y"
    ]


@pytest.mark.parametrize(
    ("options", "key", "expected"),
    [
        ("A. False\nB. True", "1", "? | ?? '1' is the place of one word and means the other"),
        ("A. True\nB. False", "1", "true"),
        ("A. False\nB. True", "2", "true"),
        ("A. True\nB. False", "0", "false"),
        ("A. False\nB. True", "A", "false"),
        ("A. False\nB. True", "T", "true"),
    ],
)
def test_a_number_that_means_both_words_is_asked_for(options: str, key: str, expected: str) -> None:
    assert typed(f"1. A CPS listens.\n{options}\nAnswer: {key}") == [
        f"truefalse: A CPS listens. = {expected}"
    ]
