"""Whatever goes wrong, a person reads words and a script gets a documented exit code."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cpsprep.adapters.failure_log import write_failure
from cpsprep.adapters.system import Folders
from cpsprep.app.errors import BusyError, CpsprepError, UnreadableError, UsageError
from cpsprep.cli import main
from fakes_cli import clean_environment, cpsprep

COMMAND = """
import sys
import typer
from cpsprep import cli
from cpsprep.app import errors
from cpsprep.cli import commands, program

def broken():
    {body}

sys.modules["broken"] = sys.modules["__main__"]
entry = commands.Entry("{name}", "broken:broken", commands.Group.STUDY, "Fails.")
program.Program.entries = {{"{name}": entry}}
sys.exit(cli.main(["{name}"]))
"""


def outcome_of(body: str, home: Path, name: str = "broken", **env: str) -> tuple[int, str, str]:
    """Run a command with this body through the real boundary, in its own process."""
    done = subprocess.run(
        [sys.executable, "-c", COMMAND.format(body=body, name=name)],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=clean_environment(home, **env),
        check=False,
        timeout=60,
    )
    return done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace")


@pytest.mark.parametrize("kind", [CpsprepError, UsageError, UnreadableError, BusyError])
def test_our_own_errors_are_a_message_a_hint_and_their_code(home: Path, kind: type[CpsprepError]) -> None:
    body = f"raise errors.{kind.__name__}('the bank is gone', 'put it back')"

    assert outcome_of(body, home) == (kind.exit_code, "", "cpsprep: the bank is gone\nput it back\n")


def test_without_a_hint_there_is_one_line(home: Path) -> None:
    assert outcome_of("raise errors.BusyError('in use')", home) == (4, "", "cpsprep: in use\n")


def test_ctrl_c_is_quiet(home: Path) -> None:
    assert outcome_of("raise KeyboardInterrupt", home) == (130, "", "")


def test_a_question_that_gets_no_answer_changes_nothing(home: Path) -> None:
    code, _, err = outcome_of("typer.confirm('Erase all?', abort=True)", home)

    assert code == 130
    assert err == "cpsprep: stopped; nothing was confirmed\n"


def test_a_command_may_end_with_a_code_of_its_own(home: Path) -> None:
    assert outcome_of("raise typer.Exit(1)", home) == (1, "", "")


def test_a_reader_that_went_away_is_no_failure(home: Path) -> None:
    assert outcome_of("raise BrokenPipeError", home) == (0, "", "")


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX pipe")
def test_a_closed_pipe_is_quiet_up_to_the_very_end(home: Path) -> None:
    ends, writer = os.pipe()
    os.close(ends)
    with os.fdopen(writer, "wb") as closed:
        done = subprocess.run(
            [sys.executable, "-m", "cpsprep", "--help"],
            stdout=closed,
            stderr=subprocess.PIPE,
            env=clean_environment(home),
            check=False,
        )

    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_below_the_output_is_told_once(home: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "cpsprep", "--help"],
            stdout=full,
            stderr=subprocess.PIPE,
            env=clean_environment(home),
            check=False,
        )

    assert done.returncode == 3
    assert done.stderr.startswith(b"cpsprep: something went wrong that should not (OSError")
    assert done.stderr.count(b"\n") == 2


def test_the_unexpected_is_one_line_that_names_a_file_with_the_details(home: Path) -> None:
    code, out, err = outcome_of("raise ZeroDivisionError('two\\nlines')", home)

    what, file = "ZeroDivisionError: two lines", home / "cache" / "last-failure.txt"
    assert (code, out) == (3, "")
    assert err.splitlines() == [
        f"cpsprep: something went wrong that should not ({what}); the details are in {file}",
        "no answer was lost; to check that your data is well: cpsprep data doctor",
    ]
    assert "Traceback" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("review", "no answer was lost: each one is saved before the next question shows"),
        ("exam", "no answer was lost: each one is saved before the next question shows"),
        ("bank", "cpsprep left no file half written, and did not touch your answers"),
        ("print", "cpsprep left no file half written, and did not touch your answers"),
        ("anki", "no answer was lost; to check that your data is well: cpsprep data doctor"),
        ("data", "to see how your data is now: cpsprep data doctor"),
    ],
)
def test_who_met_the_unexpected_is_told_what_holds_for_that_command(home: Path, name: str, told: str) -> None:
    assert outcome_of("raise ZeroDivisionError", home, name)[2].splitlines()[1] == told


def test_the_unexpected_is_told_even_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "home").touch()

    code, _, err = outcome_of("raise ZeroDivisionError", tmp_path / "home")

    assert code == 3
    assert "the details could not be written" in err
    assert "Traceback" not in err


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_the_details_are_for_the_owner_alone(tmp_path: Path) -> None:
    file = write_failure(ValueError("x"), Folders(tmp_path, tmp_path, tmp_path / "cache"))

    assert file.stat().st_mode & 0o077 == 0
    assert file.parent.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437"])
def test_letters_that_a_code_page_lacks_become_question_marks(home: Path, encoding: str) -> None:
    code, out, _ = outcome_of("print('caf\\u00e9 \\u2713')", home, PYTHONIOENCODING=encoding, PYTHONUTF8="0")

    assert code == 0
    assert out.startswith("caf")
    assert out.rstrip().endswith("?")


def test_a_message_with_such_letters_comes_through_too(home: Path) -> None:
    code, _, err = outcome_of(
        "raise errors.UsageError('no \\u2713')", home, PYTHONIOENCODING="cp1252", PYTHONUTF8="0"
    )

    assert (code, err) == (2, "cpsprep: no ?\n")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_a_review_runs_on_an_old_code_page(home: Path, encoding: str) -> None:
    old = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}

    outcome = cpsprep("review", "--plain", home=home, text="a\n\nb\n\nq\n", env=old)

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("Question 1 ")


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "ascii"])
def test_typed_bytes_that_are_no_letters_stop_nobody(home: Path, encoding: str) -> None:
    strict = {"PYTHONIOENCODING": f"{encoding}:strict", "PYTHONUTF8": "0"}

    outcome = cpsprep("review", "--plain", home=home, text="\udc81\udcff\na\nq\n", env=strict)

    assert (outcome.code, outcome.err) == (0, "")
    assert "1 answered" in outcome.out


def test_it_runs_as_a_module_too(home: Path) -> None:
    assert cpsprep("--version", home=home).code == 0


def test_streams_that_are_no_files_do_no_harm(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("cpsprep ")


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_like_empty_ones(home: Path, closed: str) -> None:
    for words in ("today", "review --plain", "start"):
        command = f"'{sys.executable}' -m cpsprep {words} {closed}"
        done = subprocess.run(
            ["sh", "-c", command],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            env=clean_environment(home),
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a folder that somebody works in")
def test_the_working_folder_may_be_gone(home: Path) -> None:
    command = f"mkdir gone && cd gone && rmdir ../gone && '{sys.executable}' -m cpsprep today"
    done = subprocess.run(
        ["sh", "-c", command], cwd=home.parent, capture_output=True, env=clean_environment(home), check=False
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such variable")
def test_a_time_zone_that_is_none_counts_as_utc(home: Path) -> None:
    done = cpsprep("review", "--plain", home=home, text="q\n", env={"TZ": "XXX-99"})
    assert (done.code, done.err) == (0, "")
