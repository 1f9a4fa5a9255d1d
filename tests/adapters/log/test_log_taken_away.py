"""A log moved, replaced or removed while it is open; SQLite would go on, and write into nowhere."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cpsprep.adapters.log.backups import Backups
from cpsprep.adapters.log.errors import DamagedError
from cpsprep.adapters.log.sqlite_log import SqliteLog
from fakes_log import answer, log_at, moment

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows does not let go of an open database")


def replaced(path: Path) -> None:
    """As programs do that keep folders of two machines alike: another file, moved into its place."""
    other = path.with_name("other")
    other.write_bytes(path.read_bytes())
    other.replace(path)


def side_removed(path: Path) -> None:
    path.with_name(f"{path.name}-wal").unlink()


def folder_moved(path: Path) -> None:
    path.parent.rename(path.parent.with_name("elsewhere"))


def open_log(folder: Path) -> SqliteLog:
    backups = Backups(folder / "log.db", folder / "backups")
    return SqliteLog(folder / "log.db", session="sitting", source="plain", if_gone=backups.rescue)


@pytest.mark.parametrize("taken", [Path.unlink, replaced, side_removed, folder_moved])
def test_an_answer_is_refused_and_those_before_it_are_kept(
    tmp_path: Path, taken: Callable[[Path], None]
) -> None:
    folder = tmp_path / "data"
    with open_log(folder) as log:
        log.append([answer("a")], moment(ms=1), {})
        taken(log.path)
        with pytest.raises(DamagedError, match=r"log\.db was moved, replaced or removed") as refusal:
            log.append([answer("b")], moment(ms=2), {})
    (kept,) = folder.glob("backups/log-rescued-*.db")
    with log_at(kept.parent, kept.name, create=False) as copy:
        assert (copy.event("a") is not None, copy.event("b")) == (True, None)
    assert refusal.value.hint.endswith(f"type: cpsprep data restore {kept}")


def test_trying_again_makes_no_second_copy(tmp_path: Path) -> None:
    with open_log(tmp_path) as log:
        log.append([answer("a")], moment(ms=1), {})
        log.path.unlink()
        for ms in (2, 3):
            with pytest.raises(DamagedError):
                log.append([answer("b")], moment(ms=ms), {})
    assert len(list(tmp_path.glob("backups/log-rescued-*.db"))) == 1


def test_without_a_place_for_a_copy_it_is_still_refused(tmp_path: Path) -> None:
    with log_at(tmp_path) as log:
        log.path.unlink()
        with pytest.raises(DamagedError, match="was moved, replaced or removed"):
            log.append([answer("a")], moment(), {})
