"""Erasing takes all that is ours and nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from cpsprep.adapters.bank.blueprints import BlueprintFiles
from cpsprep.adapters.bank.saving import Shelter
from cpsprep.adapters.bank.shelf import BankShelf
from cpsprep.adapters.bank.shipped_bank import default_bank_folder
from cpsprep.adapters.bank.unfinished import claimed
from cpsprep.adapters.erasing import erase
from cpsprep.adapters.failure_log import write_failure
from cpsprep.adapters.log.backups import Backups
from cpsprep.adapters.log.lock import writing
from cpsprep.adapters.log.restoring import restore
from cpsprep.adapters.system import Folders
from cpsprep.adapters.whole_file import replacing
from fakes_log import DAY, answer, log_at, moment


def lived_in(tmp_path: Path) -> Folders:
    """A home with everything that this part of cpsprep writes."""
    here = Folders(tmp_path / "data", tmp_path / "config", tmp_path / "cache")
    with writing(here.lock, "a review"), log_at(here.data, snapshot=here.snapshot) as log:
        log.append([answer("a")], moment(), {})
        log.history(DAY)
        backup = Backups(here.log, here.backups).now(moment())
    restore(here, backup, "1")
    shelf = BankShelf([default_bank_folder()], here.cache)
    (header,) = shelf.catalog().headers
    shelf.close()
    BlueprintFiles(here.cache).names(header)
    write_failure(ValueError("x"), here)
    here.config.mkdir()
    here.settings.touch()
    return here


def test_everything_goes(tmp_path: Path) -> None:
    here = lived_in(tmp_path)
    assert {path.name[:5] for path in here.cache.iterdir()} == {"bank-", "bluep", "last-"}
    assert erase(here).left == ()
    assert list(tmp_path.iterdir()) == []


def test_drafts_of_an_interruption_go_too(tmp_path: Path) -> None:
    here = Folders(tmp_path / "data", tmp_path / "config", tmp_path / "cache")
    later = (here.snapshot, here.cache / "blueprints-1.jsonl", here.lock.with_name(f"{here.lock.name}.json"))
    for place in (
        here.backups / "log-1.db",
        here.data / "published" / "x.json",
        here.settings,
        *later,
    ):
        place.parent.mkdir(parents=True, exist_ok=True)
        with replacing(place) as draft:
            pass
        draft.touch()
    erase(here)
    assert list(tmp_path.iterdir()) == []


def test_what_an_author_left_behind_goes_too(tmp_path: Path) -> None:
    here = Folders(tmp_path / "data", tmp_path / "config", tmp_path / "cache")
    with claimed(here.data / "bank-drafts", "add-0e5a9d5c") as file:
        file.keep("first", [("kind", "basic")])
    shelter = Shelter(here.data / "bank-backups", "0e5a9d5c-39c1-4e5f-9d3c-111111111111")
    shelter.keep(tmp_path / "first.yaml", b"old", datetime(2027, 1, 2, tzinfo=UTC))
    for folder in ("bank-backups", "bank-drafts"):
        (here.data / folder / ".first.yaml.0a1b.part").touch()

    assert erase(here).left == ()
    assert list(tmp_path.iterdir()) == []


def test_what_is_not_ours_stays_and_is_named(tmp_path: Path) -> None:
    here = lived_in(tmp_path)
    (here.data / "diary.txt").touch()
    (here.backups / "holiday.jpg").touch()
    assert erase(here).left == (here.data,)
    assert sorted(path.name for path in here.data.rglob("*")) == ["backups", "diary.txt", "holiday.jpg"]


def test_where_nothing_is_nothing_goes(tmp_path: Path) -> None:
    here = Folders(tmp_path / "data", tmp_path / "config", tmp_path / "cache")
    assert erase(here).files == ()


def test_the_lock_is_held_until_the_last_answer_is_gone(tmp_path: Path) -> None:
    folders = lived_in(tmp_path)
    seen: list[bool] = []

    @contextmanager
    def lock() -> Iterator[None]:
        yield
        seen.extend((folders.log.exists(), folders.lock.exists()))

    erase(folders, lock())

    assert (seen, folders.lock.exists()) == ([False, True], False)
