"""A cache that is damaged, in the way or not there costs time and nothing else."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from cpsprep.adapters.bank.shelf import BankShelf
from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.core.item import ItemId
from fakes_shelf import BANK, cache_file, later, run


def damage_nothing(file: Path) -> None:
    """Leave it alone."""


def cut(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def empty(file: Path) -> None:
    file.write_bytes(b"")


def scribble(file: Path) -> None:
    file.write_bytes(b"not a database at all" * 100)


def zero_middle(file: Path) -> None:
    data = file.read_bytes()
    file.write_bytes(data[:1024] + bytes(len(data) - 1024))


def replace_by_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


DAMAGES = [
    damage_nothing,
    cut,
    empty,
    scribble,
    zero_middle,
    replace_by_folder,
    Path.unlink,
    run("update meta set value = 'older' where name = 'layout'"),
    run("delete from meta where name = 'layout'"),
    run("update meta set value = '[]' where name = 'entries'"),
    run("update meta set value = replace(value, '\"number\":[0,', '\"number\":[') where name = 'entries'"),
    run("update meta set value = replace(value, '\"kind\":', '\"kine\":') where name = 'entries'"),
    run("update meta set value = 'x' where name = 'left_out'"),
    run("update meta set value = '{}' where name = 'header'"),
    run("drop table items"),
    run("delete from items"),
    run("update items set body = '[1]'"),
    run("update items set body = replace(body, 'Which', 'What')"),
    run("drop table meta"),
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_cache_is_never_noticed(folder: Path, cache: Path, damage: Callable[[Path], None]) -> None:
    fresh = BankShelf([folder], cache, later).catalog()
    damage(cache_file(cache))
    shelf = BankShelf([folder], cache, later)
    assert shelf.catalog() == fresh
    bank = read_bank(folder)
    for name, item in bank.items.items():
        assert shelf.item(BANK, name) == item


@pytest.mark.parametrize("damage", [damage for damage in DAMAGES if damage is not replace_by_folder])
def test_a_cache_damaged_while_in_use_is_never_noticed(
    folder: Path, cache: Path, damage: Callable[[Path], None]
) -> None:
    BankShelf([folder], cache, later).catalog()
    shelf = BankShelf([folder], cache, later)
    shelf.catalog()
    damage(cache_file(cache))
    assert shelf.item(BANK, ItemId("one-choice")) == read_bank(folder).items[ItemId("one-choice")]


def test_a_cache_folder_that_is_a_file_is_gone_without(folder: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", "utf-8")
    shelf = BankShelf([folder], blocked / "cache")
    assert shelf.catalog().entries
    assert shelf.item(BANK, ItemId("one-choice"))


def test_no_cache_folder_at_all_will_do(folder: Path) -> None:
    shelf = BankShelf([folder], None)
    assert shelf.catalog() == shelf.catalog()
    assert shelf.item(BANK, ItemId("one-choice"))


def test_no_half_written_cache_stays_behind(folder: Path, cache: Path) -> None:
    BankShelf([folder], cache).catalog()
    assert [file.suffix for file in cache.iterdir()] == [".sqlite3"]


@pytest.mark.skipif(os.name == "nt", reason="there every name is text, and pipes are elsewhere")
def test_a_name_that_is_no_text_and_a_pipe_stop_nobody(folder: Path, cache: Path) -> None:
    (folder / os.fsdecode(b"\xff.yaml")).write_bytes((folder / "bank.yaml").read_bytes())
    os.mkfifo(folder / "pipe.yaml")

    shelf = BankShelf([folder], cache)

    assert shelf.catalog().entries
    (problem,) = [one for one in shelf.bank(folder).problems if "pipe.yaml" in one.place.file]
    assert problem.message == "this is a pipe, not a file"
