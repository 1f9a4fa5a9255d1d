"""What an author sees in an editor while writing: mistakes marked, fields offered, words explained."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cpsprep.adapters.bank.deck_file import deck_paths
from cpsprep.adapters.bank.shipped_bank import default_bank_folder
from cpsprep.core.item import Kind
from fakes_language_server import Editor

pytestmark = pytest.mark.editor

Open = Callable[[Path], Editor]


def test_a_new_bank_has_no_squiggle(open_folder: Open, bank: Path) -> None:
    editor = open_folder(bank)

    assert editor.problems(bank / "first.yaml") == []
    assert editor.problems(bank / "bank.yaml") == []


def test_the_shipped_bank_has_no_squiggle(open_folder: Open) -> None:
    folder = default_bank_folder()
    editor = open_folder(folder.parent)

    assert {path.name: found for path in deck_paths(folder) if (found := editor.problems(path))} == {}


@pytest.mark.parametrize(
    ("right", "wrong", "words"),
    [
        ("    kind: single", "    kind: >singel", "Value is not accepted"),
        ("    level: comprehension", "    >levle: comprehension", "levle"),
        ("    answer: a", "    answer: >z", "Value is not accepted"),
        ("      a: It says", "      >x: It says", "Value is not accepted"),
        ("  - id: first-0001", "  - id: >First_1", "pattern"),
    ],
)
def test_a_mistake_is_marked_where_it_stands(
    open_folder: Open, bank: Path, right: str, wrong: str, words: str
) -> None:
    """The sign > stands before what is marked."""
    before, _, after = (bank / "first.yaml").read_text("utf-8").partition(right)
    lines = f"{before}{wrong}".split(">")[0].split("\n")
    found = open_folder(bank).problems(bank / "first.yaml", f"{before}{wrong}{after}".replace(">", "", 1))

    place = len(lines), len(lines[-1]) + 1
    assert any((line, column) == place and words in told for line, column, told in found), found


def test_fields_and_kinds_are_offered_and_explained(open_folder: Open, bank: Path) -> None:
    editor, deck = open_folder(bank), bank / "first.yaml"
    text = (bank / "first.yaml").read_text("utf-8").replace("    level: comprehension\n", "    \n", 1)
    editor.problems(deck, text)
    lines = text.splitlines()
    blank, kind = lines.index("    ") + 1, lines.index("    kind: single") + 1

    assert {"level", "topic", "explanation", "review_by"} <= set(editor.offers(deck, blank, 5))
    assert {one.value for one in Kind} <= set(editor.offers(deck, kind, len("    kind: ") + 1))
    assert "One right option." in editor.explains(
        deck, kind, len("    kind: s")
    ) or "kind" in editor.explains(deck, kind, 6)


def test_the_head_of_a_bank_has_a_schema_of_its_own(open_folder: Open, bank: Path) -> None:
    text = (bank / "bank.yaml").read_text("utf-8") + "licens: CC-BY-4.0\n"

    found = open_folder(bank).problems(bank / "bank.yaml", text)

    assert [line for line, _, told in found if "licens" in told] == [len(text.splitlines())]
