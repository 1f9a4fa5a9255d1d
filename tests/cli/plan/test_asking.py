"""Going back, help and slips among the questions of a plan: what is no answer is never kept as one."""

from collections.abc import Mapping
from datetime import date

import pytest

from cpsprep.cli.plan.asking import ask_plan
from cpsprep.cli.plan.person import TRIES
from cpsprep.core.history import StudyPlan
from fakes_boards import board
from fakes_typing import Typing

TODAY = date(2026, 11, 23)
NOTHING = StudyPlan()


def plan(*lines: str) -> Mapping[str, object]:
    return ask_plan(Typing.of(*lines).person, TODAY, NOTHING).kept


def heard(*lines: str) -> list[str]:
    typing = Typing.of(*lines)
    ask_plan(typing.person, TODAY, NOTHING)
    return typing.heard


def test_every_question_says_on_request_what_can_be_typed() -> None:
    told = [line for line in heard("?", "12/28/2026", "?", "", "?", "", "?", "", "?") if "Type" in line]

    assert [line.split()[1:3] for line in told if line.endswith("or press Enter to skip.")] == [
        ["a", "date"],
        ["your", "state,"],
        ["a", "number"],
        ["weekdays", "such"],
        ["parts,", "a"],
    ]


BACK = ["b", "back", "u", "Undo"]


@pytest.mark.parametrize("word", BACK)
def test_going_back_asks_the_question_before_once_more(word: str) -> None:
    assert plan("12/28/2026", word, "1/5/2027", "NAPS") == {"exam_date": "2027-01-05", "board": "NAPS"}


@pytest.mark.parametrize("word", BACK)
def test_going_back_is_no_board(word: str) -> None:
    assert plan("", word) == {}


def test_who_went_back_hears_what_was_understood_and_keeps_it_with_enter() -> None:
    lines = ("12/28/2026", "b", "", "NAPS")

    assert heard(*lines)[4].endswith(
        "Now: Monday, December 28, 2026, 35 days from today. "
        "Press Enter to keep it, or type none to forget it."
    )
    assert plan(*lines) == {"exam_date": "2026-12-28", "board": "NAPS"}


def test_what_was_just_said_can_be_forgotten() -> None:
    assert plan("", "NAPS", "b", "none", "20") == {"board": None, "blueprint": None, "minutes_per_day": 20}


def test_before_the_first_question_there_is_none() -> None:
    said = heard("b", "")

    assert said[1] == said[2] == "1. When is your exam, for example 12/28/2026?"


def test_going_back_reaches_over_the_days_that_only_an_exam_asks_for() -> None:
    assert plan("12/28/2026", "", "20", "b", "30", "sat") == {
        "exam_date": "2026-12-28",
        "minutes_per_day": 30,
        "days_off": ["sat"],
    }


def test_asking_for_help_is_no_wrong_answer() -> None:
    assert plan("", *["?"] * TRIES, "NAPS") == {"board": "NAPS"}


@pytest.mark.parametrize("text", ["x", "1", ".", "&"])
def test_a_letter_is_no_board(text: str) -> None:
    assert heard("", text)[3].startswith("No board has so short a name.")
    assert plan("", text) == {}


BOARDS = (board("naps", also=("NAPS",)),)


def with_boards(*lines: str) -> tuple[Mapping[str, object], list[str]]:
    typing = Typing.of(*lines)
    return ask_plan(typing.person, TODAY, NOTHING, BOARDS).kept, typing.heard


def test_a_board_that_is_known_is_kept_at_once() -> None:
    assert with_boards("", "naps")[0] == {"board": "naps", "blueprint": "naps"}


def test_a_board_of_which_nothing_is_known_is_kept_only_when_that_is_meant() -> None:
    kept, said = with_boards("", "My own", "y")

    assert said[3] == (
        "Nothing is known here of a board 'My own'. Type y to keep that name, another one, or Enter to skip."
    )
    assert said[4] == "Board: My own. Nothing is known here of its exam."
    assert kept == {"board": "My own", "blueprint": None}


@pytest.mark.parametrize(
    ("lines", "kept"), [(("no", ""), {}), (("naspp", "naps"), {"board": "naps", "blueprint": "naps"})]
)
def test_a_slip_is_no_board(lines: tuple[str, ...], kept: dict[str, object]) -> None:
    assert with_boards("", *lines)[0] == kept
