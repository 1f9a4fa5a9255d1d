"""Answers as statistics read them: what each was for its card, and when a share says something."""

import pytest

from cpsprep.core.item import CardId, ItemId
from cpsprep.core.progress.answer_rows import AnswerRow, Role, Share, roles, share
from fakes_plan import BANK


def row(card: str = "a", day: int = 1, mode: str = "review", **fields: object) -> AnswerRow:
    values = {"grade": 4, **fields}
    return AnswerRow(day, BANK, ItemId(card), CardId(card), mode, **values)  # type: ignore[arg-type]


def told(*rows: AnswerRow) -> list[Role]:
    return [role for _, role in roles(rows)]


def test_the_first_answer_ever_is_new_the_next_of_the_day_drill_later_days_are_reviews() -> None:
    assert told(row(), row(), row(day=2), row(day=2)) == [Role.FIRST, Role.DRILL, Role.REVIEW, Role.DRILL]


def test_cards_are_told_apart() -> None:
    assert told(row("a"), row("b")) == [Role.FIRST, Role.FIRST]


@pytest.mark.parametrize("mode", ["practice", "exam", ""])
def test_other_answers_schedule_nothing_and_are_no_first_answer(mode: str) -> None:
    assert told(row(mode=mode), row()) == [Role.OTHER, Role.FIRST]


def test_an_answer_without_a_grade_schedules_nothing() -> None:
    assert told(row(grade=None), row()) == [Role.OTHER, Role.FIRST]


@pytest.mark.parametrize(
    ("correct", "grade", "right"),
    [(True, 2, True), (False, 5, False), (None, 3, True), (None, 2, False), (None, None, False)],
)
def test_right_is_what_the_answer_says_or_else_what_its_grade_says(
    correct: bool | None, grade: int | None, right: bool
) -> None:
    assert row(correct=correct, grade=grade).right is right


@pytest.mark.parametrize(("right", "n", "value"), [(0, 0, None), (4, 4, None), (4, 5, 0.8), (0, 5, 0.0)])
def test_a_share_of_fewer_than_five_says_nothing(right: int, n: int, value: float | None) -> None:
    assert Share(right, n).value == value


def test_a_share_counts_what_was_right() -> None:
    assert share([True, False, True]) == Share(2, 3)
