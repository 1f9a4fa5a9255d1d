"""Where nobody reads any more what a command says, it does what it was asked to do all the same."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cpsprep.adapters.bank.yaml_bank import read_bank
from fakes_cli import clean_environment

pytestmark = pytest.mark.skipif(os.name == "nt", reason="needs a POSIX pipe")

QUESTIONS = "1. Who decides?\nA. the peer\nB. the person\nAnswer: B\n"


def unheard(home: Path, *words: str, text: str = "", err: bool = False) -> subprocess.CompletedProcess[bytes]:
    """Run a command whose results, or what it says beside them, go into a pipe that nobody reads."""
    ends, writer = os.pipe()
    os.close(ends)
    with os.fdopen(writer, "wb") as closed:
        return subprocess.run(
            [sys.executable, "-m", "cpsprep", *words],
            input=text.encode(),
            stdout=subprocess.PIPE if err else closed,
            stderr=closed if err else subprocess.PIPE,
            cwd=home.parent,
            env=clean_environment(home),
            check=False,
            timeout=60,
        )


def bring(home: Path) -> Path:
    (home.parent / "quiz.txt").write_text(QUESTIONS, "utf-8")
    done = unheard(home, "bank", "import", "quiz.txt", "--into", "my-bank")
    assert (done.returncode, done.stderr) == (0, b"")
    return home.parent / "my-bank"


def test_an_import_is_written(home: Path) -> None:
    assert "stem: Who decides?" in (bring(home) / "quiz.yaml").read_text("utf-8")


@pytest.mark.parametrize("err", [False, True])
def test_an_edit_is_written(home: Path, *, err: bool) -> None:
    bank = bring(home)
    (name,) = read_bank(bank).items

    done = unheard(
        home, "bank", "edit", name, "--bank", str(bank), "--set", "stem=Whose choice is it?", err=err
    )

    assert done.returncode == 0
    assert "stem: Whose choice is it?" in (bank / "quiz.yaml").read_text("utf-8")


def test_nobody_is_asked_any_more(home: Path) -> None:
    done = unheard(home, "start", text="2027-01-01\n" * 50)

    assert (done.returncode, done.stderr) == (0, b"")


def test_a_pipe_that_takes_nothing_for_another_reason_is_told(home: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("needs a device that is always full")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cpsprep", "start"],
            stdin=subprocess.DEVNULL,
            stdout=full,
            stderr=subprocess.PIPE,
            env=clean_environment(home),
            check=False,
        )

    assert done.returncode == 3
    assert done.stderr.startswith(b"cpsprep: something went wrong that should not (OSError")
