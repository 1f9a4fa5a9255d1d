"""The log's file: append-only, private, of one form, and refused in words when it cannot be used."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from cpsprep.adapters.log.database import LATEST, connect
from cpsprep.adapters.log.errors import DamagedError, NewerLogError, explained
from cpsprep.adapters.log.rows import NAMES
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.app.errors import BusyError, CpsprepError, UnreadableError
from cpsprep.core.item import Version
from fakes_log import answer, log_at, moment


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A log with one answer and one version."""
    with log_at(tmp_path) as log:
        log.append([answer("a")], moment(), {Version("v1"): "{}"})
    return tmp_path / "log.db"


CHANGES = [
    "update events set grade = 5",
    "delete from events",
    "insert or replace into events select * from events where id = 'a'",
    "replace into events select * from events where id = 'a'",
    f"replace into events (row, {NAMES}) select 99, {NAMES} from events where id = 'a'",
    "update or replace events set id = 'a' where id <> 'a'",
    "insert into events select * from events where id = 'a' on conflict (id) do update set grade = 5",
    "update versions set canonical = 'x'",
    "delete from versions",
    "replace into versions (hash, canonical) values ('v1', 'x')",
]


@pytest.mark.parametrize("statement", CHANGES)
def test_nothing_is_changed_or_removed(path: Path, statement: str) -> None:
    with (
        closing(connect(path, create=False)) as connection,
        pytest.raises(sqlite3.IntegrityError, match="the log is append-only"),
    ):
        connection.execute(statement)


