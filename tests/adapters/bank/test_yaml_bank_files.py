"""The files of a bank: which are read, in which order, and how a bad one never hides the others."""

from pathlib import Path

import pytest

from cpsprep.adapters.bank.folder import MAX_BYTES
from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.app.errors import UnreadableError
from cpsprep.core.problem import Severity
from fakes_bank import basics, codes, write_bank


def test_the_same_id_in_two_files_names_both_places(tmp_path: Path) -> None:
    bank = read_bank(
        write_bank(tmp_path, {"a.yaml": basics("same-id"), "b.yaml": basics("same-id", "other")})
    )
    (problem,) = bank.problems
    assert problem.code == "duplicate-id"
    assert Path(problem.place.file).name == "b.yaml"
    assert "a.yaml:2:5" in problem.message
    assert problem.snippet.strip().startswith("- {id: same-id")
    assert list(bank.items) == ["same-id", "other"]
    assert bank.left_out == 1


def test_the_same_scenario_in_two_files_stays_once(tmp_path: Path) -> None:
    group = (
        "items:\n- scenario: scn-a\n  vignette: v\n  items:\n  - {id: ID, kind: basic, front: f, back: b}\n"
    )
    decks = {"a.yaml": group.replace("ID", "item-a"), "b.yaml": group.replace("ID", "item-b")}
    bank = read_bank(write_bank(tmp_path, decks))
    assert codes(bank) == ["duplicate-id"]
    assert list(bank.items) == ["item-a"]
    assert bank.left_out == 1


def test_two_files_may_share_a_deck(tmp_path: Path) -> None:
    decks = {
        name: f"deck: shared\ntitle: {name}\n{basics(f'item-{name[0]}')}" for name in ("a.yaml", "b.yaml")
    }
    bank = read_bank(write_bank(tmp_path, decks))
    assert bank.problems == ()
    assert bank.header.decks == {"shared": "a.yaml"}


def test_files_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    bank = read_bank(write_bank(tmp_path, {"b.yaml": basics("from-b"), "a.yaml": basics("from-a")}))
    assert list(bank.items) == ["from-a", "from-b"]


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    write_bank(tmp_path, {"a.yaml": basics("from-a"), ".hidden.yaml": "broken: a: b"})
    (tmp_path / "blueprints").mkdir()
    (tmp_path / "blueprints" / "b.yaml").write_text("broken: a: b", "utf-8")
    (tmp_path / "readings.jsonl").write_text("{}", "utf-8")
    assert read_bank(tmp_path).problems == ()


def test_a_yml_file_is_told_but_harmless(tmp_path: Path) -> None:
    write_bank(tmp_path)
    (tmp_path / "more.yml").write_text("x", "utf-8")
    (problem,) = read_bank(tmp_path).problems
    assert (problem.code, problem.severity) == ("yml-file", Severity.WARNING)
    assert "more.yaml" in problem.hint


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (basics("item-b").encode("utf-16"), "utf-16"),
        (basics("item-b").encode("utf-32"), "utf-16"),
        (basics("item-b").encode("utf-16-le"), "utf-16"),
        (b"\x7fELF\x02\x01\x01\x00" + bytes(range(256)), "control-character"),
        (b"", "not-a-deck"),
        (b"deck: x\n", "not-a-deck"),
        (b"\xff", "bad-utf8"),
    ],
)
def test_a_file_that_cannot_be_read_never_hides_the_others(tmp_path: Path, data: bytes, code: str) -> None:
    write_bank(tmp_path, {"a.yaml": basics("item-a"), "c.yaml": basics("item-c")})
    (tmp_path / "b.yaml").write_bytes(data)
    bank = read_bank(tmp_path)
    assert code in codes(bank)
    assert list(bank.items) == ["item-a", "item-c"]


def test_a_deck_that_is_a_folder_is_told(tmp_path: Path) -> None:
    write_bank(tmp_path, {"a.yaml": basics("item-a")})
    (tmp_path / "b.yaml").mkdir()
    bank = read_bank(tmp_path)
    assert codes(bank) == ["unreadable-file"]
    assert list(bank.items) == ["item-a"]


def test_a_file_that_is_too_large_is_refused_without_reading_it_whole(tmp_path: Path) -> None:
    write_bank(tmp_path, {"a.yaml": basics("item-a")})
    with (tmp_path / "b.yaml").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    bank = read_bank(tmp_path)
    assert codes(bank) == ["too-large"]
    assert list(bank.items) == ["item-a"]


def test_bad_bytes_hide_only_the_items_that_hold_them(tmp_path: Path) -> None:
    write_bank(tmp_path)
    text = basics("item-a", "item-b", "item-c").replace(
        "item-b, kind: basic, front: f", "item-b, kind: basic, front: é"
    )
    (tmp_path / "first.yaml").write_bytes(text.encode("latin-1"))
    bank = read_bank(tmp_path)
    (problem,) = bank.problems
    assert (problem.code, problem.place.line) == ("bad-utf8", 3)
    assert problem.snippet[problem.place.column - 1] == "\N{REPLACEMENT CHARACTER}"
    assert list(bank.items) == ["item-a", "item-c"]
    assert bank.left_out == 1


def test_bad_bytes_in_a_broken_item_do_not_blame_its_neighbour(tmp_path: Path) -> None:
    write_bank(tmp_path)
    broken = b"  - id: item-x\n    front: a: b\xff\n"
    (tmp_path / "first.yaml").write_bytes(basics("item-a").encode() + broken)
    bank = read_bank(tmp_path)
    assert sorted(codes(bank)) == ["bad-utf8", "syntax"]
    assert list(bank.items) == ["item-a"]
    assert bank.left_out == 1


def test_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="there is no bank at") as caught:
        read_bank(tmp_path / "nowhere")
    assert caught.value.hint


def test_a_folder_of_decks_is_told_how_to_become_a_bank(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text(basics("item-a"), "utf-8")
    with pytest.raises(UnreadableError, match=r"no bank\.yaml") as caught:
        read_bank(tmp_path)
    assert "uuid: " in caught.value.hint


def test_a_single_file_is_told_how_to_become_a_bank(tmp_path: Path) -> None:
    file = tmp_path / "a.yaml"
    file.write_text(basics("item-a"), "utf-8")
    with pytest.raises(UnreadableError, match="is a file; a bank is a folder") as caught:
        read_bank(file)
    assert "bank.yaml" in caught.value.hint
