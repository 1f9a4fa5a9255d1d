"""Serial numbers of a workbook as the dates and times that Excel shows (ECMA-376 part 1, 18.17.4)."""

import re
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

_PART: Final = re.compile(r"\[(?:h+|m+|s+)\]|y+|m+|d+|h+|s+|am/pm|\.0+(?![0#])|.", re.DOTALL)
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September", "October"),
    *("November", "December"),
)
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_EPOCH: Final = date(1899, 12, 30)
_EPOCH_OF_1904: Final = date(1904, 1, 1)
_LEAP_THAT_WAS_NONE: Final = 60
"""Excel counts February 29, 1900; below it the days are one further."""
_LAST: Final = 2_957_003
"""December 31, 9999, in the years from 1904."""
_DAY: Final = 86_400
_UNITS: Final = frozenset("ymdhs")
_MOST_DECIMALS: Final = 3
_NOON: Final = 12
_FULL: Final = 4
_SHORT: Final = 3


def shown_date(value: Decimal, parts: list[tuple[str, bool]], *, from_1904: bool) -> str | None:
    """A moment or span of time in a format, None where Excel shows something else than we could.

    Args:
        value: the days since the epoch, and the part of the day.
        parts: the format as pieces, and of each whether it is a text to be shown as it is.
        from_1904: whether the workbook counts from 1904.
    """
    pieces = _pieces(parts)
    codes = [code for code, is_text in pieces if not is_text]
    decimals = next((len(code) - 1 for code in codes if code.startswith(".0")), 0)
    if decimals > _MOST_DECIMALS or not 0 <= value < _LAST:
        return None
    unit = Decimal(1).scaleb(-decimals)
    seconds = (value * _DAY).quantize(unit, ROUND_HALF_UP)
    days = int(seconds // _DAY)
    day = _day(days, from_1904=from_1904)
    has_noon = "am/pm" in codes
    found = [text if is_text else _shown(text, day, seconds, has_noon=has_noon) for text, is_text in pieces]
    return None if None in found else "".join(filter(None, found))


def _day(days: int, *, from_1904: bool) -> date | None:
    if from_1904:
        return _EPOCH_OF_1904 + timedelta(days)
    if days in {0, _LEAP_THAT_WAS_NONE}:
        return None
    return _EPOCH + timedelta(days + (days < _LEAP_THAT_WAS_NONE))


def _pieces(parts: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """The codes one by one; those of minutes, which look like those of months, begin with `n`."""
    found = [
        (code, is_text)
        for text, is_text in parts
        for code in ([text] if is_text else _PART.findall(text.casefold()))
    ]
    places = [place for place, (code, is_text) in enumerate(found) if not is_text and _sort(code) in _UNITS]
    for before, place, after in zip([-1, *places], places, [*places[1:], -1], strict=False):
        code = found[place][0]
        follows_hours = before >= 0 and _sort(found[before][0]) == "h"
        precedes_seconds = after >= 0 and _sort(found[after][0]) == "s"
        if code in {"m", "mm"} and (follows_hours or precedes_seconds):
            found[place] = ("n" * len(code), False)
    return found


def _sort(code: str) -> str:
    return code.lstrip("[")[:1]


def _shown(code: str, day: date | None, seconds: Decimal, *, has_noon: bool) -> str | None:
    whole = int(seconds)
    hour = whole // 3600 % 24
    match code[0]:
        case "y" | "d" | "m":
            return _of_calendar(code, day) if day else None
        case "h":
            return f"{(hour % _NOON or _NOON) if has_noon else hour:0{len(code)}d}"
        case "n":
            return f"{whole // 60 % 60:0{len(code)}d}"
        case "s":
            return f"{whole % 60:0{len(code)}d}"
        case "[" if len(code) > 1:
            by = {"h": 3600, "m": 60, "s": 1}[code[1]]
            return f"{whole // by:0{len(code) - 2}d}"
        case "a" if code == "am/pm":
            return "AM" if hour < _NOON else "PM"
        case "." if len(code) > 1:
            return f"{seconds % 1:f}"[1:]
        case _:
            return None if code.isalnum() or code in "#?[]" else code


def _of_calendar(code: str, day: date) -> str:
    width = len(code)
    match code[0]:
        case "y":
            return f"{day.year:04d}" if width >= _SHORT else f"{day.year % 100:02d}"
        case "d" if width >= _SHORT:
            name = _DAYS[day.weekday()]
            return name if width >= _FULL else name[:_SHORT]
        case "m" if width >= _SHORT:
            name = _MONTHS[day.month - 1]
            return {_SHORT: name[:_SHORT], _FULL: name}.get(width, name[0])
        case sort:
            return f"{day.day if sort == 'd' else day.month:0{width}d}"
