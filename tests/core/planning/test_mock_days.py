"""On which days a plan puts mock exams, and which of them is to be taken today."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.history import StudyPlan
from cpsprep.core.planning.deadline import Deadline
from cpsprep.core.planning.mock_days import MockDay, mock_days, next_mock
from cpsprep.core.planning.study_days import StudyDays, weekday
from fakes_deadline import deadlines
from fakes_plan import TODAY

PARTS, DAY = StudyPlan(mocks="parts"), StudyPlan(mocks="day", mock_day=5)


def days(
    count: int, said: StudyPlan = PARTS, items: int = 75, off: frozenset[int] = frozenset()
) -> list[MockDay]:
    deadline = Deadline(TODAY + count, TODAY, TODAY, 5, StudyDays(off))
    return [one._replace(day=one.day - TODAY) for one in mock_days(deadline, said, items)]


@pytest.mark.parametrize("said", [StudyPlan(), StudyPlan(mocks="weekly")])
def test_who_wants_none_gets_none(said: StudyPlan) -> None:
    assert days(40, said) == []


def test_a_long_way_has_two_in_parts_the_last_before_the_final_window() -> None:
    assert days(40) == [(14, 25), (15, 25), (16, 25), (32, 25), (33, 25), (34, 25)]


def test_a_shorter_way_has_one() -> None:
    assert days(20) == [(12, 25), (13, 25), (14, 25)]


def test_what_is_left_makes_a_smaller_part() -> None:
    assert [one.items for one in days(20, items=60)] == [25, 25, 10]


@pytest.mark.parametrize(("count", "expected"), [(5, [(3, 25)]), (3, [(1, 25)]), (2, []), (1, [])])
def test_a_few_days_have_one_part_or_none(count: int, expected: list[tuple[int, int]]) -> None:
    assert days(count) == expected


def test_parts_keep_days_off_free() -> None:
    off = frozenset({5, 6})
    assert all(weekday(TODAY + one.day) not in off for one in days(40, off=off))


def test_a_long_day_is_the_weekday_that_was_picked() -> None:
    made = days(40, DAY)
    assert [one.items for one in made] == [75, 75]
    assert {weekday(TODAY + one.day) for one in made} == {5}
    assert made[1].day - made[0].day == 14


def test_a_long_day_may_be_a_day_off() -> None:
    assert days(40, DAY, off=frozenset({5})) != []


def test_without_a_weekday_it_is_a_saturday() -> None:
    assert days(40, StudyPlan(mocks="day")) == days(40, DAY)


def test_a_short_way_may_have_no_such_weekday() -> None:
    assert days(2, DAY) == []


def test_a_short_way_takes_the_last_one_there_is() -> None:
    assert [weekday(TODAY + one.day) for one in days(9, DAY)] == [5]


@given(deadlines(), st.sampled_from([PARTS, DAY]), st.integers(1, 200))
def test_none_lies_before_the_plan_or_on_the_day_before_the_exam(
    deadline: Deadline, said: StudyPlan, items: int
) -> None:
    made = mock_days(deadline, said, items)
    assert all(deadline.begun <= one.day < deadline.exam for one in made)
    assert list(made) == sorted(made)


DEADLINE = Deadline(TODAY + 40, TODAY, TODAY, 5)
MADE = (MockDay(TODAY + 3, 25), MockDay(TODAY + 5, 20))


@pytest.mark.parametrize(
    ("today", "ended", "items"),
    [
        (2, (), None), (3, (), 25), (4, (), 25), (3, (3,), None), (4, (3,), None), (5, (3,), 20),
        (5, (1, 2), None),
        (9, (3,), 20), (9, (-5, 3), 20), (38, (), 25), (39, (), None), (5, (), 25), (6, (5,), 20),
    ],
)  # fmt: skip
def test_the_first_that_was_not_taken_is_today(today: int, ended: tuple[int, ...], items: int | None) -> None:
    found = next_mock(MADE, [TODAY + day for day in ended], DEADLINE, TODAY + today)
    assert (found.items if found else None) == items
