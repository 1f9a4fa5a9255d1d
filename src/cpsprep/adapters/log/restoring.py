"""Putting another log in the place of the present one, which is kept aside."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from cpsprep.adapters.log.backups import is_sound
from cpsprep.adapters.log.database import SQLITE, connect, refuse_vanished
from cpsprep.adapters.log.errors import DamagedError, told
from cpsprep.adapters.log.salvage import Mended, mend
from cpsprep.adapters.system import Folders, make_private
from cpsprep.app.errors import UnreadableError

SIDE_FILES = ("", "-wal", "-shm")


def is_damaged(log: Path) -> bool:
    """Whether a log that is or was there cannot be read whole."""
    try:
        refuse_vanished(log)
        with closing(connect(log, create=False)) as connection:
            return not is_sound(connection, thoroughly=True)
    except DamagedError:
        return True


def restore(folders: Folders, backup: Path, stamp: str) -> Path | None:
    """Make a backup the present log; returns where the log that was is kept now.

    The log that comes back is a new one with a new device: its numbers go on from the backup's, and must not
    be taken for those of the log that was.

    Raises:
        UnreadableError: the backup is not a sound log.
    """
    _check(backup)
    with _draft(folders) as draft, told(folders.log):
        with closing(sqlite3.connect(backup)) as source, closing(sqlite3.connect(draft)) as copy:
            source.backup(copy)
        with closing(connect(draft, create=False)) as copy:
            for name in ("log", "device"):
                copy.execute("insert or replace into meta (name, value) values (?, ?)", (name, str(uuid4())))
        return _swap(folders, draft, stamp)


def restore_damaged(folders: Folders, backup: Path | None, stamp: str) -> tuple[Mended, Path | None]:
    """Make a mended log the present one; returns what came of it, and where the damaged one is."""
    with _draft(folders) as draft:
        with told(folders.log):
            kept = _keep(folders, stamp)
        mended = mend(kept, backup, draft)
        with told(folders.log):
            _put_in_place(folders, draft)
        return mended, kept if kept.exists() else None


def _check(backup: Path) -> None:
    with told(backup), suppress(DamagedError):
        if not backup.is_file():
            raise UnreadableError(f"there is no file {backup}", "see the backups: cpsprep data backup --list")
        with backup.open("rb") as file:
            is_database = file.read(len(SQLITE)) == SQLITE
        if is_database:
            with closing(connect(backup, create=False)) as connection:
                if is_sound(connection, thoroughly=True):
                    return
    raise UnreadableError(f"{backup} is damaged or no cpsprep log", "nothing was changed; try an older one")


@contextmanager
def _draft(folders: Folders) -> Iterator[Path]:
    draft = folders.data / "log.draft"
    make_private(folders.data)
    _remove(draft)
    try:
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        yield draft
    finally:
        _remove(draft)


def _swap(folders: Folders, draft: Path, stamp: str) -> Path | None:
    kept = _keep(folders, stamp) if folders.log.exists() else None
    _put_in_place(folders, draft)
    return kept


def _keep(folders: Folders, stamp: str) -> Path:
    """Copy the present log aside, byte by byte with its side files: it may be damaged."""
    if folders.log.exists():
        with suppress(sqlite3.Error), closing(sqlite3.connect(folders.log)) as present:
            present.execute("pragma wal_checkpoint(truncate)")
    make_private(folders.kept)
    kept = folders.kept / f"log-{stamp}.db"
    for suffix in SIDE_FILES:
        side = folders.log.with_name(folders.log.name + suffix)
        if side.exists():
            shutil.copy2(side, kept.with_name(kept.name + suffix))
    return kept


def _put_in_place(folders: Folders, draft: Path) -> None:
    """The old log's side files go first: with a new log they would be poison."""
    for suffix in SIDE_FILES[1:]:
        folders.log.with_name(folders.log.name + suffix).unlink(missing_ok=True)
    draft.replace(folders.log)
    folders.snapshot.unlink(missing_ok=True)


def _remove(path: Path) -> None:
    for suffix in SIDE_FILES:
        path.with_name(path.name + suffix).unlink(missing_ok=True)
