"""What is known of a board's exam, in words."""

from datetime import date

import pytest

from cpsprep.cli.exam.board_words import (
    areas_title,
    came_from,
    kinds_words,
    mark_words,
    pass_words,
    shares_words,
    summary,
    time_words,
    when,
)
from cpsprep.core.exam.outline import Outline
from cpsprep.core.item import Kind
from cpsprep.core.records.board import GENERIC, Areas, ExamSpec, PassMark, ScoreScale, Told
from fakes_boards import board, exam, passes

TODAY = date(2026, 11, 23)
SOURCES = {"guide": "The guide", "book": "A book"}


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (45, "45 minutes"),
        (60, "1 hour"),
        (61, "1 hour 1 minute"),
        (120, "2 hours"),
        (150, "2 hours 30 minutes"),
    ],
)
def test_times(minutes: int, words: str) -> None:
    assert time_words(minutes) == words


@pytest.mark.parametrize(
    ("mark", "words"),
    [
        (passes(70), "70 percent"),
        (passes(72.5), "72.5 percent"),
        (passes(68, ScoreScale.RAW), "68 right answers"),
        (passes(500, ScoreScale.SCALED), "500 on a scale from 200 to 800"),
    ],
)
def test_pass_marks(mark: PassMark, words: str) -> None:
    assert mark_words(mark) == words


@pytest.mark.parametrize(
    ("as_of", "words"),
    [("2026", "2026"), ("2026-11", "November 2026"), ("2026-11-03", "3 November 2026"), ("", "")],
)
def test_dates(as_of: str, words: str) -> None:
    assert when(as_of) == words


def test_kinds_are_said_as_learners_see_them() -> None:
    assert kinds_words((Kind.SINGLE, Kind.TRUEFALSE)) == "one best answer of several, true or false"


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (Told(1, ("guide",), "2026-11"), "From The guide, seen in November 2026."),
        (Told(1, ("guide", "book"), "2026"), "From The guide and from A book, seen in 2026."),
        (Told(1, ("guide",), "2020"), "From The guide, seen in 2020, more than a year ago."),
        (Told(None, ("guide", "book"), "2026"), "Looked for in The guide and in A book, seen in 2026."),
        (Told(1, ("lost",)), "From lost."),
        (Told(1, (), "2026"), "From no named source, seen in 2026."),
        (Told(1), ""),
    ],
)
def test_where_something_comes_from(told: Told[int], words: str) -> None:
    assert came_from(told, SOURCES, TODAY) == words


@pytest.mark.parametrize(
    ("known", "words"),
    [
        (ExamSpec(), "Questions, time and pass mark were not found."),
        (exam(50, 90, passes(70)), "50 questions; 1 hour 30 minutes; passes with 70 percent."),
        (exam(minutes=60), "Number of questions not found; 1 hour; pass mark not found."),
        (
            ExamSpec(Told(75, note="Or 100."), Told(None, note="Or so."), Told(passes(70))),
            "75 questions (see note); time not found (see note); passes with 70 percent.",
        ),
    ],
)
def test_all_in_one_line(known: ExamSpec, words: str) -> None:
    assert summary(board(exam=known)) == words


@pytest.mark.parametrize(
    ("name", "mark", "words"),
    [
        (GENERIC, None, "No board's pass mark is meant here"),
        ("a-board", None, "The pass mark was not found"),
        ("a-board", passes(500, ScoreScale.SCALED), "Scores run from 200 to 800, and 500 passes."),
        ("a-board", passes(70), ""),
    ],
)
def test_what_a_mock_exam_can_say_of_passing(name: str, mark: PassMark | None, words: str) -> None:
    said = pass_words(board(name, exam=exam(mark=mark)))

    assert said.startswith(words)
    assert bool(said) == bool(words)


@pytest.mark.parametrize(
    ("outline", "words"),
    [
        (Outline(GENERIC, "", (), {}, areas_known=False), "Areas and their parts are ours"),
        (Outline("a", "", (), {}, areas_known=False), "The areas of this exam were not found"),
        (Outline("a", "", (), {}, shares_known=True), "How much each area counts is what the board says"),
        (
            Outline("a", "", (), {}),
            "How much each area counts was not found: mock exams give all areas equal",
        ),
    ],
)
def test_whose_shares_they_are_is_said(outline: Outline, words: str) -> None:
    assert shares_words(outline).startswith(words)


@pytest.mark.parametrize(
    ("areas", "title"),
    [(Areas.BOARD, "Areas of the board"), (Areas.BANK, "Areas, ours"), (Areas.UNKNOWN, "Areas, ours")],
)
def test_whose_areas_they_are_is_said(areas: Areas, title: str) -> None:
    assert areas_title(board(areas=areas)) == title
