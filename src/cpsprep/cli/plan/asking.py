"""The questions of a plan, as `cpsprep start` and `cpsprep plan set` ask them; every one may be skipped."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NamedTuple

from cpsprep.cli.plan.person import TRIES, EnoughError, Person, Understood, read_line
from cpsprep.cli.plan.reading import (
    Boards,
    exam_day,
    minutes_a_day,
    mocks,
    off_days,
    read_board,
    weekdays_words,
)
from cpsprep.core.exam_date import said
from cpsprep.core.history import StudyPlan

_FORGET: Final = "none"


class Answers(NamedTuple):
    """What is to be kept, and whether all questions were heard."""

    kept: Mapping[str, object]
    heard_all: bool


class Asked(NamedTuple):
    """One question: the keys that it settles, its words, what is known of it already, how to read a line."""

    keys: tuple[str, ...]
    words: str
    known: str | None
    read: Callable[[str], Understood]


def ask_plan(
    person: Person, today: date, before: StudyPlan, boards: Boards = (), again: str = "cpsprep start"
) -> Answers:
    """Ask; only what was answered comes back, None for what is to be forgotten.

    Days off and mock exams are asked only where there is, or was just named, an exam.

    Args:
        person: who is asked.
        today: the day.
        before: what was said earlier.
        boards: whose exams are known.
        again: the command that asks again.
    """
    kept: dict[str, object] = {}
    person.say("A few questions. Press Enter to skip one, or type q to skip them all.")
    try:
        for number, one in enumerate(_first(today, before, boards), 1):
            kept |= _settle(person, one, number, again)
        if kept.get("exam_date", before.exam_date) is not None:
            for number, one in enumerate(_second(before), 4):
                kept |= _settle(person, one, number, again)
    except EnoughError:
        person.say(f"The rest is skipped. To answer it later: {again}")
        return Answers(kept, heard_all=False)
    return Answers(kept, heard_all=True)


def _first(today: date, before: StudyPlan, boards: Boards) -> tuple[Asked, ...]:
    minutes = before.minutes_per_day
    return (
        Asked(
            ("exam_date",),
            "When is your exam, for example 12/28/2026?",
            _known_exam(before, today),
            lambda text: exam_day(text, today),
        ),
        Asked(
            ("board", "blueprint"),
            "Which board gives your exam, if you know?",
            before.board,
            lambda text: read_board(text, boards),
        ),
        Asked(
            ("minutes_per_day",),
            "How many minutes a day do you want to study?",
            None if minutes is None else str(minutes),
            minutes_a_day,
        ),
    )


def _second(before: StudyPlan) -> tuple[Asked, ...]:
    return (
        Asked(
            ("days_off",),
            "On which days of the week do you not study, for example sat sun?",
            weekdays_words(before.days_off) or None,
            off_days,
        ),
        Asked(
            ("mocks", "mock_day"),
            "Mock exams on the way: type parts for 25 questions at a time, or a weekday for one long day.",
            _known_mocks(before),
            mocks,
        ),
    )


def _settle(person: Person, one: Asked, number: int, again: str) -> Mapping[str, object]:
    """Ask until it can be read, and say back what was understood: typed words are not heard again."""
    question = f"{number}. {one.words}"
    keep = f" Now: {one.known}. Press Enter to keep it, or type {_FORGET} to forget it."
    hint = "" if one.known is None else keep
    for _ in range(TRIES):
        text = person.ask(question + hint)
        if text.casefold() in {"", _FORGET}:
            if text and one.known is not None:
                person.say("Forgotten.")
                return dict.fromkeys(one.keys)
            return {}
        try:
            kept, understood = read_line(text, one.read)
        except ValueError as refusal:
            question, hint = f"{refusal}, or press Enter to skip.", ""
        else:
            person.say(f"{understood}.")
            return kept
    person.say(f"Skipped. To answer it later: {again}")
    return {}


def _known_exam(before: StudyPlan, today: date) -> str | None:
    try:
        return before.exam_date and said(date.fromisoformat(before.exam_date), today)
    except ValueError:
        return before.exam_date


def _known_mocks(before: StudyPlan) -> str | None:
    if before.mocks != "day":
        return before.mocks
    return weekdays_words(() if before.mock_day is None else (before.mock_day,)) or "day"
