"""The session machine: what may happen when, and what is put on disk."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cpsprep.core import actions as act
from cpsprep.core.answering import Rules
from cpsprep.core.events import Confidence, EventId, EventType, Fact, FlagReason, Mode
from cpsprep.core.grading import Rating
from cpsprep.core.item import Body, Kind, OptionId
from cpsprep.core.session import LEGAL, Ending, IllegalActionError, Phase, Previous, Session, start, step
from cpsprep.core.sm2 import CardState
from fakes_study import BASIC, CLOZE, DAY, FakeClock, choice, question, questions, session, truefalse

A, B, C, D = (act.Choose((OptionId(letter),)) for letter in "abcd")
GO = act.Continue()
MISSED: tuple[act.Action, ...] = (B, GO)
KNOWN: tuple[act.Action, ...] = (A, GO)


def play(session: Session, *moves: act.Action, clock: FakeClock | None = None) -> tuple[Session, list[Fact]]:
    clock = clock or FakeClock()
    facts: list[Fact] = []
    for move in moves:
        session, made = step(session, move, clock.now())
        facts.extend(made)
    return session, facts


def standing(facts: Sequence[Fact]) -> list[Fact]:
    """The facts that nothing took back."""
    gone = {fact.target for fact in facts if fact.type == EventType.VOIDED}
    return [fact for fact in facts if fact.id not in gone and fact.type != EventType.VOIDED]


def test_a_sitting_with_nothing_to_ask_is_over_at_once() -> None:
    assert session().phase is Phase.DONE


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
    rules = Rules(seed="s", mode=Mode.PRACTICE)
    after, facts = play(session(known, rules=rules), B)

    assert after.answered is not None
    assert (after.answered.state, after.answered.due, facts[0].mode) == (known.state, DAY + 6, "practice")
    assert play(after, GO)[0].phase is Phase.DONE


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
    after, _ = play(session(*questions(1), rules=Rules(seed="s", drill_passes=0)), *MISSED * 9)

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
    now = session(shuffled, rules=Rules(seed="s", drill_passes=0))
    for _ in range(6):
        orders.add(now.order)
        wrong = next(option for option in now.order if option != "a")
        now, _ = play(now, act.Choose((wrong,)), GO)

    assert len(orders) > 1


def test_the_same_seed_shuffles_alike_and_another_may_not() -> None:
    shuffled = question(shuffle=True)
    orders = {seed: session(shuffled, rules=Rules(seed=seed)).order for seed in "abcdefgh"}

    assert orders == {seed: session(shuffled, rules=Rules(seed=seed)).order for seed in "abcdefgh"}
    assert len(set(orders.values())) > 1


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


def test_undo_brings_back_what_was_set_aside() -> None:
    after, facts = play(session(*questions(1)), B, act.SetAside(), act.Undo())

    assert (after.phase, standing(facts)) == (Phase.ASKING, [])


def test_a_flag_keeps_its_reason_and_note() -> None:
    after, facts = play(session(*questions(1)), act.Flag(FlagReason.UNCLEAR, "who speaks?"))

    assert dict(facts[0].payload) == {"reason": "unclear", "note": "who speaks?"}
    assert after.phase is Phase.ASKING


def test_quitting_after_the_options_were_shown_counts_as_seen() -> None:
    after, facts = play(session(*questions(1)), act.Quit())

    assert ([fact.type for fact in facts], after.ending) == (["seen"], Ending.STOPPED)


@pytest.mark.parametrize("moves", [(A, act.Quit()), (A, act.ChangeGrade(), act.Quit())])
def test_quitting_after_an_answer_adds_nothing(moves: tuple[act.Action, ...]) -> None:
    assert len(play(session(*questions(1)), *moves)[1]) == 1


def test_when_the_time_is_up_the_question_at_hand_is_the_last() -> None:
    clock = FakeClock()
    rules = Rules(seed="s", deadline_ms=clock.at_ms + 15_000)
    asked = session(*questions(3), rules=rules, clock=clock)
    after, _ = play(asked, A, GO, clock=clock)

    assert (after.ending, after.tally.answered) == (Ending.TIME, 1)


@pytest.mark.parametrize("look", [act.Repeat(), act.Options(), act.Info(), act.Help(), act.Edit()])
def test_looking_changes_nothing(look: act.Action) -> None:
    asked = session(*questions(1))

    assert step(asked, look, FakeClock().now()) == (asked, ())


def test_the_tally_counts_first_answers_apart_from_drill() -> None:
    sure = replace(B, confidence=Confidence.SURE)
    after, _ = play(session(*questions(2)), sure, GO, A, GO, A, GO)
    tally = after.tally

    assert (tally.answered, tally.right, tally.drilled, tally.sure_but_wrong) == (2, 1, 1, 1)


ACTIONS: list[act.Action] = [
    *(A, B, C, D, GO, act.ChangeGrade(), act.Undo(), act.Skip(), act.SetAside(), act.Help(), act.Quit()),
    *(act.Judge(knew=True), act.Judge(knew=False), act.Flag(FlagReason.OTHER, "x"), act.More()),
    *(act.Rate(rating) for rating in Rating),
]
BODIES: list[Body] = [choice(), truefalse(), BASIC, CLOZE]


@st.composite
def walks(draw: st.DrawFn) -> tuple[Session, list[act.Action], FakeClock]:
    kinds = draw(st.lists(st.sampled_from(BODIES), min_size=1, max_size=7))
    notes = draw(st.lists(st.booleans(), min_size=len(kinds), max_size=len(kinds)))
    queue = tuple(
        question(f"q-{n}", body, content_note="A note." if note else "")
        for n, (body, note) in enumerate(zip(kinds, notes, strict=True))
    )
    clock = FakeClock()
    return session(*queue, clock=clock), draw(st.lists(st.sampled_from(ACTIONS), max_size=40)), clock


@given(walks())
@settings(max_examples=150, deadline=None)
def test_on_any_walk_an_illegal_action_raises_and_undo_is_exact(
    walk: tuple[Session, list[act.Action], FakeClock],
) -> None:
    now, moves, clock = walk
    facts: list[Fact] = []
    for move in moves:
        try:
            after, made = step(now, move, clock.now())
        except IllegalActionError:
            assert type(move) not in LEGAL[now.phase] or isinstance(move, act.Choose | act.Undo | act.Judge)
            continue
        assert type(move) in LEGAL[now.phase]
        if isinstance(move, act.Choose | act.Judge):
            back, voids = step(after, act.Undo(), clock.now())
            assert replace(back, shown_at=now.shown_at, revealed_at=now.revealed_at) == now
            assert {void.target for void in voids} == {fact.id for fact in made}
        now, facts = after, [*facts, *made]

    live = standing(facts)
    answers = [fact for fact in live if fact.type == EventType.ANSWERED]
    assert len({fact.id for fact in facts}) == len(facts)
    assert now.tally.answered + now.tally.drilled == len(answers)


def test_a_sitting_starts_with_the_day_of_its_moment() -> None:
    assert start((), Rules(seed="s"), FakeClock(study_day=5).now()).day == 5


@pytest.mark.parametrize(("phase", "action"), [(Phase.GRADING, act.Rate(Rating.GOOD)), (Phase.ASKING, A)])
def test_a_session_in_pieces_is_refused(phase: Phase, action: act.Action) -> None:
    broken = replace(session(), phase=phase)

    with pytest.raises(IllegalActionError):
        step(broken, action, FakeClock().now())
