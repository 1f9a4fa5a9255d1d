"""Predictors of recall on the review log of a real learner, by the protocol of srs-benchmark.

Intervals are whole study days, answers of the same day are not judged, and of the judged ones in their
order the last five of six folds count, as scikit-learn's TimeSeriesSplit(5) makes them: the first only
teaches the constant. The log names no time zone; nothing in it lies between 06:00 and 15:00 UTC, so a day
ends in that pause.
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from functools import cache
from math import log
from pathlib import Path
from typing import NamedTuple

from cpsprep.core.memory.recall import recalled, trace
from cpsprep.core.sm2 import NEW, Profile, schedule

LOG = Path(__file__).parent / "data" / "real-review-log.csv"
DAY_ENDS_S = 11 * 3600
GRADES = {1: 1, 2: 3, 3: 4, 4: 5}
"""Grades of the ratings, as reviews from Anki are given (docs/design.md section 6)."""
FOLDS = 6
BINS = 20
_SURE = 1e-4


class Judged(NamedTuple):
    """A review on a later day than the card's last: days and grades before it, its day, how it went."""

    before: tuple[tuple[int, int], ...]
    day: int
    passed: bool


Predictor = Callable[[Sequence[tuple[int, int]], int], float]
"""The chance of recall on a day, from a card's days and grades before."""


@cache
def judged() -> tuple[Judged, ...]:
    """Every review that is judged, in order of time."""
    before: dict[str, list[tuple[int, int]]] = {}
    found = []
    with LOG.open(encoding="utf-8", newline="") as file:
        rows = sorted(csv.DictReader(file), key=lambda row: row["review_time"])
    for row in rows:
        at = datetime.fromisoformat(row["review_time"]).timestamp()
        day, grade = int(at - DAY_ENDS_S) // 86_400, GRADES[int(row["review_rating"])]
        own = before.setdefault(row["card_id"], [])
        if own and own[-1][0] < day:
            found.append(Judged(tuple(own), day, grade > 1))
        own.append((day, grade))
    return tuple(found)


def tested() -> tuple[Judged, ...]:
    """The reviews of the test folds."""
    every = judged()
    return every[len(every) - (FOLDS - 1) * (len(every) // FOLDS) :]


def by_fsrs(before: Sequence[tuple[int, int]], day: int) -> float:
    return recalled(trace(before), day)


def by_sm2(before: Sequence[tuple[int, int]], day: int) -> float:
    """SM-2 was never meant to give a probability; the usual reading is nine of ten on the due day."""
    state, last = NEW, None
    for its_day, grade in before:
        if its_day != last:
            state, last = schedule(state, grade, Profile.TEXT), its_day
    return float(0.9 ** ((day - before[-1][0]) / state.interval))


def by_constant() -> Iterator[float]:
    """For each test fold the share of passes in all before it."""
    every, size = judged(), len(judged()) // FOLDS
    start = len(every) - (FOLDS - 1) * size
    for fold in range(FOLDS - 1):
        earlier = every[: start + fold * size]
        yield from [sum(one.passed for one in earlier) / len(earlier)] * size


def predictions(predictor: Predictor) -> list[float]:
    return [predictor(one.before, one.day) for one in tested()]


def log_loss(chances: Sequence[float]) -> float:
    """The mean of -ln of the chance that was given to what came about."""
    results = zip(chances, (one.passed for one in tested()), strict=True)
    return -sum(log(max(_SURE, chance if passed else 1 - chance)) for chance, passed in results) / len(
        chances
    )


def calibration_error(chances: Sequence[float], passed: Sequence[bool], bins: int = BINS) -> float:
    """ECE: how far the mean chance lies from the share of passes, over bins of equal width."""
    gaps = [0.0] * bins
    for chance, result in zip(chances, passed, strict=True):
        gaps[min(bins - 1, int(chance * bins))] += chance - result
    return sum(map(abs, gaps)) / len(chances)
