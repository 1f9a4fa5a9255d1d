"""`cpsprep exam` as a whole program, through pipes: what its words do and what it refuses."""

import json
from pathlib import Path

import pytest

from fakes_exam_program import Exam


def test_an_exam_from_its_first_screen_to_its_report(exam: Exam) -> None:
    done = exam.start("--items", "4", text="a\n\nb g\n\nc\n\nsubmit\nyes\n")

    assert done.code == 0, done.err
    assert done.err == ""
    assert done.out.casefold().count("check with your own board") == 2
    assert "Mock exam 1: no board in particular." in done.out
    assert "1 question has no answer" in done.out
    assert "cpsprep exam report 1 --walk" in done.out


@pytest.mark.parametrize("typed", ["", "q\n", "no\n"])
def test_without_enter_nothing_begins(exam: Exam, typed: str) -> None:
    done = exam.run("start", "--bank", str(exam.bank), text=typed)

    assert done.code == 0
    assert "It was not begun." in done.out
    assert "There is no mock exam yet." in exam.run("list").out


def test_leaving_and_going_on(exam: Exam) -> None:
    left = exam.start("--items", "4", text="b\n\nq\n")
    again = exam.run("resume", text="p\nsubmit\nyes\n")

    assert "The clock goes on, until" in left.out
    assert "cpsprep exam resume" in left.out
    assert "Question 2 of 4." in again.out
    assert "Your answer: " in again.out
    assert "Score: " in again.out


def test_two_at_once_are_refused_with_both_ways_out(exam: Exam) -> None:
    exam.start(text="q\n")

    done = exam.start()

    assert done.code == 2
    assert "mock exam 1 is still running" in done.err
    assert "cpsprep exam resume" in done.err
    assert "cpsprep exam submit" in done.err


def test_giving_up_is_handing_in(exam: Exam) -> None:
    exam.start("--items", "4", text="a\nq\n")

    asked = exam.run("submit", text="no\n")
    done = exam.run("submit", "--yes")

    assert "It was not handed in. The clock goes on, until" in asked.out
    assert "3 questions have no answer" in done.out
    assert exam.start(text="q\n").code == 0


@pytest.mark.parametrize("words", [("resume",), ("submit",), ("report",)])
def test_where_there_is_no_exam_it_says_so(exam: Exam, words: tuple[str, ...]) -> None:
    done = exam.run(*words)

    assert done.code == 2
    assert "no mock exam" in done.err


def test_nothing_is_told_while_it_runs(exam: Exam) -> None:
    exam.start(text="a\nq\n")

    done = exam.run("report", "1")

    assert done.code == 2
    assert "nothing is told before its end" in done.err
    assert "right" not in json.loads(exam.run("list", "--json").out)["exams"][0]


@pytest.mark.parametrize(
    "words",
    [
        ("--untimed", "--minutes", "5"),
        ("--untimed", "--breaks", "5"),
        ("--untimed", "--extra-time", "1.5"),
        ("--again", "1", "--items", "5"),
        ("--plain", "--full"),
        ("--items", "0"),
        ("--extra-time", "0.5"),
        ("--minutes", "nan"),
        ("--blueprint", "nowhere"),
    ],
)
def test_words_that_do_not_go_together_are_refused(exam: Exam, words: tuple[str, ...]) -> None:
    done = exam.start(*words)

    assert done.code == 2, done.out
    assert "Traceback" not in done.err


def test_time_and_breaks_can_be_kept_as_settings(exam: Exam) -> None:
    kept = {"CPSPREP_EXAM_EXTRA_TIME": "1.5", "CPSPREP_EXAM_BREAKS": "15"}
    words = ("start", "--bank", str(exam.bank), "--items", "4")

    asked = exam.run(*words, **kept)
    named = exam.run(*words, "--extra-time", "2", "--breaks", "0", **kept)
    untimed = exam.run(*words, "--untimed", **kept)

    assert "which is 1.5 times 6 minutes" in asked.out
    assert "Breaks: 15 minutes in all" in asked.out
    assert "which is 2 times 6 minutes" in named.out
    assert "Breaks" not in named.out
    assert "There is no clock." in untimed.out


def test_a_form_that_is_run_again_keeps_the_time_it_had(exam: Exam) -> None:
    exam.start("--items", "4", text="submit\nyes\n")

    again = exam.run("start", "--again", "1", "--bank", str(exam.bank), CPSPREP_EXAM_EXTRA_TIME="3")

    assert "Time: 6 minutes." in again.out


def test_the_same_seed_draws_the_same(exam: Exam, tmp_path: Path) -> None:
    other = Exam(tmp_path / "other", exam.bank)

    first, second = (one.start("--seed", "s", "--untimed", text="\n\n\n").out for one in (exam, other))

    assert first == second


def test_a_form_is_run_again_and_named_so(exam: Exam) -> None:
    exam.start("--items", "3", text="submit\nyes\n")
    exam.run("start", "--again", "1", "--bank", str(exam.bank), text="\na\nsubmit\nyes\n")

    first, second = exam.report("1"), exam.report("2")

    assert [a["item"] for a in first["answers"]] == [a["item"] for a in second["answers"]]  # type: ignore[attr-defined]
    assert second["again"] == first["id"]
    assert "run again" in exam.run("list").out


def test_the_report_is_there_for_programs(exam: Exam) -> None:
    exam.start("--items", "4", "--pass-mark", "50", text="a\n\nb s\n\nsubmit\nyes\n")

    made = exam.report()

    assert made["schema"] == "cpsprep.exam-report/1"
    assert made["score"]["of"] == 4  # type: ignore[index]
    assert made["verdict"]["own"] is True  # type: ignore[index]
    assert len(made["answers"]) == 4  # type: ignore[arg-type]


def test_the_walk_shows_what_was_not_right_and_stops_when_told(exam: Exam) -> None:
    exam.start("--items", "4", "--seed", "s", text="b\n\nb\n\nb\n\nb\nsubmit\nyes\n")

    walked = exam.run("report", "--walk", text="m\n\nq\n")

    assert "1 of " in walked.out
    assert "Other option: " in walked.out
    assert "\nEnter: next. q: stop.\n" in walked.out
    assert "Best: " in walked.out
    assert "3 of " not in walked.out


def test_a_walk_with_nothing_to_show_is_the_report(exam: Exam) -> None:
    exam.start("--items", "1", "--seed", "s", text="submit\nyes\n")
    best = exam.report()["answers"][0]["key"]  # type: ignore[index]
    letter = "abc"[exam.report()["answers"][0]["options"].index(best[0])]  # type: ignore[index]
    exam.run("start", "--again", "1", "--bank", str(exam.bank), text=f"\n{letter}\nsubmit\nyes\n")

    assert "Every answer was right" in exam.run("report", "--walk").out
