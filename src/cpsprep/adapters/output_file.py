"""Where a file goes that is made to be handed on: a name good on every system, a place known to be free."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import Final

from cpsprep.adapters.whole_file import write_whole
from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.core.file_names import file_stem

_START: Final = 4000
"""Bytes by which a file is known again."""
_SOURCES: Final = (".yaml", ".yml", ".jsonl", ".db", ".toml", ".apkg", ".colpkg")
"""Endings of files that such a file must never replace: banks, logs, settings."""


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file that can be written; whether it takes the place of an earlier one of its kind."""

    path: Path
    replaces: bool = False

    def write(self, data: bytes) -> Path | None:
        """Write it; an earlier one that says something else is kept, as somebody may have changed it.

        Returns:
            Where the earlier one is kept, None for nowhere.

        Raises:
            UnreadableError: it cannot be written, or the earlier one not be kept; then nothing changed.
        """
        before = whole(self.path) if self.replaces else data
        kept = None if before == data else self._kept(before)
        write_whole(self.path, data)
        return kept

    def _kept(self, before: bytes) -> Path:
        """Where the earlier one is kept: there already, or in a place that is free."""
        names = (f"{self.path.stem}.earlier{number}" for number in chain([""], map("-{}".format, count(2))))
        places = (self.path.with_name(name + self.path.suffix) for name in names)
        place = next(
            one for one in places if not os.path.lexists(one) or (one.is_file() and whole(one) == before)
        )
        if not place.exists():
            write_whole(place, before)
        return place


def file_name(title: str, ending: str) -> str:
    """A name for a file about this title."""
    return f"{file_stem(title)}{ending}"


def writable(path: Path) -> OutputFile:
    """The file at this path.

    Raises:
        UsageError: it is a folder, or its name says that it is something else.
        UnreadableError: there is no such folder.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder", "name a file in it")
    if path.suffix.lower() in _SOURCES:
        raise UsageError(f"{path} would look like another kind of file", "choose another ending")
    if not path.parent.is_dir():
        raise UnreadableError(f"there is no folder {path.parent}", "make it first, or use another one")
    return OutputFile(path)


def replaceable(path: Path, is_own: Callable[[str], bool], what: str) -> OutputFile:
    """The file at this path, for one of a kind whose beginnings are known.

    Args:
        path: where it goes.
        is_own: whether a file that begins like this is an earlier one of its kind.
        what: what is said of a file that is none, such as "is not a page that cpsprep printed".

    Raises:
        UsageError: it is a folder, its name says that it is something else, or another file is there.
        UnreadableError: there is no such folder, or what is there cannot be read.
    """
    start = start_of(path)
    if start and not is_own(start):
        raise taken(path, what)
    return OutputFile(path, replaces=bool(start))


def start_of(path: Path) -> str:
    """How the file begins whose place is wanted; "" where the place is free.

    Raises:
        UsageError: it is a folder, or its name says that it is something else.
        UnreadableError: there is no such folder, or what is there cannot be read.
    """
    writable(path)
    return whole(path, _START).decode("utf-8", "replace") if path.is_file() else ""


def whole(path: Path, most: int = -1) -> bytes:
    """The bytes of a file, or so many of them.

    Raises:
        UnreadableError: it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(most)
    except OSError as error:
        raise UnreadableError(
            f"{path} cannot be read, so it is not replaced: {error.strerror}", "use another name: -o"
        ) from error


def taken(path: Path, what: str) -> UsageError:
    """What is raised where another file is."""
    return UsageError(
        f"{path} is there already and {what}", "use another name with -o, or delete that file first"
    )
