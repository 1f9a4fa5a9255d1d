"""Backups: one a day, sound, and only so many."""

import os
from contextlib import closing
from pathlib import Path

import pytest

from cpsprep.adapters.log.backups import KEEP, Backups
from cpsprep.adapters.log.errors import DamagedError
from cpsprep.core.days import to_date
from fakes_log import DAY, answer, log_at, moment


@pytest.fixture
def backups(tmp_path: Path) -> Backups:
    """A log with one answer, open nowhere."""
    with log_at(tmp_path) as log:
        log.append([answer("a")], moment(), {})
    return Backups(tmp_path / "log.db", tmp_path / "backups")


def damage(path: Path) -> None:
    """Overwrite everything after the first page."""
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xa5" * (len(content) - 4096))


def test_a_backup_holds_what_the_log_held(backups: Backups) -> None:
    backups.daily(DAY)
    with log_at(backups.folder, f"log-{to_date(DAY)}.db", create=False) as copy:
        assert copy.event("a") is not None


def test_there_is_one_a_day(backups: Backups) -> None:
    backups.daily(DAY)
    first = backups.newest_first()[0].stat()
    backups.daily(DAY)
    assert [path.stat() for path in backups.newest_first()] == [first]


def test_the_oldest_go(backups: Backups) -> None:
    for day in range(DAY, DAY + KEEP + 3):
        backups.daily(day)
    names = sorted(path.name for path in backups.newest_first())
    assert (len(names), names[0]) == (KEEP, f"log-{to_date(DAY + 3)}.db")


def test_the_backup_before_a_new_form_stays(backups: Backups) -> None:
    backups.before_form(1)
    for day in range(DAY, DAY + KEEP + 3):
        backups.daily(day)
    assert (backups.folder / "log-before-form-2.db").exists()


def test_the_newest_backup_is_the_one_with_the_newest_answer_whatever_its_file_time(backups: Backups) -> None:
    backups.daily(DAY)
    with log_at(backups.log.parent, create=True) as log:
        log.append([answer("b")], moment(ms=1000), {})
    backups.daily(DAY + 1)
    os.utime(backups.folder / f"log-{to_date(DAY)}.db", (2**31, 2**31))

    assert backups.newest_first()[0].name == f"log-{to_date(DAY + 1)}.db"


def test_a_log_in_use_is_backed_up_whole(backups: Backups) -> None:
    with log_at(backups.log.parent) as log:
        log.append([answer("b")], moment(ms=1), {})
        path = backups.now(moment(ms=2))
    with log_at(path.parent, path.name, create=False) as copy:
        assert copy.event("b") is not None


def test_a_damaged_log_replaces_no_backup(backups: Backups) -> None:
    backups.daily(DAY)
    damage(backups.log)
    backups.daily(DAY + 1)
    with pytest.raises(DamagedError):
        backups.now(moment())
    assert [path.name for path in backups.folder.iterdir()] == [f"log-{to_date(DAY)}.db"]


def test_a_damaged_backup_is_passed_over(backups: Backups) -> None:
    backups.daily(DAY)
    backups.daily(DAY + 1)
    newest = backups.folder / f"log-{to_date(DAY + 1)}.db"
    damage(newest)
    (backups.folder / "log-2099-01-01.db").write_text("no backup at all", encoding="utf-8")
    assert [path.name for path in backups.sound()] == [f"log-{to_date(DAY)}.db"]


def test_a_backup_that_cannot_be_made_stops_nobody(backups: Backups) -> None:
    backups.folder.touch()
    backups.daily(DAY)
    with log_at(backups.log.parent, before_append=backups.daily) as log:
        log.append([answer("b")], moment(DAY + 1), {})


def test_without_a_folder_there_are_none(tmp_path: Path) -> None:
    backups = Backups(tmp_path / "log.db", tmp_path / "backups")
    assert (backups.newest_first(), list(backups.sound())) == ([], [])


def test_a_backup_reads_without_side_files(backups: Backups) -> None:
    backups.daily(DAY)
    path = backups.newest_first()[0]
    with closing(log_at(path.parent, path.name, create=False)):
        pass
    assert [found.name for found in backups.folder.iterdir()] == [path.name]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege there")
def test_a_link_to_nowhere_is_no_backup(backups: Backups) -> None:
    backups.daily(DAY)
    (backups.folder / "log-2099-01-01.db").symlink_to("gone")
    assert [path.name for path in backups.newest_first()] == [f"log-{to_date(DAY)}.db"]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that is closed to us")
def test_a_closed_folder_of_backups_stops_nobody(backups: Backups) -> None:
    backups.folder.mkdir(mode=0)
    backups.daily(DAY)
    backups.folder.chmod(0o700)
    assert backups.newest_first() == []
