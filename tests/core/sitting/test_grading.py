"""From an answer to a grade (design, section 6)."""

import pytest

from cpsprep.core.events import Confidence
from cpsprep.core.item import Kind
from cpsprep.core.sitting.grading import Rating, is_right, propose
from fakes_study import choice, option

SURE, GUESS = Confidence.SURE, Confidence.GUESS


@pytest.mark.parametrize(
    ("right", "confidence", "grade"),
    [
        (True, None, 4),
        (True, SURE, 5),
        (True, GUESS, 2),
        (False, None, 1),
        (False, SURE, 1),
        (False, GUESS, 0),
    ],
)
def test_a_grade_comes_of_right_and_sure(right: bool, confidence: Confidence | None, grade: int) -> None:
    assert propose(right=right, confidence=confidence) == grade


@pytest.mark.parametrize("confidence", [None, SURE, GUESS])
def test_in_the_drill_a_right_answer_passes_however_sure(confidence: Confidence | None) -> None:
    assert propose(right=True, confidence=confidence, drill=True) == 4


@pytest.mark.parametrize(("confidence", "grade"), [(None, 1), (SURE, 1), (GUESS, 0)])
def test_in_the_drill_a_wrong_answer_is_graded_as_ever(confidence: Confidence | None, grade: int) -> None:
    assert propose(right=False, confidence=confidence, drill=True) == grade


@pytest.mark.parametrize(
    ("chosen", "right"),
    [("ac", True), ("ca", True), ("a", False), ("abc", False), ("bd", False), ("", False)],
)
def test_of_several_right_options_all_and_no_other_must_be_chosen(chosen: str, right: bool) -> None:
    several = choice(answer="ac", kind=Kind.MULTIPLE)

    assert is_right(several, [option(letter) for letter in chosen]) is right


def test_the_four_names_stand_for_grades() -> None:
    assert {rating.name.lower(): int(rating) for rating in Rating} == {
        "again": 1,
        "hard": 3,
        "good": 4,
        "easy": 5,
    }
