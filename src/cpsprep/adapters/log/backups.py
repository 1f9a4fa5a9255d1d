"""Backups of the log: one a day, one before it takes a newer form; the oldest go."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Final, NamedTuple

from cpsprep.adapters.log.database import APPLICATION
from cpsprep.adapters.log.errors import DamagedError, told
from cpsprep.adapters.system import make_private
from cpsprep.adapters.whole_file import replacing
from cpsprep.core.days import to_date
from cpsprep.core.events import Moment

KEEP: Final = 14


class Backups(NamedTuple):
    """The backups of one log in one folder."""

    log: Path
    folder: Path

    def daily(self, study_day: int) -> None:
        """Back up once a study day. Failing is no reason to keep anybody from studying; `doctor` tells."""
        target = self.folder / f"log-{to_date(study_day).isoformat()}.db"
        with suppress(OSError, OverflowError, sqlite3.Error, DamagedError):
            if not target.exists():
                self.make(target)
                self._rotate()

    def now(self, at: Moment) -> Path:
        """Back up by hand; returns the file.

        Raises:
            CpsprepError: it cannot be written, or the log is damaged.
        """
        target = self.folder / f"log-{to_date(at.study_day).isoformat()}-{at.at_ms}.db"
        with told(target):
            self.make(target)
            self._rotate()
        return target

    def before_form(self, form: int) -> None:
        """Keep the log as it was before it takes a newer form.

        Raises:
            CpsprepError: it cannot be kept; then its form must not change.
        """
        target = self.folder / f"log-before-form-{form + 1}.db"
        with told(target):
            self.make(target)

    def rescue(self, held: sqlite3.Connection, at_ms: int) -> Path:
        """Keep what an open log holds after its files were taken away; returns where.

        Raises:
            CpsprepError: it cannot be kept.
        """
        target = self.folder / f"log-rescued-{at_ms}.db"
        with told(target):
            make_private(self.folder)
            _copy(held, target, self.log)
        return target

    def make(self, target: Path) -> None:
        """Copy the log as it stands, while others may write to it; whole and sound, or not at all.

        Raises:
            DamagedError: the log is damaged; an older backup is worth more than a copy of that.
        """
        if target.parent == self.folder:
            make_private(target.parent)
        with closing(sqlite3.connect(self.log)) as source:
            _copy(source, target, self.log)

    def newest_first(self) -> list[Path]:
        """By the newest event in them: copying a folder gives all its files one new time."""
        if not self.folder.is_dir():
            return []
        return sorted(filter(Path.is_file, self.folder.glob("log-*.db")), key=_age, reverse=True)

    def sound(self) -> Iterator[Path]:
        """The backups that can be read, newest first."""
        for path in self.newest_first():
            with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as connection:
                (application,) = connection.execute("pragma application_id").fetchone()
                if application == APPLICATION and is_sound(connection):
                    yield path

    def _rotate(self) -> None:
        for path in sorted(self.folder.glob("log-[0-9]*.db"), reverse=True)[KEEP:]:
            path.unlink()


def _age(path: Path) -> tuple[int, int, str]:
    """How far a backup reaches: its newest event in time, then its number of events, then its name."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as connection:
        reach, count = connection.execute("select max(at_ms), count(*) from events").fetchone()
        return reach or 0, count, path.name
    return -1, 0, path.name


def _copy(source: sqlite3.Connection, target: Path, log: Path) -> None:
    with replacing(target, private=True) as draft, closing(sqlite3.connect(draft)) as copy:
        source.backup(copy)
        copy.execute("pragma journal_mode = delete")
        if not is_sound(copy):
            raise DamagedError(f"the log {log} is damaged", "type: cpsprep data restore")


def is_sound(connection: sqlite3.Connection, *, thoroughly: bool = False) -> bool:
    """Whether every page of a database can be read and makes sense; thoroughly, also every index."""
    check = "integrity_check" if thoroughly else "quick_check"
    try:
        return bool(connection.execute(f"pragma {check}(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False
