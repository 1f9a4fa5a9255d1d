"""How a plan stands on a day: which day of how many, what it is for, and whether the minutes are enough."""

from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from cpsprep.core.bank import Entry
from cpsprep.core.history import CardRecord, History
from cpsprep.core.planning.course import Course
from cpsprep.core.planning.limits import done_today
from cpsprep.core.planning.load import Load, alike, expected_load
from cpsprep.core.planning.mock_days import MockDay
from cpsprep.core.planning.pacing import last_call, new_today
from cpsprep.core.planning.selection import STUDIED

SLACK: Final = 0.07
"""The part of the minutes to the exam that may be missing before a learner is told to be behind; more than
the plan takes for granted (`core.planning.fitting`)."""
CROWDED: Final = 1.5
"""So many times the new cards of a day that the plan meant are too many; one missed day does not reach it."""
_FEW: Final = 3
_LEAST: Final = 10.0
"""Minutes below which nobody is behind."""


@dataclass(frozen=True, slots=True)
class PlanStatus:
    """A plan on a study day.

    Args:
        day: which day of the way it is, from 1.
        of: how many days the way has.
        day_off: whether today is one.
        missing: minutes for which the days to the exam have no room; 0 while all is on course.
        more_a_day: how many more minutes a day would do; 0 likewise.
        limited: whether the learner said how many minutes a day there are.
        mock: a mock exam that is to be taken today, None when there is none or it was taken.
        mock_minutes: how long it takes.
        too_late: whether nothing was ever answered and it is too late for the plan to bring anything new.
        crowded: whether days were missed so that far more new cards come a day than the plan meant, and
            working it out anew would bring fewer.
    """

    day: int
    of: int
    day_off: bool
    missing: int
    more_a_day: int
    limited: bool
    mock: MockDay | None = None
    mock_minutes: int = 0
    too_late: bool = False
    crowded: bool = False


def standing(course: Course, history: History, entries: tuple[Entry, ...], today: int) -> PlanStatus:
    """How the plan stands.

    Args:
        course: the plan in force.
        history: with the days of the plan.
        entries: the cards of the banks in use.
        today: a study day.
    """
    deadline = course.deadline
    load = load_ahead(course, history, entries, today, deadline.minutes)
    room = sum((deadline.minutes or 0) for _ in load.days)
    missing = round(load.missing) if load.missing > max(_LEAST, SLACK * room) else 0
    mock = course.mock
    return PlanStatus(
        day=today - deadline.begun + 1,
        of=deadline.exam - deadline.begun,
        day_off=deadline.days.is_off(today),
        missing=missing,
        more_a_day=ceil(missing / len(load.days)) if missing else 0,
        limited=deadline.minutes is not None,
        mock=mock,
        mock_minutes=course.mock_minutes(mock) if mock else 0,
        too_late=not course.known and last_call(deadline) <= today < deadline.exam,
        crowded=_is_crowded(course, studied_records(entries, history), today),
    )


def _is_crowded(course: Course, records: list[CardRecord], today: int) -> bool:
    """Whether today brings far more new cards than the plan meant for a day, and need not."""
    deadline, left = course.deadline, course.left
    done = done_today(records, today).new
    before = sum(record.first_day < deadline.made_on for record in records)
    meant = new_today(deadline, deadline.days.following(deadline.made_on), course.known + left - before)
    now = new_today(deadline, today, left, done) + done
    anew = new_today(deadline._replace(made_on=today), today, left, done) + done
    return now > CROWDED * meant + _FEW and now > CROWDED * anew


def load_ahead(
    course: Course,
    history: History,
    entries: tuple[Entry, ...],
    today: int,
    minutes: float | None = None,
) -> Load:
    """The expected load of each study day from today to the exam; what was done today is done."""
    records = studied_records(entries, history)
    near = replace(course, deadline=course.deadline.within_sight(today))
    new = near.new_ahead(today, done_today(records, today))
    known = alike(records, near.deadline)
    busy = {one.day: float(course.mock_minutes(one)) for one in course.mocks}
    if course.mock_planned is not None:
        busy[today] = float(course.mock_minutes(course.mock_planned))
    return expected_load(known, near.deadline, today, new, course.seconds, minutes, busy)


def studied_records(entries: tuple[Entry, ...], history: History) -> list[CardRecord]:
    """The records of the cards that are studied and not set aside."""
    found = (
        history.records.get((entry.bank, entry.card))
        for entry in entries
        if entry.status in STUDIED and (entry.bank, entry.card) not in history.set_aside
    )
    return [record for record in found if record is not None]
