"""Study days: 04:00 local time is the border, whatever the clock does."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.days import from_date, local_time, long_date, study_day, to_date

NEW_YORK = ZoneInfo("America/New_York")
HONOLULU = ZoneInfo("Pacific/Honolulu")
TOKYO = ZoneInfo("Asia/Tokyo")
SUMMER_STARTS = date(2026, 3, 8)
SUMMER_ENDS = date(2026, 11, 1)


def day_of(at: str, zone: tzinfo = UTC, fold: int = 0) -> date:
    return to_date(study_day(datetime.fromisoformat(at).replace(tzinfo=zone, fold=fold)))


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2026-05-05 03:59:59.999999", date(2026, 5, 4)),
        ("2026-05-05 04:00", date(2026, 5, 5)),
        ("2026-05-05 23:59", date(2026, 5, 5)),
        ("2026-05-06 01:30", date(2026, 5, 5)),
        ("2026-03-01 03:59", date(2026, 2, 28)),
        ("2028-03-01 03:59", date(2028, 2, 29)),
        ("2027-01-01 02:00", date(2026, 12, 31)),
        ("1969-12-31 12:00", date(1969, 12, 31)),
    ],
)
def test_the_day_ends_at_four_in_the_morning(at: str, day: date) -> None:
    assert day_of(at) == day


@pytest.mark.parametrize(
    ("at", "day"),
    [
        ("2026-03-08 01:59", date(2026, 3, 7)),
        ("2026-03-08 03:00", date(2026, 3, 7)),
        ("2026-03-08 03:59", date(2026, 3, 7)),
        ("2026-03-08 04:00", SUMMER_STARTS),
        ("2026-03-09 03:59", SUMMER_STARTS),
    ],
)
def test_the_border_stays_at_four_when_the_clock_goes_forward(at: str, day: date) -> None:
    assert day_of(at, NEW_YORK) == day


@pytest.mark.parametrize(
    ("at", "fold", "day"),
    [
        ("2026-11-01 01:30", 0, date(2026, 10, 31)),
        ("2026-11-01 01:30", 1, date(2026, 10, 31)),
        ("2026-11-01 03:59", 0, date(2026, 10, 31)),
        ("2026-11-01 04:00", 0, SUMMER_ENDS),
    ],
)
def test_the_hour_that_comes_twice_belongs_to_one_day(at: str, fold: int, day: date) -> None:
    assert day_of(at, NEW_YORK, fold) == day


def test_a_day_of_23_and_one_of_25_hours_are_one_day_each() -> None:
    noon = datetime(2026, 3, 7, 12, tzinfo=NEW_YORK)
    assert study_day(noon + timedelta(days=1)) - study_day(noon) == 1
    late = datetime(2026, 10, 31, 12, tzinfo=NEW_YORK)
    assert study_day(late + timedelta(days=1)) - study_day(late) == 1


def test_a_flight_counts_by_the_clock_on_the_wall_where_one_is() -> None:
    moment = datetime(2026, 5, 5, 12, tzinfo=UTC)
    assert to_date(study_day(moment.astimezone(HONOLULU))) == date(2026, 5, 4)
    assert to_date(study_day(moment.astimezone(TOKYO))) == date(2026, 5, 5)


def test_the_hour_can_be_another() -> None:
    at = datetime(2026, 5, 5, 3, tzinfo=UTC)
    assert to_date(study_day(at, rollover_hour=0)) == date(2026, 5, 5)
    assert to_date(study_day(at, rollover_hour=6)) == date(2026, 5, 4)


def test_a_time_without_an_offset_is_refused() -> None:
    with pytest.raises(ValueError, match="UTC offset"):
        study_day(datetime(2026, 5, 5, 12))  # noqa: DTZ001  (the point of the test)


@given(st.dates())
def test_a_day_and_its_date_are_two_ways_to_say_one_thing(day: date) -> None:
    assert to_date(from_date(day)) == day


def test_days_count_from_1970() -> None:
    assert from_date(date(1970, 1, 2)) == 1


@given(
    st.datetimes(min_value=datetime(1971, 1, 1), max_value=datetime(2100, 1, 1)),  # noqa: DTZ001
    st.integers(-14 * 60, 14 * 60),
    st.integers(0, 23),
)
def test_the_day_is_that_of_the_wall_clock_or_the_one_before(at: datetime, offset: int, hour: int) -> None:
    local = at.replace(tzinfo=timezone(timedelta(minutes=offset)))
    assert from_date(at.date()) - study_day(local, hour) == (1 if at.hour < hour else 0)


def test_a_date_in_words_leaves_no_doubt() -> None:
    assert long_date(date(2026, 12, 28)) == "Monday, December 28, 2026"


@pytest.mark.parametrize(("minutes", "shown"), [(0, "00:00"), (-300, "19:00"), (345, "05:45")])
def test_a_local_time_is_what_the_wall_clock_showed(minutes: int, shown: str) -> None:
    assert f"{local_time(0, minutes):%H:%M}" == shown
