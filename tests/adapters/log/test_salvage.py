"""A damaged log: what can be read is saved, a backup fills in, and what is missing is named."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.adapters.log.backups import Backups
from cpsprep.adapters.log.errors import DamagedError
from cpsprep.adapters.log.restoring import is_damaged, restore, restore_damaged
from cpsprep.adapters.log.salvage import Gap, gaps, mend
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.adapters.system import Folders
from cpsprep.app.errors import UnreadableError
from cpsprep.core.item import Version
from effort import percent_of_examples
from fakes_log import DAY, answer, event, insert, log_at, moment

COUNT = 400
PAGE = 4096


def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path / "data", tmp_path / "config", tmp_path / "cache")


def make_log(path: Path, count: int = COUNT) -> None:
    """A log of the learner and so many answers, one a minute, a hundred a day, in one file."""
    with SqliteLog(path, session="s", source="plain", device="here") as log:
        for start in range(0, count, 100):
            facts = [answer(f"e{n:04d}", card=f"al-{n % 30:04d}") for n in range(start, start + 100)]
            log.append(facts, moment(DAY + start // 100), {Version(f"v{start}"): "{}"})
        log.connection.execute("pragma wal_checkpoint(truncate)")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The file of such a log."""
    path = tmp_path_factory.mktemp("whole") / "log.db"
    make_log(path)
    return path.read_bytes()


def overwrite(content: bytes, page: int, count: int = 1) -> bytes:
    """The file with some of its pages spoilt."""
    start, end = page * PAGE, (page + count) * PAGE
    return content[:start] + b"\xa5" * (min(end, len(content)) - start) + content[end:]


def pages_of(content: bytes, table: str, tmp_path: Path) -> list[int]:
    """The leaf pages of a table, as offsets in the file; needs no more than its root and SQLite's format."""
    path = tmp_path / "look.db"
    path.write_bytes(content)
    with closing(sqlite3.connect(path)) as connection:
        (root,) = connection.execute("select rootpage from sqlite_master where name = ?", (table,)).fetchone()
    start = (root - 1) * PAGE
    assert content[start] == 5, "the root should be an inner page of a table"
    cells = int.from_bytes(content[start + 3 : start + 5], "big")
    pointers = [int.from_bytes(content[start + 12 + 2 * n :][:2], "big") for n in range(cells)]
    return [int.from_bytes(content[start + at :][:4], "big") - 1 for at in pointers]


