"""Measuring: two pieces of work in turn, round by round, so that both see the same machine."""

import gc
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Row:
    """One line of the table; a budget of None is shown without a verdict.

    `least` is for figures that may be too small as well.
    """

    work: str
    against: str
    ratio: float
    budget: float | None = None
    least: float | None = None

    @property
    def missed(self) -> bool:
        too_small = self.least is not None and self.ratio < self.least
        return too_small or (self.budget is not None and self.ratio > self.budget)


def seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def paired(works: Iterable[Callable[[], object]], rounds: int) -> list[list[float]]:
    """The times of each piece of work, taken in turn; one unmeasured round warms up."""
    every = list(works)
    for work in every:
        work()
    times: list[list[float]] = [[] for _ in every]
    for _ in range(rounds):
        for place, work in enumerate(every):
            gc.collect()
            times[place].append(seconds(work))
    return times


def ratio(work: Callable[[], object], floor: Callable[[], object], rounds: int) -> float:
    """The median of the rounds' ratios."""
    ours, theirs = paired((work, floor), rounds)
    return median(mine / other for mine, other in zip(ours, theirs, strict=True))
