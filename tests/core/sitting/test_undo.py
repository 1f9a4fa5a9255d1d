"""Taking back and changing: undo is exact, and what was recorded is voided."""

from dataclasses import replace

import pytest

from cpsprep.core.events import EventId
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.grading import Rating
from cpsprep.core.sitting.session import IllegalActionError, Phase, Previous
from cpsprep.core.sitting.steps import step
from fakes_moves import GO, A, B, C, play, standing
from fakes_study import FakeClock, question, questions, session


def test_changing_the_grade_voids_the_first_answer_and_keeps_its_time() -> None:
    clock = FakeClock()
    asked = session(*questions(2), clock=clock)
    after, facts = play(asked, A, act.ChangeGrade(), act.Rate(Rating.HARD), clock=clock)

    assert [fact.type for fact in facts] == ["answered", "voided", "answered"]
    again = facts[2]
    assert (facts[1].target, again.grade, again.payload["proposed"]) == (facts[0].id, 3, 4)
    assert (again.payload["overridden"], again.payload["ms"]) == (True, facts[0].payload["ms"])
    assert after.answered is not None
    assert after.answered.again_today


def test_the_grades_can_be_left_as_they_are() -> None:
    after, facts = play(session(*questions(1)), A, act.ChangeGrade(), GO)

    assert (after.phase, len(facts)) == (Phase.FEEDBACK, 1)


def test_undo_asks_the_same_question_again_and_voids_the_answer() -> None:
    asked = session(*questions(3))
    after, facts = play(asked, B, GO, act.Undo())

    assert replace(after, shown_at=asked.shown_at) == asked
    assert (facts[1].type, facts[1].target) == ("voided", facts[0].id)


def test_undo_reaches_back_to_the_first_answer() -> None:
    asked = session(*questions(3))
    after, facts = play(asked, A, GO, B, GO, C, act.Undo(), act.Undo(), act.Undo())

    assert replace(after, shown_at=asked.shown_at) == asked
    assert standing(facts) == []


def test_undo_works_when_the_sitting_is_over() -> None:
    after, facts = play(session(*questions(1)), A, GO, act.Undo())

    assert (after.phase, standing(facts)) == (Phase.ASKING, [])


def test_undo_with_nothing_to_take_back_is_refused() -> None:
    with pytest.raises(IllegalActionError, match="nothing to take back"):
        step(session(*questions(1)), act.Undo(), FakeClock().now())


def test_undo_reaches_the_last_answer_of_the_sitting_before() -> None:
    last = Previous(question("q-9"), EventId("old"))
    after, facts = play(session(*questions(2), previous=last), act.Undo())

    assert [fact.target for fact in facts] == ["old"]
    assert (after.current and after.current.card, after.left) == ("q-9", 2)


def test_a_card_taken_back_from_the_sitting_before_is_asked_once() -> None:
    last = Previous(question("q-2"), EventId("old"))
    after, _ = play(session(*questions(2), previous=last), act.Undo())

    assert [q.card for q in after.queue] == ["q-2", "q-1"]


def test_undo_brings_back_what_was_set_aside() -> None:
    after, facts = play(session(*questions(1)), B, act.SetAside(), act.Undo())

    assert (after.phase, standing(facts)) == (Phase.ASKING, [])
