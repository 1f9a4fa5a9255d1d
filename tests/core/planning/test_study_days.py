"""Days of study, counted without days off."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.days import from_date
from cpsprep.core.planning.study_days import StudyDays, weekday, weekdays_of

MONDAY = from_date(date(2026, 11, 23))
WEEKENDS = StudyDays(frozenset({5, 6}))
calendars = st.builds(StudyDays, st.frozensets(st.integers(0, 6)))


@given(st.dates())
def test_weekdays_are_those_of_the_calendar(day: date) -> None:
    assert weekday(from_date(day)) == day.weekday()


@given(calendars, st.integers(-9999, 99999))
def test_numbers_count_days_of_study(days: StudyDays, day: int) -> None:
    assert days.number(day + 1) - days.number(day) == (not days.is_off(day))
    assert days.is_off(day) or days.day(days.number(day)) == day
    assert not days.is_off(days.following(day))
    assert 0 <= days.following(day) - day <= 6


def test_days_between_leave_days_off_out() -> None:
    assert WEEKENDS.between(MONDAY + 3, MONDAY + 8) == (MONDAY + 3, MONDAY + 4, MONDAY + 7)


def test_a_week_without_study_has_no_days_off() -> None:
    never = StudyDays(frozenset(range(7)))
    assert (never.is_off(MONDAY), never.following(MONDAY)) == (False, MONDAY)


@pytest.mark.parametrize(
    ("names", "days"), [(["sun", "Saturday"], {5, 6}), (["no", "", "sunny"], {6}), ([], set())]
)
def test_weekdays_by_name(names: list[str], days: set[int]) -> None:
    assert weekdays_of(names) == days
