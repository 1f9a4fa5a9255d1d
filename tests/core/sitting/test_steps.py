"""The steps of a sitting: what may happen when, and what is put on disk."""

from dataclasses import replace

import pytest

from cpsprep.core.events import Confidence, FlagReason, Mode
from cpsprep.core.item import Kind, OptionId
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.answering import SittingRules
from cpsprep.core.sitting.grading import Rating
from cpsprep.core.sitting.session import IllegalActionError, Phase
from cpsprep.core.sitting.steps import start, step
from cpsprep.core.sm2 import CardState
from fakes_moves import GO, A, B, play
from fakes_study import BASIC, CLOZE, DAY, FakeClock, choice, question, questions, session, truefalse


def test_a_sitting_with_nothing_to_ask_is_over_at_once() -> None:
    assert session().is_over
    assert not session(*questions(1)).is_over


@pytest.mark.parametrize(
    ("body", "phase"),
    [
        (choice(), Phase.ASKING),
        (truefalse(), Phase.ASKING),
        (BASIC, Phase.RECALLING),
        (CLOZE, Phase.RECALLING),
    ],
)
def test_a_question_is_shown_by_its_kind(body: object, phase: Phase) -> None:
    assert session(question(body=body)).phase is phase  # type: ignore[arg-type]


def test_a_content_note_comes_before_its_question() -> None:
    shown = session(question(content_note="This question mentions suicide."))

    assert shown.phase is Phase.NOTE
    assert play(shown, GO)[0].phase is Phase.ASKING


@pytest.mark.parametrize(
    ("action", "grade", "correct"),
    [
        (A, 4, True),
        (replace(A, confidence=Confidence.SURE), 5, True),
        (replace(A, confidence=Confidence.GUESS), 2, True),
        (B, 1, False),
        (replace(B, confidence=Confidence.SURE), 1, False),
        (replace(B, confidence=Confidence.GUESS), 0, False),
    ],
)
def test_an_answer_is_graded_by_right_and_sure(action: act.Action, grade: int, correct: bool) -> None:
    _, facts = play(session(*questions(1)), action)

    assert [(fact.type, fact.grade, fact.correct) for fact in facts] == [("answered", grade, correct)]


def test_an_answer_records_what_was_shown_chosen_and_how_long_it_took() -> None:
    clock = FakeClock()
    _, facts = play(session(*questions(1), clock=clock), replace(B, confidence=Confidence.SURE), clock=clock)

    assert dict(facts[0].payload) == {
        "ms": 10_000,
        "shown": ["a", "b", "c", "d"],
        "chosen": ["b"],
        "confidence": "sure",
        "chars": 17 + 14 + 12 + 11 + 14,
        "proposed": 1,
        "overridden": False,
        "seed": "seed",
        "profile": "wozniak_text",
        "app": "",
    }


def test_several_right_options_are_right_only_all_together() -> None:
    body = choice(kind=Kind.MULTIPLE, answer=("a", "c"))
    both, part = act.Choose((OptionId("c"), OptionId("a"))), A

    assert play(session(question(body=body)), both)[1][0].correct is True
    assert play(session(question(body=body)), part)[1][0].correct is False


@pytest.mark.parametrize(
    "action",
    [
        act.Choose(()),
        act.Choose((OptionId("a"), OptionId("b"))),
        act.Choose((OptionId("e"),)),
        act.Choose((OptionId("a"), OptionId("a"))),
        act.Judge(knew=True),
        act.Rate(Rating.GOOD),
        GO,
        act.ChangeGrade(),
    ],
)
def test_an_action_that_does_not_fit_raises(action: act.Action) -> None:
    with pytest.raises(IllegalActionError):
        step(session(*questions(1)), action, FakeClock().now())


def test_a_hidden_answer_is_judged_by_the_learner_after_it_is_shown() -> None:
    clock = FakeClock()
    shown = session(question(body=BASIC), clock=clock)
    done, facts = play(shown, GO, act.Judge(knew=True), clock=clock)

    assert done.phase is Phase.FEEDBACK
    assert (facts[0].grade, facts[0].payload["reveal_ms"], facts[0].payload["ms"]) == (4, 10_000, 20_000)


def test_options_are_no_answer_to_a_hidden_card() -> None:
    revealed, _ = play(session(question(body=BASIC)), GO)

    with pytest.raises(IllegalActionError):
        step(revealed, A, FakeClock().now())


def test_the_schedule_grows_from_the_cards_own_state() -> None:
    learnt = question(state=CardState(2, 6, 250), last_day=DAY - 6, due=DAY)
    after, _ = play(session(learnt), A)

    assert after.answered is not None
    assert (after.answered.state, after.answered.wait) == (CardState(3, 15, 250), 15)


def test_practice_leaves_the_schedule_alone() -> None:
    known = question(state=CardState(2, 6, 250), last_day=DAY, due=DAY + 6)
    rules = SittingRules(seed="s", mode=Mode.PRACTICE)
    after, facts = play(session(known, rules=rules), B)

    assert after.answered is not None
    assert (after.answered.state, after.answered.due, facts[0].mode) == (known.state, DAY + 6, "practice")
    assert play(after, GO)[0].phase is Phase.DONE


def test_the_same_seed_shuffles_alike_and_another_may_not() -> None:
    shuffled = question(shuffle=True)
    orders = {seed: session(shuffled, rules=SittingRules(seed=seed)).order for seed in "abcdefgh"}

    assert orders == {seed: session(shuffled, rules=SittingRules(seed=seed)).order for seed in "abcdefgh"}
    assert len(set(orders.values())) > 1


def test_a_flag_keeps_its_reason_and_note() -> None:
    after, facts = play(session(*questions(1)), act.Flag(FlagReason.UNCLEAR, "who speaks?"))

    assert dict(facts[0].payload) == {"reason": "unclear", "note": "who speaks?"}
    assert after.phase is Phase.ASKING


@pytest.mark.parametrize("look", [act.Repeat(), act.Options(), act.Info(), act.Help(), act.Edit()])
def test_looking_changes_nothing(look: act.Action) -> None:
    asked = session(*questions(1))

    assert step(asked, look, FakeClock().now()) == (asked, ())


def test_the_tally_counts_first_answers_apart_from_drill() -> None:
    sure = replace(B, confidence=Confidence.SURE)
    after, _ = play(session(*questions(2)), sure, GO, A, GO, A, GO)
    tally = after.tally

    assert (tally.answered, tally.right, tally.drilled, tally.sure_but_wrong) == (2, 1, 1, 1)


def test_a_sitting_starts_with_the_day_of_its_moment() -> None:
    assert start((), SittingRules(seed="s"), FakeClock(study_day=5).now()).day == 5


@pytest.mark.parametrize(("phase", "action"), [(Phase.GRADING, act.Rate(Rating.GOOD)), (Phase.ASKING, A)])
def test_a_session_in_pieces_is_refused(phase: Phase, action: act.Action) -> None:
    broken = replace(session(), phase=phase)

    with pytest.raises(IllegalActionError):
        step(broken, action, FakeClock().now())
