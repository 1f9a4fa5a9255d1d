"""How likely a card is recalled: now, on a later day without reviews, and on one with those that are planned.

Memory does not know modes: answers of reviews, their drill, practice and mock exams all count, for each is
an attempt to recall. What was taken back does not, nor does a blank in a mock exam.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from math import exp
from operator import itemgetter
from typing import Final, NamedTuple

from cpsprep.core.history import CardKey
from cpsprep.core.item import BankId, CardId
from cpsprep.core.memory.fsrs6 import AGAIN, GOOD, RATINGS, Memory, first, recall, review
from cpsprep.core.sm2 import CardState, Profile, schedule

Attempt = tuple[BankId, CardId, int, int]
"""Bank, card, study day, grade from 0 to 5."""
Comes = Callable[[int, int], int]
"""The day on which a card comes that was answered on a day and by SM-2 alone would be due on another."""
_RARE: Final = 0.01
"""A run of reviews less likely than this is not followed."""


class Trace(NamedTuple):
    """What is left of a card's answers: the memory as of the day of the last one."""

    memory: Memory
    day: int


def traces(attempts: Iterable[Attempt]) -> Iterator[tuple[CardKey, Trace]]:
    """The trace of each card, of attempts that stand card by card, each card's in canonical order."""
    for key, group in groupby(attempts, key=itemgetter(0, 1)):
        yield key, trace((day, grade) for _, _, day, grade in group)


def trace(answers: Iterable[tuple[int, int]]) -> Trace:
    """The trace of one card, of the study days and grades of its answers in canonical order.

    Raises:
        ValueError: there is no answer.
    """
    memory, last = None, 0
    for day, grade in answers:
        rating = RATINGS[grade]
        memory = first(rating) if memory is None else review(memory, rating, day - last)
        last = day
    if memory is None:
        raise ValueError("there is no answer to remember")
    return Trace(memory, last)


def recalled(trace: Trace, day: int, shift: float = 0.0) -> float:
    """The chance of recall on a day, if the card is not asked before; `shift` is the learner's own."""
    return shifted(recall(trace.memory, day - trace.day), shift)


def shifted(chance: float, shift: float) -> float:
    """A chance with its log odds moved; what is sure stays so."""
    if shift == 0:
        return chance
    odds = chance * exp(shift)
    return odds / (1 - chance + odds)


def foreseen(
    trace: Trace,
    state: CardState,
    due: int,
    day: int,
    comes: Comes = lambda _, natural: natural,
    profile: Profile = Profile.TEXT,
    shift: float = 0.0,
) -> float:
    """The chance of recall on a day, if the card is asked whenever it is due before.

    An expected value: each review is passed with the chance of recall on its day. Who fails it is asked
    again the same day, in the drill, and then right.

    Args:
        trace: what is left of the answers so far.
        state: of the schedule.
        due: the study day on which the card comes next, today or later.
        day: the day in question; a review on that day does not help.
        comes: how a plan moves due days; by default not at all.
        profile: the reading of SM-2.
        shift: the learner's own; see `core.memory.own_shift`.
    """
    return _foreseen(trace, state, due, day, _Course(comes, profile, shift), 1.0)


class _Course(NamedTuple):
    comes: Comes
    profile: Profile
    shift: float

    def next(self, state: CardState, grade: int, today: int) -> tuple[CardState, int]:
        after = schedule(state, grade, self.profile)
        return after, max(today + 1, self.comes(today, today + after.interval))


def _foreseen(trace: Trace, state: CardState, due: int, day: int, course: _Course, weight: float) -> float:
    if due >= day:
        return recalled(trace, day, course.shift)
    passes = recalled(trace, due, course.shift)
    away = due - trace.day
    passed, then = course.next(state, _RIGHT, due)
    right = Trace(review(trace.memory, GOOD, away), due)
    if weight * (1 - passes) < _RARE:
        return _foreseen(right, passed, then, day, course, weight)
    failed, soon = course.next(state, _WRONG, due)
    drilled = Trace(review(review(trace.memory, AGAIN, away), GOOD, 0), due)
    return passes * _foreseen(right, passed, then, day, course, weight * passes) + (1 - passes) * _foreseen(
        drilled, failed, soon, day, course, weight * (1 - passes)
    )


_RIGHT: Final = 4
_WRONG: Final = 1
