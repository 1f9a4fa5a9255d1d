"""Ids that a bank ever used: in its decks, sound or not, and in what is kept of questions that are gone."""

from pathlib import Path

import pytest

from cpsprep.adapters.bank.used_ids import ids_in, used_ids


def a_bank(folder: Path) -> None:
    (folder / "bank.yaml").write_text("format: 1\n", "utf-8")
    (folder / "ethics.yaml").write_text("- id: et-0001\n", "utf-8")


@pytest.mark.parametrize(
    "line", ["- id: et-0001", "- id : et-0001", '- {"id": "et-0001"}', "- {kind: basic, id: 'et-0001'}"]
)
def test_an_id_counts_however_it_is_written(line: str) -> None:
    assert ids_in(line.encode()) == {"et-0001"}


def test_a_deck_with_mistakes_still_says_its_ids() -> None:
    assert ids_in(b"deck: [\n  - id: et-0001\n\tid: et-0002\n") == {"et-0001", "et-0002"}


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("published.json", '{"notes": {"et-0007": {"note": 1}}}'),
        ("readings.jsonl", '{"item": "et-0007", "date": "2026-11-23"}\n'),
    ],
)
def test_an_id_stays_used_when_its_question_is_gone(tmp_path: Path, name: str, text: str) -> None:
    a_bank(tmp_path)
    (tmp_path / name).write_text(text, "utf-8")

    assert used_ids(tmp_path) >= {"et-0001", "et-0007"}


def test_a_bank_without_records_has_the_ids_of_its_decks(tmp_path: Path) -> None:
    a_bank(tmp_path)

    assert used_ids(tmp_path) == {"et-0001"}
