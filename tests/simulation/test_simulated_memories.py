"""The hidden memories of simulated learners, against the package `fsrs` and against formulas by hand."""

from datetime import UTC, datetime, timedelta
from math import exp, log

import pytest
from benchmarks.simulation.fsrs6 import DEFAULTS, Fsrs6, Memory
from benchmarks.simulation.truths import ActrTruth, FsrsTruth, users
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

START = datetime(2026, 1, 1, tzinfo=UTC)
HISTORIES = st.lists(
    st.tuples(st.sampled_from([0, 1, 2, 5, 20, 90]), st.integers(1, 4)), min_size=1, max_size=12
)
DAY = 86_400 * 0.025
"""A day between sittings, in the seconds of ACT-R."""


def oracle(parameters: tuple[float, ...]) -> Scheduler | None:
    """The package refuses some parameters that were fitted to real learners."""
    try:
        return Scheduler(parameters=parameters, enable_fuzzing=False)
    except ValueError:
        return None


ACCEPTED = [(one, found) for one in (DEFAULTS, *users()) if (found := oracle(one))]


def test_most_real_parameters_are_tried() -> None:
    assert len(users()) == 30
    assert len(ACCEPTED) > 20


@given(st.sampled_from(ACCEPTED), HISTORIES)
def test_fsrs_equals_its_package(
    learner: tuple[tuple[float, ...], Scheduler], history: list[tuple[int, int]]
) -> None:
    model, peer, card, memory, now = Fsrs6(learner[0]), learner[1], Card(), None, START
    for days, rating in history:
        now += timedelta(days=days)
        if memory is not None:
            assert model.recall(memory.stability, days) == pytest.approx(
                peer.get_card_retrievability(card, now), rel=1e-9
            )
        card, _ = peer.review_card(card, Rating(rating), now)
        memory = model.first(rating) if memory is None else model.after(memory, days, rating)
        assert memory == pytest.approx((card.stability, card.difficulty), rel=1e-9)


@pytest.mark.parametrize("stability", [0.4, 3.0, 41.7])
def test_an_interval_ends_where_recall_is_wanted(stability: float) -> None:
    assert Fsrs6(DEFAULTS).interval(stability, 0.9) == max(1, round(stability))


def test_a_learner_of_fsrs_forgets_by_the_days_since_the_last_answer() -> None:
    truth, model = FsrsTruth(3), Fsrs6(users()[3])
    truth.seen(0, 0, 10, rating=3)
    truth.seen(0, 4, 20, rating=4)

    known = model.after(model.first(3), 4, 4)
    assert truth.recall(0, 11, 99) == model.recall(known.stability, 7)


@pytest.mark.parametrize(
    ("ratings", "held"), [([1], 1 - 0.3687), ([3], 0.95), ([1, 1], 1 - 0.3687), ([1, 3], 0.95)]
)
def test_what_was_missed_a_few_minutes_ago_is_missed_again_as_often_as_by_real_people(
    ratings: list[int], held: float
) -> None:
    truth = FsrsTruth(0)
    for rating in ratings:
        truth.seen(0, 0, 10, rating)

    assert truth.recall(0, 0, 20) == pytest.approx(held)


def actr(shift: float) -> ActrTruth:
    truth = ActrTruth(0, 1, seed=1)
    truth.shifts[0] = shift
    return truth


def chance(activation: float) -> float:
    return 1 / (1 + exp((-0.704 - activation) / 0.255))


def test_one_trace_of_actr_decays_by_a_power_of_its_age() -> None:
    truth = actr(0.8)
    truth.seen(0, 0, 0, rating=3)

    assert truth.recall(0, 1, 0) == pytest.approx(chance(0.8 + log(DAY**-0.177)))


def test_a_second_trace_of_actr_decays_faster_by_the_activation_it_met() -> None:
    truth = actr(0.8)
    truth.seen(0, 0, 0, rating=3)
    truth.seen(0, 1, 30, rating=3)

    met = exp(0.8) * (DAY + 30) ** -0.177
    sum_ = (3 * DAY + 50) ** -0.177 + (2 * DAY + 20) ** -(0.217 * met + 0.177)
    assert truth.recall(0, 3, 50) == pytest.approx(chance(0.8 + log(sum_)))


@given(st.lists(st.integers(1, 10), min_size=1, max_size=6), st.integers(0, 60))
def test_what_is_known_by_actr_fades_and_one_more_showing_helps(gaps: list[int], wait: int) -> None:
    truth, day = actr(0.8), 0
    for gap in gaps:
        truth.seen(0, day, 0, rating=3)
        day += gap
    before = truth.recall(0, day + wait, 0)

    assert truth.recall(0, day + wait + 1, 0) < before
    truth.seen(0, day, 0, rating=3)
    assert truth.recall(0, day + wait, 0) > before


def test_learners_of_actr_differ_and_each_is_always_the_same() -> None:
    assert ActrTruth(1, 5, seed=2).shifts == ActrTruth(1, 5, seed=2).shifts
    assert ActrTruth(1, 5, seed=2).shifts != ActrTruth(2, 5, seed=2).shifts


def test_memories_hold_a_stability_and_a_difficulty_in_bounds() -> None:
    assert Fsrs6(DEFAULTS).first(1) == Memory(0.212, 6.4133)
    assert Fsrs6(DEFAULTS).first(4).difficulty == 1
