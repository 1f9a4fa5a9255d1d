"""`cpsprep anki pull`: what it says, what it adds, how it refuses."""

import json
from pathlib import Path

import pytest

from cpsprep.core.anki.note import NoteType
from fakes_anki import DAY, NOON
from fakes_anki_files import CHOICE_TYPE, AnkiFile
from fakes_cli import cpsprep
from fakes_my_bank import UUID, my_bank

DECK = """\
deck: one
title: One
domain: role
items:
  - {id: it-0001, kind: basic, front: "Who decides?", back: The person}
  - {id: it-0002, kind: cloze, text: "I {{c1::see}} and {{c2::hear}}"}
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return my_bank(tmp_path, DECK)


@pytest.fixture
def file() -> AnkiFile:
    """Three reviews on two days of one card, and one of another."""
    made = AnkiFile()
    card = made.card("it-0001", NoteType.BASIC, bank=UUID)
    for at, ease in ((NOON, 1), (NOON + 600_000, 3), (NOON + DAY, 3)):
        made.review(card, at, ease)
    made.review(made.card("it-0002", NoteType.CLOZE, 1, bank=UUID), NOON + 5000)
    return made


def pull(home: Path, *words: str, name: str = "deck.apkg") -> str:
    done = cpsprep("anki", "pull", name, "--bank", "bank", *words, home=home)
    assert (done.code, done.err) == (0, "")
    return done.out


def exported(home: Path) -> str:
    return cpsprep("data", "export", "-o", "-", home=home).out


def test_reviews_come_home_once(home: Path, bank: Path, file: AnkiFile) -> None:
    file.write(home.parent / "deck.apkg")
    assert pull(home) == "4 reviews added.\n"
    log = exported(home)
    assert pull(home) == "0 reviews added.\nHere already: 4 reviews.\n"
    assert exported(home) == log


def test_what_was_answered_in_anki_counts_in_the_plan(home: Path, bank: Path, file: AnkiFile) -> None:
    file.write(home.parent / "deck.apkg")
    pull(home)
    stats = json.loads(cpsprep("stats", "--json", "--bank", "bank", home=home).out)
    assert stats["questions"]["answered"] == 2


def test_two_machines_that_pulled_the_same_reviews_merge_without_doubling_them(
    home: Path, bank: Path, file: AnkiFile
) -> None:
    file.write(home.parent / "deck.apkg")
    other = home.parent / "other"
    pull(home)
    pull(other, "--json")
    cpsprep("data", "export", "-o", "other.jsonl", home=other)
    merged = cpsprep("data", "merge", "other.jsonl", "--json", home=home)
    assert (merged.code, json.loads(merged.out)) == (0, {"added": 0, "known": 4})


def test_a_merge_after_a_pull_counts_answers_of_the_other_machine_once(
    home: Path, bank: Path, file: AnkiFile
) -> None:
    """What was answered in cpsprep went to Anki with its history, from there to another machine."""
    file.write(home.parent / "deck.apkg")
    pull(home)
    lines = exported(home).replace('"anki"', '"laptop"').splitlines(keepends=True)
    lines[1:] = [line.replace('{"id":"', '{"id":"own-') for line in lines[1:]]
    (home.parent / "own.jsonl").write_text("".join(lines), encoding="utf-8")
    merged = cpsprep("data", "merge", "own.jsonl", "--json", home=home)
    assert json.loads(merged.out)["added"] == 4
    assert exported(home).count('"type":"voided"') == 4
    answers = json.loads(cpsprep("stats", "--json", "--bank", "bank", home=home).out)["questions"]["answered"]
    assert answers == 2
    assert pull(home) == "0 reviews added.\nHere already: 4 reviews.\n"


def test_a_dry_run_writes_nothing(home: Path, bank: Path, file: AnkiFile) -> None:
    file.write(home.parent / "deck.apkg")
    assert pull(home, "--dry-run") == "Would add 4 reviews; nothing was changed.\n"
    assert not (home / "data").exists()


def test_json_tells_every_number(home: Path, bank: Path, file: AnkiFile) -> None:
    file.review(1, NOON + 9000, 0, 4)
    file.review(1, 5_000_000_000_000)
    file.any_card("x")
    file.any_card("y", CHOICE_TYPE)
    file.write(home.parent / "deck.apkg")
    assert json.loads(pull(home, "--json")) == {
        "schema": "cpsprep.anki-pull/1",
        "dry_run": False,
        "added": 4,
        "known": 0,
        "own": 0,
        "resets": 1,
        "later": 1,
        "withdrawn": 0,
        "cards": 2,
        "cards_unknown": 1,
        "cards_foreign": 1,
    }


def test_what_was_left_alone_is_told_with_how_to_export_this_deck_alone(
    home: Path, bank: Path, file: AnkiFile
) -> None:
    file.review(1, NOON + 9000, 0, 4)
    file.review(1, 5_000_000_000_000)
    file.any_card("x")
    file.any_card("y", CHOICE_TYPE)
    file.write(home.parent / "deck.apkg")
    lines = pull(home).splitlines()
    assert lines[:4] == [
        "4 reviews added.",
        "Passed over: 1 change to due dates in Anki; these are no answers.",
        "1 review is dated later than now; pull again then.",
        "Left alone: 1 card of a bank that is not in use; see --bank.",
    ]
    assert lines[4].startswith("Left alone: 1 card of other decks. To export this deck alone: in Anki choose")


def test_a_file_without_reviews_says_what_to_tick(home: Path, bank: Path, file: AnkiFile) -> None:
    file.rows.clear()
    file.write(home.parent / "deck.apkg")
    assert "Include scheduling information" in pull(home)


@pytest.mark.parametrize(
    ("note_type", "hint"), [(1, "take an Anki deck package"), (CHOICE_TYPE, "name its folder with --bank")]
)
def test_a_file_without_our_cards_is_refused(home: Path, bank: Path, note_type: int, hint: str) -> None:
    file = AnkiFile()
    file.any_card("x", note_type)
    file.write(home.parent / "deck.apkg")
    done = cpsprep("anki", "pull", "deck.apkg", "--bank", "bank", home=home)
    assert (done.code, done.out) == (3, "")
    assert "deck.apkg holds no card of the banks in use" in done.err
    assert hint in done.err
    assert not (home / "data").exists()


def test_a_damaged_file_is_refused_and_no_log_is_made(home: Path, bank: Path) -> None:
    (home.parent / "deck.apkg").write_bytes(b"PK")
    done = cpsprep("anki", "pull", "deck.apkg", "--bank", "bank", home=home)
    assert (done.code, done.out) == (3, "")
    assert "deck.apkg is damaged" in done.err
    assert not (home / "data").exists()


def test_without_zstandard_the_way_out_is_told(home: Path, bank: Path, file: AnkiFile) -> None:
    file.write(home.parent / "deck.apkg", "collection.anki21b")
    absent = home.parent / "absent"
    absent.mkdir()
    (absent / "zstandard.py").write_text("raise ImportError('not here')\n", encoding="utf-8")
    env = {"PYTHONPATH": str(absent)}
    done = cpsprep("anki", "pull", "deck.apkg", "--bank", "bank", home=home, env=env)
    assert done.code == 3
    assert "needs the package zstandard" in done.err
    assert 'with "Support older Anki versions" ticked' in done.err


def test_a_busy_log_is_not_written(home: Path, bank: Path, file: AnkiFile) -> None:
    from filelock import FileLock

    file.write(home.parent / "deck.apkg")
    (home / "data").mkdir(parents=True)
    with FileLock(home / "data" / "log.lock"):
        done = cpsprep("anki", "pull", "deck.apkg", "--bank", "bank", home=home)
    assert done.code == 4
