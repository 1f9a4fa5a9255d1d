"""Installing packs: the same bank arrives, whole or not at all, and nothing else is touched."""

import shutil
from pathlib import Path

import pytest

from cpsprep.adapters.bank.in_use import bank_folders, folder_of, is_bank_name
from cpsprep.adapters.bank.installed import installed
from cpsprep.adapters.bank.installing import install, uninstall
from cpsprep.adapters.bank.pack_file import read_pack
from cpsprep.adapters.bank.shelf import BankShelf
from cpsprep.adapters.bank.shipped_bank import default_bank_folder, is_installed
from cpsprep.adapters.erasing import erase
from cpsprep.adapters.system import Folders
from cpsprep.app.errors import UnreadableError
from fakes_bank import DECK, HEADER, OTHER_UUID, SOURCES, UUID, basics, write_bank
from fakes_packs import forged, packed, versions

FILES = {"bank.yaml": HEADER.encode(), "first.yaml": DECK.encode(), "sources.yaml": SOURCES.encode()}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "bank")


def put(data: Path, pack: Path) -> Path:
    return install(data, read_pack(pack), pack.name)[0].folder


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def test_an_installed_bank_reads_as_the_one_that_was_packed(folder: Path, data: Path, tmp_path: Path) -> None:
    place = put(data, packed(folder, tmp_path / "a.cpsbank"))

    assert versions(place) == versions(folder)


def test_the_shipped_bank_survives_the_journey(data: Path, tmp_path: Path) -> None:
    place = put(data, packed(default_bank_folder(), tmp_path / "a.cpsbank"))

    assert versions(place) == versions(default_bank_folder())


def test_it_is_listed_by_a_short_name(folder: Path, data: Path, tmp_path: Path) -> None:
    put(data, packed(folder, tmp_path / "a.cpsbank"))

    (one,) = installed(data)
    assert (one.name, one.bank, one.title, one.is_there) == ("small-bank", UUID, "Small bank", True)


def test_two_banks_of_one_title_have_two_names(folder: Path, data: Path, tmp_path: Path) -> None:
    other = write_bank(tmp_path / "other", header=HEADER.replace(UUID, OTHER_UUID))
    put(data, packed(folder, tmp_path / "a.cpsbank"))
    put(data, packed(other, tmp_path / "b.cpsbank"))

    assert [one.name for one in installed(data)] == ["small-bank-2", "small-bank"]


@pytest.mark.parametrize("title", ["cps", "default"])
def test_names_that_mean_something_else_are_not_given(data: Path, tmp_path: Path, title: str) -> None:
    folder = write_bank(tmp_path / "bank", header=HEADER.replace("Small bank", title))
    put(data, packed(folder, tmp_path / "a.cpsbank"))

    assert installed(data)[0].name == f"{title}-2"


def test_an_update_takes_the_place_of_the_one_before(folder: Path, data: Path, tmp_path: Path) -> None:
    first = put(data, packed(folder, tmp_path / "a.cpsbank"))
    (folder / "second.yaml").write_text(basics("five-new"), "utf-8")
    (folder / "bank.yaml").write_text(HEADER.replace("Small bank", "Other title"), "utf-8")
    second = put(data, packed(folder, tmp_path / "b.cpsbank"))

    assert versions(second) == versions(folder)
    assert not first.exists()
    assert [one.name for one in installed(data)] == ["small-bank"]


def test_it_is_nobodys_to_edit(folder: Path, data: Path, tmp_path: Path) -> None:
    place = put(data, packed(folder, tmp_path / "a.cpsbank"))

    assert not BankShelf([place], None).catalog().headers[0].owned
    assert is_installed(place)


def test_a_copy_of_it_elsewhere_is_ones_own(folder: Path, data: Path, tmp_path: Path) -> None:
    place = put(data, packed(folder, tmp_path / "a.cpsbank"))
    copy = tmp_path / "copy"
    shutil.copytree(place, copy)

    assert BankShelf([copy], None).catalog().headers[0].owned


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({**FILES, "first.yaml": b"items: [\n"}, "cannot all be read: first.yaml:"),
        (
            {**FILES, "first.yaml": b"items:\n - {id: aa-1, kind: basic, front: x}\n"},
            "cannot all be read: first.yaml:",
        ),
        ({**FILES, "first.yaml": b"\x00\xff"}, "cannot all be read: first.yaml:"),
        ({**FILES, "first.yaml": b"a: &a [1]\nb: *a\n"}, "cannot all be read: first.yaml:"),
        ({**FILES, "bank.yaml": b"title: x\n"}, "cannot all be read: bank.yaml:"),
        ({**FILES, "facts/a.yaml": b"a: [\n"}, "cannot all be read: a.yaml:"),
        ({"bank.yaml": HEADER.encode()}, "cannot all be read"),
        ({**FILES, "bank.yaml": HEADER.replace(UUID, OTHER_UUID).encode()}, "is of another bank"),
        ({**FILES, "published.json": b"{}"}, "published.json is damaged"),
    ],
)
def test_a_bank_with_a_mistake_is_refused_whole(
    data: Path, tmp_path: Path, files: dict[str, bytes], told: str
) -> None:
    with pytest.raises(UnreadableError) as refused:
        put(data, forged(tmp_path / "a.cpsbank", files))

    assert told in str(refused.value)
    assert installed(data) == ()
    assert list(data.rglob("*.yaml")) == []


