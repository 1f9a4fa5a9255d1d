"""The log's database file: opening, making, migrating; what holds for every connection to it."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from cpsprep.adapters.log.errors import DamagedError, NewerLogError, told
from cpsprep.app.errors import UnreadableError

LATEST: Final = 2
"""The newest migration; the number is the database's user_version."""
READABLE: Final = 1
"""The oldest form that can be read as it is: what came later are indexes, which only save time."""
APPLICATION: Final = 0x43505350
"""Tells a cpsprep log from other SQLite files ("CPSP")."""
SQLITE: Final = b"SQLite format 3\0"
"""How every SQLite file begins."""
_WAIT_S: Final = 5.0


def connect(
    path: Path, *, create: bool, before_migration: Callable[[int], None] | None = None
) -> sqlite3.Connection:
    """Open a log, bring it to the present form, and make it if it is not there and `create` says so.

    Without `create` a missing or blank log is an empty one, in memory: reading leaves no trace.
    `before_migration` is called with the old form's number before an existing log is changed.

    Raises:
        CpsprepError: it cannot be read or written, is damaged, is no log, or is from a newer cpsprep.
    """
    with told(path):
        if create:
            _make_private(path)
        if not create and not path.exists():
            connection = _open(":memory:")
            _migrate(connection, path)
            return connection
        try:
            connection = _open(str(path))
        except sqlite3.OperationalError:
            if create:
                raise
            connection = _open_still(path)
        try:
            if not create and _is_blank(connection):
                connection.close()
                connection = _open(":memory:")
            _migrate(connection, path, before_migration, is_enough=LATEST if create else READABLE)
        except BaseException:
            connection.close()
            raise
        return connection


def refuse_vanished(path: Path) -> None:
    """A log that is gone while its backups are there must not quietly start over.

    Raises:
        DamagedError: so it is.
    """
    with told(path):
        is_there = path.exists() and path.stat().st_size > 0
        if not is_there and any((path.parent / "backups").glob("log-*.db")):
            raise DamagedError(
                f"the log {path} is gone, but backups of it are there",
                "type: cpsprep data restore; or, to start over without them: cpsprep data erase",
            )


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing, on disk when the block ends."""
    connection.execute("begin immediate")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        # A full disk may have ended the transaction already.
        if connection.in_transaction:
            connection.execute("rollback")
        raise


def _make_private(path: Path) -> None:
    """Make an empty file that its owner alone can read; SQLite gives its side files the same mode."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not path.exists():
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def _open(name: str, *, uri: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(name, timeout=_WAIT_S, isolation_level=None, uri=uri)
    try:
        # fullfsync: on macOS a plain fsync does not reach the disk. temp_store: no traces in other folders.
        connection.executescript(
            "pragma synchronous = full; pragma fullfsync = on; pragma recursive_triggers = on;"
            "pragma temp_store = memory;"
        )
        connection.execute("select count(*) from sqlite_master")
    except BaseException:
        connection.close()
        raise
    return connection


def _open_still(path: Path) -> sqlite3.Connection:
    """Open for reading in a folder that cannot be written, where SQLite cannot make its side files."""
    if path.with_name(path.name + "-wal").exists():
        return _open(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    return _open(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)


def _is_blank(connection: sqlite3.Connection) -> bool:
    """Whether a first start was broken off before there was a log, by a full disk for example."""
    marks = ("pragma user_version", "pragma application_id", "select count(*) from sqlite_master")
    return not any(connection.execute(mark).fetchone()[0] for mark in marks)


def _migrate(
    connection: sqlite3.Connection,
    path: Path,
    before: Callable[[int], None] | None = None,
    is_enough: int = LATEST,
) -> None:
    """Bring a log to the newest form, unless its form is enough: a reader must not need to write."""
    (form,) = connection.execute("pragma user_version").fetchone()
    _refuse_foreign(connection, path, form)
    if form >= is_enough:
        return
    if form and before:
        before(form)
    if not form:
        connection.execute("pragma journal_mode = wal")
    for number, script in _scripts():
        with transaction(connection):
            # Another process may have been here since.
            (form,) = connection.execute("pragma user_version").fetchone()
            if form >= number:
                continue
            for statement in _statements(script):
                connection.execute(statement)
            connection.execute(f"pragma application_id = {APPLICATION}")
            connection.execute(f"pragma user_version = {number}")


def _refuse_foreign(connection: sqlite3.Connection, path: Path, form: int) -> None:
    (application,) = connection.execute("pragma application_id").fetchone()
    (tables,) = connection.execute("select count(*) from sqlite_master").fetchone()
    if application != APPLICATION and (tables or application or form):
        raise UnreadableError(
            f"{path} is a database of another program, not a cpsprep log",
            "move it away, or set CPSPREP_HOME to another folder",
        )
    if form > LATEST:
        raise NewerLogError(
            f"the log {path} was written by a newer cpsprep (form {form}, this one knows {LATEST})",
            "install the newest cpsprep; nothing was changed",
        )


def _scripts() -> list[tuple[int, str]]:
    """The migrations in order, by number."""
    from importlib.resources import files  # Slow to import, needed once in a log's life.

    folder = files("cpsprep.adapters.log") / "migrations"
    scripts = sorted(
        (entry for entry in folder.iterdir() if entry.name.endswith(".sql")), key=lambda e: e.name
    )
    return [(int(entry.name.partition("_")[0]), entry.read_text(encoding="utf-8")) for entry in scripts]


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would commit between them."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