def ids(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {id_ for (id_,) in connection.execute("select id from events where type = 'answered'")}


ALL = {f"e{n:04d}" for n in range(COUNT)}


def test_a_whole_log_is_copied_whole(whole: bytes, tmp_path: Path) -> None:
    (tmp_path / "old.db").write_bytes(whole)
    mended = mend(tmp_path / "old.db", None, tmp_path / "new.db")
    assert (mended.read, mended.gaps, mended.last_day) == (COUNT + 1, (), DAY + 3)
    assert ids(tmp_path / "new.db") == ALL


def test_a_spoilt_page_costs_only_its_own_rows(whole: bytes, tmp_path: Path) -> None:
    page = pages_of(whole, "events", tmp_path)[3]
    (tmp_path / "old.db").write_bytes(overwrite(whole, page))
    mended = mend(tmp_path / "old.db", None, tmp_path / "new.db")
    lost = COUNT + 1 - mended.read
    assert 0 < lost < 40
    assert [gap.last - gap.first + 1 for gap in mended.gaps] == [lost]
    assert len(ids(tmp_path / "new.db")) == COUNT - lost


def test_a_backup_brings_back_what_it_has(whole: bytes, tmp_path: Path) -> None:
    make_log(tmp_path / "backup.db", 200)
    early = pages_of(whole, "events", tmp_path)[1]
    (tmp_path / "old.db").write_bytes(overwrite(whole, early))
    mended = mend(tmp_path / "old.db", tmp_path / "backup.db", tmp_path / "new.db")
    assert (mended.from_backup > 0, mended.gaps) == (True, ())
    assert ids(tmp_path / "new.db") == ALL


def test_where_they_differ_the_backup_is_right(tmp_path: Path) -> None:
    for name, grade in (("old.db", 0), ("backup.db", 5)):
        with log_at(tmp_path, name) as log:
            insert(log, [event(answer("a", grade))])
    mend(tmp_path / "old.db", tmp_path / "backup.db", tmp_path / "new.db")
    with log_at(tmp_path, "new.db") as log:
        held = log.event("a")
    assert held is not None
    assert held.fact.grade == 5


def test_spoilt_indexes_cost_nothing(whole: bytes, tmp_path: Path) -> None:
    (tmp_path / "old.db").write_bytes(whole)
    with closing(sqlite3.connect(tmp_path / "old.db")) as connection:
        roots = [
            root for (root,) in connection.execute("select rootpage from sqlite_master where type = 'index'")
        ]
    content = whole
    for root in roots:
        content = overwrite(content, root - 1)
    (tmp_path / "old.db").write_bytes(content)
    assert is_damaged(tmp_path / "old.db")
    assert mend(tmp_path / "old.db", None, tmp_path / "new.db").read == COUNT + 1


@pytest.mark.parametrize("content", [b"", b"not a database " * 500])
def test_of_a_file_that_is_no_database_nothing_is_read(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "old.db").write_bytes(content)
    mended = mend(tmp_path / "old.db", None, tmp_path / "new.db")
    assert (mended.read, mended.last_day) == (0, None)


@given(st.data())
@percent_of_examples(15)
def test_whatever_is_spoilt_mending_ends_and_invents_nothing(
    whole: bytes, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.mktemp("spoilt")
    page = data.draw(st.integers(0, len(whole) // PAGE - 1))
    spoilt = overwrite(whole, page, data.draw(st.integers(1, 20)))
    (folder / "old.db").write_bytes(spoilt[: data.draw(st.integers(1, len(spoilt)))])
    mended = mend(folder / "old.db", None, folder / "new.db")
    found = ids(folder / "new.db")
    assert found <= ALL
    assert mended.read in {len(found), len(found) + 1}
    assert not is_damaged(folder / "new.db")


def test_a_gap_is_named_by_device_and_days(tmp_path: Path) -> None:
    with log_at(tmp_path, create=False) as log:
        insert(
            log,
            [event(answer("a"), DAY, 1), event(answer("b"), DAY + 2, 5), event(answer("c"), DAY, 2, "two")],
        )
        assert list(gaps(log.connection)) == [Gap("one", 2, 4, DAY, DAY + 2), Gap("two", 1, 1, None, DAY)]


def test_restoring_a_damaged_log_keeps_it_and_the_learner(whole: bytes, tmp_path: Path) -> None:
    here = folders(tmp_path)
    here.data.mkdir()
    here.log.write_bytes(whole)
    with SqliteLog(here.log) as log:
        learner, device = log.history(DAY).learner, log.device
    spoilt = overwrite(whole, pages_of(whole, "events", tmp_path)[3])
    here.log.write_bytes(spoilt)
    _, kept = restore_damaged(here, None, "1")
    assert kept is not None
    assert kept.read_bytes() == spoilt
    with SqliteLog(here.log) as log:
        assert log.history(DAY).learner == learner
        assert log.device != device
        log.append([answer("next")], moment(DAY + 5), {})
    assert not is_damaged(here.log)


def test_restoring_a_backup_keeps_the_present_log(tmp_path: Path) -> None:
    here = folders(tmp_path)
    make_log(tmp_path / "backup.db", 100)
    make_log(here.log, 200)
    with SqliteLog(here.log, snapshot=here.snapshot) as log:
        log.history(DAY)
        kept = restore(here, tmp_path / "backup.db", "1")
    assert kept is not None
    with SqliteLog(here.log, snapshot=here.snapshot) as log:
        assert log.history(DAY).records == {**log.history(DAY).records}
        assert log.device != "here"
    assert (len(ids(here.log)), len(ids(kept))) == (100, 200)


def test_restoring_where_nothing_is_makes_the_log(tmp_path: Path) -> None:
    make_log(tmp_path / "backup.db", 100)
    assert restore(folders(tmp_path), tmp_path / "backup.db", "1") is None
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == ["log.db"]


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "there is no file"), (b"text", "no cpsprep log"), (b"", "no cpsprep log")],
    ids=["missing", "text", "empty"],
)
def test_what_is_no_backup_replaces_nothing(tmp_path: Path, content: bytes | None, said: str) -> None:
    here = folders(tmp_path)
    make_log(here.log, 100)
    if content is not None:
        (tmp_path / "backup.db").write_bytes(content)
    with pytest.raises(UnreadableError, match=said):
        restore(here, tmp_path / "backup.db", "1")
    assert len(ids(here.log)) == 100


@pytest.mark.parametrize("is_empty", [True, False], ids=["empty", "missing"])
def test_a_log_that_is_gone_does_not_start_over(tmp_path: Path, is_empty: bool) -> None:
    here = folders(tmp_path)
    make_log(here.log, 100)
    backup = Backups(here.log, here.backups).now(moment())
    here.log.unlink()
    if is_empty:
        here.log.touch()
    with pytest.raises(DamagedError, match="is gone, but backups of it are there"):
        SqliteLog(here.log)
    assert is_damaged(here.log)
    mended, kept = restore_damaged(here, backup, "1")
    assert (mended.from_backup, kept is not None) == (101, is_empty)
    assert len(ids(here.log)) == 100


def test_a_missing_log_is_not_damaged(tmp_path: Path) -> None:
    assert not is_damaged(tmp_path / "log.db")
