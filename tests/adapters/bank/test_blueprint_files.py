"""Blueprints for learners: read once, kept, and read again when a file changes."""

from pathlib import Path

import pytest

from cpsprep.adapters.bank.blueprints import BlueprintFiles
from cpsprep.adapters.bank.records import read_records
from cpsprep.adapters.bank.shipped_bank import default_bank_folder
from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.core.bank import BankHeader
from cpsprep.core.item import BankId
from cpsprep.core.records.board import Blueprint
from fakes_bank import write_bank

BOARD = (
    "blueprint: {name}\ntitle: {title}\nsource: guide\nas_of: 2026\ndomains: unknown\nexam: {{items: 50}}\n"
)
LATER = 10**18 * 2
"""The year 2033, so that the times of files made by a test are settled."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "small")


def put(folder: Path, name: str, title: str = "A board") -> Path:
    path = folder / "blueprints" / f"{name}.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(BOARD.format(name=name, title=title), "utf-8")
    return path


def header(folder: Path) -> BankHeader:
    return BankHeader(BankId("b"), "Small", folder=str(folder))


def files(tmp_path: Path, now: int = LATER) -> BlueprintFiles:
    return BlueprintFiles(tmp_path / "cache", lambda: now)


def kept(tmp_path: Path) -> Path:
    (path,) = (tmp_path / "cache").iterdir()
    return path


def test_a_bank_needs_none(folder: Path, tmp_path: Path) -> None:
    found = files(tmp_path)

    assert (found.names(header(folder)), found.named(header(folder), "generic")) == ((), None)
    assert found.names(BankHeader(BankId("b"), "Nowhere")) == ()


def test_they_are_found_by_id_in_the_order_of_their_files(folder: Path, tmp_path: Path) -> None:
    put(folder, "b-board")
    put(folder, "a-board")
    found = files(tmp_path)

    assert found.names(header(folder)) == ("a-board", "b-board")
    assert found.named(header(folder), "c-board") is None


@pytest.mark.parametrize("number", range(2))
def test_what_is_kept_is_what_was_read(tmp_path: Path, number: int) -> None:
    shipped = default_bank_folder()
    bank = read_bank(shipped)
    for _ in range(number):
        files(tmp_path).names(bank.header)
    found = files(tmp_path)

    read = [found.named(bank.header, name) for name in found.names(bank.header)]
    assert read == list(read_records(shipped, bank).blueprints)
    assert all(type(one) is Blueprint for one in read)


def test_a_settled_cache_is_trusted(folder: Path, tmp_path: Path) -> None:
    put(folder, "a-board")
    files(tmp_path).names(header(folder))
    path = kept(tmp_path)
    path.write_text(path.read_text("utf-8").replace("A board", "From the cache"), "utf-8")

    board = files(tmp_path).named(header(folder), "a-board")

    assert board is not None
    assert board.title == "From the cache"


def test_where_times_say_nothing_the_contents_decide(folder: Path, tmp_path: Path) -> None:
    born = put(folder, "a-board").stat().st_mtime_ns
    files(tmp_path, born).names(header(folder))
    path = kept(tmp_path)
    path.write_text(path.read_text("utf-8").replace("A board", "From the cache"), "utf-8")

    young = files(tmp_path, born).named(header(folder), "a-board")
    old = files(tmp_path).named(header(folder), "a-board")

    assert (young and young.title, old and old.title) == ("From the cache", "From the cache")


@pytest.mark.parametrize("change", ["text", "more", "less"])
def test_a_change_is_seen(folder: Path, tmp_path: Path, change: str) -> None:
    first, _ = put(folder, "a-board"), put(folder, "b-board")
    files(tmp_path).names(header(folder))
    match change:
        case "text":
            put(folder, "a-board", "Another title")
        case "more":
            put(folder, "c-board")
        case _:
            first.unlink()

    found = files(tmp_path)

    read = {name: found.named(header(folder), name) for name in found.names(header(folder))}
    titles = {name: board.title for name, board in read.items() if board}
    expected = {"a-board": "A board", "b-board": "A board"}
    changes = {"text": {"a-board": "Another title"}, "more": {"c-board": "A board"}, "less": {}}
    expected |= changes[change]
    if change == "less":
        del expected["a-board"]
    assert titles == expected


@pytest.mark.parametrize("damage", ["", "{}", "[]", '["1"]', "[1, 2, 3, 4, 5, 6]", "\ufffd", "cut"])
def test_a_damaged_cache_is_made_again(folder: Path, tmp_path: Path, damage: str) -> None:
    put(folder, "a-board")
    files(tmp_path).names(header(folder))
    path = kept(tmp_path)
    whole = path.read_text("utf-8")
    path.write_text(whole.split("\n")[0] if damage == "cut" else damage, "utf-8")

    assert files(tmp_path).names(header(folder)) == ("a-board",)
    assert path.read_text("utf-8") == whole


def test_without_a_cache_they_are_read_each_time(folder: Path) -> None:
    put(folder, "a-board")

    assert BlueprintFiles(None).names(header(folder)) == ("a-board",)


def test_a_cache_that_cannot_be_written_is_gone_without(folder: Path, tmp_path: Path) -> None:
    put(folder, "a-board")
    (tmp_path / "cache").write_text("a file", "utf-8")

    assert files(tmp_path).names(header(folder)) == ("a-board",)


def test_what_cannot_be_used_is_left_out(folder: Path, tmp_path: Path) -> None:
    put(folder, "a-board")
    put(folder, "b-board").write_text("blueprint: [\n", "utf-8")
    (folder / "blueprints" / "c.yaml").mkdir()

    assert files(tmp_path).names(header(folder)) == ("a-board",)


def test_sources_are_told_as_learners_read_them(folder: Path, tmp_path: Path) -> None:
    assert files(tmp_path).sources(header(folder)) == {"guide": "The guide, A board, 2020", "plain": "A book"}


def test_a_bank_without_sources_tells_none(folder: Path, tmp_path: Path) -> None:
    (folder / "sources.yaml").unlink()

    assert files(tmp_path).sources(header(folder)) == {}
