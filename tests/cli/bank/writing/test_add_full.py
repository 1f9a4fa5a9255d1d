"""`cpsprep bank add --full` on a real terminal: the form opens, and whatever ends it, the words come back."""

import os
import re
import signal
import sys
from pathlib import Path

import pytest

from fakes_bank import DECK, UUID, basics, write_bank
from fakes_cli import clean_environment, cpsprep

pytestmark = pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX")


def spawn(home: Path, *words: str):  # type: ignore[no-untyped-def]  # noqa: ANN201
    import pexpect  # not there on Windows

    write_bank(home.parent / "small")
    return pexpect.spawn(
        sys.executable,
        ["-m", "cpsprep", "bank", "add", "--full", "--bank", "small", *words],
        cwd=home.parent,
        env=clean_environment(home, TERM="xterm"),
        dimensions=(24, 80),
        encoding="utf-8",
        timeout=60,
    )


def plain(home: Path) -> str:
    return cpsprep("bank", "add", "--bank", "small", home=home, text="\nq\n").out


def test_a_question_that_is_left_goes_on_line_by_line(home: Path) -> None:
    child = spawn(home)
    child.expect("A question for First deck")
    child.expect("Still to fill in")
    child.send("Which is it?\x1b[Z")
    child.expect("Kind")
    child.send("\x03")
    child.expect("What you wrote is kept")
    child.expect("cpsprep bank add --bank small --full")
    child.expect("also for screen readers: .*cpsprep bank add --bank small --plain")
    child.wait()

    assert child.exitstatus == 0
    assert "There is an unfinished question: Which is it?" in plain(home)


def test_who_opened_it_by_mistake_is_told_the_way_line_by_line(home: Path) -> None:
    child = spawn(home, "--draft")
    child.expect("also for screen readers")
    child.expect("Still to fill in")
    child.send("\x1b")
    child.expect("cpsprep bank add --bank small --draft --plain")
    child.wait()

    assert child.exitstatus == 0


@pytest.mark.parametrize("sign", ["SIGTERM", "SIGHUP", "SIGKILL"])
def test_words_outlive_the_process(home: Path, sign: str) -> None:
    child = spawn(home)
    child.expect("Still to fill in")
    child.send("Which is it?\t")
    kept = home / "data" / "bank-drafts" / f"add-{UUID[:8]}.json"
    child.expect("Still to fill in: Option a")
    child.kill(signal.Signals[sign])
    child.wait()

    assert "Which is it?" in kept.read_text("utf-8")


def test_of_several_decks_one_is_chosen_on_the_screen(home: Path) -> None:
    write_bank(home.parent / "small", {"first.yaml": DECK, "second.yaml": basics("two-1")})
    child = spawn(home)
    child.expect("Which deck")
    child.expect("A new deck")
    child.send("\x1b[B\r")
    child.expect("A question for second")
    child.send("\x03")
    child.wait()

    assert child.exitstatus == 0


def test_a_deck_is_made_before(home: Path) -> None:
    child = spawn(home, "second")
    child.expect("There is no deck 'second' yet.")
    child.send("Second lesson\r")
    child.expect("The domain of its questions")
    child.send("\x1b[A\r")
    child.expect("A question for Second lesson")
    child.expect("Still to fill in")
    child.send("\x1b[Zf\tWhat?\tThat.\x13")
    child.expect("second-0001")
    child.send("\r")
    child.expect("Saved: second-0001")
    child.send("\x1b")
    child.wait()

    assert "domain: role\nitems:\n  - id: second-0001\n" in (home.parent / "small" / "second.yaml").read_text(
        "utf-8"
    )


def test_what_a_dry_run_would_write_is_said_at_the_end_with_its_lines_unbroken(home: Path) -> None:
    front = "What is it called when " + "somebody says back " * 5 + "what was heard?"
    child = spawn(home, "--dry-run")
    child.expect("Still to fill in")
    child.send(f"\x1b[Zf\t{front}\tReflection.\x13")
    child.expect("Save it")
    child.send("\r")
    child.expect("Done")
    child.send("\x1b")
    child.expect(f"- id: first-0001\r\n  kind: basic\r\n  front: {re.escape(front)}\r\n")
    child.wait()

    assert child.exitstatus == 0
