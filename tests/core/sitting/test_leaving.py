"""Leaving a question or the sitting: what is put away, and what counts as seen."""

import pytest

from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.answering import SittingRules
from cpsprep.core.sitting.session import Ending, Phase
from fakes_moves import GO, A, B, play
from fakes_study import DAY, FakeClock, question, questions, session


def test_a_skipped_question_waits_until_tomorrow_and_counts_as_seen() -> None:
    after, facts = play(session(*questions(2)), act.Skip())

    assert [(fact.type, dict(fact.payload)) for fact in facts] == [
        ("skipped", {"until": DAY + 1}),
        ("seen", {"shown": ["a", "b", "c", "d"]}),
    ]
    assert after.current is not None
    assert after.current.card == "q-2"


def test_a_question_deferred_at_its_content_note_was_not_seen() -> None:
    _, facts = play(session(question(content_note="A note.")), act.Skip())

    assert [fact.type for fact in facts] == ["skipped"]


def test_a_question_set_aside_after_its_answer_leaves_the_drill() -> None:
    after, facts = play(session(*questions(1)), B, act.SetAside())

    assert [fact.type for fact in facts] == ["answered", "set-aside"]
    assert after.phase is Phase.DONE


def test_quitting_after_the_options_were_shown_counts_as_seen() -> None:
    after, facts = play(session(*questions(1)), act.Quit())

    assert ([fact.type for fact in facts], after.ending) == (["seen"], Ending.STOPPED)


@pytest.mark.parametrize("moves", [(A, act.Quit()), (A, act.ChangeGrade(), act.Quit())])
def test_quitting_after_an_answer_adds_nothing(moves: tuple[act.Action, ...]) -> None:
    assert len(play(session(*questions(1)), *moves)[1]) == 1


def test_when_the_time_is_up_the_question_at_hand_is_the_last() -> None:
    clock = FakeClock()
    rules = SittingRules(seed="s", deadline_ms=clock.at_ms + 15_000)
    asked = session(*questions(3), rules=rules, clock=clock)
    after, _ = play(asked, A, GO, clock=clock)

    assert (after.ending, after.tally.answered) == (Ending.TIME, 1)
