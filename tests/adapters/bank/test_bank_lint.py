"""Which banks and files a path means to the linter, and what happens where it means none."""

import os
from pathlib import Path

import pytest

from cpsprep.adapters.bank.lint import Linted, linted_paths
from cpsprep.app.errors import UnreadableError
from cpsprep.core.lint.rule import Strictness
from fakes_bank import HEADER, OTHER_UUID, UUID, basics, write_bank

BROKEN = "items:\n  - {id: ex-1, kind: basic, front: f}\n"


def files(part: Linted) -> list[str]:
    return [Path(file).name for file in part.files]


def codes(part: Linted) -> list[str]:
    hints = {"no-rationale", "no-level", "no-source", "no-domain"}
    return sorted({problem.code for problem in part.problems} - hints)


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "banks" / "one", {"a.yaml": BROKEN, "b.yaml": basics("be-1", "be-2")})


def test_a_folder_is_its_whole_bank(bank: Path) -> None:
    (part,) = linted_paths([bank])

    assert files(part) == ["bank.yaml", "sources.yaml", "a.yaml", "b.yaml"]
    assert codes(part) == ["missing-field", "same-question"]
    assert (part.items, part.bank.left_out, part.whole) == (2, 1, True)


def test_a_file_shows_its_own_problems_and_knows_its_bank(bank: Path) -> None:
    (bank / "b.yaml").write_text("domain: nowhere\n" + basics("be-1"), "utf-8")

    (part,) = linted_paths([bank / "b.yaml"])

    assert files(part) == ["b.yaml"]
    assert codes(part) == ["unknown-domain"]
    assert (part.items, part.whole) == (1, False)


def test_several_files_of_one_bank_are_read_together(bank: Path) -> None:
    (part,) = linted_paths([bank / "b.yaml", bank / "a.yaml", bank / "b.yaml"])

    assert files(part) == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("order", [1, -1])
def test_a_folder_wins_over_files_in_it(bank: Path, order: int) -> None:
    (part,) = linted_paths([bank, bank / "a.yaml"][::order])

    assert part.whole


def test_a_folder_of_banks_means_all_of_them(bank: Path) -> None:
    write_bank(bank.parent / "two", header=HEADER.replace(UUID, OTHER_UUID))

    assert [part.bank.header.id for part in linted_paths([bank.parent])] == [UUID, OTHER_UUID]


def test_a_deck_without_a_bank_stands_for_itself(tmp_path: Path) -> None:
    (tmp_path / "loose.yaml").write_text("domain: anything\n" + basics("be-1") + BROKEN[7:], "utf-8")

    (part,) = linted_paths([tmp_path / "loose.yaml"])

    assert codes(part) == ["missing-field"]
    assert (part.items, part.bank.header.id) == (1, "")


def test_a_stray_file_is_told(bank: Path) -> None:
    (bank / "c.yml").write_text(basics("ce-1"), "utf-8")

    assert codes(linted_paths([bank])[0]) == ["missing-field", "same-question", "yml-file"]
    assert codes(linted_paths([bank / "c.yml"])[0]) == ["yml-file"]


@pytest.mark.parametrize(
    "content", [b"", b"\xff\xfei\x00", b"\xff\xfe\x00", b"items: [", b"- a\n- b\n", b"a: &x b\n"]
)
def test_a_file_from_hell_gives_problems_and_no_failure(bank: Path, content: bytes) -> None:
    (bank / "b.yaml").write_bytes(content)

    (part,) = linted_paths([bank / "b.yaml"])

    assert part.problems


def test_findings_and_broken_files_stand_side_by_side(bank: Path) -> None:
    (bank / "b.yaml").write_bytes(b"# cpsprep: ignore\n# \xff\n" + basics("be-1").encode())

    (part,) = linted_paths([bank])

    assert codes(part) == ["bad-utf8", "ignore-unknown", "missing-field"]


@pytest.mark.parametrize("name", ["nowhere", "nowhere/deck.yaml"])
def test_a_path_to_nothing_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnreadableError, match="there is no bank and no deck file at"):
        linted_paths([tmp_path / name])


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="nothing is closed to this user")
def test_a_folder_that_may_not_be_entered_is_refused(bank: Path) -> None:
    bank.chmod(0o444)
    try:
        with pytest.raises(UnreadableError, match="cannot look at"):
            linted_paths([bank])
    finally:
        bank.chmod(0o755)


def test_a_folder_without_a_bank_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="is not a bank yet"):
        linted_paths([tmp_path])


def test_nothing_is_said_of_a_deck_whose_only_item_is_broken(bank: Path) -> None:
    for text in (BROKEN, "items:\n  - scenario: scn-x\n    vignette: v\n", "items: [\n"):
        (bank / "b.yaml").write_text(text, "utf-8")

        assert "empty-deck" not in codes(linted_paths([bank])[0])


def test_an_empty_scenario_is_told(bank: Path) -> None:
    (bank / "a.yaml").write_text("items:\n  - {scenario: scn-x, vignette: v, items: []}\n", "utf-8")

    found = linted_paths([bank])[0].problems

    assert [one.message for one in found if one.code == "empty-scenario"] == ["this scenario has no items"]


def test_a_level_goes_before_what_the_bank_says(bank: Path) -> None:
    (bank / "a.yaml").write_text(
        "items:\n  - {id: ex-1, kind: basic, front: Why drunks?, back: x}\n", "utf-8"
    )

    for path in (bank, bank / "a.yaml"):
        assert "person-first" not in codes(linted_paths([path])[0])
        assert "person-first" in codes(linted_paths([path], Strictness.STRICT)[0])


def test_a_loose_deck_can_be_held_to_more(tmp_path: Path) -> None:
    (tmp_path / "loose.yaml").write_text(
        "items:\n  - {id: ex-1, kind: basic, front: Drunks?, back: x}\n", "utf-8"
    )

    assert codes(linted_paths([tmp_path / "loose.yaml"], Strictness.STRICT)[0]) == ["person-first"]
