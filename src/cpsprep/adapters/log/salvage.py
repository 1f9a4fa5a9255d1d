"""Mending a damaged log: the rows that can still be read, what a backup adds, and what is missing."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from cpsprep.adapters.log.database import connect, transaction
from cpsprep.adapters.log.errors import told
from cpsprep.adapters.log.jsonl import Shown, read_event
from cpsprep.adapters.log.merge import add_version
from cpsprep.adapters.log.rows import COLUMNS, INSERT, NAMES, to_row
from cpsprep.core.events import Event
from cpsprep.core.item import Version

_FAR: Final = 1 << 40
"""No log has so many rows; past it there is nothing to look for."""
_EVENTS: Final = f"select row, {NAMES} from events where row >= ? order by row"  # noqa: S608
_VERSIONS: Final = "select rowid, hash, canonical from versions where rowid >= ? order by rowid"


@dataclass(frozen=True, slots=True)
class Gap:
    """Events of one device that are nowhere, by their `seq`, which counts without holes."""

    device: str
    first: int
    last: int
    after_day: int | None
    """The study day of the event before the gap, if any."""
    before_day: int


@dataclass(frozen=True, slots=True)
class Mended:
    """What came of mending."""

    read: int
    """Events read from the damaged log."""
    from_backup: int
    """Events that only the backup had."""
    last_day: int | None
    """The study day of the newest event; what came after it cannot be told."""
    gaps: tuple[Gap, ...]


def mend(damaged: Path, backup: Path | None, target: Path) -> Mended:
    """Make a new log of what a backup and a damaged log hold; where they differ, the backup is right.

    Raises:
        CpsprepError: the new log cannot be written.
    """
    with closing(connect(target, create=True)) as new, told(target):
        with transaction(new):
            kept = _copy(backup, new) if backup else set()
            read = _copy(damaged, new)
        (last_day,) = new.execute("select max(study_day) from events").fetchone()
        return Mended(len(read), len(kept - read), last_day, tuple(gaps(new)))


def gaps(connection: sqlite3.Connection) -> Iterator[Gap]:
    """Holes in the numbers of each device; what came from Anki, or ends an exam, has numbers of its own."""
    rows = connection.execute(
        "select device, lag(seq, 1, 0) over w, seq, lag(study_day) over w, study_day from events"
        " where source not in ('anki', 'exam') window w as (partition by device order by seq)"
    )
    for device, before, seq, after_day, before_day in rows:
        if seq > before + 1:
            yield Gap(device, before + 1, seq - 1, after_day, before_day)


def _copy(source: Path, new: sqlite3.Connection) -> set[str]:
    """Add what can be read and is not there yet; returns the ids of the events read."""
    ids: set[str] = set()
    if not source.exists():
        return ids
    with suppress(sqlite3.DatabaseError), closing(sqlite3.connect(source)) as old:
        for _, *values in _readable(old, _EVENTS):
            event = _understood(values)
            if event:
                ids.add(event.fact.id)
                if not new.execute("select 1 from events where id = ?", (event.fact.id,)).fetchone():
                    new.execute(INSERT, to_row(event))
        for _, name, canonical in _readable(old, _VERSIONS):
            if isinstance(name, str) and isinstance(canonical, str):
                add_version(new, Shown(Version(name), canonical))
        _keep_learner(old, new)
    return ids


def _understood(values: list[Any]) -> Event | None:
    """The event of a row, or None where damage left something that is none."""
    known = {name: value for name, value in zip(COLUMNS, values, strict=True) if value is not None}
    with suppress(ValueError, TypeError):
        if "correct" in known:
            known["correct"] = bool(known["correct"])
        return read_event(known | {"payload": json.loads(known["payload"])})
    return None


def _keep_learner(old: sqlite3.Connection, new: sqlite3.Connection) -> None:
    """The learner stays who they are; the log and its device are new ones, or numbers could come twice."""
    with suppress(sqlite3.DatabaseError):
        for row in old.execute("select name, value from meta where name = 'learner'"):
            new.execute("insert or ignore into meta (name, value) values (?, ?)", row)


def _readable(old: sqlite3.Connection, query: str) -> Iterator[tuple[Any, ...]]:
    """The rows of a query from a row number on, past what cannot be read."""
    start: int | None = 1
    while start is not None:
        try:
            for row in old.execute(query, (start,)):
                yield row
                start = row[0] + 1
        except sqlite3.DatabaseError:
            start = _past_damage(old, query, start)
        else:
            return


def _past_damage(old: sqlite3.Connection, query: str, start: int) -> int | None:
    """The first row number after `start` from which reading works again."""
    bad, step = start, 1
    while not _works(old, query, start + step):
        bad, step = start + step, step * 2
        if step > _FAR:
            return None
    good = start + step
    while good - bad > 1:
        middle = (good + bad) // 2
        if _works(old, query, middle):
            good = middle
        else:
            bad = middle
    return good


def _works(old: sqlite3.Connection, query: str, start: int) -> bool:
    try:
        old.execute(query + " limit 1", (start,)).fetchone()
    except sqlite3.DatabaseError:
        return False
    return True
