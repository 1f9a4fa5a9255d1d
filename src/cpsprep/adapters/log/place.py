"""Notices that an open log was moved, replaced or removed; SQLite would go on, and write into nowhere."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from cpsprep.adapters.log.errors import DamagedError
from cpsprep.adapters.system import typed

Rescue = Callable[[sqlite3.Connection, int], Path]
"""Keeps what a connection holds in a file of its own, named by a time in ms, and returns where."""


class LogPlace:
    """Where the files of one open log are, and `rescue` for when they are there no more."""

    def __init__(self, path: Path, rescue: Rescue | None) -> None:
        self._path = path
        self._files = _files(path)
        self._rescue = rescue
        self._kept: Path | None = None

    def check(self, connection: sqlite3.Connection, at_ms: int) -> None:
        """Look before every write; a few microseconds beside the milliseconds of the disk.

        Raises:
            DamagedError: they are gone; what the connection holds is kept elsewhere, once.
            CpsprepError: they are gone, and it cannot be kept.
        """
        if _files(self._path) == self._files:
            return
        if self._rescue is not None and self._kept is None:
            self._kept = self._rescue(connection, at_ms)
        raise DamagedError(
            f"the log {self._path} was moved, replaced or removed while it was open, so this was not saved",
            f"everything answered before is kept; type: cpsprep data restore {typed(self._kept)}"
            if self._kept
            else "",
        )


def _files(path: Path) -> list[tuple[int, int] | None]:
    """What the database and its newest part are to the system; Windows lets nobody touch an open one."""
    return [] if os.name == "nt" else [_identity(path), _identity(path.with_name(f"{path.name}-wal"))]


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
