"""Recall of a card: now, later, and on a day with the reviews that come before it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.item import BankId, CardId
from cpsprep.core.memory.fsrs6 import AGAIN, GOOD, first, recall, review
from cpsprep.core.memory.recall import Trace, foreseen, recalled, trace, traces
from cpsprep.core.sm2 import NEW, CardState, schedule

BANK = BankId("bank")
TODAY = 20_000
ANSWERS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 5)), min_size=1, max_size=12).map(
    lambda answers: sorted((TODAY - 40 + day, grade) for day, grade in answers)
)
FRESH = Trace(first(GOOD), TODAY)


def test_each_card_has_its_own_trace() -> None:
    one, two = CardId("al-0001"), CardId("al-0002")
    found = dict(traces([(BANK, one, 1, 4), (BANK, one, 3, 1), (BANK, two, 2, 5)]))

    assert found == {(BANK, one): trace([(1, 4), (3, 1)]), (BANK, two): trace([(2, 5)])}


def test_answers_of_one_day_are_taken_as_of_one_day() -> None:
    memory = review(first(AGAIN), GOOD, 0)

    assert trace([(TODAY, 1), (TODAY, 4)]) == Trace(memory, TODAY)


def test_a_lucky_guess_is_taken_as_a_miss() -> None:
    assert trace([(TODAY, 2)]) == trace([(TODAY, 0)])


def test_without_an_answer_there_is_nothing_to_remember() -> None:
    with pytest.raises(ValueError, match="no answer"):
        trace([])


def test_recall_counts_days_since_the_last_answer() -> None:
    assert recalled(FRESH, TODAY + 9) == recall(first(GOOD), 9)


def test_without_a_review_before_the_day_memory_only_fades() -> None:
    assert foreseen(FRESH, NEW, TODAY + 8, TODAY + 8) == recalled(FRESH, TODAY + 8)


def test_one_review_before_the_day_is_passed_or_failed_and_drilled() -> None:
    due, day = TODAY + 5, TODAY + 6
    passes = recalled(FRESH, due)
    right = recall(review(FRESH.memory, GOOD, 5), 1)
    wrong = recall(review(review(FRESH.memory, AGAIN, 5), GOOD, 0), 1)

    assert foreseen(FRESH, schedule(NEW, 4), due, day) == pytest.approx(passes * right + (1 - passes) * wrong)


def test_a_plan_that_brings_a_card_back_in_time_helps() -> None:
    state, exam = CardState(3, 15, 250), TODAY + 30
    late = foreseen(FRESH, state, TODAY + 2, exam)

    assert foreseen(FRESH, state, TODAY + 2, exam, lambda _, due: min(due, exam - 3)) > late


def test_a_plan_cannot_bring_a_card_back_on_the_same_day() -> None:
    assert 0 < foreseen(FRESH, NEW, TODAY, TODAY + 5, lambda today, _: today) < 1


@given(ANSWERS, st.integers(0, 30), st.integers(0, 60))
def test_an_expected_value_is_a_chance(answers: list[tuple[int, int]], due: int, day: int) -> None:
    found = trace(answers)

    assert 0 < foreseen(found, NEW, TODAY + due, TODAY + day) <= 1


@given(ANSWERS, st.integers(1, 60))
def test_reviews_on_the_way_never_foretell_less(answers: list[tuple[int, int]], days: int) -> None:
    found = trace(answers)

    assert foreseen(found, NEW, TODAY, TODAY + days) >= recalled(found, TODAY + days) - 1e-9
