"""The drill of the day in a sitting: what comes back, when, and what ends it."""

from dataclasses import replace

import pytest

from cpsprep.core.events import Confidence
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.answering import SittingRules
from cpsprep.core.sitting.grading import Rating
from cpsprep.core.sitting.session import Ending, Phase
from cpsprep.core.sm2 import CardState
from fakes_moves import GO, KNOWN, MISSED, A, B, play
from fakes_study import DAY, FakeClock, question, questions, session


def test_a_missed_question_comes_back_after_five_others() -> None:
    queue = questions(8)
    after, _ = play(session(*queue), *MISSED, *KNOWN * 5)

    assert (after.current and after.current.card, after.round) == ("q-1", 1)


def test_a_missed_question_comes_back_sooner_when_no_others_are_left() -> None:
    after, _ = play(session(*questions(2)), B, GO, A, GO)

    assert (after.current and after.current.card, after.round) == ("q-1", 1)


def test_a_right_answer_in_the_drill_is_a_good_one_however_it_was_found() -> None:
    guess = replace(A, confidence=Confidence.GUESS)
    after, facts = play(session(*questions(1)), B, GO, guess)

    assert [fact.grade for fact in facts] == [1, 4]
    assert play(after, GO)[0].ending is Ending.FINISHED


def test_a_right_guess_is_drilled() -> None:
    after, _ = play(session(*questions(1)), replace(A, confidence=Confidence.GUESS))

    assert after.answered is not None
    assert after.answered.again_today


@pytest.mark.parametrize(
    ("rating", "below", "again"),
    [
        (Rating.HARD, 4, True),
        (Rating.HARD, 3, False),
        (Rating.AGAIN, 3, True),
        (Rating.GOOD, 4, False),
    ],
)
def test_the_grades_below_the_set_one_come_back_today(rating: Rating, below: int, again: bool) -> None:
    rules = SittingRules(seed="s", drill_below=below)
    after, _ = play(session(*questions(1), rules=rules), A, act.ChangeGrade(), act.Rate(rating))

    assert after.answered is not None
    assert after.answered.again_today is again


def test_drill_does_not_move_the_due_day() -> None:
    first, _ = play(session(question(state=CardState(3, 15, 250), last_day=DAY - 15, due=DAY)), B)
    drilled, _ = play(first, GO, A)

    assert drilled.answered is not None
    assert (drilled.answered.due, drilled.answered.scheduled) == (DAY + 1, False)


def test_after_three_rounds_a_question_rests_until_tomorrow() -> None:
    after, _ = play(session(*questions(1)), B, GO, B, GO, B, GO, B)

    assert after.answered is not None
    assert after.answered.rests
    assert play(after, GO)[0].phase is Phase.DONE


def test_with_no_limit_the_drill_goes_on_until_passed() -> None:
    after, _ = play(session(*questions(1), rules=SittingRules(seed="s", drill_passes=0)), *MISSED * 9)

    assert after.round == 9


def test_a_drill_begun_in_an_earlier_sitting_goes_on() -> None:
    begun = question(last_day=DAY, rounds=1, due=DAY + 1)
    after, facts = play(session(begun), B)

    assert after.answered is not None
    assert (after.round, after.answered.scheduled, facts[0].payload["round"]) == (2, False, 2)


def test_an_unfinished_drill_ends_with_the_study_day() -> None:
    clock = FakeClock()
    missed, _ = play(session(*questions(3), clock=clock), B, clock=clock)
    clock.study_day += 1
    after, _ = play(missed, GO, A, GO, A, GO, clock=clock)

    assert after.ending is Ending.FINISHED


def test_the_options_are_shuffled_anew_in_each_round() -> None:
    shuffled = question(shuffle=True)
    orders = set()
    now = session(shuffled, rules=SittingRules(seed="s", drill_passes=0))
    for _ in range(6):
        orders.add(now.order)
        wrong = next(option for option in now.order if option != "a")
        now, _ = play(now, act.Choose((wrong,)), GO)

    assert len(orders) > 1
