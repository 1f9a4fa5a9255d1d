"""SQLite's failures in words that say what happened, where, and what to do."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cpsprep.app.errors import BusyError, CpsprepError, UnreadableError


class DamagedError(UnreadableError):
    """The database is broken; `cpsprep data restore` mends what can be mended."""


class NewerLogError(UnreadableError):
    """The log was written by a newer cpsprep."""


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what SQLite and the file system raise about a log into a CpsprepError.

    A broken rule of the schema or a wrong statement stays what it is: a mistake in our code.
    """
    try:
        yield
    except sqlite3.Error as error:
        known = explained(error, path)
        if known is None:
            raise
        raise known from error
    except OSError as error:
        raise UnreadableError(
            f"cannot use the log {path}: {error.strerror or error}",
            "see that the folder exists and is yours, or set CPSPREP_HOME to a folder you can write to",
        ) from error


def explained(error: sqlite3.Error, path: Path) -> CpsprepError | None:
    """The same failure for a reader, or None for a mistake of the program."""
    code = getattr(error, "sqlite_errorcode", None)
    primary = None if code is None else code & 0xFF
    match primary:
        case sqlite3.SQLITE_FULL:
            return UnreadableError(
                f"the disk is full, so this could not be saved in {path}",
                "everything answered before is saved; free some space and try again",
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return UnreadableError(
                f"cannot write the log {path}",
                "see that the folder exists and is yours, or set CPSPREP_HOME to a folder you can write to",
            )
        case sqlite3.SQLITE_NOTADB:
            return DamagedError(f"{path} is not a cpsprep log, or its start is damaged", _MEND)
        case sqlite3.SQLITE_CORRUPT:
            return DamagedError(f"the log {path} is damaged", _MEND)
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return BusyError(
                f"another program is writing to the log {path}", "wait until it is done and try again"
            )
        case sqlite3.SQLITE_IOERR:
            return UnreadableError(
                f"the disk failed or is full, so {path} could not be used",
                "everything answered before is saved; look after the disk and try again",
            )
        case _:
            return None


_MEND = "type: cpsprep data restore (it keeps this file, and saves every answer that can be read)"
