"""When something was looked at: a year, a month or a day, as in 2026, 2026-11 and 2026-11-23."""

import re
from datetime import date
from typing import Final

_FORM: Final = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
_STALE_DAYS: Final = 365


def last_day(as_of: str) -> date | None:
    """The last day that may be meant (the 28th where only a month is given), or None where it is no date."""
    if not _FORM.fullmatch(as_of):
        return None
    numbers = [int(part) for part in as_of.split("-")]
    try:
        return date(*(*numbers, *(12, 28)[len(numbers) - 1 :]))
    except ValueError:
        return None


def is_stale(as_of: str, today: date) -> bool:
    """Whether the look is more than a year ago, so that somebody should look again."""
    day = last_day(as_of)
    return day is not None and (today - day).days > _STALE_DAYS
