"""The top of the command line: help under headings, suggestions, version, completion."""

import re
from pathlib import Path

import pytest

from cpsprep import __version__
from cpsprep.cli.commands import ALONE, COMMANDS, EXAMPLES, Entry, Group
from cpsprep.cli.program import load
from fakes_cli import cpsprep


@pytest.mark.parametrize("flag", ["--help", "-h"])
def test_help_lists_every_command_under_its_heading(home: Path, flag: str) -> None:
    help_ = cpsprep(flag, home=home)

    assert help_.code == 0
    for entry in COMMANDS:
        section = help_.out.split(f"\n{entry.group}:\n")[1].split("\n\n")[0]
        assert f"  {entry.name} " in section


def test_help_comes_with_examples_first(home: Path) -> None:
    out = cpsprep("--help", home=home).out

    assert out.index("Examples:") < min(out.index(f"\n{entry.group}:") for entry in COMMANDS)


def test_help_fits_forty_columns(home: Path) -> None:
    out = cpsprep("--help", home=home, env={"COLUMNS": "40"}).out

    examples = {command for command, _ in EXAMPLES}
    wide = [line for line in out.splitlines() if len(line) > 40]
    assert [line for line in wide if line.strip() not in examples] == []


def test_help_has_no_boxes_and_no_escapes(home: Path) -> None:
    out = "".join(
        cpsprep(*words, home=home).out for words in (("--help",), ("config", "--help"), ("config",))
    )

    assert out.isascii()
    assert "\x1b" not in out


@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_every_command_has_help_of_its_own(home: Path, entry: Entry) -> None:
    help_ = cpsprep(entry.name, "--help", home=home)

    assert help_.code == 0
    assert f"Usage: cpsprep {entry.name}" in help_.out
    assert len(entry.help) <= 60
    assert load(entry).help


def test_commands_stand_together_in_the_order_of_the_headings() -> None:
    groups = [entry.group for entry in COMMANDS]

    assert groups == sorted(groups, key=list(Group).index)
    assert len({entry.name for entry in COMMANDS}) == len(COMMANDS)


def test_a_group_alone_shows_its_help(home: Path) -> None:
    assert cpsprep("config", home=home) == cpsprep("config", "--help", home=home)


def test_the_program_alone_is_the_today_screen(home: Path) -> None:
    known = ALONE in {entry.name for entry in COMMANDS}

    assert cpsprep(home=home) == cpsprep(ALONE if known else "--help", home=home)


def test_a_mistyped_command_gets_a_suggestion(home: Path) -> None:
    outcome = cpsprep("confg", home=home)

    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == (
        "cpsprep: there is no command 'cpsprep confg'; did you mean config?\nsee: cpsprep --help\n"
    )


def test_an_unknown_command_points_to_the_help(home: Path) -> None:
    outcome = cpsprep("xyzzy", home=home)

    assert outcome.code == 2
    assert outcome.err == "cpsprep: there is no command 'cpsprep xyzzy'\nsee: cpsprep --help\n"


def test_a_mistyped_option_gets_a_suggestion(home: Path) -> None:
    outcome = cpsprep("config", "show", "--jsn", home=home)

    assert outcome.code == 2
    assert "--json" in outcome.err
    assert "see: cpsprep config show --help" in outcome.err


def test_version_names_itself_and_python(home: Path) -> None:
    outcome = cpsprep("--version", home=home)

    assert re.fullmatch(rf"cpsprep {re.escape(__version__)} \(Python 3\.\d+\.\d+\)\n", outcome.out)


def test_the_shell_is_told_which_commands_there_are(home: Path) -> None:
    asked = {"_CPSPREP_COMPLETE": "complete_bash", "COMP_WORDS": "cpsprep c", "COMP_CWORD": "1"}

    outcome = cpsprep(home=home, env=asked)

    assert outcome.code == 0
    assert "config" in outcome.out.split()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_shows_a_script_for_each_shell(home: Path, shell: str) -> None:
    asked = {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "1"}

    outcome = cpsprep("--show-completion", shell, home=home, env=asked)

    assert outcome.code == 0
    assert "_CPSPREP_COMPLETE" in outcome.out
