"""`cpsprep start`: what is asked, what is understood, and that all of it may be skipped."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest

from cpsprep.adapters.system import Folders, SystemClock
from cpsprep.app.errors import BusyError
from cpsprep.cli.start import TRIES, Person, ask_plan, ask_ui, coverage, welcome
from cpsprep.cli.wiring import World
from cpsprep.core.bank import Catalog
from cpsprep.core.history import StudyPlan
from cpsprep.core.item import Item, Status
from cpsprep.core.settings import Settings, Ui
from fakes_cli import cpsprep
from fakes_study import FakeShelf, bank, item

TODAY = date(2026, 11, 23)
NOTHING = StudyPlan()


@dataclass
class Typing:
    """Someone who types these lines and then nothing more, and hears what is said."""

    lines: Iterator[str]
    heard: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, *lines: str) -> "Typing":
        return cls(iter([f"{line}\n" for line in lines]))

    @property
    def person(self) -> Person:
        return Person(self.heard.append, lambda: next(self.lines, ""))


def plan(*lines: str, before: StudyPlan = NOTHING) -> Mapping[str, object]:
    return ask_plan(Typing.of(*lines).person, TODAY, before)


def heard(*lines: str, before: StudyPlan = NOTHING) -> list[str]:
    typing = Typing.of(*lines)
    ask_plan(typing.person, TODAY, before)
    return typing.heard


def test_three_answers_make_a_plan() -> None:
    assert plan("12/28/2026", " NAPS ", "20") == {
        "exam_date": "2026-12-28",
        "board": "NAPS",
        "minutes_per_day": 20,
    }


@pytest.mark.parametrize(
    "lines", [("", "", ""), (" ", "\t", ""), ()], ids=["Enter", "blanks", "end of input"]
)
def test_all_of_it_may_be_skipped(lines: tuple[str, ...]) -> None:
    assert plan(*lines) == {}


@pytest.mark.parametrize(
    ("lines", "name"),
    [(("Dec 28",), "exam_date"), (("", "NAPS"), "board"), (("", "", "20"), "minutes_per_day")],
)
def test_any_one_may_be_answered_alone(lines: tuple[str, ...], name: str) -> None:
    assert list(plan(*lines)) == [name]


def test_that_they_may_be_skipped_is_said_first() -> None:
    assert heard()[0] == "Three questions. Press Enter to skip any of them."


def test_the_date_is_said_back_in_words() -> None:
    assert "Monday, December 28, 2026, 35 days from today." in heard("12/28/2026")


def test_the_exam_may_be_today() -> None:
    assert plan("11/23/2026") == {"exam_date": "2026-11-23"}


def test_a_date_that_has_passed_is_told_kindly_and_asked_again() -> None:
    assert heard("11/22/2026")[2] == (
        "Sunday, November 22, 2026, yesterday: that day has passed. "
        "Write month/day/year, or press Enter to skip."
    )


def test_what_is_no_date_is_told_and_asked_again() -> None:
    assert heard("soon")[2] == (
        "That is no date I can read. Write it as month/day/year, or press Enter to skip."
    )


@pytest.mark.parametrize("wrong", ["soon", "11/22/2026", "9" * 5000], ids=["word", "past", "long"])
def test_a_later_try_counts(wrong: str) -> None:
    assert plan(*[wrong] * (TRIES - 1), "12/28/2026") == {"exam_date": "2026-12-28"}


def test_after_three_wrong_answers_a_question_counts_as_skipped_and_the_next_is_asked() -> None:
    assert plan("soon", "later", "never", "NAPS", "a", "b", "c") == {"board": "NAPS"}


def test_that_it_was_skipped_is_said() -> None:
    assert heard("soon", "later", "never")[4] == "Skipped. To answer it later: cpsprep start"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("1", 1),
        ("600", 600),
        ("20 minutes", 20),
        ("20min.", 20),
        ("20 M", 20),
        ("1 hour", 60),
        ("2h", 120),
        ("\u0662\u0660", 20),
    ],
)
def test_minutes_are_read_as_people_write_them(text: str, minutes: int) -> None:
    assert plan("", "", text) == {"minutes_per_day": minutes}


@pytest.mark.parametrize(
    "text",
    ["0", "601", "-5", "11 hours", "20 days", "1.5", "some", "²", "9" * 5000],
    ids=lambda text: text[:9],
)
def test_minutes_that_make_no_sense_are_asked_again(text: str) -> None:
    assert plan("", "", text, "30") == {"minutes_per_day": 30}


def test_the_range_of_minutes_is_said() -> None:
    assert heard("", "", "0")[4] == "Write a number of minutes from 1 to 600, or press Enter to skip."


def test_a_boards_name_is_kept_short() -> None:
    assert plan("", "x" * 5000) == {"board": "x" * 200}


KNOWN = StudyPlan("2026-12-28", "NAPS", 20)


def test_what_is_known_is_said_with_the_question() -> None:
    assert heard(before=KNOWN)[1:] == [
        (
            "1. When is your exam, for example 12/28/2026? "
            "Now: Monday, December 28, 2026, 35 days from today. Type none to forget it."
        ),
        "2. Which board gives your exam, if you know? Now: NAPS. Type none to forget it.",
        "3. How many minutes a day do you want to study? Now: 20. Type none to forget it.",
    ]


def test_enter_keeps_what_is_known() -> None:
    assert plan("", "", "", before=KNOWN) == {}


def test_what_is_known_can_be_forgotten() -> None:
    assert plan("None", "none", "NONE", before=KNOWN) == {
        "exam_date": None,
        "board": None,
        "minutes_per_day": None,
    }


def test_none_is_no_board() -> None:
    assert plan("none", "none", "none") == {}


def test_a_known_date_that_is_none_is_said_as_it_is() -> None:
    assert "Now: soon." in heard(before=replace(NOTHING, exam_date="soon"))[1]


@pytest.mark.parametrize(
    ("lines", "ui"),
    [(("f",), Ui.FULL), (("Full screen",), Ui.FULL), (("",), Ui.PLAIN), (("p",), Ui.PLAIN), ((), Ui.PLAIN)],
)
def test_plain_lines_unless_full_screen_is_asked_for(lines: tuple[str, ...], ui: Ui) -> None:
    assert ask_ui(Typing.of(*lines).person) is ui


def covers(*items: Item) -> list[str]:
    catalog: Catalog = FakeShelf([bank(*items)]).catalog()
    return coverage(catalog)


def test_the_areas_of_the_bank_are_told_in_its_order() -> None:
    items = [replace(item("q-1"), domain="crisis"), item("q-2"), item("q-3")]

    assert covers(*items) == ["Test bank: 3 questions.", "- Listening: 2", "- Crisis: 1"]


def test_one_question_is_no_plural() -> None:
    assert covers(item()) == ["Test bank: 1 question.", "- Listening: 1"]


def test_an_area_without_questions_is_left_out() -> None:
    assert covers() == ["Test bank: 0 questions."]


def test_drafts_are_not_counted() -> None:
    assert covers(replace(item(), status=Status.DRAFT)) == ["Test bank: 0 questions."]


def here(home: Path) -> World:
    return World(Folders(home / "data", home / "config", home / "cache"), Settings(), SystemClock())


def test_the_answers_are_kept_in_the_log(tmp_path: Path) -> None:
    world = here(tmp_path)
    welcome(world, Typing.of("12/28/2099", "NAPS", "20").person)
    with world.log() as log:
        kept = log.history(world.clock.now().study_day).plan

    assert kept == StudyPlan("2099-12-28", "NAPS", 20)


def test_later_answers_change_only_what_they_answer(tmp_path: Path) -> None:
    world = here(tmp_path)
    welcome(world, Typing.of("12/28/2099", "NAPS", "20").person)
    welcome(world, Typing.of("", "none", "30").person)
    with world.log() as log:
        kept = log.history(world.clock.now().study_day).plan

    assert kept == StudyPlan("2099-12-28", None, 30)


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
    done = cpsprep("start", home=tmp_path / "home", text="12/28/2099\n\n\n")

    assert (done.code, done.err) == (0, "")
    assert done.out.endswith("Next, type: cpsprep review\n")


def test_its_answers_reach_an_export(tmp_path: Path) -> None:
    home = tmp_path / "home"
    cpsprep("start", home=home, text="12/28/2099\n\n\n")
    done = cpsprep("data", "export", "-o", "-", home=home)
    events = [json.loads(line) for line in done.out.splitlines()[1:]]

    assert {"exam_date": "2099-12-28"} in [event.get("payload") for event in events]
