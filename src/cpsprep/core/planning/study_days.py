"""The days on which a learner studies: all but their days off, counted so that a plan can skip those."""

from collections.abc import Iterable
from typing import Final, NamedTuple

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEK: Final = 7
_EPOCH_WEEKDAY: Final = 3
"""1970-01-01 was a Thursday."""


def weekday(day: int) -> int:
    """The weekday of a study day, from 0 for Monday to 6 for Sunday."""
    return (day + _EPOCH_WEEKDAY) % _WEEK


class StudyDays(NamedTuple):
    """A calendar with days off, as weekdays from 0 for Monday; a week without any study day has no days off.

    A named tuple, as those of plans are, because making a dataclass would cost every start some time.

    `number` and `day` translate between study days since 1970-01-01 and a count that leaves days off out, so
    that intervals can be divided evenly over days on which something may be planned.
    """

    off: frozenset[int] = frozenset()

    def is_off(self, day: int) -> bool:
        return len(self.off) < _WEEK and weekday(day) in self.off

    def number(self, day: int) -> int:
        """How many days of study there are before a day, since a Monday long ago."""
        weeks, rest = divmod(day + _EPOCH_WEEKDAY, _WEEK)
        open_ = self._open()
        return weeks * len(open_) + sum(one < rest for one in open_)

    def day(self, number: int) -> int:
        """The day of study with this number."""
        open_ = self._open()
        weeks, rest = divmod(number, len(open_))
        return weeks * _WEEK + open_[rest] - _EPOCH_WEEKDAY

    def following(self, day: int) -> int:
        """The day itself, or the first day of study after it."""
        return self.day(self.number(day))

    def between(self, first: int, end: int) -> tuple[int, ...]:
        """The days of study from `first` to before `end`."""
        return tuple(map(self.day, range(self.number(first), self.number(end))))

    def _open(self) -> tuple[int, ...]:
        return tuple(one for one in range(_WEEK) if one not in self.off) or tuple(range(_WEEK))


EVERY_DAY: Final = StudyDays()


def weekdays_of(names: Iterable[str]) -> frozenset[int]:
    """Weekdays by their names, of which the first three letters count; others are passed over."""
    known = {name: place for place, name in enumerate(WEEKDAYS)}
    return frozenset(known[name[:3].lower()] for name in names if name[:3].lower() in known)
