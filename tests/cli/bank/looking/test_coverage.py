"""`cpsprep bank coverage`: the verdict, the holes, the counts, for people and for programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from fakes_bank import DECK, HEADER, write_bank
from fakes_cli import Outcome, cpsprep

TARGETS = (
    "coverage: {items: 1, multiple: 1, share_tolerance: 100, claims: 1, facts: ['2'], boards: {a-board: 2}}\n"
)
FACTS = (
    "facts:\n"
    + "".join(f"  2.1.{n:02}: {{says: Fact {n}.}}\n" for n in range(1, 16))
    + "claims: {S01: One.}\n"
)
BOARD = """\
blueprint: a-board
title: A board
domains: [{id: one, title: One}]
items: {one: [one-choice, two-cloze]}
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    deck = DECK.replace("claims: [S01]", "claims: [S01]\n    facts: [2.1.01]")
    folder = write_bank(tmp_path / "small", {"first.yaml": deck}, f"{HEADER}{TARGETS}")
    for name, text in (("facts/a.yaml", FACTS), ("blueprints/a.yaml", BOARD)):
        (folder / name).parent.mkdir()
        (folder / name).write_text(text, "utf-8")
    return folder


def run(home: Path, bank: Path, *words: str) -> Outcome:
    return cpsprep("bank", "coverage", *words, home=home, env={"CPSPREP_BANK": str(bank)})


def told(outcome: Outcome) -> Any:  # noqa: ANN401  (JSON is whatever it is)
    return json.loads(outcome.out)


def test_the_verdict_comes_first_then_what_is_missing(home: Path, bank: Path) -> None:
    done = run(home, bank)
    lines = done.out.splitlines()
    holes = ", ".join(f"2.1.{n:02}" for n in range(2, 14))

    assert (done.code, done.err) == (1, "")
    assert lines[:2] == ["Small bank: 3 questions to study.", "4 of 7 targets are met."]
    assert lines[3:7] == [
        "Not met",
        "  questions checked or reviewed: 0, wanted at least 1",
        "  questions with several right answers: 0, wanted at least 1",
        f"  facts of section 2, tested or left out for a reason: 1 of 15. Missing: {holes} and 2 more",
    ]
    assert "  Listening: 100%, wanted 0 to 160%" in lines
    assert "  claims with 1 or more questions: 1 of 1" in lines
    assert "  A board, One: 2, wanted at least 2" in lines


def test_the_counts_follow(home: Path, bank: Path) -> None:
    out = run(home, bank).out

    assert "Area (of 3)\n  Listening: 3, 100%\n  Role: 0\n" in out
    assert "True statements, of true or false\n  Listening: 0 of 1\n" in out
    assert "Board: A board (of 3)\n  One: 2, 66.7%\n  in no domain of this board: 1, 33.3%\n" in out
    assert "Source\n" not in out


def test_long_lists_are_shown_when_asked_for(home: Path, bank: Path) -> None:
    out = run(home, bank, "--full").out

    assert "Fact\n  2.1.01: 1\n  2.1.02: 0\n" in out
    assert "Source\n  guide: 1\n  plain: 0\n" in out
    assert "2.1.14, 2.1.15\n" in out
    assert "--full" not in out


def test_drafts_count_when_asked_for(home: Path, bank: Path) -> None:
    assert run(home, bank, "--drafts").out.startswith("Small bank: 4 questions, drafts included.\n")


def test_programs_get_everything(home: Path, bank: Path) -> None:
    whole = told(run(home, bank, "--json"))
    (one,) = whole["banks"]
    targets = {target["id"]: target for target in one["targets"]}

    assert whole["schema"] == "cpsprep.bank-coverage/1"
    assert (one["title"], one["items"], one["met"], one["problems"]) == ("Small bank", 3, False, [])
    assert targets["facts 2"]["holes"] == [f"2.1.{n:02}" for n in range(2, 16)]
    assert targets["domain role"] == {
        "id": "domain role",
        "title": "Role",
        "met": True,
        "found": 0,
        "least": -60,
        "most": 140,
        "unit": "percent",
        "holes": [],
    }
    tables = {table["id"]: table for table in one["tables"]}
    assert tables["true"]["rows"] == [{"key": "listening", "title": "Listening", "number": 0, "of": 1}]
    assert len(tables["fact"]["rows"]) == 15


