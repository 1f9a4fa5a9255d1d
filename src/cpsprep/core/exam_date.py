"""An exam date as people write it, and as it is said back to them."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_date(text: str, today: date) -> date | None:
    """The date meant by `12/28/2026`, `2026-12-28`, `28.12.2026`, `Dec 28, 2026` or the same without a year.

    Numbers with slashes are month first, as in the United States, unless only the other way is a date. A
    date without a year is the next one of that name. None means that no date can be read.
    """
    words = re.findall(r"[a-z]+|\d+", text.casefold())
    numbers = [int(word) for word in words if word.isdigit() and len(word) <= len("2026")]
    months = [_month(word) for word in words if not word.isdigit()]
    named = [month for month in months if month]
    if len(named) == 1 and len(numbers) in {1, 2}:
        return _with_year(numbers[1:], today, lambda year: _date(year, named[0], numbers[0]))
    if named or len(numbers) not in {2, 3} or len(numbers) != len(words):
        return None
    if numbers[0] > 31:  # noqa: PLR2004  (no day of a month: the year stands first)
        return _date(*numbers) if len(numbers) == len(("y", "m", "d")) else None
    first, second = (numbers[1], numbers[0]) if "." in text else (numbers[0], numbers[1])
    return _with_year(
        numbers[2:], today, lambda year: _date(year, first, second) or _date(year, second, first)
    )


def said(day: date, today: date) -> str:
    """A date in words that leave no doubt: `Monday, December 28, 2026, 35 days from today`."""
    days = (day - today).days
    away = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(days)
    if away is None:
        away = f"{days} days from today" if days > 0 else f"{-days} days ago"
    return f"{day:%A}, {day:%B} {day.day}, {day.year}, {away}"


def _month(word: str) -> int | None:
    for number, name in enumerate(_MONTHS, start=1):
        if word.startswith(name):
            return number
    return None


def _with_year(given: list[int], today: date, make: Callable[[int], date | None]) -> date | None:
    if given:
        century = 2000 if given[0] < 100 else 0  # noqa: PLR2004  (two digits)
        return make(century + given[0])
    this_year = make(today.year)
    return make(today.year + 1) if this_year is None or this_year < today else this_year


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
