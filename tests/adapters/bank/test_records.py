"""What lies beside the decks of a bank: read, with every mistake at its place, and written to."""

import os
from pathlib import Path

import pytest

from cpsprep.adapters.bank.folder import bank_paths
from cpsprep.adapters.bank.records import read_records
from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.core.problem import Severity
from cpsprep.core.records.board import BoardDomain
from cpsprep.core.records.records import Records
from cpsprep.core.records.targets import Targets
from fakes_bank import HEADER, write_bank

posix = pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
FACTS = """\
sections: {"2.1": What it is}
facts:
  "2.1.01": {says: One., source: [guide, plain], mark: [varies], read: page 3, left_out: too small}
  "2.1.02":
    says: Two.
claims: {S01: A claim.}
"""
BOARD = """\
blueprint: a-board
title: A board
source: guide
as_of: 2026-11
domains: [{id: one, title: One}, {id: two}]
items:
  one: [one-choice, two-cloze]
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "small")


def put(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")


def records(folder: Path) -> Records:
    return read_records(folder, read_bank(folder))


def problems(folder: Path) -> list[tuple[str, int, int]]:
    """Codes with line and column."""
    return [(one.code, one.place.line, one.place.column) for one in records(folder).problems]


def test_a_bank_needs_none_of_it(folder: Path) -> None:
    assert records(folder) == Records()


def test_none_of_it_is_taken_for_a_deck(folder: Path) -> None:
    before = bank_paths(folder)
    put(folder, "facts/a.yaml", FACTS)
    put(folder, "blueprints/a.yaml", BOARD)
    put(folder, "readings.jsonl", "")

    assert bank_paths(folder) == before
    assert read_bank(folder).problems == ()


def test_facts_and_claims_are_read_by_id(folder: Path) -> None:
    put(folder, "facts/b.yaml", FACTS)
    put(folder, "facts/a.yaml", "facts:\nclaims:\n")

    found = records(folder)

    assert found.problems == ()
    assert list(found.facts) == ["2.1.01", "2.1.02"]
    first = found.facts["2.1.01"]
    assert (first.says, first.source, first.marks) == ("One.", ("guide", "plain"), ("varies",))
    assert (first.read, first.left_out, first.place.line) == ("page 3", "too small", 3)
    assert found.claims["S01"].says == "A claim."
    assert found.sections == {"2.1": "What it is"}


def test_a_blueprint_maps_items_to_the_domains_of_a_board(folder: Path) -> None:
    put(folder, "blueprints/a.yaml", BOARD)

    (board,) = records(folder).blueprints

    assert (board.id, board.title, board.source, board.as_of) == ("a-board", "A board", ("guide",), "2026-11")
    assert board.domains == (BoardDomain("one", "One"), BoardDomain("two", "two"))
    assert board.items == {"one": ("one-choice", "two-cloze"), "two": ()}


def test_targets_stand_in_the_head_of_the_bank(folder: Path) -> None:
    coverage = (
        "coverage: {items: 60, listening: 35%, levels: {recall: 20}, facts: ['2'], boards: {a-board: 6}}"
    )
    put(folder, "bank.yaml", f"{HEADER}{coverage}\n")

    found = records(folder)

    assert (found.problems, read_bank(folder).problems) == ((), ())
    wanted = Targets(items=60, listening=35, levels={"recall": 20}, facts=("2",), boards={"a-board": 6})
    assert found.targets == wanted


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [("not-facts", 1, 1)]),
        ("- x\n", [("not-facts", 1, 1)]),
        ("facts: [a]\n", [("wrong-shape", 1, 1)]),
        ("facts: {'2.1': text}\n", [("wrong-shape", 1, 16)]),
        ("facts: {'2.1': {source: guide}}\n", [("missing-field", 1, 16)]),
        ("facts: {'2.1': {says: x, colour: y}}\n", [("unknown-field", 1, 26)]),
        (
            "facts: {'2.1': {says: x, source: [a, gide]}}\n",
            [("unknown-source", 1, 35), ("unknown-source", 1, 38)],
        ),
        ("facts: {'2 1': {says: x}}\n", [("bad-fact-id", 1, 9)]),
        ("claims: {'S 1': x}\n", [("bad-fact-id", 1, 10)]),
        ("claims: {S01: [x]}\n", [("wrong-shape", 1, 15)]),
        ("facts: {'2.1': {says: x}}\nclaims: {S01: x}\nfact: y\n", [("unknown-field", 3, 1)]),
        ("facts: {'2.1': &a {says: x}}\n", [("anchor", 1, 16)]),
        ("facts: [\n", [("syntax", 2, 1)]),
    ],
)
def test_mistakes_in_facts_are_told_at_their_place(
    folder: Path, text: str, found: list[tuple[str, int, int]]
) -> None:
    put(folder, "facts/a.yaml", text)

    assert problems(folder) == found


def test_a_fact_or_claim_is_there_once(folder: Path) -> None:
    put(folder, "facts/a.yaml", FACTS)
    put(folder, "facts/b.yaml", "facts: {'2.1.01': {says: Other.}}\nclaims: {S01: Other.}\n")

    found = records(folder)

    assert [one.code for one in found.problems] == ["duplicate-id", "duplicate-id"]
    assert (found.facts["2.1.01"].says, found.claims["S01"].says) == ("One.", "A claim.")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [("not-a-blueprint", 1, 1)]),
        ("blueprint: [\n", [("syntax", 2, 1)]),
        ("title: A board\ndomains: []\n", [("missing-field", 1, 1)]),
        ("blueprint: A board\ntitle: x\ndomains: []\n", [("bad-id", 1, 12)]),
        ("blueprint: a-board\ndomains: []\n", [("missing-field", 1, 1)]),
        ("blueprint: a-board\ntitle: x\n", [("missing-field", 1, 1)]),
        ("blueprint: a-board\ntitle: x\ndomains: one\n", [("wrong-shape", 3, 10)]),
        ("blueprint: a-board\ntitle: x\ndomains: [one]\n", [("wrong-shape", 3, 11)]),
        ("blueprint: a-board\ntitle: x\ndomains: [{id: One}]\n", [("bad-id", 3, 16)]),
        ("blueprint: a-board\ntitle: x\ndomains: [{title: One}]\n", [("missing-field", 3, 11)]),
        ("blueprint: a-board\ntitle: x\ndomains: [{id: one}, {id: one}]\n", [("duplicate-id", 3, 27)]),
        (f"{BOARD}colour: blue\n", [("unknown-field", 8, 1)]),
        (BOARD.replace("2026-11", "November"), [("bad-date", 4, 8)]),
        (BOARD.replace("source: guide", "source: gide"), [("unknown-source", 3, 9)]),
        (BOARD.replace("  one: [one-choice, two-cloze]", "  [one-choice]"), [("wrong-shape", 6, 1)]),
        (BOARD.replace("  one:", "  six:"), [("unknown-domain", 7, 3)]),
        (BOARD.replace("[one-choice, two-cloze]", "{a: b}"), [("wrong-shape", 7, 3)]),
        (BOARD.replace("[one-choice, two-cloze]", "[[one-choice], two-cloze]"), [("wrong-shape", 7, 3)]),
        (BOARD.replace("two-cloze", "two-clozes"), [("unknown-item", 7, 21)]),
        (f"{BOARD}  two: one-choice\n", [("item-twice", 8, 8)]),
        (BOARD.replace("  one: [one-choice, two-cloze]\n", ""), []),
    ],
)
def test_mistakes_in_blueprints_are_told_at_their_place(
    folder: Path, text: str, found: list[tuple[str, int, int]]
) -> None:
    put(folder, "blueprints/a.yaml", text)

    assert problems(folder) == found


def test_an_item_that_is_gone_hides_nothing_else(folder: Path) -> None:
    put(folder, "blueprints/a.yaml", BOARD.replace("one-choice", "dropped"))

    found = records(folder)

    assert found.blueprints[0].items["one"] == ("two-cloze",)
    assert [one.severity for one in found.problems] == [Severity.WARNING]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("coverage: [60]", ("wrong-shape", 1)),
        ("coverage: {item: 60}", ("unknown-field", 12)),
        ("coverage: {items: many}", ("bad-number", 19)),
        ("coverage: {items: -1}", ("bad-number", 19)),
        ("coverage: {items: 1234567}", ("bad-number", 19)),
        ("coverage: {items: 60%}", ("bad-number", 19)),
        ("coverage: {items: '٣'}", ("bad-number", 19)),
        ("coverage: {listening: 900%}", ("bad-number", 23)),
        ("coverage: {listening: 35.5%}", ("bad-number", 23)),
        ("coverage: {levels: {recall: 101}}", ("bad-number", 29)),
        ("coverage: {levels: {knowing: 20}}", ("unknown-word", 21)),
        ("coverage: {boards: {icrc-pr: lots}}", ("bad-number", 30)),
    ],
)
def test_mistakes_in_targets_are_told_at_their_place(folder: Path, text: str, found: tuple[str, int]) -> None:
    put(folder, "bank.yaml", f"{HEADER}{text}\n")

    ((code, line, column),) = problems(folder)

    assert (code, column, line) == (*found, len(HEADER.splitlines()) + 1)


def test_an_empty_target_asks_nothing(folder: Path) -> None:
    put(folder, "bank.yaml", f"{HEADER}coverage: {{items: , levels: {{recall: }}}}\n")

    assert records(folder).targets == Targets()
    assert problems(folder) == []


def test_without_a_list_of_sources_any_key_will_do(folder: Path) -> None:
    (folder / "sources.yaml").unlink()
    put(folder, "facts/a.yaml", FACTS)
    put(folder, "blueprints/a.yaml", BOARD)

    assert problems(folder) == []


def test_a_file_that_cannot_be_read_is_told(folder: Path) -> None:
    (folder / "facts" / "a.yaml").mkdir(parents=True)
    (folder / "readings.jsonl").mkdir()

    assert [code for code, _, _ in problems(folder)] == ["unreadable-file", "unreadable-file"]


@pytest.mark.parametrize("name", ["facts", "blueprints"])
def test_a_file_in_place_of_a_folder_is_told(folder: Path, name: str) -> None:
    (folder / name).write_text(FACTS, "utf-8")

    (problem,) = records(folder).problems

    assert (problem.code, problem.place.file) == ("unreadable-file", str(folder / name))


@posix
@pytest.mark.parametrize("name", ["facts", "blueprints", "readings.jsonl"])
@pytest.mark.parametrize("target", ["nowhere", "{name}"])
def test_a_link_that_leads_nowhere_is_told(folder: Path, name: str, target: str) -> None:
    (folder / name).symlink_to(target.format(name=name))

    assert [code for code, _, _ in problems(folder)] == ["unreadable-file"]


def test_a_file_that_ends_in_yml_is_told_as_it_is_among_decks(folder: Path) -> None:
    put(folder, "facts/a.yml", FACTS)
    put(folder, "blueprints/a.yml", BOARD)

    assert [code for code, _, _ in problems(folder)] == ["yml-file", "yml-file"]


def test_a_blueprint_is_there_once(folder: Path) -> None:
    put(folder, "blueprints/a.yaml", BOARD)
    put(folder, "blueprints/b.yaml", BOARD.replace("title: A board", "title: Another"))

    found = records(folder)

    assert [board.title for board in found.blueprints] == ["A board"]
    (problem,) = found.problems
    assert (problem.code, Path(problem.place.file).name) == ("duplicate-id", "b.yaml")
    assert "a.yaml:1:1" in problem.message


def test_other_files_in_those_folders_are_let_be(folder: Path) -> None:
    put(folder, "facts/notes.txt", "x")
    put(folder, "facts/.hidden.yaml", "x")

    assert records(folder) == Records()
