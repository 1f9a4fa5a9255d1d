"""`cpsprep exam` as a whole program: through pipes, killed, over, twice at once, with a bank that changes."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from fakes_cli import Outcome, clean_environment, cpsprep

BANK = """\
format: 1
uuid: 0b0f7a5e-6d0e-4d2e-8d53-5d6a3f0e6c55
title: Small
domains:
  - {id: one, title: One}
  - {id: two, title: Two}
"""
ITEM = """\
  - id: q-{n:03d}
    kind: single
    domain: {domain}
    stem: Question {n}?
    options: {{a: Key {n}., b: Other {n}., c: Third {n}.}}
    answer: a
    why: {{a: Because {n}., b: Not {n}., c: No.}}
"""


def write(folder: Path, count: int = 8) -> None:
    items = "".join(ITEM.format(n=n, domain=["one", "two"][n % 2]) for n in range(count))
    (folder / "deck.yaml").write_text(f"deck: d\ntitle: D\nitems:\n{items}", encoding="utf-8")


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    folder = tmp_path / "bank"
    folder.mkdir()
    (folder / "bank.yaml").write_text(BANK, encoding="utf-8")
    write(folder)
    return folder


@pytest.fixture
def exam(home: Path, bank: Path) -> "Exam":
    return Exam(home, bank)


class Exam:
    """A learner with a small bank; `start` has Enter before what is typed."""

    def __init__(self, home: Path, bank: Path) -> None:
        self.home, self.bank = home, bank

    def run(self, *words: str, text: str = "", **env: str) -> Outcome:
        return cpsprep("exam", *words, home=self.home, text=text, env=env)

    def start(self, *words: str, text: str = "") -> Outcome:
        return self.run("start", "--bank", str(self.bank), *words, text=f"\n{text}")

    def report(self, *words: str) -> "dict[str, object]":
        made = json.loads(self.run("report", "--json", *words).out)
        assert isinstance(made, dict)
        return made


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

    assert "It was not handed in." in asked.out
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
    exam.start("--items", "4", "--cut", "50", text="a\n\nb s\n\nsubmit\nyes\n")

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
    assert "Best: " in walked.out
    assert "3 of " not in walked.out


def test_a_walk_with_nothing_to_show_is_the_report(exam: Exam) -> None:
    exam.start("--items", "1", "--seed", "s", text="submit\nyes\n")
    best = exam.report()["answers"][0]["key"]  # type: ignore[index]
    letter = "abc"[exam.report()["answers"][0]["options"].index(best[0])]  # type: ignore[index]
    exam.run("start", "--again", "1", "--bank", str(exam.bank), text=f"\n{letter}\nsubmit\nyes\n")

    assert "Every answer was right" in exam.run("report", "--walk").out


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
    _age(next(exam.home.rglob("log.db")), minutes=30)

    told = exam.run("resume")
    again = exam.start(text="q\n")

    assert "The time is up; every answer given by then counts." in told.out
    assert "Score: " in told.out
    assert again.code == 0
    assert exam.report("1")["state"] == "time"


def _age(log: Path, minutes: int) -> None:
    """Make every event so much older, as if that time had gone by since; a test's way around the triggers."""
    past = minutes * 60_000
    with sqlite3.connect(log) as connection:
        connection.execute("drop trigger events_keep")
        for row, payload in connection.execute("select row, payload from events").fetchall():
            said = json.loads(payload)
            for name in ("at", "deadline_ms"):
                if isinstance(said.get(name), int):
                    said[name] -= past
            connection.execute(
                "update events set at_ms = at_ms - ?, payload = ? where row = ?",
                (past, json.dumps(said), row),
            )


def test_a_review_notes_down_an_exam_that_ran_out_and_names_one_that_runs(exam: Exam) -> None:
    exam.start("--items", "3", "--minutes", "5", text="b\n\nq\n")
    review = ("review", "--plain", "--bank", str(exam.bank))

    before = cpsprep(*review, home=exam.home, text="q\n").out
    _age(next(exam.home.rglob("log.db")), minutes=30)
    after = cpsprep(*review, home=exam.home, text="q\n").out
    later = cpsprep(*review, home=exam.home, text="q\n").out

    assert "Mock exam 1 is still running. The clock goes on, until" in before
    assert "The time of mock exam 1 is up. How it went: cpsprep exam report 1" in after
    assert "mock exam" not in later.casefold()


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
