"""Saving edits of a bank: nobody else's change is lost, what was there is kept, each file changes at once."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from cpsprep.adapters.system import make_private
from cpsprep.adapters.whole_file import write_whole
from cpsprep.app.errors import BusyError, UnreadableError

KEPT: Final = 30
"""How many earlier forms of one file are kept."""
PATIENCE_S: Final = 5
"""How long to wait for another process that saves."""


@dataclass(frozen=True, slots=True)
class Change:
    """One file: its bytes as they were read, None where it is new, and as they are to be."""

    path: Path
    before: bytes | None
    after: bytes


@dataclass(frozen=True, slots=True)
class Shelter:
    """Where earlier forms are kept: `folder` in the data folder, names that start with `bank`, its uuid."""

    folder: Path
    bank: str

    def keep(self, path: Path, data: bytes, now: datetime) -> Path:
        """Keep these bytes of this file; the oldest of too many goes."""
        make_private(self.folder)
        stem = f"{self.bank[:8]}-{re.sub(r'[^A-Za-z0-9_-]', '_', path.stem)[:80]}"
        same = self.folder.glob(f"{stem}.{now:%Y%m%d-%H%M%S}-*.yaml")
        number = max((int(path.stem[-3:]) for path in same if path.stem[-3:].isdigit()), default=0) + 1
        kept = self.folder / f"{stem}.{now:%Y%m%d-%H%M%S}-{number:03}.yaml"
        write_whole(kept, data, private=True)
        for old in sorted(self.folder.glob(f"{stem}.*.yaml"))[:-KEPT]:
            with suppress(OSError):
                old.unlink()
        return kept


def save(
    changes: Sequence[Change], shelter: Shelter, now: datetime, *, patience: float = PATIENCE_S
) -> list[Path]:
    """Write these files, each whole or not at all, in order; where what was there is kept.

    Raises:
        UnreadableError: a file changed since it was read, or cannot be kept or written; then none of
            them is changed.
        BusyError: another cpsprep is saving for seconds.
    """
    from filelock import FileLock, Timeout

    try:
        make_private(shelter.folder)
        lock = FileLock(shelter.folder / "saving.lock", mode=0o600)
        with lock.acquire(timeout=patience):
            return _save(changes, shelter, now)
    except Timeout:
        raise BusyError("another cpsprep is saving a bank", "try again in a moment") from None
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise UnreadableError(
            f"the earlier form cannot be kept in {shelter.folder}, so nothing was changed: {why}",
            "see that the folder is yours, and that the disk has room",
        ) from error


def _save(changes: Sequence[Change], shelter: Shelter, now: datetime) -> list[Path]:
    for change in changes:
        if _present(change.path) != change.before:
            what = "changed" if change.before is not None else "was made"
            raise UnreadableError(
                f"{change.path} {what} since it was read, so nothing was written to it",
                "look at it, then give the command again",
            )
    kept = [shelter.keep(change.path, change.before, now) for change in changes if change.before is not None]
    for number, change in enumerate(changes):
        try:
            write_whole(change.path, change.after)
        except UnreadableError:
            _put_back(changes[:number])
            raise
    return kept


def _put_back(changes: Sequence[Change]) -> None:
    """Undo what was written before a file of the same edit failed."""
    for change in changes:
        with suppress(UnreadableError, OSError):
            if change.before is None:
                change.path.unlink()
            else:
                write_whole(change.path, change.before)


def _present(path: Path) -> bytes | None:
    """The bytes of a file as they are now; None where there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        message = f"{path} cannot be read: {(error.strerror or str(error)).lower()}"
        raise UnreadableError(message, "check that you may open it") from error
