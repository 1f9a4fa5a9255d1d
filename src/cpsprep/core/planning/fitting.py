"""How many cards fit into the minutes to the exam, and how many minutes would be enough for all of them."""

from collections.abc import Callable, Iterable
from math import ceil
from typing import Final, NamedTuple

from cpsprep.core.history import CardRecord
from cpsprep.core.planning.deadline import Deadline, window_of
from cpsprep.core.planning.load import alike, expected_load
from cpsprep.core.planning.pacing import REVIEW_ANSWERS, new_by_day

MOST_MINUTES: Final = 600
"""A day; whoever would need more is told that it does not fit."""
_SLACK: Final = 0.05
"""The part of all minutes that may be missing without being called too much.

With less the plan leaves more cards out, and loses to studying without a plan where minutes are short: a
card that was never met costs more than many reviews that wait (docs/simulation.md).
"""


class Fit(NamedTuple):
    """What a plan takes.

    Args:
        new: how many cards that were never answered fit.
        missing: minutes that even the known cards lack until the exam; 0.0 where all is well.
        enough: minutes a day that would do for every card; None where no day is long enough.
        window: study days of the final window for these cards.
    """

    new: int
    missing: float
    enough: int | None
    window: int


def fit(
    records: Iterable[CardRecord], deadline: Deadline, new: int, seconds: float, spent: float = 0.0
) -> Fit:
    """Choose how many of `new` cards the plan takes; without minutes a day it takes all.

    Args:
        records: of the known cards that are studied.
        deadline: the plan, made today; its window and core are not looked at.
        new: cards that could be introduced.
        seconds: for one answer.
        spent: minutes a day, on average, that something else takes, such as mock exams.
    """
    deadline = deadline.within_sight(deadline.made_on)
    if not sum(new_by_day(deadline, deadline.made_on, new)):
        new = 0  # Too late for anything new.
    known = alike(records, deadline)
    cards = known.total()

    def missing(taken: int, minutes: float) -> float:
        window = _window(deadline, cards + taken, seconds, minutes)
        plan = deadline._replace(window=window)
        news = new_by_day(plan, plan.made_on, taken)
        unplaced = taken - sum(news)
        load = expected_load(known, plan, plan.made_on, news, seconds, minutes)
        return load.missing + unplaced * seconds / 60

    days = deadline.days.number(deadline.exam) - deadline.days.number(deadline.made_on)
    enough = _least(lambda minutes: missing(new, minutes) <= _SLACK * minutes * days, 1, MOST_MINUTES)
    asked = deadline.minutes
    if asked is None:
        return Fit(new, 0.0, enough, _window(deadline, cards + new, seconds, enough or MOST_MINUTES))
    minutes = max(1.0, asked - spent)
    left_out = _least(lambda out: missing(new - out, minutes) <= _SLACK * minutes * days, 0, new)
    taken = 0 if left_out is None else new - left_out
    return Fit(
        new=taken,
        missing=missing(taken, minutes) if left_out is None else 0.0,
        enough=None if enough is None else ceil(enough + spent),
        window=_window(deadline, cards + taken, seconds, minutes),
    )


def _window(deadline: Deadline, cards: int, seconds: float, minutes: float) -> int:
    days = deadline.days.number(deadline.exam) - deadline.days.number(deadline.made_on)
    return window_of(cards, seconds * REVIEW_ANSWERS, minutes, days)


def _least(is_enough: Callable[[int], bool], low: int, high: int) -> int | None:
    """The least number that is enough, None where even the highest is not."""
    if not is_enough(high):
        return None
    while low < high:
        middle = (low + high) // 2
        if is_enough(middle):
            high = middle
        else:
            low = middle + 1
    return low
