"""Mock exams that something breaks off: signals, a second window, time, a bank or a log that goes away."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from fakes_cli import clean_environment, cpsprep
from fakes_exam_program import Exam, age, write


def test_an_item_that_is_edited_or_removed_meanwhile_changes_nothing(exam: Exam) -> None:
    exam.start("--items", "8", text="a\n\nq\n")
    write(exam.bank, 2)

    done = exam.run("resume", text="\n\n\n\n\n\nsubmit\nyes\n")
    made = exam.report()

    assert "Question 8 of 8." in done.out
    assert len(made["answers"]) == 8  # type: ignore[arg-type]


def test_the_whole_bank_may_go(exam: Exam) -> None:
    exam.start("--items", "3", text="a\nq\n")
    (exam.bank / "bank.yaml").unlink()

    assert "Score: " in exam.run("resume", text="submit\nyes\n").out
    assert exam.run("report", "--walk", text="q\n").code == 0


def test_a_time_out_while_closed_is_noted_and_told_at_the_next_look(exam: Exam) -> None:
    exam.start("--items", "3", "--minutes", "5", text="a\nq\n")
    age(next(exam.home.rglob("log.db")), minutes=30)

    told = exam.run("resume")
    again = exam.start(text="q\n")

    assert "The time is up; every answer given by then counts." in told.out
    assert "Score: " in told.out
    assert again.code == 0
    assert exam.report("1")["state"] == "time"


def test_a_review_notes_down_an_exam_that_ran_out_and_names_one_that_runs(exam: Exam) -> None:
    exam.start("--items", "3", "--minutes", "5", text="b\n\nq\n")
    review = ("review", "--plain", "--bank", str(exam.bank))

    before = cpsprep(*review, home=exam.home, text="q\n").out
    age(next(exam.home.rglob("log.db")), minutes=30)
    after = cpsprep(*review, home=exam.home, text="q\n").out
    later = cpsprep(*review, home=exam.home, text="q\n").out

    assert "Mock exam 1 is still running. The clock goes on, until" in before
    assert "The time of mock exam 1 is up. How it went: cpsprep exam report 1" in after
    assert "mock exam" not in later.casefold()


def test_the_today_screen_ends_with_the_exam_that_runs_and_only_reads(exam: Exam) -> None:
    exam.start("--items", "3", "--minutes", "5", text="b\n\nq\n")
    today = ("today", "--bank", str(exam.bank))

    running = cpsprep(*today, home=exam.home).out.splitlines()[-1]
    age(next(exam.home.rglob("log.db")), minutes=30)
    over = [cpsprep(*today, home=exam.home).out.splitlines()[-1] for _ in range(2)]

    assert running.startswith("Mock exam 1 is still running. The clock goes on, until")
    assert running.endswith("To go on: cpsprep exam resume")
    assert over == ["The time of mock exam 1 is up. How it went: cpsprep exam report 1"] * 2


def test_after_enough_answers_a_report_says_what_was_to_be_expected(exam: Exam) -> None:
    write(exam.bank, 60)
    exam.start("--items", "24", text="a\n\n" * 24 + "submit\nyes\n")
    exam.start("--items", "10", text="a\n\n" * 10 + "submit\nyes\n")
    exam.run("start", "--again", "2", "--bank", str(exam.bank), text="\nsubmit\nyes\n")

    said = [
        cpsprep("exam", "report", number, home=exam.home, env={"CPSPREP_BANK": str(exam.bank)}).out
        for number in "123"
    ]

    assert ["was to be expected" in text for text in said] == [False, True, False]


def test_a_log_that_cannot_be_written_is_told_before_anything_begins(exam: Exam, tmp_path: Path) -> None:
    exam.home.write_text("a file where the folder should be", encoding="utf-8")

    done = exam.start()

    assert done.code == 3
    assert "Traceback" not in done.err


def opened(exam: Exam, *words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "cpsprep", "exam", *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=exam.home.parent,
        env=clean_environment(exam.home),
        text=True,
        encoding="utf-8",
    )


def typed(process: "subprocess.Popen[str]", line: str, until: str) -> None:
    """Type a line and read until the program has said this."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(line)
    process.stdin.flush()
    for said in process.stdout:
        if until in said:
            return
    raise AssertionError(f"never said {until!r}")


def test_while_one_window_holds_an_exam_another_is_told_so(exam: Exam) -> None:
    with opened(exam, "start", "--bank", str(exam.bank)) as process:
        typed(process, "\n", "Type the letter of your answer")

        other = exam.run("resume")

        assert other.code == 4
        assert "a mock exam" in other.err
        assert exam.run("list").code == 0
        process.communicate("q\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signal")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_whatever_ends_it_the_answer_that_was_told_is_kept(exam: Exam, how: signal.Signals) -> None:
    with opened(exam, "start", "--bank", str(exam.bank), "--items", "4") as process:
        typed(process, "\n", "Type the letter of your answer")
        typed(process, "b\n", "Your answer: ")
        process.send_signal(how)
        process.communicate(timeout=20)

    again = exam.run("resume", text="submit\nyes\n")

    assert "Your answer: " in again.out
    assert "1 of 4 answered" in again.out


def test_an_exam_whose_questions_the_log_lacks_says_how_to_mend_it(exam: Exam) -> None:
    exam.start("--items", "3", text="submit\nyes\n")
    with sqlite3.connect(next(exam.home.rglob("log.db"))) as connection:
        connection.execute("drop trigger versions_stay")
        connection.execute("delete from versions")

    done = exam.run("report", "1")

    assert "It cannot be read here." in exam.run("list").out
    assert json.loads(exam.run("list", "--json").out)["exams"][0]["state"] == "unreadable"
    assert done.code == 3
    assert "cpsprep data merge FILE" in done.err