def test_a_refused_update_leaves_the_one_before(folder: Path, data: Path, tmp_path: Path) -> None:
    put(data, packed(folder, tmp_path / "a.cpsbank"))
    before = files(data)
    with pytest.raises(UnreadableError):
        put(data, forged(tmp_path / "b.cpsbank", {**FILES, "first.yaml": b"items: [\n"}))

    assert files(data) == before


def test_what_an_interruption_left_is_cleared_by_the_next(folder: Path, data: Path, tmp_path: Path) -> None:
    left = data / "banks" / UUID / ".abc.part"
    left.mkdir(parents=True)
    (left / "bank.yaml").write_text("x", "utf-8")
    put(data, packed(folder, tmp_path / "a.cpsbank"))

    assert not left.exists()


def test_with_its_list_gone_it_can_be_installed_again(folder: Path, data: Path, tmp_path: Path) -> None:
    pack = packed(folder, tmp_path / "a.cpsbank")
    put(data, pack)
    (data / "banks" / "installed.json").unlink()
    put(data, pack)

    assert installed(data)[0].is_there


def test_a_folder_that_cannot_be_written_is_told(folder: Path, data: Path, tmp_path: Path) -> None:
    (data / "banks").mkdir(parents=True)
    (data / "banks" / UUID).write_text("a file", "utf-8")

    with pytest.raises(UnreadableError, match="cannot be written"):
        put(data, packed(folder, tmp_path / "a.cpsbank"))


def test_uninstalling_takes_all_of_it_away(folder: Path, data: Path, tmp_path: Path) -> None:
    put(data, packed(folder, tmp_path / "a.cpsbank"))
    uninstall(data, installed(data)[0])

    assert installed(data) == ()
    assert files(data) == ["banks/installed.json"]


def test_installed_banks_come_before_the_shipped_one(folder: Path, data: Path, tmp_path: Path) -> None:
    place = put(data, packed(folder, tmp_path / "a.cpsbank"))

    assert bank_folders([], data) == [place, default_bank_folder()]
    assert bank_folders(["cps"], data) == [default_bank_folder()]
    assert bank_folders(["small-bank", str(folder)], data) == [place, folder]


def test_a_bank_whose_files_are_gone_is_passed_over(folder: Path, data: Path, tmp_path: Path) -> None:
    place = put(data, packed(folder, tmp_path / "a.cpsbank"))
    (place / "bank.yaml").unlink()

    assert bank_folders([], data) == [default_bank_folder()]


def test_a_name_that_is_no_banks_is_a_path(data: Path) -> None:
    assert folder_of("nowhere", data) == Path("nowhere")
    assert not is_bank_name("nowhere", data)
    assert is_bank_name("cps", data)


ROW = '{"banks": [{"name": "a", "bank": "b", "title": "c", "version": %s, "digest": "d", "folder": "%s"}]}'


@pytest.mark.parametrize(
    "text",
    [
        *("", "[]", "{", '{"banks": 1}', '{"banks": [{}]}', "[" * 100_000),
        *(ROW % ("1", "a/x"), ROW % ('""', "../x"), ROW % ('""', "a"), ROW % ('""', "a/b/c")),
    ],
)
def test_a_damaged_list_says_what_to_do(data: Path, text: str) -> None:
    (data / "banks").mkdir(parents=True)
    (data / "banks" / "installed.json").write_text(text, "utf-8")

    with pytest.raises(UnreadableError, match="the list of installed banks is damaged") as told:
        installed(data)
    assert "delete that file" in told.value.hint


def test_erasing_everything_takes_installed_banks_too(folder: Path, tmp_path: Path) -> None:
    home = Folders.find({"CPSPREP_HOME": str(tmp_path / "home")})
    (folder / "facts").mkdir()
    (folder / "facts" / "a.yaml").write_text("x: 1\n", "utf-8")
    put(home.data, packed(folder, tmp_path / "a.cpsbank"))
    erase(home)

    assert not home.data.exists()
