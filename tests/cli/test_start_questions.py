"""The questions of `cpsprep start`: what is asked, understood and said back, and that all may be skipped."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from cpsprep.cli.plan.asking import ask_plan
from cpsprep.cli.plan.person import TRIES
from cpsprep.cli.start import ask_ui
from cpsprep.core.config.settings import Ui
from cpsprep.core.history import StudyPlan
from fakes_typing import Typing

TODAY = date(2026, 11, 23)
NOTHING = StudyPlan()


def plan(*lines: str, before: StudyPlan = NOTHING) -> Mapping[str, object]:
    return ask_plan(Typing.of(*lines).person, TODAY, before).kept


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
    assert heard()[0] == ("A few questions. Press Enter to skip one; b goes back, q skips them all, ? helps.")


REST = "The rest is skipped. To answer it later: cpsprep start"


@pytest.mark.parametrize("lines", [("NAPS", "q"), ("NAPS", " QUIT "), ("NAPS",)], ids=["q", "quit", "end"])
def test_who_has_enough_hears_no_more_questions(lines: tuple[str, ...]) -> None:
    said = heard("", *lines)

    assert (said[-2], said[-1]) == ("3. How many minutes a day do you want to study?", REST)
    assert plan("", *lines) == {"board": "NAPS"}


def test_q_is_no_board() -> None:
    assert plan("", "q") == {}


@pytest.mark.parametrize("word", ["?", "help"])
def test_a_call_for_help_is_no_board(word: str) -> None:
    assert heard("", word, "")[3].startswith("Type your state, or the board's name or letters")
    assert plan("", word, "") == {}


def test_what_was_understood_is_said_back() -> None:
    assert heard("12/28/2026", "Naps, inc.", "1 h", "Sat and Sundays", "parts")[2::2] == [
        "Monday, December 28, 2026, 35 days from today.",
        "Board: Naps, inc.",
        "60 minutes a day.",
        "Days off: Saturday and Sunday.",
        "Mock exams in parts of 25 questions.",
    ]


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


def test_days_off_and_mock_exams_are_asked_only_on_the_way_to_an_exam() -> None:
    assert len(heard("", "", "")) == 4
    assert len(heard("", "", "", before=KNOWN)) == 6


@pytest.mark.parametrize(
    ("text", "days"),
    [("sun", ["sun"]), ("Sundays.", ["sun"]), ("sat,sun", ["sat", "sun"]), ("sunday & wed", ["wed", "sun"])],
)
def test_days_off_are_read_as_people_write_them(text: str, days: list[str]) -> None:
    assert plan("", "", "", text, before=KNOWN) == {"days_off": days}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("weekends", "'weekends' is no weekday. Write mon, tue, wed, thu, fri, sat or sun"),
        ("s", "'s' is no weekday. Write mon, tue, wed, thu, fri, sat or sun"),
        ("7", "'7' is no weekday. Write mon, tue, wed, thu, fri, sat or sun"),
        ("mon tue wed thu fri sat sun", "Then no day would be left. Leave one out"),
    ],
)
def test_what_is_no_day_off_is_told(text: str, words: str) -> None:
    assert heard("", "", "", text, before=KNOWN)[5] == f"{words}, or press Enter to skip."


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("parts", {"mocks": "parts", "mock_day": None}),
        ("Part", {"mocks": "parts", "mock_day": None}),
        ("saturday", {"mocks": "day", "mock_day": "sat"}),
        ("on fri", {"mocks": "day", "mock_day": "fri"}),
    ],
)
def test_mock_exams_come_in_parts_or_on_a_long_day(text: str, kept: dict[str, object]) -> None:
    assert plan("", "", "", "", text, before=KNOWN) == kept


def test_a_long_day_is_one() -> None:
    assert heard("", "", "", "", "sat sun", before=KNOWN)[6] == "Name one weekday, or press Enter to skip."


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"days_off": (5, 6)}, "Now: Saturday and Sunday."),
        ({"mocks": "parts"}, "Now: parts."),
        ({"mocks": "day", "mock_day": 5}, "Now: Saturday."),
        ({"mocks": "day"}, "Now: day."),
    ],
)
def test_what_is_known_of_the_days_is_said(fields: dict[str, object], words: str) -> None:
    said = heard("", "", "", "", "", before=replace(KNOWN, **fields))  # type: ignore[arg-type]
    assert any(words in line for line in said[4:])


KNOWN = StudyPlan("2026-12-28", "NAPS", 20)


def test_what_is_known_is_said_with_the_question() -> None:
    keep = "Press Enter to keep it, or type none to forget it."

    assert heard("", "", "", "", "", before=KNOWN)[1:] == [
        (
            "1. When is your exam, for example 12/28/2026? "
            f"Now: Monday, December 28, 2026, 35 days from today. {keep}"
        ),
        f"2. Which board gives your exam, if you know? Now: NAPS. {keep}",
        f"3. How many minutes a day do you want to study? Now: 20. {keep}",
        "4. On which days of the week do you not study, for example sat sun?",
        "5. Mock exams on the way: type parts for 25 questions at a time, or a weekday for one long day.",
    ]


def test_enter_keeps_what_is_known() -> None:
    assert plan("", "", "", before=KNOWN) == {}


def test_what_is_known_can_be_forgotten() -> None:
    assert plan("None", "none", "NONE", before=KNOWN) == {
        "exam_date": None,
        "board": None,
        "blueprint": None,
        "minutes_per_day": None,
    }


def test_that_it_is_forgotten_is_said() -> None:
    assert heard("none", before=KNOWN)[2] == "Forgotten."


def test_none_is_no_board() -> None:
    assert plan("none", "none", "none") == {}


def test_a_known_date_that_is_none_is_said_as_it_is() -> None:
    assert "Now: soon." in heard(before=replace(NOTHING, exam_date="soon"))[1]


@pytest.mark.parametrize(
    ("lines", "ui"),
    [
        (("f",), Ui.FULL),
        (("Full screen",), Ui.FULL),
        (("x", "f"), Ui.FULL),
        (("",), Ui.PLAIN),
        (("p",), Ui.PLAIN),
        (("q",), Ui.PLAIN),
        (("x",) * TRIES, Ui.PLAIN),
        ((), Ui.PLAIN),
    ],
)
def test_plain_lines_unless_full_screen_is_asked_for(lines: tuple[str, ...], ui: Ui) -> None:
    assert ask_ui(Typing.of(*lines).person) is ui


@pytest.mark.parametrize(
    ("line", "words"),
    [("f", "Full screen. To change it: cpsprep start"), ("", "Plain lines. To change it: cpsprep start")],
)
def test_the_front_end_is_said_back(line: str, words: str) -> None:
    typing = Typing.of(line)
    ask_ui(typing.person)

    assert typing.heard[-1] == words


def test_what_is_no_front_end_is_asked_again() -> None:
    typing = Typing.of("x", "")
    ask_ui(typing.person)

    assert typing.heard[1] == "Type f for full screen, or press Enter for plain lines."
