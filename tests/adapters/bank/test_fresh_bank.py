"""A bank edited while it is in use: when its files are read again, and when that can be saved."""

import os
from pathlib import Path

import pytest

from cpsprep.adapters.bank.fresh import FreshBank
from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.app.errors import UnreadableError
from cpsprep.core.bank import Bank
from fakes_bank import basics, write_bank

LONG_AGO = 1_700_000_000
NOW_NS = (LONG_AGO + 60) * 1_000_000_000


class Reads:
    """Reads a bank, and counts."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, folder: Path) -> Bank:
        self.times += 1
        return read_bank(folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_bank(tmp_path / "small", {"a.yaml": basics("one-a")})
    for path in folder.iterdir():
        os.utime(path, (LONG_AGO, LONG_AGO))
    return folder


def test_files_that_did_not_change_are_read_once(folder: Path) -> None:
    read = Reads()
    fresh = FreshBank(folder, read, lambda: NOW_NS)

    assert fresh.now() is fresh.now()
    assert read.times == 1


def test_a_file_that_changed_came_or_went_is_seen(folder: Path) -> None:
    fresh = FreshBank(folder, read_bank, lambda: NOW_NS)
    before = list(fresh.now().items)

    (folder / "a.yaml").write_text(basics("one-a", "one-b"), "utf-8")
    changed = list(fresh.now().items)
    (folder / "b.yaml").write_text(basics("two-a"), "utf-8")
    came = list(fresh.now().items)
    (folder / "a.yaml").unlink()
    went = list(fresh.now().items)

    assert (before, changed) == (["one-a"], ["one-a", "one-b"])
    assert (came, went) == (["one-a", "one-b", "two-a"], ["two-a"])


def test_a_file_too_young_for_its_time_to_tell_is_read_again(folder: Path) -> None:
    read = Reads()
    fresh = FreshBank(folder, read, lambda: LONG_AGO * 1_000_000_000)

    fresh.now()
    fresh.now()

    assert read.times == 2


def test_a_bank_that_is_gone_is_told(folder: Path) -> None:
    fresh = FreshBank(folder, read_bank, lambda: NOW_NS)
    fresh.now()
    (folder / "bank.yaml").unlink()

    with pytest.raises(UnreadableError, match="not a bank yet"):
        fresh.now()
