"""How many new cards a day brings under a plan: all in time to be seen again, none in the last two days."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import Final

from cpsprep.core.planning.deadline import Deadline

INTRODUCING: Final = 0.7
"""The part of the study days in which new cards come; 0.6 to 0.8 are all fine (design 6)."""
REST_DAYS: Final = 2
"""Days before the exam that bring nothing new."""
KNOWS_NEW: Final = 0.76
"""Share of new questions answered rightly at once."""
REMEMBERS: Final = 0.9
"""Share of reviews that pass. With these two a card takes about the time that it took simulated learners."""
_REPEATS: Final = 1.2
"""Repeats on the same day that a missed question takes."""
NEW_ANSWERS: Final = 1 + (1 - KNOWS_NEW) * _REPEATS
"""Answers that a new card takes on its first day."""
REVIEW_ANSWERS: Final = 1 + (1 - REMEMBERS) * _REPEATS
"""Answers that a review takes."""


def intro_end(deadline: Deadline) -> int:
    """The number, among study days, of the first day on which no new card is planned any more."""
    start, end = deadline.days.number(deadline.made_on), deadline.days.number(deadline.exam)
    wanted = start + max(1, int(INTRODUCING * (end - start)))
    return min(wanted, deadline.days.number(last_call(deadline)))


def new_today(
    deadline: Deadline, today: int, left: int, done: int = 0, full: AbstractSet[int] = frozenset()
) -> int:
    """How many new cards are still to come today.

    Who has fallen behind gets the rest evenly over the days that are left, also after the planned end.

    Args:
        deadline: the plan.
        today: a study day.
        left: cards of the plan that are not introduced yet.
        done: new cards that were answered today.
        full: days of study that something else fills, such as a mock exam; the days before them bring more.
    """
    if left <= 0 or deadline.days.is_off(today):
        return 0
    number = deadline.days.number(today)
    end = intro_end(deadline)
    days = end - number - sum(number < deadline.days.number(day) < end for day in full)
    if days <= 0:
        days = deadline.days.number(last_call(deadline)) - number
    return max(0, -(-(left + done) // days) - done) if days > 0 else 0


def new_by_day(
    deadline: Deadline, today: int, left: int, most: Mapping[int, int] | None = None
) -> tuple[int, ...]:
    """New cards on each study day from today to the exam; the sum is `left`, if there is a day for them.

    `most` bounds single days; the rest is spread over those after them.
    """
    days = deadline.days.between(today, deadline.exam)
    bounds = most or {}
    full = frozenset(day for day, bound in bounds.items() if not bound)
    found = []
    for day in days:
        now = min(new_today(deadline, day, left, full=full), bounds.get(day, left))
        found.append(now)
        left -= now
    return tuple(found)


def affordable(minutes: int | None, seconds: float, reviews: int) -> int | None:
    """How many new cards a day's minutes have room for after so many reviews; None without a limit."""
    if minutes is None:
        return None
    room = minutes * 60 - reviews * seconds * REVIEW_ANSWERS
    return max(0, int(room / (seconds * NEW_ANSWERS)))


def last_call(deadline: Deadline) -> int:
    """The first day that brings nothing new, however many cards are left."""
    return deadline.exam - REST_DAYS
