"""Study days: the learner's own day, which ends at 04:00 local time and not at midnight; dates in words."""

from datetime import UTC, date, datetime, timedelta
from typing import Final

EPOCH: Final = date(1970, 1, 1)
ROLLOVER_HOUR: Final = 4


def study_day(at: datetime, rollover_hour: int = ROLLOVER_HOUR) -> int:
    """The study day of an aware local time, in days since 1970-01-01.

    It is read off the local clock, so neither a change to summer time nor a flight moves the border, and
    01:30 is still yesterday.

    Raises:
        ValueError: the time has no UTC offset.
    """
    if at.utcoffset() is None:
        raise ValueError("a study day needs a time with its UTC offset")
    wall = at.replace(tzinfo=None) - timedelta(hours=rollover_hour)
    return (wall.date() - EPOCH).days


def to_date(day: int) -> date:
    return EPOCH + timedelta(days=day)


def from_date(day: date) -> int:
    return (day - EPOCH).days


def long_date(day: date) -> str:
    """A date that leaves no doubt, such as Monday, December 28, 2026."""
    return f"{day:%A, %B} {day.day}, {day.year}"


def local_time(at_ms: int, offset_min: int) -> datetime:
    """What a clock on the wall showed at a moment of the log."""
    return datetime.fromtimestamp(at_ms / 1000, UTC) + timedelta(minutes=offset_min)
