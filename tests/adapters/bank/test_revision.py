"""A bank at a commit: what git kept of its folder, read without checking anything out."""

import os
import stat
import zlib
from pathlib import Path

import pytest

from cpsprep.adapters.bank.folder import MAX_BYTES
from cpsprep.adapters.bank.revision import bank_at, commit_of, in_repository
from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.app.errors import CpsprepError, UnreadableError, UsageError
from fakes_bank import basics, write_bank
from fakes_git import committed

ODD = "our bänk, 2nd"


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A bank that lies two folders deep in a repository, in one commit with the tag v1."""
    bank = write_bank(tmp_path / "course" / ODD)
    committed(tmp_path, "v1")
    return bank


@pytest.mark.parametrize("name", ["HEAD", "v1", "HEAD^{/change}"])
def test_a_commit_is_found_by_any_name_that_git_has_for_it(bank: Path, name: str) -> None:
    commit = commit_of(bank, name)

    assert (commit.prefix, commit.day, len(commit.number)) == (f"course/{ODD}/", "2026-11-20", 40)
    assert commit == commit_of(bank, commit.number[:9])


def test_the_bank_at_a_commit_is_what_its_folder_was(bank: Path) -> None:
    before = read_bank(bank)
    (bank / "first.yaml").unlink()
    (bank / "new.yaml").write_text(basics("ex-1"), "utf-8")

    assert bank_at(commit_of(bank, "v1")) == before


def test_a_bank_may_be_the_top_of_its_repository(tmp_path: Path) -> None:
    bank = committed(write_bank(tmp_path / "bank"))

    assert bank_at(commit_of(bank, "HEAD")) == read_bank(bank)


def test_line_ends_and_letters_of_other_scripts_come_as_they_were_written(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "bank")
    (bank / "été.yaml").write_bytes(basics("ex-1").replace("front: f", "front: ça").encode())
    committed(bank)

    assert bank_at(commit_of(bank, "HEAD")) == read_bank(bank)


def test_what_lies_in_folders_of_the_bank_is_no_deck(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "bank")
    (bank / "facts").mkdir()
    (bank / "facts" / "one.yaml").write_text("items: []", "utf-8")
    (bank / ".hidden.yaml").write_text("items: [", "utf-8")
    committed(bank)

    assert bank_at(commit_of(bank, "HEAD")).problems == ()


@pytest.mark.parametrize(
    "name",
    [
        "v2",
        "",
        "--output=x",
        "--git-dir",
        "-h",
        "v1..HEAD",
        "HEAD:course",
        "a b",
        "v1;touch x",
        "$(x)",
        "a\0b",
    ],
)
def test_a_name_that_is_no_commit_is_refused_whatever_it_looks_like(bank: Path, name: str) -> None:
    with pytest.raises(UsageError, match="git knows no commit"):
        commit_of(bank, name)


def test_where_nothing_was_committed_yet_that_is_said(tmp_path: Path) -> None:
    committed(tmp_path)
    (tmp_path / ".git" / "HEAD").write_text("ref: refs/heads/new\n", "utf-8")

    with pytest.raises(UsageError, match="nothing was committed yet") as refused:
        commit_of(write_bank(tmp_path / "bank"), "HEAD")
    assert "git commit" in refused.value.hint


def test_a_bank_that_was_not_there_yet_is_said_so(bank: Path) -> None:
    later = write_bank(bank.parent / "later")

    with pytest.raises(UnreadableError, match=r"at the commit \w{7} there was no bank at .*later"):
        bank_at(commit_of(later, "v1"))


def test_a_folder_that_was_no_bank_is_said_so(bank: Path) -> None:
    with pytest.raises(UnreadableError, match="there was no bank"):
        bank_at(commit_of(bank.parent, "v1"))


def test_a_folder_outside_of_any_repository(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "bank")

    assert not in_repository(bank)
    with pytest.raises(UnreadableError, match="bank is not kept with git"):
        commit_of(bank, "HEAD")


def test_a_folder_inside_a_repository(bank: Path) -> None:
    assert in_repository(bank)


@pytest.mark.parametrize("broken", ["[core]\n\tbare = maybe\n", "[core\n"])
def test_a_repository_that_git_cannot_read_is_told_in_its_words(
    bank: Path, tmp_path: Path, broken: str
) -> None:
    (tmp_path / ".git" / "config").write_text(broken, "utf-8")

    with pytest.raises(CpsprepError, match=r"git cannot look into .*: .*bad"):
        commit_of(bank, "HEAD")


def test_without_git_the_way_out_is_named(bank: Path) -> None:
    assert not in_repository(bank, "no-such-git")
    with pytest.raises(UnreadableError, match="the program git is needed") as refused:
        commit_of(bank, "HEAD", "no-such-git")
    assert "bank diff before.cpsbank my-bank" in refused.value.hint


def test_a_repository_that_lost_a_file_is_told_so(bank: Path, tmp_path: Path) -> None:
    commit = commit_of(bank, "v1")
    for kept in (tmp_path / ".git" / "objects").glob("??/*"):
        kept.chmod(0o600)
        if b"Which is best?" in zlib.decompress(kept.read_bytes()):
            kept.unlink()

    with pytest.raises(UnreadableError, match="git cannot give all files of"):
        bank_at(commit)


@pytest.mark.skipif(os.name == "nt", reason="a script is no program there")
def test_a_git_that_answers_something_else_is_not_believed(bank: Path, tmp_path: Path) -> None:
    commit = commit_of(bank, "v1")
    strange = tmp_path / "strange"
    strange.write_text('#!/bin/sh\ncase "$*" in *ls-tree*) exec git "$@";; *) echo other;; esac\n', "utf-8")
    strange.chmod(strange.stat().st_mode | stat.S_IXUSR)

    with pytest.raises(UnreadableError, match="git cannot give all files of"):
        bank_at(commit, str(strange))


def test_a_file_too_large_to_be_read_is_left_out_as_in_a_folder(tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "bank")
    (bank / "huge.yaml").write_bytes(b" " * (MAX_BYTES + 1))
    committed(bank)

    assert [one.code for one in bank_at(commit_of(bank, "HEAD")).problems] == ["too-large"]
