"""`cpsprep bank new`: a bank that can be linted, added to and studied, and nothing in its way is touched."""

import os
from pathlib import Path

import pytest

from fakes_cli import cpsprep

CARD = "b\nWhat is it?\n\nA thing.\n\n\n\n\n\n"
"""A card without principle, level and source, with the id that is proposed, and saved."""


def test_a_new_bank_can_be_linted_added_to_and_studied(home: Path, tmp_path: Path) -> None:
    made = cpsprep("bank", "new", "mine", "--title", "Our: questions", home=home)
    assert (made.code, made.err) == (0, "")
    assert "cpsprep bank add --bank mine" in made.out

    added = cpsprep("bank", "add", "--bank", "mine", home=home, text=f"{CARD}q\n")
    assert (added.code, added.err) == (0, "The bank: Our: questions, in mine.\n")
    assert cpsprep("bank", "lint", "mine", home=home).code == 0
    assert "Question 1 of 2." in cpsprep("review", "--bank", "mine", "--new", "5", home=home, text="q\n").out


@pytest.mark.parametrize(
    ("name", "words", "message"),
    [
        ("mine", ("mine",), "there is a bank at mine already"),
        ("mine", ("mine/bank.yaml",), "is a file"),
        ("mine", (".",), "is not empty"),
        ("mine", ("other", "--title", " "), "the title is empty"),
    ],
)
def test_a_new_bank_never_overwrites(
    home: Path, tmp_path: Path, name: str, words: tuple[str, ...], message: str
) -> None:
    cpsprep("bank", "new", name, home=home)
    before = {path: path.read_bytes() for path in (tmp_path / name).iterdir()}

    done = cpsprep("bank", "new", *words, home=home)

    assert (done.code, done.out) == (2, "")
    assert message in done.err
    assert {path: path.read_bytes() for path in (tmp_path / name).iterdir()} == before


def test_a_bank_for_git_may_begin_in_a_repository_without_files(home: Path, tmp_path: Path) -> None:
    (tmp_path / "mine" / ".git").mkdir(parents=True)

    done = cpsprep("bank", "new", "mine", "--git", home=home)

    assert done.code == 0
    assert (tmp_path / "mine" / ".vscode" / "settings.json").exists()
    assert cpsprep("bank", "lint", "mine", home=home).code == 0


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_a_bank_that_cannot_be_made_leaves_nothing(home: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    done = cpsprep("bank", "new", "file/mine", home=home)

    assert done.code in {2, 3}
    assert "file" in done.err
