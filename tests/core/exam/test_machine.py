"""The exam machine: what may be done when, and what is written on the answer sheet."""

import pytest

from cpsprep.core.events import Confidence, EventType
from cpsprep.core.exam import actions as act
from cpsprep.core.exam.exam import LEGAL, How, IllegalActionError, Phase
from cpsprep.core.exam.machine import begin, sit_down, step
from fakes_exam import MINUTE, Walk, at, chosen, option, paper, slots
from fakes_study import DAY


def test_an_exam_begins_with_its_first_question_on_the_screen() -> None:
    exam, facts = begin(paper(), at(0, "exam-1", "e0"))

    assert (exam.phase, exam.at, exam.place.shown, exam.is_open) == (Phase.ASKING, 0, True, True)
    assert [fact.type for fact in facts] == [EventType.EXAM_STARTED, EventType.EXAM_MARKED]


def test_an_answer_is_written_down_and_the_question_stays() -> None:
    walk = Walk.of()

    exam = walk.do(chosen("b"))

    assert (exam.at, exam.place.chosen) == (0, (option("b"),))
    assert walk.events[-1].fact.payload == {
        "exam": "exam-1", "at": at(1_000).at_ms, "place": 1, "chosen": ["b"], "confidence": None,
    }  # fmt: skip


def test_an_answer_can_be_changed_and_taken_away() -> None:
    walk = Walk.of()
    walk.do(chosen("b"))

    assert walk.do(chosen("c")).place.chosen == (option("c"),)
    assert walk.do(act.Clear()).place.chosen == ()


def test_how_sure_one_is_goes_with_the_answer() -> None:
    walk = Walk.of()

    assert walk.do(chosen("b", confidence=Confidence.GUESS)).place.confidence is Confidence.GUESS
    assert walk.do(chosen("b")).place.confidence is None


def test_the_same_answer_again_is_no_event() -> None:
    walk = Walk.of()
    walk.do(chosen("b"))

    walk.do(chosen("b"))
    walk.do(act.NextMarked())

    assert len(walk.events) == 3


def test_nothing_to_take_away_is_no_event() -> None:
    walk = Walk.of()

    walk.do(act.Clear())

    assert len(walk.events) == 2


def test_several_options_are_kept_in_the_order_of_the_screen() -> None:
    walk = Walk.of()
    walk.do(act.Next())

    assert walk.do(chosen("c", "a")).place.chosen == (option("a"), option("c"))


@pytest.mark.parametrize("letters", [("a", "b"), ("z",), ()])
def test_an_answer_that_does_not_fit_is_refused(letters: tuple[str, ...]) -> None:
    walk = Walk.of()

    with pytest.raises(IllegalActionError, match="does not fit"):
        walk.do(chosen(*letters))


def test_options_are_struck_out_and_brought_back() -> None:
    walk = Walk.of()

    assert walk.do(act.Strike(option("d"))).place.struck == (option("d"),)
    assert walk.do(act.Strike(option("b"))).place.struck == (option("b"), option("d"))
    assert walk.do(act.Strike(option("d"))).place.struck == (option("b"),)


def test_an_option_that_is_chosen_is_no_longer_struck_out() -> None:
    walk = Walk.of()
    walk.do(act.Strike(option("b")))

    assert walk.do(chosen("b")).place.struck == ()


def test_the_answer_itself_cannot_be_struck_out() -> None:
    walk = Walk.of()
    walk.do(chosen("b"))

    with pytest.raises(IllegalActionError, match="is your answer"):
        walk.do(act.Strike(option("b")))


def test_an_option_that_is_not_there_cannot_be_struck_out() -> None:
    with pytest.raises(IllegalActionError, match="no such option"):
        Walk.of().do(act.Strike(option("h")))


def test_a_flag_is_set_and_taken_away() -> None:
    walk = Walk.of()

    assert walk.do(act.Mark()).marked_places == (0,)
    assert walk.do(act.Mark()).marked_places == ()


@pytest.mark.parametrize(
    ("moves", "place"),
    [
        ([act.Next()], 1),
        ([act.Next(), act.Previous()], 0),
        ([act.Previous()], 0),
        ([act.GoTo(4)], 3),
        ([act.GoTo(4), act.Next()], 3),
        ([act.NextOpen()], 1),
        ([act.GoTo(4), act.NextOpen()], 0),
        ([act.GoTo(2), act.Mark(), act.GoTo(4), act.NextMarked()], 1),
        ([act.NextMarked()], 0),
    ],
)
def test_moving_goes_where_it_says_and_stays_at_the_ends(moves: list[act.Action], place: int) -> None:
    walk = Walk.of()

    for move in moves:
        walk.do(move)

    assert walk.exam.at == place


@pytest.mark.parametrize("number", [0, 5, -1])
def test_a_number_that_is_no_question_is_refused(number: int) -> None:
    with pytest.raises(IllegalActionError, match="questions 1 to 4"):
        Walk.of().do(act.GoTo(number))


def test_the_next_open_question_is_one_without_an_answer() -> None:
    walk = Walk.of()
    walk.do(act.Next())
    walk.do(chosen("a", "c"))
    walk.do(act.Previous())

    assert walk.do(act.NextOpen()).at == 2