def test_a_bank_without_targets_just_counts(home: Path, tmp_path: Path) -> None:
    done = run(home, write_bank(tmp_path / "plain"))

    assert done.code == 0
    assert done.out.splitlines()[1] == "This bank sets itself no targets; 'coverage' in bank.yaml does."
    assert "Not met" not in done.out


def test_a_table_without_any_number_is_not_told(home: Path, tmp_path: Path) -> None:
    out = run(home, write_bank(tmp_path / "plain", {"a.yaml": "items: []\n"})).out

    assert out.splitlines()[0] == "Small bank: 0 questions to study."
    assert "Status" not in out
    assert "What to do or say" not in out


def test_questions_with_mistakes_are_not_passed_over_in_silence(home: Path, tmp_path: Path) -> None:
    folder = write_bank(tmp_path / "plain", {"a.yaml": "items:\n  - {id: one-x, kind: basic}\n"})

    assert run(home, folder).out.splitlines()[1] == (
        "Left out because of mistakes: 1 question. To see why: cpsprep bank lint plain"
    )


def test_what_to_type_next_names_the_same_bank_and_drafts(home: Path, bank: Path) -> None:
    assert run(home, bank).out.endswith(": cpsprep bank coverage --full\n")
    out = cpsprep("bank", "coverage", "--drafts", "small", home=home, cwd=bank.parent).out
    assert out.endswith(": cpsprep bank coverage --full --drafts small\n")


def test_what_people_said_is_told(home: Path, bank: Path) -> None:
    cpsprep("bank", "vet", str(bank), home=home, text="a\nd No.\n\na\nq\n")
    out = run(home, bank).out

    assert "(of 3)\n  agreed: 1, 33.3%\n  disputed by one or more: 1, 33.3%\n  not read: 1, 33.3%\n" in out
    assert "\nDisputed by people: question, number of disputes\n  one-choice: 1\n" in out


def test_a_reached_bank_is_fine(home: Path, tmp_path: Path) -> None:
    done = run(home, write_bank(tmp_path / "reached", header=f"{HEADER}coverage: {{truefalse: 1}}\n"))

    assert done.code == 0
    assert done.out.splitlines()[1] == "1 of 1 target is met."


def test_mistakes_in_the_records_are_told_beside_the_counts(home: Path, bank: Path) -> None:
    (bank / "readings.jsonl").write_text("no\n" * 25, "utf-8")

    done = run(home, bank)

    assert done.code == 1
    assert "readings.jsonl:1:1: error[bad-reading]" in done.err
    assert done.err.splitlines()[-1] == "and 5 more. To see all: cpsprep bank lint small"
    assert told(run(home, bank, "--json"))["banks"][0]["problems"][0].endswith("cut short")


def test_several_banks_come_one_after_the_other(home: Path, bank: Path, tmp_path: Path) -> None:
    other = write_bank(tmp_path / "other", header=HEADER.replace("Small", "Other"))

    out = cpsprep("bank", "coverage", "--bank", str(bank), "--bank", str(other), home=home).out

    assert "\n\nOther bank: 3 questions to study.\n" in out


@pytest.mark.parametrize("header", ["format: 9\ntitle: x\n", "- x\n"])
def test_a_bank_that_cannot_be_used_says_so(home: Path, tmp_path: Path, header: str) -> None:
    done = run(home, write_bank(tmp_path / "broken", header=header))

    assert done.code == 3
    assert "cpsprep bank lint" in done.err
