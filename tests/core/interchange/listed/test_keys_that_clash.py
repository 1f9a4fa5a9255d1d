"""A key that says two things names no option, and the question is asked about."""

import re

import pytest

from cpsprep.core.interchange.listed.plain import read_plain
from fakes_import import lines

_WHO = "1. Who?\nA. Asking\nB. Judging others\nC. No\n"


def typed(text: str) -> list[str]:
    return lines(read_plain(text, "f"))


@pytest.mark.parametrize("words", ["Judging others", "Judging", "judging others, as it is safe", "No: it is"])
@pytest.mark.parametrize(
    "key",
    [
        "Answer: A. {}",
        "**Answer: A) {}**",
        "Correct answer: (A) {}",
        "Answer: A - {}",
        "\nAnswer Key\n1. A) {}",
    ],
)
def test_a_letter_beside_the_words_of_another_option(words: str, key: str) -> None:
    (found,) = typed(_WHO + key.format(words))

    assert f"| Asking | Judging others | No | ?? the key says A, and '{words}' beside it" in found


@pytest.mark.parametrize("words", ["Asking", "asking!", "It opens a talk", "Nobody else asks"])
@pytest.mark.parametrize("key", ["Answer: A. {}", "Answer: A) {}", "\nAnswer Key\n1. A) {}"])
def test_a_letter_beside_its_own_words_or_a_reason(words: str, key: str) -> None:
    assert "| *Asking | Judging others | No" in typed(_WHO + key.format(words))[0]


def test_the_whole_key_may_be_the_words_of_an_option() -> None:
    assert typed("1. Who?\nA. A good listener\nB. Good listener\nAnswer: A good listener") == [
        "single: Who? | *A good listener | Good listener"
    ]


def test_a_letter_of_true_or_false_beside_the_other_word() -> None:
    assert typed("1. So it is.\nA. True\nB. False\nAnswer: A. False") == [
        "truefalse: So it is. = ? | ?? the key says A, and 'False' beside it"
    ]


@pytest.mark.parametrize("key", ["1. A or B", "1. A, or B", "1. A and/or B", "1. (A) or both"])
def test_two_letters_to_choose_from_in_a_list(key: str) -> None:
    (found,) = typed(f"{_WHO}\nAnswer Key\n{key}")

    assert f"| Asking | Judging others | No | ?? the key '{key[3:]}' names no option" in found


@pytest.mark.parametrize("key", ["Answer: A/B", "Answer: (A) / (B)", "\nAnswer Key\n1. A/B"])
def test_a_stroke_between_letters_is_asked_where_the_question_does_not_ask_for_several(key: str) -> None:
    (found,) = typed(_WHO + key)
    several = _WHO.replace("\n", " Choose all that apply.\n", 1)

    assert re.search(r"\| Asking .* \| \?\? the key '.{3,9}' may mean one of them or all$", found)
    assert "| *Asking | *Judging others | No" in typed(several + key)[0]


def test_a_comma_between_letters_is_an_and() -> None:
    assert "| *Asking | *Judging others | No" in typed(f"{_WHO}Answer: A, B")[0]


def test_true_or_false_is_no_key() -> None:
    assert typed("1. So it is.\nAnswer: True or False") == [
        "truefalse: So it is. = ? | ?? 'True or False' says neither true nor false"
    ]


@pytest.mark.parametrize("more", ["(corrected: B)", "Correction: the key is B.", "It should be B"])
@pytest.mark.parametrize("key", ["Answer: A\n", "\nAnswer Key\n1. A\n", "\nAnswer Key\n1. A "])
def test_a_key_that_was_corrected_is_asked(more: str, key: str) -> None:
    (found,) = typed(f"{_WHO}{key}{more}")

    assert "| Asking | Judging others | No |" in found
    assert f"?? the key says A, and '{more}' beside it" in found


@pytest.mark.parametrize("more", ["(corrected: A)", "It should be asked.", "B is changed by it"])
def test_what_corrects_nothing_is_an_explanation(more: str) -> None:
    assert typed(f"{_WHO}Answer: A\n{more}") == [f"single: Who? | *Asking | Judging others | No | -- {more}"]


@pytest.mark.parametrize(
    "both", ["Both A and B", "A and B only", "All of the above", "Both are right", "Both A and B, not D"]
)
def test_several_letters_beside_an_option_that_stands_for_them(both: str) -> None:
    assert typed(f"1. Who?\nA. Asking\nB. Judging\nC. {both}\nAnswer: A, B") == [
        f"single: Who? | Asking | Judging | {both} | ?? the key says A, B, and there is an option '{both}'"
    ]


@pytest.mark.parametrize("part", [", ", "; ", " & ", "/", "+", " and ", ", and "])
def test_letters_of_such_an_option_may_stand_with_any_sign_between_them(part: str) -> None:
    both = f"Only {part.join('ac')}"
    options = f"1. Who?\nA. Asking\nB. Judging\nC. Waiting\nD. {both}"

    (found,) = typed(f"{options}\nAnswer: A, C")
    assert found.endswith(f" | {both} | ?? the key says A, C, and there is an option '{both}'")
    assert typed(f"{options}\nAnswer: A, B, C") == [
        f"multiple: Who? | *Asking | *Judging | *Waiting | {both}"
    ]


def test_the_option_that_stands_for_several_may_be_the_key() -> None:
    for key in ("C", "C. Both A and B", "Both A and B"):
        assert typed(f"1. Who?\nA. Asking\nB. Judging\nC. Both A and B\nAnswer: {key}") == [
            "single: Who? | Asking | Judging | *Both A and B"
        ]


def test_a_list_apart_that_clashes_with_itself_agrees_with_no_key() -> None:
    assert typed(f"{_WHO}Answer: A\n\nAnswer Key\n1. A) No")[0].endswith(
        "?? the key is A here and A No in the list"
    )