def test_a_content_note_comes_before_its_question_once() -> None:
    walk = Walk.of()

    assert walk.do(act.GoTo(3)).phase is Phase.NOTE
    assert not walk.exam.place.shown
    assert walk.do(act.Continue()).phase is Phase.ASKING
    walk.do(act.Previous())
    assert walk.do(act.Next()).phase is Phase.ASKING


def test_a_question_can_be_passed_over_at_its_content_note() -> None:
    walk = Walk.of()
    walk.do(act.GoTo(3))

    assert walk.do(act.Next()).at == 3
    assert not walk.exam.places[2].shown


def test_time_is_counted_for_each_question_while_somebody_sits_there() -> None:
    walk = Walk.of()
    walk.do(chosen("a"), after=5_000)
    walk.do(act.Next(), after=2_000)
    walk.do(act.Leave(), after=4_000)

    assert [place.ms for place in walk.exam.places] == [7_000, 4_000, 0, 0]


def test_the_first_answer_is_the_one_with_which_a_question_was_left() -> None:
    walk = Walk.of()
    walk.do(chosen("b"))
    walk.do(chosen("c"))
    walk.do(act.Next())
    walk.do(act.Previous())
    walk.do(chosen("a"))

    assert (walk.exam.place.first, walk.exam.place.chosen) == ((option("c"),), (option("a"),))


def test_handing_in_is_confirmed_exactly_once() -> None:
    walk = Walk.of()

    assert walk.do(act.Submit()).phase is Phase.CONFIRMING
    assert walk.do(act.GoBack()).phase is Phase.ASKING
    walk.do(act.Submit())
    exam = walk.do(act.Confirm())

    assert exam.phase is Phase.OVER
    assert exam.ended is not None
    assert (exam.ended.how, exam.ended.at_ms) == (How.SUBMITTED, at(walk.ms).at_ms)


def test_asking_to_hand_in_is_no_event_and_no_answer() -> None:
    walk = Walk.of()

    walk.do(act.Submit())

    assert len(walk.events) == 2


@pytest.mark.parametrize("action", [chosen("a"), act.Submit(), act.Confirm(), act.Mark(), act.Time()])
def test_nothing_is_possible_when_it_is_over(action: act.Action) -> None:
    walk = Walk.of()
    walk.do(act.Submit())
    walk.do(act.Confirm())

    with pytest.raises(IllegalActionError, match="the exam is over"):
        walk.do(action)


def test_leaving_an_exam_that_is_over_is_fine() -> None:
    walk = Walk.of()
    walk.do(act.Submit())
    over = walk.do(act.Confirm())

    assert walk.do(act.Leave()) == over


@pytest.mark.parametrize("action", [act.Time(), act.Overview(), act.Repeat(), act.Options(), act.Help()])
def test_looking_changes_nothing(action: act.Action) -> None:
    walk = Walk.of()
    before = walk.exam

    assert walk.do(action) == before
    assert len(walk.events) == 2


def test_the_clock_can_be_hidden_and_shown() -> None:
    walk = Walk.of()

    assert walk.do(act.HideClock()).hides_clock
    assert not walk.do(act.HideClock()).hides_clock


def test_leaving_and_sitting_down_again_keeps_the_place() -> None:
    walk = Walk.of()
    walk.do(act.GoTo(2))
    walk.do(act.Leave())

    exam, facts = sit_down(walk.exam, at(60_000))

    assert (exam.at, exam.is_open) == (1, True)
    assert facts[0].payload["opened"] is True


def test_the_time_between_leaving_and_coming_back_is_spent_on_nothing() -> None:
    walk = Walk.of()
    exam, _ = sit_down(walk.exam, at(MINUTE))
    exam, _ = step(exam, act.Next(), at(MINUTE + 5_000))

    assert exam.places[0].ms == 5_000


def test_sitting_down_after_the_end_only_shows_it() -> None:
    exam, facts = sit_down(Walk.of().exam, at(60 * MINUTE))

    assert exam.is_over
    assert facts == ()


def test_a_clock_that_falls_does_not_turn_the_exam_back() -> None:
    walk = Walk.of()
    walk.do(chosen("b"), after=50_000)
    walk.do(chosen("c"), after=-40_000)

    assert walk.events[-1].fact.payload["at"] == walk.events[-2].fact.payload["at"] + 1
    assert walk.exam.place.ms == 50_001


@pytest.mark.parametrize("phase", Phase)
def test_every_phase_has_help_and_a_way_out(phase: Phase) -> None:
    assert {act.Help, act.Leave} <= LEGAL[phase]


def test_every_legal_action_has_its_words() -> None:
    assert {action for legal in LEGAL.values() for action in legal} == set(act.WORDS)


def test_bare_actions_are_values() -> None:
    assert act.Next() == act.Next()
    assert act.Next() != act.Previous()
    assert len({act.Next(), act.Next()}) == 1
    assert repr(act.NextOpen()) == "NextOpen()"


def test_one_question_is_an_exam_too() -> None:
    walk = Walk.of(paper(*slots(1)))

    assert walk.do(act.Next()).at == walk.do(act.NextOpen()).at == 0
    assert walk.exam.paper.study_day == DAY
