"""Folded records kept beside the log, so that a sitting starts without reading every answer again.

A cache and nothing else: whatever is wrong with it, the records come from the log.
"""

import gc
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any, Final

from cpsprep.adapters import log_reads
from cpsprep.core.history import CardKey, CardRecord, fold_cards
from cpsprep.core.sm2 import CardState, Profile

_FORM: Final = 1
_TABLES: Final = """
drop table if exists records;
drop table if exists basis;
create table basis (form, log, profile, row, id);
create table records (
  bank, card, repetitions, interval, ease, due, first_day, last_day, answers, misses, today_grade, rounds,
  version, primary key (bank, card)
) without rowid;
"""
_REPLACE: Final = "insert or replace into records values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
Basis = tuple[int, str, str, int, str]
Records = dict[CardKey, CardRecord]


class Snapshot:
    """The records of one log under one profile of SM-2, as of the last row it has seen."""

    def __init__(self, path: Path, log: str, profile: Profile) -> None:
        self._path = path
        self._log = log
        self._profile = profile

    def records(self, log: sqlite3.Connection) -> Records:
        """The records as of now; brings the file up to date if it can be written."""
        log.execute("begin")  # One view of the log, also while another process appends.
        try:
            row, event_id = log_reads.last_row(log)
            now: Basis = (_FORM, self._log, self._profile.value, row, event_id)
            with suppress(sqlite3.Error, OSError, TypeError, ValueError):
                return self._kept(log, now)
            records = dict(fold_cards(log_reads.answers(log), self._profile))
        finally:
            log.execute("rollback")
        with suppress(sqlite3.Error, OSError):
            self._start_over(now, records)
        return records

    def _kept(self, log: sqlite3.Connection, now: Basis) -> Records:
        """The kept records, after folding again the cards that were touched since.

        Raises:
            ValueError: they are not of this log as it stands.
            sqlite3.Error, OSError, TypeError: the file is missing or broken.
        """
        with closing(self._open(create=False)) as file:
            basis = file.execute("select form, log, profile, row, id from basis").fetchone()
            if basis is None or basis[:3] != now[:3] or not _is_past(log, basis[3], basis[4]):
                raise ValueError("a snapshot of something else")
            with _without_collector():
                records = _read(file)
            if basis != now:
                keys = sorted(log_reads.touched(log, basis[3]))
                fresh = dict(fold_cards(log_reads.answers_of(log, keys), self._profile))
                for key in keys:
                    records.pop(key, None)
                records.update(fresh)
                with suppress(sqlite3.Error):
                    _bring_up(file, basis, now, keys, fresh)
            return records

    def _start_over(self, now: Basis, records: Records) -> None:
        self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            self._write_whole(now, records)
        except sqlite3.DatabaseError:
            # A file that is no database: it is ours to throw away.
            for suffix in ("", "-journal", "-wal", "-shm"):
                self._path.with_name(self._path.name + suffix).unlink(missing_ok=True)
            self._write_whole(now, records)

    def _write_whole(self, now: Basis, records: Records) -> None:
        with closing(self._open(create=True)) as file:
            file.execute("begin immediate")
            for statement in _TABLES.split(";"):
                file.execute(statement)
            file.executemany(_REPLACE, _rows(records))
            file.execute("insert into basis values (?, ?, ?, ?, ?)", now)
            file.execute("commit")

    def _open(self, *, create: bool) -> sqlite3.Connection:
        """Open without waiting for others and without syncing: it may be lost at any time."""
        if not create and not self._path.exists():
            raise FileNotFoundError(self._path)
        if create:
            self._path.touch(mode=0o600)
        file = sqlite3.connect(self._path, timeout=0, isolation_level=None)
        file.execute("pragma synchronous = off")
        return file


def _is_past(log: sqlite3.Connection, row: int, event_id: str) -> bool:
    """Whether the log held this event in this row: then all before it is the same, for it only grows."""
    if row == 0:
        return True
    found = log.execute("select id from events where row = ?", (row,)).fetchone()
    return found is not None and found[0] == event_id


def _read(file: sqlite3.Connection) -> Records:
    states: dict[tuple[int, int, int], CardState] = {}
    records: Records = {}
    rows = file.execute("select * from records")
    for (
        bank,
        card,
        repetitions,
        interval,
        ease,
        due,
        first,
        last,
        answers,
        misses,
        grade,
        rounds,
        version,
    ) in rows:
        state = states.get((repetitions, interval, ease))
        if state is None:
            state = states[repetitions, interval, ease] = CardState(repetitions, interval, ease)
        records[bank, card] = CardRecord(state, due, first, last, answers, misses, grade, rounds, version)
    return records


def _bring_up(
    file: sqlite3.Connection, basis: Basis, now: Basis, keys: Iterable[CardKey], fresh: Records
) -> None:
    """Write what changed, unless another process was faster."""
    file.execute("begin immediate")
    if file.execute("select form, log, profile, row, id from basis").fetchone() == basis:
        file.executemany("delete from records where bank = ? and card = ?", keys)
        file.executemany(_REPLACE, _rows(fresh))
        file.execute("update basis set form = ?, log = ?, profile = ?, row = ?, id = ?", now)
    file.execute("commit")


def _rows(records: Records) -> Iterator[tuple[Any, ...]]:
    for (bank, card), record in records.items():
        state = record.state
        yield (
            bank, card, state.repetitions, state.interval, state.ease, record.due, record.first_day,
            record.last_day, record.answers, record.misses, record.today_grade, record.rounds, record.version,
        )  # fmt: skip


@contextmanager
def _without_collector() -> Iterator[None]:
    """Ten thousand records make no garbage, and looking for some costs as much as reading them."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
