"""What the blueprints of the shipped bank promise: nothing of a board without a source and a date."""

from typing import Any

import pytest

from cpsprep.adapters.bank.records import read_records
from cpsprep.adapters.bank.shelf import BankShelf
from cpsprep.adapters.bank.shipped_bank import default_bank_folder
from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.core.exam.boards import guess_board
from cpsprep.core.exam.outlines import held, outline_of
from cpsprep.core.item import Kind, Status
from cpsprep.core.records.as_of import last_day
from cpsprep.core.records.board import GENERIC, Areas, Blueprint, ScoreScale, Told

FOLDER = default_bank_folder()
BANK = read_bank(FOLDER)
RECORDS = read_records(FOLDER, BANK)
BOARDS = RECORDS.blueprints
CATALOG = BankShelf([FOLDER], None).catalog()
CHOICES = {Kind.SINGLE, Kind.MULTIPLE, Kind.TRUEFALSE}
OUTLINES = {one.id: outline_of({BANK.header.id: one}, CATALOG) for one in BOARDS}
each_board = pytest.mark.parametrize("board", BOARDS, ids=lambda one: one.id)


def values(board: Blueprint) -> list[Told[Any]]:
    return [*board.exam, board.weights]


def test_they_are_read_without_a_mistake() -> None:
    assert RECORDS.problems == ()


def test_the_boards_that_candidates_ask_for_are_there() -> None:
    assert {one.id for one in BOARDS} >= {
        *(
            "generic",
            "icrc-pr",
            "ncps",
            "naadac-ncprss",
            "il-crss",
            "pa-cps",
            "ca-mpssc",
            "wi-cps",
            "va-cprs",
        ),
        *("fl-crps", "ga-cps", "tx-mhps", "tn-cprs", "ny-cps", "mo-cps", "ar-cprs"),
    }


@each_board
def test_every_value_has_a_known_source_and_a_date(board: Blueprint) -> None:
    told = [one for one in values(board) if one != Told()]

    assert [one for one in told if not one.source or last_day(one.as_of) is None] == []
    named = {key for one in told for key in one.source} | set(board.source)
    assert [key for key in named if key not in BANK.header.sources] == []
    assert board.source
    assert last_day(board.as_of)


@each_board
def test_everything_was_looked_for(board: Blueprint) -> None:
    assert Told() not in board.exam


@each_board
def test_every_checked_choice_has_an_area(board: Blueprint) -> None:
    outline = OUTLINES[board.id]
    assert outline is not None
    checked = [
        entry.item
        for entry in CATALOG.entries
        if entry.kind in CHOICES and entry.status in {Status.CHECKED, Status.REVIEWED}
    ]

    assert [item for item in checked if (BANK.header.id, item) not in outline.area_of] == []


@each_board
def test_shares_add_up_and_every_area_has_questions_for_its_part(board: Blueprint) -> None:
    outline = OUTLINES[board.id]
    assert outline is not None
    there = held(outline, CATALOG)

    assert sum(area.share for area in outline.areas) == pytest.approx(1)
    assert [area.id for area in outline.areas if there[area.id] < outline.items * area.share] == []


def test_no_board_is_said_to_publish_weights_that_were_never_found() -> None:
    assert [one.id for one in BOARDS if one.weights.value is not None] == []


def test_a_scaled_pass_mark_is_never_made_into_a_share() -> None:
    scaled = {
        one.id for one in BOARDS if (mark := one.exam.pass_mark.value) and mark.score is ScoreScale.SCALED
    }

    assert "icrc-pr" in scaled
    assert {name for name, outline in OUTLINES.items() if outline and outline.cut is not None} == {
        *("il-crss", "wi-cps", "ny-cps", "ar-cprs")
    }


def test_no_board_in_particular_takes_areas_and_shares_of_the_bank() -> None:
    outline = OUTLINES[GENERIC]
    assert outline is not None

    assert (outline.items, outline.items_known, outline.cut, outline.minutes) == (75, False, None, None)
    assert {area.id: round(100 * area.share) for area in outline.areas} == {
        one.id: one.share for one in BANK.header.domains
    }
    assert [one.areas for one in BOARDS if one.id == GENERIC] == [Areas.BANK]


@each_board
def test_pages_that_contradict_one_another_are_told(board: Blueprint) -> None:
    if "icrc-pr" in {board.id, board.uses}:
        assert "Illinois" in board.exam.items.note or "Virginia" in board.exam.items.note


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Illinois", ["il-cprs", "il-crss"]),
        ("IC&RC", ["icrc-pr"]),
        ("CA", ["ca-mpssc"]),
        ("California", ["ca-mpssc"]),
        ("Pennsylvania", ["pa-cps"]),
        ("PA", ["pa-cps"]),
        ("PCB", ["pa-cps"]),
        ("Wisconsin", ["wi-cps"]),
        ("WI", ["wi-cps"]),
        ("Virginia", ["va-cprs"]),
        ("NAADAC", ["naadac-ncprss"]),
        ("Mental Health America", ["ncps"]),
        ("NCPS", ["ncps"]),
        ("New York", ["ny-cps"]),
        ("Georgia", ["ga-cps"]),
        ("Texas", ["tx-mhps"]),
        ("Ohio", []),
        ("West Virginia", []),
        ("certified peer specialist", []),
    ],
)
def test_what_a_learner_types_finds_the_board(typed: str, meant: list[str]) -> None:
    assert [one.id for one in guess_board(typed, BOARDS)] == meant
