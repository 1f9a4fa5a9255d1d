"""What people write of their exam, read: days from today on, and how mock exams are spread."""

from datetime import date

import pytest

from cpsprep.cli.plan.reading import exam_day, mocks

TODAY = date(2026, 11, 23)
"""A Monday."""


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("today", "2026-11-23"),
        ("Tomorrow.", "2026-11-24"),
        ("in 3 weeks", "2026-12-14"),
        ("in 1 day", "2026-11-24"),
        ("Friday", "2026-11-27"),
        ("next fri", "2026-11-27"),
        ("on Monday", "2026-11-30"),
        ("Friday, November 27", "2026-11-27"),
        ("11/22/2029", "2029-11-22"),
    ],
)
def test_a_day_may_be_named_from_today_on(text: str, iso: str) -> None:
    assert exam_day(text, TODAY)[0] == {"exam_date": iso}


@pytest.mark.parametrize("text", ["12/28/9999", "1/1/2030", "in 999 weeks"])
def test_a_day_that_is_years_away_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="a plan reaches 3 years ahead"):
        exam_day(text, TODAY)


@pytest.mark.parametrize("text", ["in weeks", "someday", "next"])
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="That is no date I can read"):
        exam_day(text, TODAY)


@pytest.mark.parametrize("text", ["never", "No.", "none"])
def test_mock_exams_are_a_wish(text: str) -> None:
    assert mocks(text) == ({"mocks": None, "mock_day": None}, "No mock exams on the way")


def test_a_long_day_without_a_weekday_is_a_saturday() -> None:
    assert mocks("day")[0] == {"mocks": "day"}
    assert mocks("a day")[1] == "Mock exams on a long day, a Saturday unless you name another"
