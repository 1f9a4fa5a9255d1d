"""Readiness on made learners whose truth is known: does the range hold nine of ten, and is a chance a chance?

Takes some minutes, so it runs only by name: `python -m benchmarks readiness`.
"""

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from typing import NamedTuple

from benchmarks.made_learners import ASKED, COUNTS, CUT, OUTLINE, PRACTISED, SETTINGS, Setting, learner
from benchmarks.ratios import Row
from benchmarks.real_log import calibration_error
from cpsprep.core.readiness.model import chance, predict
from cpsprep.core.readiness.prediction import Prediction

LEARNERS = 1_500
COVERAGE = (0.87, 0.94)
"""Of a range that is meant to hold 90 %: less is false comfort, more is a range wider than it has to be."""
CALIBRATION = 0.05
BINS = 10
_SLACK = 1e-9


class Outcome(NamedTuple):
    """How the exam of one learner went: inside the range or not, the chance that was told, passed or not."""

    inside: bool
    chance: float
    passed: bool


def rows() -> Iterator[Row]:
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for setting in (*SETTINGS, PRACTISED):
            outcomes = list(pool.map(partial(outcome, setting), range(LEARNERS), chunksize=50))
            least, most, far = (None, None, None) if setting is PRACTISED else (*COVERAGE, CALIBRATION)
            yield Row("exams inside the 90 % range", setting.name, coverage(outcomes), most, least)
            yield Row("calibration error of passing", setting.name, error(outcomes), far)


def outcome(setting: Setting, seed: int) -> Outcome:
    made = learner(setting, seed)
    counts = {area.id: count for area, count in zip(OUTLINE.areas, COUNTS, strict=True)}
    found = predict(made.evidence, OUTLINE, counts)
    assert isinstance(found, Prediction)
    share = made.right / ASKED
    inside = found.low - _SLACK <= share <= found.high + _SLACK
    return Outcome(inside, chance(found, CUT), share >= CUT - _SLACK)


def coverage(outcomes: list[Outcome]) -> float:
    return sum(one.inside for one in outcomes) / len(outcomes)


def error(outcomes: list[Outcome]) -> float:
    return calibration_error([one.chance for one in outcomes], [one.passed for one in outcomes], BINS)
