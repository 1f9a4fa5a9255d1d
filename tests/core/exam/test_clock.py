"""The clock: a deadline on the wall, breaks in which it stands still, warnings that come once."""

import pytest

from cpsprep.core.exam import actions as act
from cpsprep.core.exam.clock import Notice, break_left, deadline, end_break, left, tick, warned
from cpsprep.core.exam.exam import Exam, How, IllegalActionError, Phase
from cpsprep.core.exam.machine import fresh
from fakes_exam import MINUTE, START_MS, Walk, chosen, paper


def after(minutes: float) -> int:
    return START_MS + round(minutes * MINUTE)


def how_it_ended(exam: Exam) -> tuple[How, float] | None:
    ended = exam.ended
    return None if ended is None else (ended.how, (ended.at_ms - START_MS) / MINUTE)


def test_extra_time_moves_the_deadline() -> None:
    assert deadline(fresh(paper(extra=1.5)), START_MS) == after(15)


def test_what_is_left_falls_to_nothing_and_not_below() -> None:
    exam = fresh(paper())

    assert [left(exam, after(minutes)) for minutes in (0, 4, 10, 99)] == [10 * MINUTE, 6 * MINUTE, 0, 0]


@pytest.mark.parametrize(
    "action", [chosen("b"), act.Next(), act.Submit(), act.Time(), act.Leave(), act.Pause()]
)
def test_after_the_deadline_every_action_finds_the_exam_over(action: act.Action) -> None:
    walk = Walk.of()
    walk.do(chosen("a"))

    exam = walk.do(action, after=30 * MINUTE)

    assert how_it_ended(exam) == (How.TIME, 10)
    assert exam.places[0].chosen == ("a",)
    assert len(walk.events) == 3


def test_an_answer_in_the_last_millisecond_counts() -> None:
    walk = Walk.of()

    exam = walk.do(chosen("b"), after=10 * MINUTE - 1)

    assert not exam.is_over
    assert exam.place.chosen == ("b",)


def test_the_deadline_itself_is_too_late() -> None:
    assert Walk.of().do(chosen("b"), after=10 * MINUTE).is_over


def test_the_time_up_to_the_deadline_was_spent_on_the_present_question() -> None:
    assert Walk.of().do(act.Time(), after=30 * MINUTE).place.ms == 10 * MINUTE


def test_confirming_too_late_is_a_time_out() -> None:
    walk = Walk.of()
    walk.do(act.Submit(), after=9 * MINUTE)

    assert how_it_ended(walk.do(act.Confirm(), after=5 * MINUTE)) == (How.TIME, 10)


def test_without_a_clock_there_is_always_time() -> None:
    walk = Walk.of(paper(minutes=None))

    exam = walk.do(chosen("a"), after=10_000 * MINUTE)

    assert not exam.is_over
    assert (deadline(exam, after(1)), left(exam, after(1))) == (None, None)
    assert warned(exam, after(1)) == (exam, None)


def test_in_a_break_the_clock_stands_still_and_the_question_is_hidden() -> None:
    walk = Walk.of()
    walk.do(act.Pause(), after=MINUTE)

    assert walk.exam.phase is Phase.BREAK
    assert left(walk.exam, after(1)) == left(walk.exam, after(3)) == 9 * MINUTE
    assert break_left(walk.exam, after(3)) == MINUTE


def test_coming_back_the_clock_runs_again() -> None:
    walk = Walk.of()
    walk.do(act.Pause(), after=MINUTE)
    exam = walk.do(act.Return(), after=2 * MINUTE)

    assert exam.phase is Phase.ASKING
    assert deadline(exam, after(3)) == after(12)
    assert break_left(exam, after(3)) == MINUTE


def test_a_break_that_is_too_long_ends_by_itself() -> None:
    walk = Walk.of()
    walk.do(act.Pause(), after=MINUTE)

    exam = tick(walk.exam, after(8))

    assert exam.phase is Phase.ASKING
    assert left(exam, after(8)) == 5 * MINUTE


def test_a_break_that_nobody_ends_ends_the_exam_in_time() -> None:
    walk = Walk.of()
    walk.do(act.Pause(), after=MINUTE)

    assert how_it_ended(tick(walk.exam, after(99))) == (How.TIME, 13)


def test_breaks_add_up_to_the_allowance() -> None:
    walk = Walk.of()
    for _ in range(3):
        walk.do(act.Pause())
        walk.attempt(act.Return(), after=MINUTE)

    with pytest.raises(IllegalActionError, match="used up"):
        walk.do(act.Pause())


def test_an_exam_without_breaks_says_how_to_have_some() -> None:
    with pytest.raises(IllegalActionError, match="--breaks"):
        Walk.of(paper(break_minutes=0.0)).do(act.Pause())


def test_an_exam_without_a_clock_needs_no_break() -> None:
    with pytest.raises(IllegalActionError, match="has no clock"):
        Walk.of(paper(minutes=None)).do(act.Pause())


def test_the_time_of_a_break_is_spent_on_no_question() -> None:
    walk = Walk.of()
    walk.do(act.Pause(), after=MINUTE)
    walk.do(act.Return(), after=2 * MINUTE)
    walk.do(act.Next(), after=MINUTE)

    assert walk.exam.places[0].ms == 2 * MINUTE


def test_one_can_leave_in_a_break() -> None:
    walk = Walk.of()
    walk.do(act.Pause(), after=MINUTE)

    assert walk.do(act.Leave(), after=MINUTE).phase is Phase.BREAK


def test_ending_a_break_that_is_none_changes_nothing() -> None:
    exam = fresh(paper())

    assert end_break(exam, after(1)) == exam


def test_ticking_an_exam_that_is_over_changes_nothing() -> None:
    over = tick(fresh(paper()), after(99))

    assert tick(over, after(999)) == over
    assert left(over, after(999)) == 0


def heard(exam: Exam, *minutes: float) -> list[Notice | None]:
    told = []
    for minute in minutes:
        exam, notice = warned(exam, after(minute))
        told.append(notice)
    return told


def test_warnings_come_once_each() -> None:
    exam = fresh(paper(minutes=40.0))

    told = heard(exam, 0, 19, 20, 21, 30, 31, 35, 35, 39, 39.5)

    assert told == [None, None, Notice.HALF, None, Notice.TEN, None, Notice.FIVE, None, Notice.ONE, None]


def test_of_several_warnings_that_fell_due_only_the_last_is_given() -> None:
    assert heard(fresh(paper(minutes=40.0)), 0, 36) == [None, Notice.FIVE]


def test_a_short_exam_has_no_warning_before_its_half() -> None:
    assert heard(fresh(paper(minutes=8.0)), 0, 2, 3, 4, 7) == [None, None, None, Notice.HALF, Notice.ONE]


def test_an_exam_that_is_over_warns_no_more() -> None:
    assert warned(tick(fresh(paper()), after(99)), after(99))[1] is None
