"""What people write of their exam and their days, read: a date, a board, minutes, weekdays."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from cpsprep.cli.plan.person import UnsureError
from cpsprep.cli.saying import counted
from cpsprep.core.exam_date import read_date, said
from cpsprep.core.planning.mock_days import DAY, PARTS
from cpsprep.core.planning.study_days import WEEKDAYS

if TYPE_CHECKING:
    from cpsprep.core.records.board import Blueprint

Boards = Sequence["Blueprint"]
Kept = Mapping[str, object]
MOST_MINUTES: Final = 600
_LONGEST_BOARD: Final = 200
_FEWEST: Final = 2
"""Letters of a board's name."""
_HOUR: Final = 60
_WEEK: Final = 7
_LETTERS: Final = 3
_YEARS: Final = 3
_FARTHEST: Final = timedelta(_YEARS * 366)
_NEAR: Final = {"today": 0, "tomorrow": 1}
_NO_MOCKS: Final = frozenset({"no", "never", "none"})
_NAMES: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FILLING: Final = frozenset({"and", "on", "off", "only"})


def exam_day(text: str, today: date) -> tuple[Kept, str]:
    """A date that has not passed, and is near enough to plan for.

    Raises:
        ValueError: it cannot be read, has passed, or is years away.
    """
    day = _coming(text, today) or read_date(text, today)
    if day is None:
        raise ValueError("That is no date I can read. Write it as month/day/year")
    if day < today:
        raise ValueError(f"{said(day, today)}: that day has passed. Write month/day/year")
    if day - today > _FARTHEST:
        raise ValueError(f"{said(day, today)}: a plan reaches {_YEARS} years ahead. Write month/day/year")
    return {"exam_date": day.isoformat()}, said(day, today)


def _coming(text: str, today: date) -> date | None:
    """Days as people name them from today on: tomorrow, in 3 weeks, Friday; a weekday is never today."""
    word = text.strip().rstrip(".").casefold()
    if word in _NEAR:
        return today + timedelta(_NEAR[word])
    if found := re.fullmatch(r"in (\d{1,3}) (day|week)s?", word):
        return today + timedelta(int(found[1]) * (_WEEK if found[2] == "week" else 1))
    weekday = _weekday(word.removeprefix("on ").removeprefix("next "))
    if weekday is None:
        return None
    return today + timedelta((weekday - today.weekday() - 1) % _WEEK + 1)


def read_board(text: str, boards: Boards) -> tuple[Kept, str]:
    """A board, with the id of its blueprint where one is meant.

    Raises:
        UnsureError: nothing is known of such a board.
        ValueError: several boards may be meant, or none can be.
    """
    from cpsprep.core.exam.boards import guess_board

    board = text[:_LONGEST_BOARD]
    if len(re.findall(r"\w", board)) < _FEWEST:
        raise ValueError("No board has so short a name. Type its name, its letters or your state")
    meant = guess_board(text, boards) if boards else ()
    if len(meant) > 1:
        names = " or ".join(one.id for one in meant)
        raise ValueError(f"That may be {names}. Type one of these")
    if meant:
        return {"board": board, "blueprint": meant[0].id}, f"Board: {meant[0].title} ({meant[0].id})"
    named = f"Board: {board.rstrip('.')}"
    if not boards:
        return {"board": board}, named
    meant_all_the_same = {"board": board, "blueprint": None}, f"{named}. Nothing is known here of its exam"
    raise UnsureError(f"Nothing is known here of a board '{board}'", meant_all_the_same)


def minutes_a_day(text: str) -> tuple[Kept, str]:
    """Minutes, or hours where it says so.

    Raises:
        ValueError: it is no such number, or more than a day should hold.
    """
    found = re.fullmatch(r"(\d{1,3})\s*(m|min|mins|minutes?|h|hrs?|hours?)?\.?", text.casefold())
    minutes = int(found[1]) * (_HOUR if (found[2] or "").startswith("h") else 1) if found else 0
    if not 1 <= minutes <= MOST_MINUTES:
        raise ValueError(f"Write a number of minutes from 1 to {MOST_MINUTES}")
    return {"minutes_per_day": minutes}, f"{counted(minutes, 'minute')} a day"


def weekdays(text: str) -> tuple[int, ...]:
    """Weekdays, from 0 for Monday, however they are written and parted; three letters are enough.

    Raises:
        ValueError: a word is no weekday.
    """
    words = [word for word in re.findall(r"[^\W\d_]+", text.casefold()) if word not in _FILLING]
    found = {word: _weekday(word) for word in words}
    wrong = next((word for word, day in found.items() if day is None), None)
    if wrong is not None or not words:
        raise ValueError(f"'{wrong or text}' is no weekday. Write mon, tue, wed, thu, fri, sat or sun")
    return tuple(sorted({day for day in found.values() if day is not None}))


def off_days(text: str) -> tuple[Kept, str]:
    """Days off.

    Raises:
        ValueError: a word is no weekday, or no day of the week is left.
    """
    days = weekdays(text)
    if len(days) == _WEEK:
        raise ValueError("Then no day would be left. Leave one out")
    return {"days_off": [WEEKDAYS[day] for day in days]}, f"Days off: {weekdays_words(days)}"


def mocks(text: str) -> tuple[Kept, str]:
    """How mock exams are spread: in parts, or whole on a weekday; or that there shall be none.

    Raises:
        ValueError: it is nothing of this, or more than one weekday.
    """
    if text.casefold().rstrip(".") in _NO_MOCKS:
        return {"mocks": None, "mock_day": None}, "No mock exams on the way"
    if PARTS.startswith(text.casefold().rstrip(".")) and len(text) >= _LETTERS:
        return {"mocks": PARTS, "mock_day": None}, "Mock exams in parts of 25 questions"
    on = text.casefold().removeprefix("a ").removeprefix(DAY).strip(" .")
    if not on:
        return {"mocks": DAY}, "Mock exams on a long day, a Saturday unless you name another"
    try:
        days = weekdays(on)
    except ValueError:
        raise ValueError(f"'{text}' is neither parts nor a weekday. Write parts, sat, or none") from None
    if len(days) > 1:
        raise ValueError("Name one weekday")
    return {"mocks": DAY, "mock_day": WEEKDAYS[days[0]]}, f"Mock exams on a {_NAMES[days[0]]}"


def weekdays_words(days: Iterable[int]) -> str:
    """Such as Saturday and Sunday."""
    return " and ".join(_NAMES[day] for day in days)


def _weekday(word: str) -> int | None:
    """Also in the plural, as in Sundays."""
    names = (number for number, name in enumerate(_NAMES) if f"{name.casefold()}s".startswith(word))
    return next(names, None) if len(word) >= _LETTERS else None
