"""The shelf: the catalog, the items it promised, what is seen of a change, and the cache behind it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cpsprep.adapters.bank.cache import BankCache, stamp_of
from cpsprep.adapters.bank.folder import bank_paths
from cpsprep.adapters.bank.shelf import BankShelf
from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.app.errors import UnreadableError
from cpsprep.app.ports import Shelf
from cpsprep.core.item import BankId, ItemId
from cpsprep.core.version import canonical, version_of
from fakes_bank import DECK, OTHER_UUID, UUID, basics, write_bank
from fakes_shelf import BANK, HOUR, cache_file, edit, later, run


def without_yaml(folder: Path, cache: Path) -> str:
    """What a fresh process that reads catalog and one item has imported of PyYAML."""
    code = (
        "import sys; from pathlib import Path; from cpsprep.adapters.bank.shelf import BankShelf\n"
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
