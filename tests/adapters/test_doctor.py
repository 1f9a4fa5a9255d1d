"""The doctor finds what is wrong, says what to do, and changes nothing."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from cpsprep.adapters.doctor import Check, examine
from cpsprep.adapters.log.backups import Backups
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.adapters.system import Folders, typed
from cpsprep.core.item import Version
from cpsprep.core.sm2 import Profile
from fakes_log import DAY, answer, event, insert, log_at, moment


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """A home with a log of one answer."""
    here = Folders(tmp_path / "data", tmp_path / "config", tmp_path / "cache")
    with log_at(here.data, snapshot=here.snapshot) as log:
        log.append([answer("a")], moment(), {Version("v1"): "{}"})
        log.history(DAY)
    return here


def checks(folders: Folders, day: int = DAY) -> dict[str, Check]:
    return {check.name: check for check in examine(folders, moment(day), Profile.TEXT)}


def test_all_is_well(folders: Folders) -> None:
    assert [check for check in checks(folders).values() if not check.is_well or check.hint] == []


def test_without_a_log_all_is_well_and_nothing_is_made(tmp_path: Path) -> None:
    here = Folders(tmp_path / "data", tmp_path / "config", tmp_path / "cache")
    assert all(check.is_well for check in checks(here).values())
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_log_is_found(folders: Folders) -> None:
    content = folders.log.read_bytes()
    folders.log.write_bytes(content[:8192] + b"\xa5" * (len(content) - 8192))
    found = checks(folders)["log"]
    assert (found.is_well, "cpsprep data restore" in found.hint) == (False, True)


def test_a_file_that_is_no_log_is_found(folders: Folders) -> None:
    folders.log.write_text("dear diary " * 100, encoding="utf-8")
    assert not checks(folders)["log"].is_well


def test_a_log_that_is_gone_is_found(folders: Folders) -> None:
    Backups(folders.log, folders.backups).daily(DAY)
    folders.log.unlink()
    assert "is gone" in checks(folders)["log"].text


@pytest.mark.skipif(os.name == "nt", reason="modes are for POSIX")
def test_a_log_that_others_can_read_is_found(folders: Folders) -> None:
    folders.log.chmod(0o644)
    found = checks(folders)["privacy"]
    assert (found.is_well, found.hint) == (False, f"type: chmod go-rwx {typed(folders.log)}")


def test_a_hole_in_the_numbers_is_found(folders: Folders) -> None:
    with SqliteLog(folders.log) as log:
        insert(log, [event(answer("b"), DAY + 1, 9, "here")])
    found = checks(folders, DAY + 1)["numbers"]
    assert (found.is_well, found.text) == (False, "6 events are missing, the first before 2024-10-05")


def test_a_clock_that_went_back_is_found(folders: Folders) -> None:
    found = checks(folders, DAY - 2)["clock"]
    assert (found.is_well, found.text) == (False, "the newest event lies 48 hours in the future")


def test_questions_whose_text_is_not_there_are_told(folders: Folders) -> None:
    with SqliteLog(folders.log) as log:
        log.append([replace(answer("b"), version=Version("v2"))], moment(), {})
    found = checks(folders)["questions"]
    assert (found.is_well, found.text) == (True, "the text of 1 old questions is not in the log")


def test_a_snapshot_that_differs_is_found(folders: Folders) -> None:
    """As a mistake of ours would make one; a broken file is not believed anyway."""
    with SqliteLog(folders.log, snapshot=folders.snapshot) as log:
        history = log.history(DAY)
        wrong = {key: record._replace(due=0) for key, record in history.records.items()}
        kept = log._snapshot._kept
        assert kept
        log._snapshot._save(kept[0], wrong)
    found = checks(folders)["snapshot"]
    assert (found.is_well, str(folders.snapshot) in found.hint) == (False, True)


def test_the_newest_backup_is_named(folders: Folders) -> None:
    Backups(folders.log, folders.backups).daily(DAY)
    assert checks(folders)["backup"].text.endswith("log-2024-10-04.db")
