"""A new bank is sound as it is made, every example in it is too, and its files say how to go on."""

import json
import re
from pathlib import Path

import pytest

from cpsprep.adapters.bank.lint import linted_folder
from cpsprep.core.item import Kind
from cpsprep.core.lint.rule import Strictness
from cpsprep.core.reading.item_fields import FIELDS
from cpsprep.core.reading.schema import bank_schema, deck_schema
from cpsprep.core.writing.deck_text import ORDER
from cpsprep.core.writing.new_bank import DECK, for_git, new_bank
from fakes_bank import UUID


def made(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.mark.parametrize("title", ["My questions", 'Ours: #1 \'and "more"', "007"])
@pytest.mark.parametrize("files", [new_bank, for_git])
def test_it_has_no_finding_at_all_not_even_a_hint(tmp_path: Path, title: str, files: object) -> None:
    assert callable(files)
    found = linted_folder(made(tmp_path, dict(files(title, UUID))), level=Strictness.STRICT)

    assert found.problems == ()
    assert (found.bank.header.title, found.bank.header.id) == (title, UUID)
    assert len(found.bank.items) == 1


def test_its_examples_work_when_their_signs_are_taken_away(tmp_path: Path) -> None:
    files = dict(new_bank("Mine", UUID))
    head, tail = files[DECK].split("# The other kinds")
    files[DECK] = head + re.sub(r"^# ?", "", tail.partition("\n")[2], flags=re.MULTILINE)
    files["bank.yaml"] = re.sub(r"^# (?=[a-z ]+:|  )", "", files["bank.yaml"], flags=re.MULTILINE)

    found = linted_folder(made(tmp_path, files))

    assert [one for one in found.problems if one.severity.value == "error"] == []
    assert {item.kind for item in found.bank.items.values()} == set(Kind)
    assert found.bank.header.require == ("level", "why")


def test_for_others_it_has_the_schemas_where_the_files_look_for_them() -> None:
    files = for_git("Ours", UUID)

    for name in ("bank.yaml", DECK):
        (schema,) = re.findall(r"\A# yaml-language-server: \$schema=(\S+)\n", files[name])
        assert json.loads(files[schema]) == (bank_schema() if name == "bank.yaml" else deck_schema())
    assert "# Ours" in files["README.md"]
    assert "cpsprep bank lint" in files[".pre-commit-config.yaml"]
    assert json.loads(files[".vscode/settings.json"])["yaml.format.enable"] is False


def test_every_field_of_an_item_has_its_place_in_a_deck() -> None:
    assert frozenset[str]().union(*FIELDS.values()) <= set(ORDER)
