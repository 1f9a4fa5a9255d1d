"""When there is something to study again, once today's questions are done."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from cpsprep.core.bank import Entry
from cpsprep.core.history import CardKey, History
from cpsprep.core.planning.forecast import next_days
from cpsprep.core.planning.planned import Counts, Queue
from cpsprep.core.planning.selection import STUDIED

if TYPE_CHECKING:
    from cpsprep.core.planning.course import Course

HORIZON: Final = 60
"""Days ahead; what comes later is not worth a promise."""


def next_in(
    entries: Iterable[Entry],
    history: History,
    counts: Counts,
    today: int,
    new_per_day: int,
    course: "Course | None" = None,
) -> int | None:
    """Days until more questions come (1 = tomorrow), None when none do within sixty days.

    What only a limit or a sibling keeps out of today comes tomorrow, and so do new questions.

    Args:
        entries: the cards that were planned with.
        history: the fold of the log.
        counts: of today's plan.
        today: a study day.
        new_per_day: the daily limit of new questions.
        course: the plan to an exam that is in force; it has days off, and a number of new ones for each day.
    """
    waits = counts.left_for_later + counts.left_for_tomorrow + counts.siblings
    if waits or (counts.new_available and new_per_day and course is None):
        return course.deadline.back_on(today + 1) - today if course else 1
    every = [entry for entry in entries if entry.status in STUDIED]
    due = next_days(every, history, today, HORIZON)
    returns = (history.skipped.get(key, today) - today for key in _unanswered(every, history))
    days = [day for day, count in enumerate(due) if day and count]
    days += [day for day in returns if 0 < day < HORIZON]
    new = course.next_new(today) if course and counts.new_available else None
    days += [] if new is None else [new]
    return min(days, default=None)


def offers_new(
    made: Queue, new_per_day: int, coming: int | None, today: int = 0, course: "Course | None" = None
) -> bool:
    """Whether it is right to point a learner to new questions beyond those of today's plan.

    Not on a day off, nor in the last days before an exam, nor while a pile is worked off, since new ones wait
    for that. With a limit of none a day only where nothing comes by itself (`coming`, see `next_in`), so that
    nobody stands before a closed door.
    """
    if course is not None and not course.invites_new(today):
        return False
    left = made.counts.new_available > made.counts.new_today
    return left and made.catch_up is None and (new_per_day > 0 or coming is None)


def _unanswered(entries: list[Entry], history: History) -> Iterable[CardKey]:
    keys = ((entry.bank, entry.card) for entry in entries)
    return (key for key in keys if key not in history.records and key not in history.set_aside)
