"""`cpsprep bank add`: what was begun is never lost, and comes back."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fakes_bank import DECK, write_bank
from fakes_bank_add import ASKED, CARD, add, deck, unfinished
from fakes_cli import clean_environment

posix = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "small")


def test_nothing_is_lost_at_the_end_of_the_input_and_comes_back(home: Path, bank: Path) -> None:
    first = add(home, text="b\nWhat is it?\n")
    assert first.code == 0
    assert "What you wrote is kept. To go on with it: cpsprep bank add --bank small" in first.out
    assert deck(bank) == DECK

    done = add(home, text="\n\nA thing.\n\n\n\n\n\nq\n")
    assert "There is an unfinished question: What is it?" in done.out
    assert "front: What is it?" in deck(bank)
    assert not unfinished(home).exists()


def test_who_goes_on_hears_the_last_lines_and_what_they_belong_to(home: Path, bank: Path) -> None:
    add(home, text="s\nAna waits.\nWhich is BEST?\n")

    done = add(home, text="\nq\n")

    told = "What you wrote last:\nQuestion: Ana waits.\nQuestion: Which is BEST?\nMore, or Enter.\n"
    assert told in done.out


@pytest.mark.parametrize(
    ("words", "again"),
    [
        (("first", "--plain", "--draft"), "cpsprep bank add first --bank small --draft --plain"),
        (("first", "--dry-run"), "cpsprep bank add first --bank small --dry-run"),
        ((), "cpsprep bank add --bank small"),
    ],
)
def test_how_to_go_on_repeats_the_deck_and_the_way(
    home: Path, bank: Path, words: tuple[str, ...], again: str
) -> None:
    done = add(home, *words, text="b\nWhat is it?\n")

    assert f"What you wrote is kept. To go on with it: {again}\n" in done.out


def test_what_is_unfinished_can_be_thrown_away(home: Path, bank: Path) -> None:
    add(home, text="b\nOld?\nq\n")
    done = add(home, text="x\nd\n" + CARD + "q\n")

    assert "Press Enter, or type d or q." in done.out
    assert "Old?" not in deck(bank)


def test_a_damaged_draft_is_passed_over(home: Path, bank: Path) -> None:
    unfinished(home).parent.mkdir(parents=True)
    unfinished(home).write_text("{")

    assert "unfinished" not in add(home, text="q\n").out


def test_at_the_last_look_it_can_be_kept_or_thrown_away(home: Path, bank: Path) -> None:
    kept = add(home, text=f"{ASKED}\nwhat\nq\n")
    assert "What you wrote is kept." in kept.out

    gone = add(home, text="\n\nd\nq\n")
    assert "Thrown away." in gone.out
    assert deck(bank) == DECK
    assert not unfinished(home).exists()


@posix
@pytest.mark.parametrize("sign", [signal.SIGKILL, signal.SIGINT])
def test_each_line_is_kept_before_the_next_is_asked_for(home: Path, bank: Path, sign: signal.Signals) -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "cpsprep", "bank", "add", "--bank", "small"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        cwd=home.parent, env=clean_environment(home), text=True,
    )  # fmt: skip
    assert child.stdin is not None
    assert child.stdout is not None
    child.stdin.write("b\nWhat is it?\n")
    child.stdin.flush()
    while "More, or Enter." not in child.stdout.readline():
        pass
    child.send_signal(sign)
    rest, _ = child.communicate(timeout=30)

    assert child.returncode == (-sign if sign is signal.SIGKILL else 130)
    assert sign is signal.SIGKILL or "What you wrote is kept." in rest
    assert json.loads(unfinished(home).read_text("utf-8"))["said"] == [
        ["kind", "basic"],
        ["front", "What is it?"],
    ]
    assert "front: What is it?" in add(home, text="\n\nA thing.\n\n\n\n\n\nq\n").out


def test_a_question_that_was_begun_in_the_form_goes_on_line_by_line(home: Path, bank: Path) -> None:
    said = [["kind", "single"], ["stem", "One."], ["stem", "\nTwo?"], ["option.a", "A"], ["option.c", "C"]]
    unfinished(home).parent.mkdir(parents=True)
    unfinished(home).write_text(json.dumps({"deck": "first", "said": [*said, ["answer", "c"]]}))

    done = add(home, text="\n\n\n\n\n\n\n\n\nq\n")

    assert "There is an unfinished question: One." in done.out
    assert "Why is this right? c. C" in done.out
    assert "      One.\n\n      Two?\n    options:\n      a: A\n      b: C\n    answer: b\n" in deck(bank)


def test_a_question_that_was_kept_by_an_earlier_version_goes_on(home: Path, bank: Path) -> None:
    said = [
        ["kind", "single"],
        ["stem", "One?"],
        ["stem", ""],
        ["option", "A"],
        ["option", "B"],
        ["option", ""],
    ]
    unfinished(home).parent.mkdir(parents=True)
    unfinished(home).write_text(json.dumps({"deck": "first", "said": said}))

    assert "Which option is right?" in add(home, text="\nq\n").out
