"""Which banks a shelf takes: several, moved, shipped, our own; what it says of those it cannot take."""

from pathlib import Path

import pytest

from cpsprep.adapters.bank.shelf import BankShelf
from cpsprep.adapters.bank.shipped_bank import default_bank_folder
from cpsprep.app.errors import UnreadableError
from cpsprep.core.bank import Bank
from cpsprep.core.item import BankId, ItemId
from fakes_bank import HEADER, OTHER_UUID, UUID, basics, write_bank
from fakes_shelf import BANK, edit, later


def test_several_banks_may_use_the_same_ids(folder: Path, cache: Path, tmp_path: Path) -> None:
    other = write_bank(tmp_path / "other", {"a.yaml": basics("one-choice")}, HEADER.replace(UUID, OTHER_UUID))
    shelf = BankShelf([folder, other], cache)
    catalog = shelf.catalog()
    assert [header.id for header in catalog.headers] == [UUID, OTHER_UUID]
    assert len(catalog.entries) == 6
    assert shelf.item(BANK, ItemId("one-choice")).kind == "single"
    assert shelf.item(BankId(OTHER_UUID), ItemId("one-choice")).kind == "basic"


def test_two_folders_with_the_same_bank_are_refused(folder: Path, cache: Path, tmp_path: Path) -> None:
    copy = write_bank(tmp_path / "copy")
    with pytest.raises(UnreadableError, match="hold the same bank") as caught:
        BankShelf([folder, copy], cache).catalog()
    assert str(folder) in str(caught.value)
    assert str(copy) in str(caught.value)


def test_the_same_folder_twice_is_one_bank(folder: Path, cache: Path) -> None:
    assert len(BankShelf([folder, folder / ".." / "bank"], cache).catalog().headers) == 1


def test_a_missing_bank_is_told(tmp_path: Path, cache: Path) -> None:
    with pytest.raises(UnreadableError, match="there is no bank at"):
        BankShelf([tmp_path / "nowhere"], cache).catalog()


def test_a_bank_that_goes_away_is_told(folder: Path, cache: Path) -> None:
    shelf = BankShelf([folder], cache, later)
    shelf.catalog()
    folder.rename(folder.with_name("elsewhere"))
    with pytest.raises(UnreadableError, match="there is no bank at"):
        shelf.catalog()


NEWER = HEADER.replace("format: 1", "format: 9")


@pytest.mark.parametrize(("header", "message"), [("", "holds no fields"), (NEWER, "format 1, not 9")])
def test_a_bank_that_cannot_be_used_says_why(tmp_path: Path, cache: Path, header: str, message: str) -> None:
    folder = write_bank(tmp_path / "bank", header=header)
    with pytest.raises(UnreadableError, match=message) as caught:
        BankShelf([folder], cache).catalog()
    assert "bank.yaml:1:" in str(caught.value)
    assert caught.value.hint


def test_a_moved_bank_points_to_its_new_place(folder: Path, cache: Path) -> None:
    shelf = BankShelf([folder], cache, later)
    shelf.catalog()
    moved = folder.rename(folder.with_name("moved"))
    shelf = BankShelf([moved], cache, later)
    assert shelf.catalog().headers[0].folder == str(moved)
    assert shelf.item(BANK, ItemId("one-choice")).place.file == str(moved / "first.yaml")


def test_banks_are_read_with_their_problems(folder: Path, cache: Path) -> None:
    edit(folder, "front: Front", "fron: Front")
    (bank,) = BankShelf([folder], cache).banks()
    assert isinstance(bank, Bank)
    assert {problem.code for problem in bank.problems} == {"unknown-field", "missing-field"}


def test_a_bank_of_ones_own_may_be_edited(folder: Path, cache: Path) -> None:
    shelf = BankShelf([folder], cache)
    assert shelf.catalog().headers[0].owned
    assert shelf.bank(folder).header.owned


def test_the_shipped_bank_may_not_be_edited(cache: Path) -> None:
    assert not BankShelf([default_bank_folder()], cache).catalog().headers[0].owned
