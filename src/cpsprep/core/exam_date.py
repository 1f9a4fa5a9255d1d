"""An exam date as people write it, and as it is said back to them."""

import re
from collections.abc import Callable
from datetime import date
from typing import Final

from cpsprep.core.days import long_date

_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FILLING: Final = frozenset({"st", "nd", "rd", "th", "the", "of", "on"})
_SHORTEST: Final = 3
"""Letters that are enough for the name of a month or a weekday."""
_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_DISTANCE: Final = re.compile(r",\s*(today|tomorrow|yesterday|\d+ days (from today|ago))[\s.]*$")
_DOTTED: Final = re.compile(r"\d\s*\.\s*\d")
_FULL_YEAR: Final = 4
_SHORT_YEAR: Final = 2
_CENTURY: Final = 2000
_NEXT_LEAP_DAY: Final = 8
"""The longest wait for a February 29, in years, as from 2096 to 2104."""


def read_date(text: str, today: date) -> date | None:
    """The date meant by `12/28/2026`, `2026-12-28`, `28.12.2026`, `Dec 28, 2026` or the same without a year.

    Numbers with slashes are month first, as in the United States, unless only the other way is a date; those
    with dots are day first, unless only the other way is one. A date without a year is the next one of that
    name. What `said` says is read too. None means that no date can be read, or that a word is not understood.
    """
    words = _WORD.findall(_DISTANCE.sub("", text.casefold()))
    numbers = [word for word in words if word.isdecimal()]
    names = [word for word in words if not (word.isdecimal() or word in _FILLING or _in(_WEEKDAYS, word))]
    months = [_in(_MONTHS, name) for name in names]
    parts = 1 if months else 2
    if len(months) > 1 or None in months or len(numbers) not in {parts, parts + 1}:
        return None
    if any(len(number) > _FULL_YEAR for number in numbers):
        return None
    year, rest, is_year_first = _split(numbers, parts)
    if months:
        orders = [(months[0] or 0, rest[0])]
    else:
        first, second = rest
        orders = [(first, second), (second, first)]
        if not is_year_first and _DOTTED.search(text):
            orders.reverse()
    return _in_year(year, today, lambda of: next(filter(None, (_date(of, m, d) for m, d in orders)), None))


def said(day: date, today: date) -> str:
    """A date in words that leave no doubt: `Monday, December 28, 2026, 35 days from today`."""
    days = (day - today).days
    away = {0: "today", 1: "tomorrow", -1: "yesterday"}.get(days)
    if away is None:
        away = f"{days} days from today" if days > 0 else f"{-days} days ago"
    return f"{long_date(day)}, {away}"


def _in(names: tuple[str, ...], word: str) -> int | None:
    """Which of the names a word is or begins, counted from 1."""
    found = (number for number, name in enumerate(names, start=1) if name.startswith(word))
    return next(found, None) if len(word) >= _SHORTEST else None


def _split(numbers: list[str], parts: int) -> tuple[str | None, list[int], bool]:
    """The year as written, if there is one, the other numbers, and whether the year stands first."""
    if len(numbers) == parts:
        return None, [int(number) for number in numbers], False
    if len(numbers[0]) == _FULL_YEAR:
        return numbers[0], [int(number) for number in numbers[1:]], True
    return numbers[-1], [int(number) for number in numbers[:-1]], False


def _in_year(year: str | None, today: date, make: Callable[[int], date | None]) -> date | None:
    if year is None:
        coming = (make(today.year + ahead) for ahead in range(_NEXT_LEAP_DAY + 1))
        return next((day for day in coming if day is not None and day >= today), None)
    if len(year) == _SHORT_YEAR:
        return make(_CENTURY + int(year))
    return make(int(year)) if len(year) == _FULL_YEAR else None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
