"""`cpsprep exam blueprints`: what is known of each board, for people and for programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from fakes_bank import write_bank
from fakes_cli import Outcome, cpsprep

GUIDE = "The guide, A board, 2020, seen in March 2020, more than a year ago."
CHECK = "Check your own board"
BOARD = """\
blueprint: a-board
title: The board of our state
source: guide
as_of: 2020-03
also: [Ourstate]
address: our-board.org
note: Ask for a quiet room.
exam:
  items: {value: 50, note: "A blog says 60."}
  minutes: {value: unknown, source: plain}
  pass_mark: 70%
domains: [{id: one, title: One, weight: 75}, {id: two, title: Two, weight: 25}]
weights: {source: plain, as_of: 2020, note: "From their leaflet."}
items: {one: [one-choice], two: [four-true]}
"""


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    folder = write_bank(tmp_path / "small")
    (folder / "blueprints").mkdir()
    (folder / "blueprints" / "a.yaml").write_text(BOARD, "utf-8")
    return folder


def run(home: Path, *words: str, bank: Path | None = None) -> Outcome:
    return cpsprep("exam", "blueprints", *words, home=home, env={"CPSPREP_BANK": str(bank)} if bank else {})


def told(outcome: Outcome) -> Any:  # noqa: ANN401  (JSON is whatever it is)
    return json.loads(outcome.out)


def test_every_board_is_listed_with_what_is_known_and_from_where(home: Path, bank: Path) -> None:
    done = run(home, bank=bank)

    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines()[2:9] == [
        "The areas of your questions (generic)",
        "  Questions, time and pass mark were not found.",
        "",
        "The board of our state (a-board)",
        "  50 questions (see note); time not found; passes with 70 percent.",
        "  Ask for a quiet room.",
        f"  From {GUIDE}",
    ]
    assert done.out.splitlines()[-1].startswith(CHECK)


@pytest.mark.parametrize("name", ["a-board", "Ourstate", "OUR-state"])
def test_one_board_in_full(home: Path, bank: Path, name: str) -> None:
    done = run(home, name, bank=bank)

    assert done.code == 0
    assert done.out.splitlines() == [
        "The board of our state (a-board)",
        "Ask for a quiet room.",
        "",
        "Questions: 50",
        "  A blog says 60.",
        "Time: not found",
        "  Looked for in A book, seen in March 2020, more than a year ago.",
        "Passes with: 70 percent",
        "Kinds of question: not found",
        "",
        "Areas of the board: 2",
        "  One: 75 percent of a mock exam, from 1 question",
        "  Two: 25 percent of a mock exam, from 0 questions",
        "How much each area counts is what the board says.",
        "  From their leaflet.",
        "  From A book, seen in 2020, more than a year ago.",
        f"Where nothing else is named: from {GUIDE}",
        "",
        "To ask: our-board.org",
        done.out.splitlines()[-1],
    ]
    assert done.out.splitlines()[-1].startswith(CHECK)


def test_programs_get_every_value_with_source_and_date(home: Path, bank: Path) -> None:
    whole = told(run(home, "a-board", "--json", bank=bank))
    (one,) = whole["blueprints"]

    assert whole["schema"] == "cpsprep.blueprints/1"
    assert whole["sources"] == {"guide": "The guide, A board, 2020", "plain": "A book"}
    assert one["items"] == {"value": 50, "source": ["guide"], "as_of": "2020-03", "note": "A blog says 60."}
    assert one["minutes"] == {"value": None, "source": ["plain"], "as_of": "2020-03", "note": None}
    assert one["pass_mark"]["value"] == {"value": 70.0, "score": "percent", "low": None, "high": None}
    assert one["kinds"] == {"value": None, "source": [], "as_of": None, "note": None}
    assert one["mock"] == {
        "items": 50,
        "minutes": None,
        "cut": 0.7,
        "kinds": ["single"],
        "areas": [
            {"id": "one", "title": "One", "share": 0.75, "questions": 1},
            {"id": "two", "title": "Two", "share": 0.25, "questions": 0},
        ],
    }


def test_several_that_may_be_meant_are_listed(home: Path) -> None:
    done = run(home, "Illinois")

    assert "(il-cprs)" in done.out
    assert "(il-crss)" in done.out
    assert "(ca-mpssc)" not in done.out


def test_a_board_of_which_nothing_is_known_is_said_so(home: Path, bank: Path) -> None:
    done = run(home, "Ohio", bank=bank)

    assert (done.code, done.out) == (2, "")
    assert "nothing is known here of 'Ohio'" in done.err


def test_the_shipped_boards_are_known_without_setting_up(home: Path) -> None:
    whole = told(run(home, "--json"))

    first, *others = [one["id"] for one in whole["blueprints"]]
    assert first == "generic"
    assert {"icrc-pr", "ncps", "il-crss", "pa-cps", "ca-mpssc", "wi-cps", "va-cprs"} <= set(others)


def test_a_bank_that_is_not_there_is_told(home: Path, tmp_path: Path) -> None:
    done = run(home, bank=tmp_path / "nowhere")

    assert (done.code, done.out) == (3, "")
