"""What is said when a sitting is over."""

from dataclasses import replace

import pytest

from cpsprep.app.closing import Closing
from cpsprep.cli.saying import wrapped
from cpsprep.cli.study.summary import summary_lines
from cpsprep.core.events import Confidence, Mode
from cpsprep.core.item import OptionId
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.answering import SittingRules
from cpsprep.core.sitting.session import Ending, Session, Tally
from cpsprep.core.sitting.steps import step
from fakes_study import FakeClock, questions, session

A = act.Choose((OptionId("a"),))
B = act.Choose((OptionId("b"),))
GO, STOP = act.Continue(), act.Quit()
REST = Closing(due_tomorrow=0, new_tomorrow=0, tricky=0)


def after(*moves: act.Action, number: int = 3, rules: SittingRules | None = None) -> Session:
    clock = FakeClock()
    now = session(*questions(number), clock=clock, rules=rules)
    for move in moves:
        now, _ = step(now, move, clock.now())
    return now


def ended(*, ending: Ending = Ending.FINISHED, **tally: int) -> Session:
    return replace(after(number=0), ending=ending, tally=Tally(**tally))


def said(sitting: Session, closing: Closing = REST) -> list[str]:
    return summary_lines(sitting, closing)


@pytest.mark.parametrize(
    ("tally", "words"),
    [
        (Tally(answered=18, right=15), "18 answered, 15 right. All answers are saved."),
        (Tally(answered=1, right=0, drilled=1), "1 answered, 0 right, 1 repeat. All answers are saved."),
        (Tally(answered=9, right=6, drilled=3), "9 answered, 6 right, 3 repeats. All answers are saved."),
        (Tally(drilled=2), "2 repeats. All answers are saved."),
    ],
)
def test_what_was_done_is_counted(tally: Tally, words: str) -> None:
    assert said(replace(ended(), tally=tally))[0] == words


def test_a_sitting_of_nothing_lost_nothing() -> None:
    assert said(after(STOP))[0] == "Stopped. Nothing was answered, nothing is lost."


def test_a_sitting_in_which_all_was_left_only_speaks_of_tomorrow() -> None:
    assert said(after(act.Skip(), number=1)) == ["Nothing is due tomorrow."]


def test_time_that_is_up_is_said_first() -> None:
    assert said(ended(ending=Ending.TIME, answered=2, right=2))[:2] == [
        "Time is up.",
        "2 answered, 2 right. All answers are saved.",
    ]


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1 answer felt sure and was not right. To see which: cpsprep stats"),
        (2, "2 answers felt sure and were not right. To see which: cpsprep stats"),
    ],
)
def test_sure_but_wrong_is_worth_a_look(number: int, words: str) -> None:
    assert said(ended(answered=4, sure_but_wrong=number))[1] == words


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "1 tricky question, missed often: see cpsprep stats"),
        (2, "2 tricky questions, missed often: see cpsprep stats"),
    ],
)
def test_questions_that_became_tricky_are_told(number: int, words: str) -> None:
    assert said(ended(answered=4), replace(REST, tricky=number))[1] == words


def waiting(sitting: Session) -> list[str]:
    return [line for line in said(sitting) if "waiting" in line]


@pytest.mark.parametrize(
    ("moves", "left"),
    [
        ((STOP,), 3),
        ((A, STOP), 2),
        ((A, GO, STOP), 2),
        ((A, GO, A, STOP), 1),
        ((A, GO, A, GO, STOP), 1),
        ((B, STOP), 3),
        ((A, act.Undo(), STOP), 3),
        ((act.Skip(), STOP), 2),
        ((A, GO, act.Undo(), STOP), 3),
    ],
    ids=[
        "at once",
        "after an answer",
        "at the second",
        "after the second",
        "at the last",
        "one to repeat",
        "taken back",
        "left until tomorrow",
        "gone back",
    ],
)
def test_what_is_still_to_be_answered_is_counted_with_the_one_on_screen(
    moves: tuple[act.Action, ...], left: int
) -> None:
    assert waiting(after(*moves)) == [f"{left} still waiting today. Next, type: cpsprep review"]


@pytest.mark.parametrize(
    "moves",
    [(A, GO, A, GO, A, STOP), (A, GO, A, GO, A, GO)],
    ids=["stopped after the last answer", "gone on to the end"],
)
def test_when_all_is_answered_nothing_waits(moves: tuple[act.Action, ...]) -> None:
    assert waiting(after(*moves)) == []


def test_when_the_time_is_up_the_rest_waits() -> None:
    # The first question shows after 10 seconds, the answer comes after 20, going on after 30.
    over = after(A, GO, rules=SittingRules("seed", deadline_ms=FakeClock().at_ms + 25_000))

    assert over.ending is Ending.TIME
    assert waiting(over) == ["2 still waiting today. Next, type: cpsprep review"]


def test_practice_leaves_nothing_waiting() -> None:
    assert waiting(after(A, GO, STOP, rules=SittingRules("seed", mode=Mode.PRACTICE))) == []


@pytest.mark.parametrize(
    ("due", "new", "words"),
    [
        (5, 3, "Tomorrow: 5 to review, 3 new."),
        (5, 0, "Tomorrow: 5 to review."),
        (0, 3, "Tomorrow: 3 new questions."),
        (0, 1, "Tomorrow: 1 new question."),
        (0, 0, "Nothing is due tomorrow."),
    ],
)
def test_the_last_word_is_of_tomorrow(due: int, new: int, words: str) -> None:
    assert said(ended(answered=1), Closing(due, new, tricky=0))[-1] == words


def test_all_of_it_fits_forty_columns() -> None:
    sure = replace(B, confidence=Confidence.SURE)
    full = said(after(sure, GO, sure, STOP, number=9), Closing(100, 20, tricky=10))

    assert max(len(part) for line in full for part in wrapped(line, 40).split("\n")) <= 40
