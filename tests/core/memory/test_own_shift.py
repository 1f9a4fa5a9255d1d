"""A learner's own number: how much more, or less, they recall than the average learner of FSRS."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.history import CardKey
from cpsprep.core.item import BankId, CardId
from cpsprep.core.memory.own_shift import ENOUGH, own_shift
from cpsprep.core.memory.recall import Attempt, Trace, foreseen, recalled, shifted, trace
from cpsprep.core.sm2 import CardState

BANK = BankId("bank")


def learner(true_shift: float, cards: int = 150, guess: float = 0.0, seed: int = 1) -> list[Attempt]:
    """Answers of a learner who differs from the average by so much, each card five times."""
    chance, found = Random(seed), []
    for number in range(cards):
        answers, day = [(100, 4)], 100
        for gap in (1, 3, 6, 12):
            day += gap
            knows = shifted(recalled(trace(answers), day), true_shift)
            right = chance.random() < guess + (1 - guess) * knows
            answers.append((day, 4 if right else 1))
        found += [(BANK, CardId(f"q-{number:04d}"), day, grade) for day, grade in answers]
    return found


@pytest.mark.parametrize("true", [-1.5, -0.5, 0.0, 0.8])
def test_it_is_found_from_enough_answers(true: float) -> None:
    assert own_shift(learner(true)) == pytest.approx(true, abs=0.3)


def test_lucky_guesses_are_not_taken_for_knowledge() -> None:
    lucky = learner(-1.0, guess=0.25)

    assert own_shift(lucky, lambda _: 0.25) == pytest.approx(-1.0, abs=0.35)
    assert own_shift(lucky) > own_shift(lucky, lambda _: 0.25)


def test_each_card_may_have_its_own_chance_to_guess() -> None:
    asked: set[CardKey] = set()

    def guess(key: CardKey) -> float:
        asked.add(key)
        return 0.0

    own_shift(learner(0.0, cards=20), guess)
    assert len(asked) == 20


@pytest.mark.parametrize("reviews", [0, ENOUGH - 1, ENOUGH])
def test_too_few_reviews_say_nothing(reviews: int) -> None:
    missed = [
        (BANK, CardId(f"q-{n:04d}"), day, grade) for n in range(reviews) for day, grade in ((1, 4), (2, 1))
    ]

    assert (own_shift(missed) == 0) is (reviews < ENOUGH)


def test_first_answers_and_the_drill_of_a_day_are_no_reviews() -> None:
    drilled = [(BANK, CardId(f"q-{n:04d}"), 1, grade) for n in range(200) for grade in (4, 1, 4)]

    assert own_shift(drilled) == 0


@pytest.mark.parametrize("grade", [0, 5])
def test_who_misses_or_passes_everything_gets_a_number_in_bounds(grade: int) -> None:
    same = [(BANK, CardId(f"q-{n:04d}"), day, grade) for n in range(300) for day in (1, 2, 5)]

    assert 1 < abs(own_shift(same)) <= 6


@given(st.floats(0, 1), st.floats(-6, 6), st.floats(0, 6))
def test_a_higher_number_never_means_less_recall(chance: float, shift: float, more: float) -> None:
    assert 0 <= shifted(chance, shift) <= shifted(chance, shift + more) + 1e-12
    assert shifted(chance, shift + more) <= 1


def test_no_number_leaves_every_chance_as_it_is() -> None:
    assert [shifted(chance, 0.0) for chance in (0.0, 0.3, 1.0)] == [0.0, 0.3, 1.0]
    assert [shifted(chance, 2.0) for chance in (0.0, 1.0)] == [0.0, 1.0]


def test_the_number_holds_for_recall_now_and_for_each_planned_review() -> None:
    kept, state = trace([(100, 4), (101, 4)]), CardState(2, 6, 250)

    assert recalled(kept, 110, -1) == shifted(recalled(kept, 110), -1)
    assert recalled(Trace(kept.memory, 110), 110, -1) == 1
    assert foreseen(kept, state, 107, 130, shift=-1) < foreseen(kept, state, 107, 130)
