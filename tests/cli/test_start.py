"""`cpsprep start`: what the bank covers, and that the answers are kept."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from cpsprep.adapters.system import Folders, SystemClock
from cpsprep.app.errors import BusyError
from cpsprep.cli.start import coverage, welcome
from cpsprep.cli.wiring import World
from cpsprep.core.bank import Catalog
from cpsprep.core.config.settings import Settings
from cpsprep.core.item import Item, Status
from fakes_cli import cpsprep
from fakes_exam_day import EXAM, EXAM_DAY
from fakes_study import FakeShelf, bank, item
from fakes_typing import Typing


def covers(*items: Item) -> list[str]:
    catalog: Catalog = FakeShelf([bank(*items)]).catalog()
    return coverage(catalog)


def test_the_areas_of_the_bank_are_told_in_its_order() -> None:
    items = [replace(item("q-1"), domain="crisis"), item("q-2"), item("q-3")]

    assert covers(*items) == ["Test bank: 3 questions.", "Listening: 2.", "Crisis: 1."]


def test_one_question_is_no_plural() -> None:
    assert covers(item()) == ["Test bank: 1 question.", "Listening: 1."]


def test_an_area_without_questions_is_left_out() -> None:
    assert covers() == ["Test bank: 0 questions."]


def test_drafts_are_not_counted() -> None:
    assert covers(replace(item(), status=Status.DRAFT)) == ["Test bank: 0 questions."]


def here(home: Path) -> World:
    return World(Folders(home / "data", home / "config", home / "cache"), Settings(), SystemClock())


def test_the_answers_are_kept_in_the_log(tmp_path: Path) -> None:
    world = here(tmp_path)
    welcome(world, Typing.of(EXAM, "NAPS", "y", "20").person)
    with world.log() as log:
        kept = log.history(world.clock.now().study_day).plan

    assert (kept.exam_date, kept.board, kept.minutes_per_day) == (EXAM_DAY.isoformat(), "NAPS", 20)


def test_later_answers_change_only_what_they_answer(tmp_path: Path) -> None:
    world = here(tmp_path)
    welcome(world, Typing.of(EXAM, "NAPS", "y", "20").person)
    welcome(world, Typing.of("", "none", "30").person)
    with world.log() as log:
        kept = log.history(world.clock.now().study_day).plan

    assert (kept.exam_date, kept.board, kept.minutes_per_day) == (EXAM_DAY.isoformat(), None, 30)


def test_skipping_everything_writes_no_event(tmp_path: Path) -> None:
    world = here(tmp_path)
    welcome(world, Typing.of().person)
    with world.log() as log:
        events = list(log.events())

    assert events == []


def test_where_nobody_sits_no_front_end_is_chosen(tmp_path: Path) -> None:
    world = here(tmp_path)
    welcome(world, Typing.of("", "", "", "f").person)

    assert not world.folders.settings.exists()


def test_a_review_in_another_window_is_respected(tmp_path: Path) -> None:
    world = here(tmp_path)
    with world.writing_log("a review", "plain"), pytest.raises(BusyError):
        welcome(world, Typing.of().person)


def test_the_command_says_what_comes_next(tmp_path: Path) -> None:
    done = cpsprep("start", home=tmp_path / "home", text=f"{EXAM}\n\n\n")

    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("Next, type: cpsprep review\n")


def test_its_answers_reach_an_export(tmp_path: Path) -> None:
    home = tmp_path / "home"
    cpsprep("start", home=home, text=f"{EXAM}\n\n\n")
    done = cpsprep("data", "export", "-o", "-", home=home)
    events = [json.loads(line) for line in done.out.splitlines()[1:]]

    assert {"exam_date": EXAM_DAY.isoformat()} in [event.get("payload") for event in events]
