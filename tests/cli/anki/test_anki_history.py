"""`cpsprep anki export --with-history`: what it says and writes; what then comes back."""

import json
import os
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from fakes_cli import cpsprep
from fakes_my_bank import my_bank

DECK = """\
deck: one
title: One
domain: role
items:
  - {id: it-0001, kind: basic, front: "Who decides?", back: The person}
  - {id: it-0002, kind: basic, front: "Who speaks?", back: The person}
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home where one question was answered and one set aside."""
    my_bank(tmp_path, DECK)
    home = tmp_path / "home"
    done = cpsprep("review", "--plain", "--bank", "bank", home=home, text="\na\n\nx\nq\n")
    assert done.code == 0, done.err
    return home


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    with zipfile.ZipFile(path) as package, closing(sqlite3.connect(":memory:")) as collection:
        collection.deserialize(package.read("collection.anki2"))
        return collection.execute(sql).fetchall()


def test_answers_and_schedule_go_along_and_the_box_to_tick_is_named(home: Path) -> None:
    done = cpsprep("anki", "export", "--bank", "bank", "--with-history", home=home)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Wrote my-bank-with-history.apkg: 2 questions on 2 cards.")
    assert "With your history: 1 answer and the schedule of 1 card." in done.out
    assert 'tick "Import any learning progress"' in done.out
    assert "Leave the import options as they are" not in done.out
    path = home.parent / "my-bank-with-history.apkg"
    assert rows(path, "select ease, ivl, type from revlog") == [(3, 1, 0)]
    assert rows(path, "select type, queue, ivl, factor from cards where type = 2") == [(2, 2, 1, 2500)]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_file_that_tells_what_somebody_studies_is_theirs_alone(home: Path) -> None:
    cpsprep("anki", "export", "--bank", "bank", "--with-history", "-o", "mine.apkg", home=home)
    assert (home.parent / "mine.apkg").stat().st_mode & 0o077 == 0


def test_without_the_option_nothing_of_the_learner_is_in_the_file(home: Path) -> None:
    cpsprep("anki", "export", "--bank", "bank", home=home)
    path = home.parent / "my-bank.apkg"
    assert rows(path, "select count(*) from revlog") == [(0,)]
    assert rows(path, "select distinct type, queue from cards") == [(0, 0)]


def test_our_own_file_brings_nothing_new(home: Path) -> None:
    cpsprep("anki", "export", "--bank", "bank", "--with-history", "-o", "mine.apkg", home=home)
    done = cpsprep("anki", "pull", "mine.apkg", "--bank", "bank", "--json", home=home)
    told = json.loads(done.out)
    assert (told["added"], told["own"], told["cards"]) == (0, 1, 2)


def test_on_a_machine_without_the_log_our_own_file_brings_the_answers_back(home: Path) -> None:
    cpsprep("anki", "export", "--bank", "bank", "--with-history", "-o", "mine.apkg", home=home)
    other = home.parent / "other"
    pulled = cpsprep("anki", "pull", "mine.apkg", "--bank", "bank", home=other)
    assert pulled.out.startswith("1 review added.")
    cpsprep("data", "export", "-o", "home.jsonl", home=home)
    assert cpsprep("data", "merge", "home.jsonl", home=other).code == 0
    stats = json.loads(cpsprep("stats", "--json", "--bank", "bank", home=other).out)
    assert sum(day["new"] + day["drill"] for day in stats["answers"]) == 1


def test_somebody_who_answered_nothing_yet_can_export_all_the_same(home: Path) -> None:
    done = cpsprep("anki", "export", "--bank", "bank", "--with-history", home=home.parent / "other")
    assert done.code == 0
    assert "With your history: 0 answers and the schedule of 0 cards." in done.out


def test_an_answer_dated_later_than_now_is_told(home: Path) -> None:
    exported = cpsprep("data", "export", "-o", "-", home=home).out.splitlines(keepends=True)
    lines = [line for line in exported if '"answered"' in line]
    event = json.loads(lines[0]) | {"id": "later", "seq": 99, "at_ms": 9_000_000_000_000, "device": "clock"}
    head = '{"schema":"cpsprep.log/1"}\n'
    (home.parent / "more.jsonl").write_text(head + json.dumps(event) + "\n", encoding="utf-8")
    assert cpsprep("data", "merge", "more.jsonl", home=home).code == 0
    done = cpsprep("anki", "export", "--bank", "bank", "--with-history", home=home)
    assert "1 answer is dated later than now, and went along in the schedule alone." in done.out
