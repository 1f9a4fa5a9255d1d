"""A bank as it was at a commit: its files come from git itself, run as a program, and nothing is checked out.

git gets a list of words and never a shell. What a person typed reaches it once, behind `--end-of-options`;
from then on the commit is the number that git gave for it.
"""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from cpsprep.adapters.bank.folder import BANK_FILE, MAX_BYTES, BankFile, in_reading_order, too_large
from cpsprep.adapters.bank.yaml_bank import build
from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.core.bank import Bank

LAST: Final = "HEAD"
"""git's name for the newest commit."""
MAX_TEXTS: Final = 100_000_000
"""Bytes of all files together."""
_LONGEST_HEAD: Final = 200
_SECONDS: Final = 60.0
_FILES: Final = frozenset({b"100644", b"100755"})
_QUIET: Final = {
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_LAZY_FETCH": "1",  # nothing here may use the network
    "LC_ALL": "C",
}
_NO_REPOSITORY: Final = "not a git repository"
_FOLDERS: Final = "name two states of it, folders or packs, such as: cpsprep bank diff before.cpsbank my-bank"


class Commit(NamedTuple):
    """One commit of the repository that a bank's folder lies in.

    Args:
        folder: the bank's.
        prefix: the folder's place in the repository, with a slash behind it, or nothing.
        number: in hex.
        day: when it was committed, such as 2026-11-20.
    """

    folder: Path
    prefix: str
    number: str
    day: str


def in_repository(folder: Path, git: str = "git") -> bool:
    """Whether git knows a repository that this folder lies in."""
    try:
        return _run(git, folder, "rev-parse", "--is-inside-work-tree").strip() == b"true"
    except (_RefusedError, UnreadableError):
        return False


def commit_of(folder: Path, name: str, git: str = "git") -> Commit:
    """The commit that somebody calls so: a tag, a branch, a number, `HEAD~3`.

    Raises:
        UsageError: git knows none of this name.
        UnreadableError: there is no git, or the folder is in no repository.
    """
    try:
        prefix = _run(git, folder, "rev-parse", "--show-prefix").decode("utf-8", "surrogateescape")
    except _RefusedError as refused:
        if _NO_REPOSITORY in str(refused):
            raise UnreadableError(f"{folder} is not kept with git", _FOLDERS) from None
        raise UnreadableError(f"git cannot look into {folder}: {refused}", _FOLDERS) from None
    try:
        wanted = f"{name}^{{commit}}"
        number = _run(git, folder, "rev-parse", "--verify", "--quiet", "--end-of-options", wanted)
    except (_RefusedError, ValueError):  # a name with a zero in it cannot be given to a program
        if name == LAST:
            message, hint = f"nothing was committed yet where {folder} lies", "commit it first: git commit"
            raise UsageError(message, hint) from None
        hint = "tags and commits that there are: git tag, git log --oneline"
        raise UsageError(f"git knows no commit '{name}' where {folder} lies", hint) from None
    known = number.decode().split()[-1]  # git before 2.30 repeats --end-of-options
    asked = ("-c", "log.showSignature=false", "log", "-1", "--format=%cd", "--date=short", known)
    return Commit(folder, prefix.removesuffix("\n"), known, _run(git, folder, *asked).decode().strip())


def bank_at(commit: Commit, git: str = "git") -> Bank:
    """The bank as that commit has it.

    Raises:
        UnreadableError: there was none in this folder, or it is too large.
    """
    when = f"at the commit {commit.number[:7]}"
    tree = f"{commit.number}:{commit.prefix}"
    try:
        found = dict(_listed(_run(git, commit.folder, "ls-tree", "-z", "-l", "--full-tree", tree)))
    except _RefusedError:  # there was no such folder
        found = {}
    names = in_reading_order(found)
    if BANK_FILE not in names:
        hint = "if it is new, commit it; if it lay elsewhere, look there: git worktree add ../before COMMIT"
        raise UnreadableError(f"{when} there was no bank at {commit.folder}", hint)
    small = [name for name in names if found[name][1] <= MAX_BYTES]
    if sum(found[name][1] for name in small) > MAX_TEXTS:
        hint = f"at most {MAX_TEXTS // 1_000_000} MB of texts are compared"
        raise UnreadableError(f"{commit.folder} was too large {when}", hint)
    texts = dict(zip(small, _blobs(git, commit, [found[name] for name in small]), strict=True))
    paths = {name: commit.folder / name for name in names}
    files = [
        BankFile(paths[name], texts[name]) if name in texts else too_large(paths[name]) for name in names
    ]
    return build(commit.folder, files)


class _RefusedError(Exception):
    """What git said when it could not do it, in one line."""


def _run(git: str, folder: Path, *words: str, given: bytes = b"") -> bytes:
    """What git prints.

    Raises:
        _RefusedError: it ended with an error.
        UnreadableError: it is not there, or does not end.
    """
    command = [git, "-C", str(folder), *words]
    try:
        done = subprocess.run(
            command,
            input=given,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
            env={**os.environ, **_QUIET},
        )
    except subprocess.TimeoutExpired:
        raise UnreadableError(f"git took longer than a minute at {folder}", _FOLDERS) from None
    except OSError:
        hint = f"install it, or {_FOLDERS}"
        raise UnreadableError("the program git is needed for this, and is not here", hint) from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise _RefusedError(said.removeprefix("fatal: ") or "it gave no reason")
    return done.stdout


def _listed(rows: bytes) -> Iterator[tuple[str, tuple[str, int]]]:
    """Name, number and size of each file; folders, links and submodules are none."""
    for row in rows.split(b"\0"):
        about, _, name = row.partition(b"\t")
        words = about.split()
        if words and words[0] in _FILES:
            size = int(words[3]) if words[3].isdigit() else 0  # git knows none of a file that it lost
            yield name.decode("utf-8", "surrogateescape"), (words[2].decode(), size)


def _blobs(git: str, commit: Commit, wanted: list[tuple[str, int]]) -> Iterator[bytes]:
    """The contents of these files, in one go: each comes behind a line that names it.

    Raises:
        UnreadableError: git has them no more.
    """
    given = "".join(f"{number}\n" for number, _ in wanted).encode()
    try:
        whole, at = _run(git, commit.folder, "cat-file", "--batch", given=given), 0
    except _RefusedError as refused:
        raise UnreadableError(f"git cannot read {commit.folder}: {refused}", _FOLDERS) from None
    for number, size in wanted:
        head, _, _ = whole[at : at + _LONGEST_HEAD].partition(b"\n")
        if head != f"{number} blob {size}".encode():
            raise UnreadableError(f"git cannot give all files of {commit.folder}", _FOLDERS)
        at += len(head) + 1
        yield whole[at : at + size]
        at += size + 1
