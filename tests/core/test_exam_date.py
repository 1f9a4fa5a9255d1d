"""Exam dates: what people type, what is understood, and what is said back."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.exam_date import read_date, said

TODAY = date(2026, 11, 23)
EXAM = date(2026, 12, 28)
# Four-digit years, with room for a distance on both sides.
days = st.dates(date(1010, 1, 1), date(9990, 12, 31))
distances = st.integers(-3000, 3000).map(timedelta)


@given(days, distances)
def test_what_is_said_can_be_read_back(day: date, distance: timedelta) -> None:
    today = day - distance

    assert read_date(said(day, today), today) == day


@given(
    days, st.sampled_from(["{0.month}/{0.day}/{0.year}", "{0:%Y-%m-%d}", "{0.day:02}.{0.month:02}.{0.year}"])
)
def test_a_full_date_reads_the_same_on_any_day(day: date, form: str) -> None:
    text = form.format(day.replace(year=max(day.year, 1010)))

    assert read_date(text, TODAY) == read_date(text, date(1999, 1, 1)) == day


@given(st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert isinstance(read_date(text, TODAY), date | None)


@given(st.integers(1, 12), st.integers(1, 31), days)
def test_a_date_without_a_year_is_never_in_the_past(month: int, day: int, today: date) -> None:
    found = read_date(f"{month}/{day}", today)

    assert found is None or found >= today


@pytest.mark.parametrize(
    "text",
    [
        "12/28/2026",
        "12-28-2026",
        "12 28 2026",
        "12/28/26",
        " 12 / 28 / 2026 ",
        "12/28/2026.",
        "2026-12-28",
        "2026/12/28",
        "2026.12.28",
        "2026 Dec 28",
        "28.12.2026",
        "28. 12. 26",
        "Dec 28, 2026",
        "dec. 28 '26",
        "DECEMBER 28TH 2026",
        "Decem 28",
        "the 28th of December, 2026",
        "on Monday, 12/28/2026",
        "Mon 28 Dec",
    ],
)
def test_people_write_dates_in_many_ways(text: str) -> None:
    assert read_date(text, TODAY) == EXAM


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("5/6/2027", date(2027, 5, 6)),
        ("5-6-27", date(2027, 5, 6)),
        ("5/6/2027.", date(2027, 5, 6)),
        ("13/6/2027", date(2027, 6, 13)),
        ("2027-13-06", date(2027, 6, 13)),
        ("5.6.2027", date(2027, 6, 5)),
        ("12.28.2026", EXAM),
    ],
    ids=[
        "slashes",
        "hyphens",
        "full stop at the end",
        "must be a day",
        "ISO turned round",
        "dots",
        "dots, US",
    ],
)
def test_the_month_comes_first_unless_only_the_other_way_is_a_date(text: str, meant: date) -> None:
    assert read_date(text, TODAY) == meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("11/23", TODAY),
        ("11/24", date(2026, 11, 24)),
        ("11/22", date(2027, 11, 22)),
        ("Jan 5", date(2027, 1, 5)),
        ("31.12.", date(2026, 12, 31)),
        ("2/29", date(2028, 2, 29)),
        ("Feb 29", date(2028, 2, 29)),
    ],
)
def test_without_a_year_it_is_the_next_such_day(text: str, meant: date) -> None:
    assert read_date(text, TODAY) == meant


def test_a_leap_day_is_waited_for_across_a_century_that_has_none() -> None:
    assert read_date("February 29", date(2096, 3, 1)) == date(2104, 2, 29)


def test_the_calendar_may_end_before_the_next_such_day() -> None:
    assert read_date("11/22", date(9999, 11, 23)) is None


@pytest.mark.parametrize(("text", "is_a_date"), [("2/29/2028", True), ("2/29/2027", False)])
def test_a_leap_day_needs_a_leap_year(text: str, is_a_date: bool) -> None:
    assert (read_date(text, TODAY) is not None) is is_a_date


@pytest.mark.parametrize(
    "zero", ["\u0660", "\u06f0", "\u0966", "\uff10"], ids=["Arabic", "Persian", "Devanagari", "fullwidth"]
)
def test_digits_of_other_scripts_are_digits(zero: str) -> None:
    theirs = "12/28/2026".translate({ord("0") + n: chr(ord(zero) + n) for n in range(10)})

    assert read_date(theirs, TODAY) == EXAM


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "12",
        "2026",
        "December",
        "Dec 2026",
        "2026-12",
        "maybe in 2 weeks",
        "Junk 5",
        "ma 5",
        "Dec Jan 5",
        "28 décembre 2026",
        "12/28/2026 9:00",
        "12/28/2026 PM",
        "13/13/2026",
        "0/12/2026",
        "12/0/2026",
        "0000-12-28",
        "12/28/6",
        "12/28/206",
        "12/28/20260",
        "Dec 28, 20260",
        "9" * 5000,
        f"12/28/{'2' * 5000}",
        "12/²⁸/2026",
    ],
    ids=lambda text: text[:24] or "nothing",
)
def test_what_is_not_understood_is_no_date(text: str) -> None:
    assert read_date(text, TODAY) is None


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (EXAM, "Monday, December 28, 2026, 35 days from today"),
        (TODAY, "Monday, November 23, 2026, today"),
        (date(2026, 11, 24), "Tuesday, November 24, 2026, tomorrow"),
        (date(2026, 11, 22), "Sunday, November 22, 2026, yesterday"),
        (date(2026, 11, 1), "Sunday, November 1, 2026, 22 days ago"),
    ],
)
def test_a_date_is_said_with_weekday_and_distance(day: date, words: str) -> None:
    assert said(day, TODAY) == words
