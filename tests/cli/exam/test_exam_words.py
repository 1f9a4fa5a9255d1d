"""Times, places and answers in words."""

import pytest

from cpsprep.cli.exam.telling import answer_words, overview_lines, runs, stayed_words, written_words
from cpsprep.cli.exam.time_words import (
    day_and_time,
    duration,
    exact,
    left_words,
    notice_words,
    short_left,
    until_words,
)
from cpsprep.core.events import Confidence
from cpsprep.core.exam import actions as act
from cpsprep.core.exam.clock import Notice
from cpsprep.core.exam.exam import Exam
from fakes_exam import MINUTE, START_MS, Walk, chosen, option, paper


@pytest.mark.parametrize(
    ("ms", "says"),
    [
        (0, "0 seconds"),
        (1_999, "1 second"),
        (59_000, "59 seconds"),
        (60_000, "1 minute"),
        (61_000, "1 minute 1 second"),
        (9 * MINUTE + 30_000, "9 minutes 30 seconds"),
        (10 * MINUTE + 59_000, "10 minutes"),
        (60 * MINUTE, "1 hour"),
        (135 * MINUTE + 59_000, "2 hours 15 minutes"),
    ],
)
def test_a_length_of_time_promises_nothing_that_is_not_there(ms: int, says: str) -> None:
    assert duration(ms) == says


def test_an_exact_time_keeps_its_seconds() -> None:
    assert exact(13 * MINUTE + 30_000) == "13 minutes 30 seconds"
    assert exact(13 * MINUTE) == "13 minutes"


@pytest.mark.parametrize(
    ("places", "says"),
    [
        ((0,), "1"),
        ((0, 1), "1, 2"),
        ((0, 1, 2), "1 to 3"),
        ((2, 11, 12, 13, 40), "3, 12 to 14, 41"),
        ((), ""),
    ],
)
def test_runs_of_numbers_are_put_together(places: tuple[int, ...], says: str) -> None:
    assert runs(places) == says


def test_what_is_left() -> None:
    exam = Walk.of().exam

    assert left_words(exam, START_MS) == "10 minutes left. Breaks: 3 minutes left."
    assert left_words(Walk.of(paper(break_minutes=0.0)).exam, START_MS) == "10 minutes left."
    assert left_words(Walk.of(paper(minutes=None)).exam, START_MS) == "This exam has no clock."


def test_what_is_left_in_a_break() -> None:
    exam = Walk.of().do(act.Pause())

    assert (
        left_words(exam, START_MS + 61_000)
        == "9 minutes 59 seconds left. The clock stands still for 2 minutes more."
    )


@pytest.mark.parametrize(
    ("minutes", "says"), [(0.0, "2 h 05 min"), (100.0, "25 min"), (124.5, "30 s"), (999.0, "0 s")]
)
def test_the_clock_in_the_corner_is_short(minutes: float, says: str) -> None:
    exam = Walk.of(paper(minutes=125.0)).exam

    assert short_left(exam, START_MS + round(minutes * MINUTE)) == says
    assert short_left(Walk.of(paper(minutes=None)).exam, START_MS) == ""


def test_who_leaves_is_told_that_the_clock_goes_on() -> None:
    assert until_words(Walk.of().exam, START_MS) == (
        "The clock goes on, until 10:10. What is answered by then counts."
    )
    assert "no clock" in until_words(Walk.of(paper(minutes=None)).exam, START_MS)


def test_who_leaves_in_a_break_is_told_the_end_with_the_whole_break_in_it() -> None:
    on_break = Walk.of().do(act.Pause())

    for later in (2_000, 61_000, 3 * MINUTE):
        assert until_words(on_break, START_MS + later) == (
            "Your break goes on while its time lasts, then the clock runs again, at most until 10:13."
        )


def test_an_end_far_away_is_told_with_its_day() -> None:
    assert "Friday, October 11, 10:00" in until_words(Walk.of(paper(minutes=7 * 1440.0)).exam, START_MS)
    assert day_and_time(START_MS, -300) == "Friday, October 4, 05:00"


@pytest.mark.parametrize(
    ("notice", "says"),
    [(Notice.HALF, "Half of the time is over: 5 minutes left."), (Notice.FIVE, "5 minutes left.")],
)
def test_warnings_are_words(notice: Notice, says: str) -> None:
    assert notice_words(notice, Walk.of().exam, START_MS + 5 * MINUTE) == says


def test_an_answer_is_quoted_by_its_text() -> None:
    walk = Walk.of()

    assert answer_words(walk.exam) == ""
    assert answer_words(walk.do(chosen("b", confidence=Confidence.GUESS))) == (
        'Your answer: "Make a plan." You are guessing.'
    )
    walk.do(act.Next())
    assert answer_words(walk.do(chosen("a", "c"))) == 'Your answer: "Listen to her." and "Give money."'


def test_what_was_written_is_said() -> None:
    walk = Walk.of()
    before = walk.exam

    assert written_words(act.Clear(), before, walk.exam) == "There is no answer to take away."
    strike = act.Strike(option("b"))
    assert written_words(strike, before, walk.do(strike)) == "Struck out: Make a plan."
    assert written_words(strike, before, walk.do(strike)) == "Back again: Make a plan."
    assert written_words(act.Mark(), before, walk.do(act.Mark())) == "Flagged."
    assert written_words(act.Mark(), before, walk.do(act.Mark())) == "No longer flagged."
    assert "hidden" in written_words(act.HideClock(), before, walk.do(act.HideClock()))
    assert written_words(act.HideClock(), before, walk.do(act.HideClock())) == ""
    assert written_words(act.Next(), before, walk.exam) == ""
    answered = walk.do(chosen("a"))
    assert written_words(act.Clear(), answered, walk.do(act.Clear())) == "Your answer is taken away."


def said(action: act.Action, exam: Exam) -> str:
    return stayed_words(action, exam, hand_in="Type submit.")


def test_a_move_that_led_nowhere_says_why() -> None:
    walk = Walk.of()
    exam = walk.exam

    assert said(act.Next(), exam).startswith("This is the last question. 0 of 4 answered")
    assert said(act.Next(), exam).endswith("Type submit.")
    assert said(act.Previous(), exam) == "This is the first question."
    assert said(act.NextMarked(), exam) == "No question is flagged."
    assert said(act.NextOpen(), exam) == "This is the only question without an answer."
    assert said(act.GoTo(1), exam) == "You are there."
    assert said(act.NextMarked(), walk.do(act.Mark())) == "This is the only flagged question."


def test_the_overview_names_what_is_open_and_flagged() -> None:
    walk = Walk.of()
    walk.do(chosen("a"))
    walk.do(act.Mark())

    assert overview_lines(walk.exam) == [
        "1 of 4 answered, 3 without an answer, 1 flagged.", "Without an answer: 2 to 4.", "Flagged: 1.",
    ]  # fmt: skip


def test_with_all_answered_nothing_is_open() -> None:
    walk = Walk.of()
    for answer in (chosen("a"), chosen("a", "c"), act.Continue(), chosen("a"), chosen("b")):
        walk.do(answer)
        if walk.exam.place.chosen:
            walk.do(act.Next())

    assert overview_lines(walk.exam) == ["All 4 questions have an answer."]
    assert said(act.NextOpen(), walk.exam) == "Every question has an answer. Type submit."
