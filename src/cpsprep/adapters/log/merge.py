"""Bringing events of another machine, or a backup, into a log; in whatever order, the result is the same."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cpsprep.adapters.log import reads as log_reads
from cpsprep.adapters.log.database import SQLITE, connect, transaction
from cpsprep.adapters.log.errors import told
from cpsprep.adapters.log.jsonl import Header, Line, Shown, read_lines, write_lines
from cpsprep.adapters.log.rows import INSERT, NAMES, to_event, to_row
from cpsprep.app.errors import UnreadableError
from cpsprep.core.events import Event
from cpsprep.core.item import Version

_HELD: Final = f"select {NAMES} from events where id = ?"  # noqa: S608


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of a merge."""

    added: int
    known: int


def export(connection: sqlite3.Connection) -> Iterator[str]:
    """The whole log as the lines of its export, as of one moment."""
    connection.execute("begin")
    try:
        (events,) = connection.execute("select count(*) from events").fetchone()
        (versions,) = connection.execute("select count(*) from versions").fetchone()
        yield from write_lines(_versions(connection), log_reads.events(connection), Header(events, versions))
    finally:
        connection.execute("rollback")


def merge_files(connection: sqlite3.Connection, log: Path, paths: Iterable[Path]) -> Merged:
    """Add what is missing from exports or other logs; all of it or nothing.

    Raises:
        UnreadableError: a file cannot be read, is cut short, or tells an event otherwise than the log does.
    """
    added = known = 0
    with told(log), transaction(connection), ExitStack() as stack:
        for path in paths:
            for number, line in _open(path, stack):
                place = f"{path}:{number}" if number else str(path)
                match line:
                    case Event() if add_event(connection, line, place):
                        added += 1
                    case Event():
                        known += 1
                    case Shown():
                        add_version(connection, line)
                    case Header():
                        pass
    return Merged(added, known)


def add_event(connection: sqlite3.Connection, event: Event, place: str) -> bool:
    """Add an event unless it is there; says whether it was missing.

    Raises:
        UnreadableError: another event has its id.
    """
    row = to_row(event)
    held = connection.execute(_HELD, (event.fact.id,)).fetchone()
    if held is None:
        connection.execute(INSERT, row)
        return True
    if to_row(to_event(held)) != row:
        raise UnreadableError(
            f"{place}: event {event.fact.id} is not the same as in your log: {_difference(held, row)}",
            "nothing was merged; one of the two was changed by hand, and cpsprep cannot tell which",
        )
    return False


def add_version(connection: sqlite3.Connection, shown: Shown) -> None:
    if not connection.execute("select 1 from versions where hash = ?", (shown.version,)).fetchone():
        connection.execute(
            "insert into versions (hash, canonical) values (?, ?)", (shown.version, shown.canonical)
        )


def _difference(held: tuple[object, ...], row: tuple[object, ...]) -> str:
    """The first field in which two events with one id differ, with both values."""
    names = NAMES.split(", ")
    name, mine, theirs = next(
        (name, mine, theirs) for name, mine, theirs in zip(names, held, row, strict=True) if mine != theirs
    )
    return f"{name} is {mine!r} there and {theirs!r} here"


def _open(path: Path, stack: ExitStack) -> Iterator[tuple[int, Line]]:
    """The lines of an export, or of a log itself."""
    try:
        file = stack.enter_context(path.open("rb"))
        start = file.read(len(SQLITE))
    except OSError as error:
        raise UnreadableError(
            f"cannot read {path}: {error.strerror or error}", "nothing was merged"
        ) from None
    if start != SQLITE:
        file.seek(0)
        return read_lines(file, str(path))
    return _lines_of(stack.enter_context(closing(connect(path, create=False))))


def _lines_of(connection: sqlite3.Connection) -> Iterator[tuple[int, Line]]:
    for shown in _versions(connection):
        yield 0, shown
    for event in log_reads.events(connection):
        yield 0, event


def _versions(connection: sqlite3.Connection) -> Iterator[Shown]:
    for name, canonical in connection.execute("select hash, canonical from versions order by hash"):
        yield Shown(Version(name), canonical)
