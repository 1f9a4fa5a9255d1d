"""The proofs of benchmarks/ in small: memory on the real review log, readiness on fewer made learners."""

import pytest
from benchmarks import real_log
from benchmarks.bench_readiness import coverage, error, outcome
from benchmarks.made_learners import SETTINGS, Setting

LEARNERS = 60
"""Enough to see a broken model; `python -m benchmarks readiness` takes 1,500."""


def test_memory_foretells_a_real_learner_better_than_a_constant_and_than_sm2() -> None:
    ours, sm2 = (real_log.log_loss(real_log.predictions(one)) for one in (real_log.by_fsrs, real_log.by_sm2))
    constant = real_log.log_loss(list(real_log.by_constant()))

    assert (ours, constant, sm2) == pytest.approx((0.4417, 0.5111, 0.5262), abs=0.0005)


def test_the_chances_it_tells_come_true() -> None:
    passed = [one.passed for one in real_log.tested()]

    assert real_log.calibration_error(real_log.predictions(real_log.by_fsrs), passed) <= 0.05


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda setting: setting.name)
def test_the_range_holds_most_exams_of_made_learners(setting: Setting) -> None:
    found = [outcome(setting, seed) for seed in range(LEARNERS)]

    assert 0.8 <= coverage(found) <= 1
    assert error(found) <= 0.25
