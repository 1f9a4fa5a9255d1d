"""Mistakes in the words of a command: what is said, and where the help is."""

from pathlib import Path

import pytest

from fakes_cli import cpsprep

MISTAKES = [
    ("anki export --domain", "after --domain a value is missing", "anki export"),
    ("review --limit x", "--limit takes a whole number from 1 up, not 'x'", "review"),
    ("review --limit 0", "--limit takes a whole number from 1 up, not '0'", "review"),
    ("review --minutes abc", "--minutes takes a number from 0.1 up, not 'abc'", "review"),
    ("review --limt 3", "there is no option --limt; did you mean --limit or --plain?", "review"),
    ("review extra", "there are more words than it takes: (extra)", "review"),
    ("anki diff --since 3", "--since takes a date such as 2027-06-30, not '3'", "anki diff"),
    (
        "bank list --status foo",
        "--status takes one of live, draft, checked, reviewed, retired, not 'foo'",
        "bank list",
    ),
    ("bank show", "missing argument 'ID'", "bank show"),
    ("--nope", "no such option: --nope", ""),
]


@pytest.mark.parametrize(("words", "message", "command"), MISTAKES, ids=lambda case: case.replace(" ", "_"))
def test_a_mistake_is_told_plainly_with_the_help_of_its_command(
    home: Path, words: str, message: str, command: str
) -> None:
    done = cpsprep(*words.split(), home=home)

    assert (done.code, done.err) == (
        2,
        f"cpsprep: {message}\nsee: cpsprep {command} --help\n".replace("  ", " "),
    )
