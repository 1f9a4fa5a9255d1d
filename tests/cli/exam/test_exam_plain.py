"""A mock exam in plain lines, heard from outside: what is typed, and what is said."""

from io import StringIO

import pytest

from cpsprep.app.exam_sitting import ExamSitting
from cpsprep.cli.exam.plain import run
from cpsprep.cli.study.plain import Page
from cpsprep.core.exam.machine import begin
from cpsprep.core.exam.paper import Paper
from fakes_exam import MINUTE, START_MS, FakeExamLog, at, paper, slots, texts_of
from fakes_study import FakeClock


def heard(*lines: str, made: Paper | None = None, step_ms: int = 100, log: FakeExamLog | None = None) -> str:
    """What is said to somebody who types these lines and then no more."""
    log = log or FakeExamLog()
    made = made or paper()
    exam, facts = begin(made, at(0, "exam-1", "e0"))
    log.append(facts, at(0), texts_of(made))
    clock = FakeClock(at_ms=START_MS, step_ms=step_ms)
    out, typed = StringIO(), iter([f"{line}\n" for line in lines])
    run(ExamSitting(exam, log=log, clock=clock), Page(out), lambda: next(typed, ""))
    return out.getvalue()


def test_an_answer_is_echoed_and_the_question_stays() -> None:
    text = heard("b")

    assert 'Your answer: "Make a plan."\n' in text
    assert "Question 2" not in text


def test_enter_goes_on() -> None:
    assert "Question 2 of 4.\n" in heard("b", "")


def test_the_content_note_comes_first_and_the_heading_once() -> None:
    text = heard("3", "")

    assert text.count("Question 3 of 4.") == 1
    assert text.index("This touches on loss.") < text.index("Heavy?")


def test_a_question_that_is_seen_again_says_what_was_answered() -> None:
    text = heard("b g", "x c", "", "1")

    assert text.count('Your answer: "Make a plan." You are guessing.') == 2
    assert "c. (struck out) Give money." in text


def test_a_flagged_question_says_so() -> None:
    assert "Question 1 of 4, flagged." in heard("f", "", "1")


def test_the_last_question_tells_how_the_sheet_stands() -> None:
    assert "This is the last question. 0 of 4 answered, 4 without an answer." in heard("4", "")


def test_the_way_to_hand_it_in_is_told_at_the_start_and_at_the_end() -> None:
    text = heard("4", "")

    assert "submit to hand it in" in text[: text.index("Question 4")]
    assert text.rstrip().endswith("To hand it in, type submit.")


def test_handing_in_asks_once() -> None:
    text = heard("submit", "no", "submit", "yes", "b")

    assert text.count("Hand it in? After that nothing can be changed.") == 2
    assert text.count("Type yes or no.") == 2
    assert "possible" not in text


def test_nothing_is_told_of_right_or_wrong() -> None:
    text = heard("a", "", "b", "c a", "", "", "b", "l", "submit", "yes").casefold()

    assert "wrong" not in text
    assert "best:" not in text
    assert "why listen" not in text


def test_a_break_hides_the_question() -> None:
    text = heard("break", "b", "t", "")

    assert "Break. The clock stands still for up to 3 minutes." in text
    assert "This is a break. Press Enter to come back" in text
    assert "The clock runs again." in text


def test_a_break_that_ended_by_itself_is_told_and_the_line_is_not_taken_for_an_answer() -> None:
    log = FakeExamLog()
    text = heard("break", "b", step_ms=4 * MINUTE, made=paper(minutes=99.0), log=log)

    assert "The time for your break is over; the clock runs again." in text
    assert not [event for event in log.events if event.fact.payload.get("chosen")]


def test_a_line_after_the_deadline_counts_no_more() -> None:
    log = FakeExamLog()
    heard("a", "", "a c", step_ms=2 * MINUTE, log=log)

    answers = [event.fact for event in log.events if event.fact.type == "answered"]
    assert [fact.payload["chosen"] for fact in answers] == [["a"]]


@pytest.mark.parametrize("step", [3 * MINUTE, 4 * MINUTE])
def test_a_line_that_came_too_late_is_told_so(step: int) -> None:
    text = heard("a", "b", step_ms=step)

    assert 'Your answer: "Make a plan."' not in text
    assert text.endswith("The time was up before this line, so it was not taken.\n")


def test_warnings_come_between_the_lines() -> None:
    text = heard(*["t"] * 60, made=paper(minutes=30.0), step_ms=20_000)

    assert text.count("Half of the time is over") == 1
    assert "\n10 minutes left.\n" in text or "9 minutes" in text


def test_a_warning_comes_before_the_question_that_a_line_leads_to() -> None:
    text = heard("a", "", made=paper(minutes=45.0), step_ms=6 * MINUTE)

    assert text.index("Half of the time is over") < text.index("Question 2 of 4.")


def test_what_does_not_fit_is_answered_kindly() -> None:
    text = heard("zz", "break", made=paper(break_minutes=0.0))

    assert "Type a letter from a to d" in text
    assert "This exam has no breaks" in text


def test_looking_again() -> None:
    text = heard("r", "o", "?", "l")

    assert text.count("Question 1 of 4.") == 2
    assert text.count("a. Listen to her.") == 3
    assert "x or strike" in text
    assert "Without an answer: 1 to 4." in text


def test_the_end_of_input_leaves_the_exam_as_it_is() -> None:
    log = FakeExamLog()
    heard("b", log=log)

    assert log.events[-1].fact.payload["left"] is True


def test_moves_that_lead_nowhere_say_so() -> None:
    text = heard("p", "m")

    assert "This is the first question." in text
    assert "No question is flagged." in text


def test_going_past_a_content_note() -> None:
    assert "Heavy?" not in heard("3", "n")


def test_it_can_be_a_single_question() -> None:
    assert "Question 1 of 1." in heard("a", made=paper(*slots(1)))
