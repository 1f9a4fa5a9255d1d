"""`cpsprep review` as a whole program: through pipes, in a terminal, interrupted, and twice at once."""

import json
import os
import sys
from pathlib import Path

import pytest

from cpsprep.cli.saying import quoted
from fakes_cli import clean_environment, cpsprep
from fakes_exam_day import EXAM, EXAM_DAY

DECK = """\
deck: d
title: D
domain: one
items:
  - {id: q-one, kind: basic, front: Front one, back: Back one}
  - {id: q-two, kind: truefalse, stem: Two is even., answer: true}
"""
BANK = """\
format: 1
uuid: 0b0f7a5e-6d0e-4d2e-8d53-5d6a3f0e6c55
title: Small
domains:
  - {id: one, title: One}
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    folder = tmp_path / "my bank"
    folder.mkdir()
    (folder / "bank.yaml").write_text(BANK, encoding="utf-8")
    (folder / "deck.yaml").write_text(DECK, encoding="utf-8")
    return folder


def exported(home: Path) -> list[dict[str, object]]:
    """The events of the log, as `data export` tells them."""
    lines = cpsprep("data", "export", "-o", "-", home=home).out.splitlines()
    return [line for line in map(json.loads, lines) if "type" in line]


def test_a_first_answer_through_a_pipe(home: Path) -> None:
    done = cpsprep("review", "--plain", home=home, text="b\n\n")

    assert done.code == 0, done.err
    assert done.out.startswith("Question 1 of 20: Listening.")
    assert "1 answered" in done.out
    assert done.err == ""


def test_the_same_seed_and_input_say_the_same(tmp_path: Path) -> None:
    first, second = (
        cpsprep("review", "--plain", "--seed", "x", home=tmp_path / name, text="b\n\na\n\nq\n")
        for name in ("one", "two")
    )

    assert first.out == second.out


def test_an_answer_is_kept_for_the_next_sitting(home: Path, bank: Path) -> None:
    cpsprep("review", "--bank", str(bank), home=home, text="\na\n\nq\n")
    again = cpsprep("review", "--bank", str(bank), home=home)

    assert "Question 1 of 1: One." in again.out
    assert "Two is even." in again.out


def test_undo_reaches_the_last_answer_of_the_sitting_before(home: Path, bank: Path) -> None:
    cpsprep("review", "--bank", str(bank), "--limit", "1", home=home, text="\na\n\n")
    back = cpsprep("review", "--bank", str(bank), "--undo", home=home, text="\nb\nq\n")

    assert "Your last answer is taken back." in back.out
    assert "Front one" in back.out
    types = [event["type"] for event in exported(home)]
    assert types.count("answered") == 2
    assert types.count("voided") == 1


def test_undo_on_a_finished_day_speaks_of_the_question_it_brings_back_and_not_of_nothing(
    home: Path, bank: Path
) -> None:
    cpsprep("review", "--bank", str(bank), home=home, text="\na\n\na\n\n")
    done = cpsprep("review", "--bank", str(bank), "--undo", home=home)

    assert done.out.startswith("Your last answer is taken back. Here is its question again.\nQuestion 1 of 1")
    assert "Nothing is due" not in done.out


def test_undo_with_no_answer_yet_is_a_usage_error(home: Path) -> None:
    done = cpsprep("review", "--undo", home=home)

    assert (done.code, done.err.splitlines()[0]) == (2, "cpsprep: there is no answer to take back")


def test_practice_never_schedules(home: Path, bank: Path) -> None:
    cpsprep("review", "--practice", "--bank", str(bank), home=home, text="\na\n\n")

    assert [event["mode"] for event in exported(home) if event["type"] == "answered"] == ["practice"]
    assert "2 new" in cpsprep(home=home, env={"CPSPREP_BANK": str(bank)}).out


def test_a_filter_that_matches_nothing_names_what_there_is(home: Path, bank: Path) -> None:
    done = cpsprep("review", "--domain", "too", "--bank", str(bank), home=home)

    assert done.code == 2
    assert "no question has the domain 'too'" in done.err
    assert "one" in done.err


def test_a_bad_item_is_left_out_and_counted(home: Path, bank: Path) -> None:
    with (bank / "deck.yaml").open("a", encoding="utf-8") as deck:
        deck.write("  - {id: q-bad, kind: truefalse, stem: Hm., answer: perhaps}\n")
    done = cpsprep("review", "--bank", str(bank), home=home, text="q\n")

    assert done.out.startswith("1 question is left out because of mistakes in the bank.")
    assert "Question 1 of 2" in done.out


def test_a_finished_day_says_when_more_comes(home: Path, bank: Path) -> None:
    cpsprep("review", "--bank", str(bank), home=home, text="\na\n\na\n\n")
    done = cpsprep("review", "--bank", str(bank), home=home)

    assert (done.code, done.out) == (0, "Nothing is due now. The next questions come tomorrow.\n")


def test_a_missing_bank_is_named(home: Path, tmp_path: Path) -> None:
    done = cpsprep("review", "--bank", str(tmp_path / "gone"), home=home)

    assert done.code == 3
    assert str(tmp_path / "gone") in done.err


def test_plain_and_full_do_not_go_together(home: Path) -> None:
    assert cpsprep("review", "--plain", "--full", home=home).code == 2


def test_output_for_a_western_windows_console_has_only_its_letters(home: Path) -> None:
    done = cpsprep(
        "review", home=home, text="b\nm\nq\n", env={"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    )

    assert done.code == 0
    assert "?" not in done.out.replace("? ", "").replace("?\n", "").replace('?"', "")


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
class TestInATerminal:
    """A person at a terminal, played by pexpect."""

    def spawn(self, home: Path, *words: str, columns: int = 80):  # type: ignore[no-untyped-def]  # noqa: ANN201
        import pexpect  # not there on Windows

        return pexpect.spawn(
            sys.executable,
            ["-m", "cpsprep", *words],
            env=clean_environment(home, TERM="xterm"),
            dimensions=(24, columns),
            encoding="utf-8",
            timeout=30,
        )

    def test_a_first_run_asks_its_questions_and_begins(self, home: Path) -> None:
        child = self.spawn(home, "review")
        child.expect("When is your exam")
        child.sendline(EXAM)
        child.expect(f"{EXAM_DAY:%A, %B %d, %Y}")
        child.expect("Which board")
        child.sendline("")
        child.expect("How many minutes")
        child.sendline("20")
        child.expect("not study")
        child.sendline("")
        child.expect("Mock exams")
        child.sendline("")
        child.expect("How do you want to study")
        child.sendline("")
        child.expect("Question 1")
        child.sendline("q")
        child.expect("Nothing was answered")
        child.wait()

        assert child.exitstatus == 0
        assert 'ui = "plain"' in (home / "config" / "config.toml").read_text(encoding="utf-8")

    def test_ctrl_c_stops_and_keeps_the_answers(self, home: Path) -> None:
        cpsprep("review", "--plain", home=home, text="q\n")
        child = self.spawn(home, "review", "--plain")
        child.expect("Question 1")
        child.sendline("b")
        child.expect("Press Enter to go on")
        child.sendintr()
        child.expect_exact("1 answered")
        child.wait()

        assert child.exitstatus == 130
        assert [event["type"] for event in exported(home)].count("answered") == 1

    def test_a_second_sitting_is_told_of_the_first(self, home: Path) -> None:
        cpsprep("review", "--plain", home=home, text="q\n")
        child = self.spawn(home, "review", "--plain")
        child.expect("Question 1")
        second = cpsprep("review", "--plain", home=home, text="q\n")
        child.sendline("q")
        child.wait()

        assert second.code == 4
        assert "another cpsprep is open: a review, since" in second.err
        assert child.exitstatus == 0

    def test_a_terminal_that_goes_away_loses_nothing(self, home: Path) -> None:
        cpsprep("review", "--plain", home=home, text="q\n")
        child = self.spawn(home, "review", "--plain")
        child.expect("Question 1")
        child.sendline("b")
        child.expect("Press Enter to go on")
        child.close(force=True)

        assert [event["type"] for event in exported(home)].count("answered") == 1

    def test_forty_columns_hold_every_line(self, home: Path) -> None:
        cpsprep("review", "--plain", home=home, text="q\n")
        child = self.spawn(home, "review", "--plain", columns=40)
        child.expect("> ")
        child.sendline("q")
        lines = (child.before or "").splitlines()

        assert lines
        assert max(len(line) for line in lines) <= 40
        child.wait()


def test_the_environment_of_these_tests_is_clean(home: Path) -> None:
    assert "CPSPREP_BANK" not in clean_environment(home)
    assert os.environ.get("CPSPREP_HOME") != str(home)


def test_what_was_set_aside_is_listed_as_json_and_comes_back(home: Path, bank: Path) -> None:
    use = {"CPSPREP_BANK": str(bank)}
    cpsprep("review", home=home, text="aside\nq\n", env=use)
    listed = json.loads(cpsprep("aside", "--json", home=home, env=use).out)
    (card,) = listed["cards"]

    assert listed["schema"] == "cpsprep.aside/1"
    assert cpsprep("aside", "--return", card["card"], home=home, env=use).out == f"{card['card']} is back.\n"
    assert json.loads(cpsprep("today", "--json", home=home, env=use).out)["new"] == 2


def test_what_to_type_next_goes_on_with_the_bank_of_this_sitting(home: Path, bank: Path) -> None:
    done = cpsprep("review", "--bank", str(bank), home=home, text="q\n")

    assert f'Next, type: cpsprep review --bank "{bank}"' in done.out


def test_commands_are_said_as_they_have_to_be_typed(home: Path) -> None:
    done = cpsprep(home=home, env={"CPSPREP_CALLED_AS": "", "PATH": str(home)})
    script = Path(sys.executable).with_name("cpsprep")

    assert f"Next, type: {quoted(str(script)) if script.exists() else 'python'}" in done.out
