"""From courses to figures: means over learners, minutes to a target, recall at equal minutes, intervals."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from random import Random
from typing import Final, NamedTuple

from benchmarks.simulation.course import Outcome

Courses = Sequence[Sequence[Outcome]]
"""Of one schedule: by learner, then by budget in rising order."""
DRAWS: Final = 400
"""Of learners, with replacement, for an interval."""


class Figure(NamedTuple):
    """A value with its 95 % interval over learners; None where it is not reached."""

    value: float | None
    low: float | None = None
    high: float | None = None

    def shown(self, form: str) -> str:
        if self.value is None:
            return "not reached"
        if self.low is None or self.high is None:
            return format(self.value, form)
        return f"{self.value:{form}} ({self.low:{form}} to {self.high:{form}})"


class Point(NamedTuple):
    """The means over learners for one budget."""

    minutes: float
    recall: float
    peak: float
    last_week: float
    unseen: float


def mean_point(courses: Courses, budget: int, learners: Sequence[int]) -> Point:
    mine = [courses[learner][budget] for learner in learners]
    count = len(mine)
    return Point(
        sum(one.minutes for one in mine) / count,
        sum(one.recall for one in mine) / count,
        sum(one.peak for one in mine) / count,
        sum(one.last_week for one in mine) / count,
        sum(one.unseen for one in mine) / count,
    )


def curve(courses: Courses, learners: Sequence[int]) -> list[Point]:
    """The means of all budgets, by the minutes that were used."""
    return sorted(mean_point(courses, budget, learners) for budget in range(len(courses[0])))


def minutes_to(points: Sequence[Point], target: float) -> float | None:
    """The minutes at which mean recall first reaches a target, between budgets by a straight line."""
    before: Point | None = None
    for point in points:
        if point.recall >= target:
            if before is None or point.recall == before.recall:
                return point.minutes
            part = (target - before.recall) / (point.recall - before.recall)
            return before.minutes + part * (point.minutes - before.minutes)
        before = point
    return None


def recall_at(points: Sequence[Point], minutes: float) -> float:
    """Mean recall with so many minutes, between budgets by a straight line; never beyond those measured."""
    if minutes <= points[0].minutes:
        return points[0].recall
    for before, point in pairwise(points):
        if minutes <= point.minutes:
            part = (minutes - before.minutes) / max(1e-9, point.minutes - before.minutes)
            return before.recall + part * (point.recall - before.recall)
    return points[-1].recall


def figure(learners: int, of: Callable[[Sequence[int]], float | None], seed: int) -> Figure:
    """A value over all learners, with the middle 95 % of those over learners drawn with replacement."""
    value = of(range(learners))
    if value is None:
        return Figure(None)
    chance = Random(seed)
    drawn = (of([chance.randrange(learners) for _ in range(learners)]) for _ in range(DRAWS))
    found = sorted(one for one in drawn if one is not None)
    cut = len(found) // 40
    return Figure(value, found[cut], found[-1 - cut])


def gain_at_equal_minutes(plan: Courses, other: Courses, budget: int, seed: int) -> Figure:
    """Points of recall that a plan adds where the other schedule ends with this budget, at its minutes."""

    def gain(learners: Sequence[int]) -> float:
        end = mean_point(other, budget, learners)
        return 100 * (recall_at(curve(plan, learners), end.minutes) - end.recall)

    return figure(len(plan), gain, seed)


def gain_at_equal_budget(plan: Courses, other: Courses, budget: int, seed: int) -> Figure:
    """Points of recall that a plan adds with the same minutes a day at hand, used or not."""

    def gain(learners: Sequence[int]) -> float:
        mine, theirs = (mean_point(one, budget, learners) for one in (plan, other))
        return 100 * (mine.recall - theirs.recall)

    return figure(len(plan), gain, seed)


def minutes_ratio(one: Courses, other: Courses, target: float, seed: int) -> Figure:
    """Minutes to a target as a part of another schedule's."""

    def ratio(learners: Sequence[int]) -> float | None:
        mine, theirs = (minutes_to(curve(each, learners), target) for each in (one, other))
        return None if mine is None or theirs is None else mine / theirs

    return figure(len(one), ratio, seed)
