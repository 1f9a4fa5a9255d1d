import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cpsprep.adapters.bank_cache import BankCache, stamp_of
from cpsprep.adapters.bank_folder import bank_paths
from cpsprep.adapters.shelf import BankShelf, default_bank_folder
from cpsprep.adapters.yaml_bank import read_bank
from cpsprep.app.errors import UnreadableError
from cpsprep.app.ports import Shelf
from cpsprep.core.bank import Bank
from cpsprep.core.item import BankId, ItemId
from cpsprep.core.version import canonical, version_of
from fakes_bank import DECK, HEADER, OTHER_UUID, UUID, basics, write_bank

BANK = BankId(UUID)
HOUR = 3_600_000_000_000
YEAR = 365 * 24 * HOUR


def later() -> int:
    """A clock that is far ahead, so that every file counts as old."""
    return 200 * YEAR


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "bank")


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


def cache_file(cache: Path) -> Path:
    return next(cache.glob("*.sqlite3"))


def edit(folder: Path, old: str, new: str, *, keep_time: bool = False) -> None:
    file = folder / "first.yaml"
    before = file.stat()
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    if keep_time:
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def without_yaml(folder: Path, cache: Path) -> str:
    """What a fresh process that reads catalog and one item has imported of PyYAML."""
    code = (
        "import sys; from pathlib import Path; from cpsprep.adapters.shelf import BankShelf\n"
        f"shelf = BankShelf([Path({str(folder)!r})], Path({str(cache)!r}))\n"
        f"shelf.catalog(); shelf.item({UUID!r}, 'one-choice'); print('yaml' in sys.modules)"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return done.stdout.strip()


def test_a_shelf_is_what_the_use_cases_ask_for(folder: Path, cache: Path) -> None:
    shelf: Shelf = BankShelf([folder], cache)
    assert shelf.catalog().entries


def test_the_catalog_has_one_entry_a_card_in_the_order_of_the_bank(folder: Path, cache: Path) -> None:
    entries = BankShelf([folder], cache).catalog().entries
    assert [(entry.card, entry.order) for entry in entries] == [
        ("one-choice", 0),
        ("two-cloze#c1", 1),
        ("two-cloze#c2", 2),
        ("three-basic", 3),
        ("four-true", 4),
    ]


def test_an_entry_tells_what_planning_needs(folder: Path, cache: Path) -> None:
    shelf = BankShelf([folder], cache)
    first, *_, last = shelf.catalog().entries
    assert (first.bank, first.deck, first.domain, first.topic) == (BANK, "first", "listening", "first")
    assert (first.kind, first.level, first.status) == ("single", "recall", "live")
    assert (first.tags, first.misconceptions) == (("short",), ("reassured",))
    assert first.version == version_of(canonical(shelf.item(BANK, ItemId("one-choice"))))
    assert (last.scenario, last.level) == ("scn-one", None)


def test_the_cache_gives_what_the_yaml_gave(folder: Path, cache: Path) -> None:
    cold = BankShelf([folder], cache, later)
    fresh = cold.catalog()
    warm = BankShelf([folder], cache, later)
    assert warm.catalog() == fresh
    for entry in fresh.entries:
        assert warm.item(entry.bank, entry.item) == cold.item(entry.bank, entry.item)
    assert warm.item(BANK, ItemId("one-choice")) == read_bank(folder).items[ItemId("one-choice")]


def test_a_warm_start_needs_no_yaml(folder: Path, cache: Path) -> None:
    BankShelf([folder], cache, later).catalog()
    assert without_yaml(folder, cache) == "False"


def test_an_item_may_be_asked_for_first(folder: Path, cache: Path) -> None:
    assert BankShelf([folder], cache).item(BANK, ItemId("one-choice")).id == "one-choice"


def test_left_out_items_are_counted(folder: Path, cache: Path) -> None:
    edit(folder, "front: Front", "fron: Front")
    for _ in range(2):
        assert BankShelf([folder], cache, later).catalog().left_out == 1


def test_a_change_is_seen(folder: Path, cache: Path) -> None:
    BankShelf([folder], cache, later).catalog()
    edit(folder, "front: Front", "front: Another front")
    shelf = BankShelf([folder], cache, later)
    shelf.catalog()
    assert "Another" in shelf.item(BANK, ItemId("three-basic")).body.front  # type: ignore[union-attr]


def test_a_change_is_seen_by_the_same_shelf(folder: Path, cache: Path) -> None:
    shelf = BankShelf([folder], cache, later)
    before = shelf.catalog()
    edit(folder, "front: Front", "front: Another front")
    assert shelf.catalog() != before


def test_a_new_and_a_removed_file_are_seen(folder: Path, cache: Path) -> None:
    shelf = BankShelf([folder], cache, later)
    shelf.catalog()
    (folder / "second.yaml").write_text(basics("more-one"), "utf-8")
    assert "more-one" in {entry.item for entry in shelf.catalog().entries}
    (folder / "first.yaml").unlink()
    assert {entry.item for entry in shelf.catalog().entries} == {"more-one"}


def test_a_change_within_the_tick_of_the_clock_is_seen(folder: Path, cache: Path) -> None:
    now = (folder / "first.yaml").stat().st_mtime_ns
    BankShelf([folder], cache, lambda: now).catalog()
    edit(folder, "front: Front", "front: Fr0nt", keep_time=True)
    shelf = BankShelf([folder], cache, later)
    shelf.catalog()
    assert shelf.item(BANK, ItemId("three-basic")).body.front == "Fr0nt"  # type: ignore[union-attr]


def test_a_touched_bank_is_confirmed_by_its_content(folder: Path, cache: Path) -> None:
    BankShelf([folder], cache, later).catalog()
    os.utime(folder / "first.yaml", ns=(HOUR, HOUR))
    written = cache_file(cache).stat().st_ino
    assert BankShelf([folder], cache, later).catalog().entries
    assert cache_file(cache).stat().st_ino == written
    kept = BankCache(cache).open(folder, owned=True)
    assert kept
    assert kept.stamp == stamp_of(bank_paths(folder), later())


def test_the_same_shelf_looks_again_only_at_what_changed(folder: Path, cache: Path) -> None:
    shelf = BankShelf([folder], cache, later)
    assert shelf.catalog().entries[0] is shelf.catalog().entries[0]


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


def run(*statements: str) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        connection = sqlite3.connect(file)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()

    return change


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


def test_the_promised_item_is_given_while_the_cache_still_has_it(folder: Path, cache: Path) -> None:
    BankShelf([folder], cache, later).catalog()
    shelf = BankShelf([folder], cache, later)
    shelf.catalog()
    edit(folder, "front: Front", "front: Changed")
    assert shelf.item(BANK, ItemId("three-basic")).body.front == "Front"  # type: ignore[union-attr]


def test_the_promised_item_is_given_while_another_window_sees_the_change(folder: Path, cache: Path) -> None:
    BankShelf([folder], cache, later).catalog()
    shelf = BankShelf([folder], cache, later)
    shelf.catalog()
    edit(folder, "front: Front", "front: Changed")
    BankShelf([folder], cache, later).catalog()
    assert shelf.item(BANK, ItemId("three-basic")).body.front == "Front"  # type: ignore[union-attr]


def test_an_item_that_changed_and_cannot_be_had_any_more_is_named(folder: Path, cache: Path) -> None:
    BankShelf([folder], cache, later).catalog()
    shelf = BankShelf([folder], cache, later)
    shelf.catalog()
    run("delete from items")(cache_file(cache))
    edit(folder, "front: Front", "front: Changed")
    with pytest.raises(UnreadableError, match=r"'three-basic'.*was changed or taken away") as caught:
        shelf.item(BANK, ItemId("three-basic"))
    assert caught.value.hint


def test_the_next_catalog_promises_anew(folder: Path, cache: Path) -> None:
    shelf = BankShelf([folder], None, later)
    shelf.catalog()
    edit(folder, "front: Front", "front: Changed")
    shelf.catalog()
    assert shelf.item(BANK, ItemId("three-basic")).body.front == "Changed"  # type: ignore[union-attr]


def test_an_item_that_never_was_is_named(folder: Path, cache: Path) -> None:
    shelf = BankShelf([folder], cache)
    shelf.catalog()
    with pytest.raises(UnreadableError, match="'never-was'"):
        shelf.item(BANK, ItemId("never-was"))


def test_an_item_of_a_bank_that_is_not_in_use_is_named(folder: Path, cache: Path) -> None:
    with pytest.raises(UnreadableError, match="not in use"):
        BankShelf([folder], cache).item(BankId(OTHER_UUID), ItemId("one-choice"))


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


def test_a_closed_shelf_opens_again(folder: Path, cache: Path) -> None:
    BankShelf([folder], cache, later).catalog()
    shelf = BankShelf([folder], cache, later)
    shelf.catalog()
    shelf.close()
    assert shelf.item(BANK, ItemId("one-choice"))


def test_a_folder_with_odd_signs_in_its_name_is_cached(tmp_path: Path) -> None:
    folder = write_bank(tmp_path / "a bank #1? 100% é")
    cache = tmp_path / "cache #2? %41 é"
    fresh = BankShelf([folder], cache, later).catalog()
    assert BankShelf([folder], cache, later).catalog() == fresh
    assert cache_file(cache).is_file()


def test_the_deck_of_the_tests_is_sound(folder: Path) -> None:
    assert "two-cloze" in DECK
    assert read_bank(folder).problems == ()
