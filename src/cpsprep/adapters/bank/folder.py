"""The files of a bank's folder: which they are, in which order they are read, and their bytes.

It knows nothing of YAML, so that a start from the cache stays light.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import uuid4

from cpsprep.app.errors import UnreadableError
from cpsprep.core.problem import Place, Problem

BANK_FILE: Final = "bank.yaml"
SOURCES_FILE: Final = "sources.yaml"
MAX_BYTES: Final = 32_000_000
"""A file of this size holds some 24,000 items, and takes seconds and a third of a gigabyte to read."""


@dataclass(frozen=True, slots=True)
class BankFile:
    """One file of a bank as it was read; where it could not be, `data` is empty and `problem` says why."""

    path: Path
    data: bytes
    problem: Problem | None = None


def bank_paths(folder: Path) -> list[Path]:
    """The files that make up the bank: `bank.yaml`, `sources.yaml` if any, then the decks by name.

    Raises:
        UnreadableError: there is no such folder, or no bank in it.
    """
    try:
        names = in_reading_order(path.name for path in folder.iterdir())
    except FileNotFoundError:
        hint = "check the path; names of banks: cpsprep bank installed"
        raise UnreadableError(f"there is no bank at {folder}", hint) from None
    except NotADirectoryError:
        hint = f"put it into a folder, next to a {BANK_FILE} with {_recipe()}"
        raise UnreadableError(f"{folder} is a file; a bank is a folder", hint) from None
    except OSError as error:
        hint = "check that you may open this folder"
        raise UnreadableError(f"cannot read the bank at {folder}: {error.strerror}", hint) from None
    if BANK_FILE not in names:
        hint = f"add a {BANK_FILE} with {_recipe()}"
        raise UnreadableError(f"{folder} has no {BANK_FILE}, so it is not a bank yet", hint)
    return [folder / name for name in names]


def in_reading_order(names: Iterable[str]) -> list[str]:
    """Those of these names that are a bank's files: `bank.yaml`, `sources.yaml`, then the decks by name."""
    found = sorted(name for name in names if name.endswith(".yaml") and name[0] != ".")
    return sorted(found, key=lambda name: (name != BANK_FILE, name != SOURCES_FILE))


def load(paths: Iterable[Path]) -> list[BankFile]:
    """These files with their bytes; one that cannot be read or is too large comes with a problem instead."""
    return [_load(path) for path in paths]


def _load(path: Path) -> BankFile:
    try:
        if path.is_fifo():
            return _left_out(path, "unreadable-file", "this is a pipe, not a file", "take it out")
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"this file cannot be read: {error.strerror}"
        return _left_out(path, "unreadable-file", message, "check that you may open it")
    if len(data) > MAX_BYTES:
        return too_large(path)
    return BankFile(path, data)


def too_large(path: Path) -> BankFile:
    """A file that is not read because of its size."""
    message = f"this file is larger than {MAX_BYTES // 1_000_000} MB"
    return _left_out(path, "too-large", message, "split it into several files in the same folder")


def _left_out(path: Path, code: str, message: str, hint: str) -> BankFile:
    return BankFile(path, b"", Problem(Place(str(path), 1, 1), code, message, hint))


def _recipe() -> str:
    return f"these three lines: 'format: 1', 'uuid: {uuid4()}', 'title: My questions'"
