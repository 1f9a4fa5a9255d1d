"""FSRS-6 against the package `fsrs`, and what holds of memory whatever the history."""

from datetime import UTC, datetime, timedelta

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.memory.fsrs6 import AGAIN, EASY, GOOD, HARD, RATINGS, Memory, W, first, recall, review

ORACLE = Scheduler(enable_fuzzing=False)
START = datetime(2026, 1, 1, tzinfo=UTC)
RATED = st.integers(AGAIN, EASY)
GAPS = st.sampled_from([0, 0, 1, 1, 2, 3, 7, 30, 365, 5000])
HISTORIES = st.lists(st.tuples(GAPS, RATED), min_size=1, max_size=30)


def remembered(history: list[tuple[int, int]]) -> Memory:
    (_, rating), *rest = history
    memory = first(rating)
    for days, rating in rest:
        memory = review(memory, rating, days)
    return memory


@given(HISTORIES)
def test_it_equals_the_package_on_every_history(history: list[tuple[int, int]]) -> None:
    """The oracle counts whole 24 hours: reviews at one time of day make these our study days."""
    card, memory, now = Card(), None, START
    for days, rating in history:
        now += timedelta(days=days)
        if memory is not None:
            assert recall(memory, days) == pytest.approx(ORACLE.get_card_retrievability(card, now), rel=1e-9)
        card, _ = ORACLE.review_card(card, Rating(rating), now)
        memory = first(rating) if memory is None else review(memory, rating, days)
        assert memory == pytest.approx((card.stability, card.difficulty), rel=1e-9)


def test_the_parameters_are_the_published_defaults() -> None:
    assert tuple(ORACLE.parameters) == W


def test_stability_is_when_nine_of_ten_are_recalled() -> None:
    assert recall(Memory(30.0, 5.0), 30) == pytest.approx(0.9)


@pytest.mark.parametrize("days", [-3, 0])
def test_what_was_just_answered_is_recalled(days: int) -> None:
    assert recall(Memory(2.0, 5.0), days) == 1


@given(HISTORIES, GAPS, GAPS)
def test_recall_fades(history: list[tuple[int, int]], days: int, more: int) -> None:
    memory = remembered(history)

    assert 0 < recall(memory, days + more) <= recall(memory, days) <= 1


@given(HISTORIES, st.integers(1, 400))
def test_a_better_answer_never_makes_memory_weaker(history: list[tuple[int, int]], days: int) -> None:
    memory = remembered(history)
    after = [review(memory, rating, days).stability for rating in (AGAIN, HARD, GOOD, EASY)]

    assert after == sorted(after)


@given(HISTORIES, st.sampled_from([HARD, GOOD, EASY]), GAPS)
def test_recalling_never_weakens(history: list[tuple[int, int]], rating: int, days: int) -> None:
    memory = remembered(history)

    assert review(memory, rating, days).stability >= memory.stability


def test_grades_are_rated_as_the_export_to_anki_does() -> None:
    assert RATINGS == (AGAIN, AGAIN, AGAIN, HARD, GOOD, EASY)