@pytest.mark.parametrize("statement", CHANGES)
def test_nor_by_a_stranger_without_our_settings(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("pragma recursive_triggers = off")
        with pytest.raises(sqlite3.IntegrityError, match="the log is append-only"):
            connection.execute(statement)


@pytest.mark.parametrize("pragma", ["journal_mode", "synchronous", "recursive_triggers"])
def test_a_connection_is_durable(path: Path, pragma: str) -> None:
    with closing(connect(path, create=True)) as connection:
        (value,) = connection.execute(f"pragma {pragma}").fetchone()
    assert value == {"journal_mode": "wal", "synchronous": 2, "recursive_triggers": 1}[pragma]


@pytest.mark.parametrize("value", ["6", "-1", "4.5", "'x'"])
def test_a_grade_is_a_whole_number_from_0_to_5(path: Path, value: str) -> None:
    with closing(connect(path, create=False)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(
            "insert into events (id, seq, device, session, at_ms, offset_min, study_day, type, source, grade,"
            f" payload) values ('n', 1, 'd', 's', 1, 0, 1, 'answered', 'x', {value}, '{{}}')"
        )


@pytest.mark.skipif(os.name == "nt", reason="modes are for POSIX")
@pytest.mark.parametrize("suffix", ["", "-wal", "-shm"])
def test_only_the_owner_can_read_it(tmp_path: Path, suffix: str) -> None:
    with log_at(tmp_path / "new" / "data") as log:
        log.append([answer("a")], moment(), {})
        file = tmp_path / "new" / "data" / f"log.db{suffix}"
        assert (file.stat().st_mode & 0o777, file.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_migrations_are_numbered_without_a_hole() -> None:
    names = sorted(entry.name for entry in (files("cpsprep.adapters.log") / "migrations").iterdir())
    assert [int(name.split("_")[0]) for name in names if name.endswith(".sql")] == list(range(1, LATEST + 1))


def test_a_migration_that_was_cut_short_starts_over(tmp_path: Path) -> None:
    (tmp_path / "log.db").touch()
    with log_at(tmp_path, create=False) as log:
        assert list(log.events()) == []


def test_a_log_from_a_newer_version_is_refused_and_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"pragma user_version = {LATEST + 1}")
    before = path.read_bytes()
    with pytest.raises(NewerLogError, match="written by a newer cpsprep"):
        connect(path, create=True)
    assert path.read_bytes() == before


def test_a_database_of_another_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("create table songs (title)")
    with pytest.raises(UnreadableError, match="a database of another program"):
        connect(path, create=True)


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    (tmp_path / "log.db").write_text("dear diary, " * 100, encoding="utf-8")
    with pytest.raises(DamagedError, match="not a cpsprep log") as told:
        connect(tmp_path / "log.db", create=True)
    assert "cpsprep data restore" in told.value.hint


def test_a_folder_in_the_place_of_the_log_is_told(tmp_path: Path) -> None:
    (tmp_path / "log.db").mkdir()
    with pytest.raises(UnreadableError, match="cannot"):
        connect(tmp_path / "log.db", create=True)


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").touch()
    with pytest.raises(UnreadableError, match="cannot use the log"):
        connect(tmp_path / "data" / "log.db", create=True)


def test_another_writer_is_told(path: Path) -> None:
    with closing(connect(path, create=False)) as other, SqliteLog(path) as log:
        log.connection.execute("pragma busy_timeout = 0")
        other.execute("begin immediate")
        with pytest.raises(BusyError, match="another program is writing"):
            log.append([answer("b")], moment(), {})
        other.execute("rollback")
        log.append([answer("b")], moment(), {})


_AS_NOBODY = """
import os, sys
import urllib.parse  # what Path.as_uri wants: the stranger may not be able to read this Python's library
from pathlib import Path
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.app.errors import CpsprepError
from cpsprep.core.events import Fact, Moment
if os.getuid() == 0:
    os.setuid(65534)
try:
    with SqliteLog(Path(sys.argv[1]), create=sys.argv[2] == "write") as log:
        print(len(log.history(0).records), "card")
        if sys.argv[2] == "write":
            log.append([Fact("b", "seen")], Moment(0, 0, 0, ()), {})
except CpsprepError as error:
    print(type(error).__name__, error)
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that others can reach; pytest's own are closed to them."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)
        Path(name).chmod(0o755)


@pytest.mark.skipif(os.name == "nt", reason="modes are for POSIX")
@pytest.mark.parametrize(
    ("mode", "doing", "said"),
    [
        (0o444, "read", "1 card"),
        (0o444, "write", "UnreadableError cannot write"),
        (0o000, "read", "UnreadableError"),
    ],
    ids=["reading works", "writing is told", "no right to read is told"],
)
def test_a_folder_that_cannot_be_written(folder: Path, mode: int, doing: str, said: str) -> None:
    with log_at(folder) as log:
        log.append([answer("a")], moment(), {})
    (folder / "log.db").chmod(mode)
    folder.chmod(0o555)
    done = subprocess.run(
        [sys.executable, "-c", _AS_NOBODY, str(folder / "log.db"), doing],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stderr == ""
    assert said in done.stdout


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, UnreadableError),
        (sqlite3.SQLITE_IOERR_WRITE, UnreadableError),
        (sqlite3.SQLITE_READONLY_DIRECTORY, UnreadableError),
        (sqlite3.SQLITE_CANTOPEN, UnreadableError),
        (sqlite3.SQLITE_CORRUPT, DamagedError),
        (sqlite3.SQLITE_NOTADB, DamagedError),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, BusyError),
        (sqlite3.SQLITE_LOCKED, BusyError),
    ],
)
def test_each_failure_of_sqlite_has_words(code: int, kind: type[CpsprepError]) -> None:
    error = sqlite3.OperationalError("technical words")
    error.sqlite_errorcode = code
    told = explained(error, Path("log.db"))
    assert type(told) is kind
    assert "log.db" in str(told)
    assert "technical" not in str(told)
    assert told.hint


def test_a_mistake_of_ours_stays_one() -> None:
    assert explained(sqlite3.OperationalError("no such column"), Path("log.db")) is None


def test_a_log_that_a_full_disk_left_blank_is_read_as_an_empty_one(tmp_path: Path) -> None:
    path = tmp_path / "log.db"
    path.touch()
    with closing(connect(path, create=False)) as connection:
        assert connection.execute("select count(*) from events").fetchone() == (0,)
    assert path.stat().st_size == 0
