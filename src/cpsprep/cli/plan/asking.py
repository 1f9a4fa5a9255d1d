"""The questions of a plan, as `cpsprep start` and `cpsprep plan set` ask them; every one may be skipped."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NamedTuple

from cpsprep.cli.plan.person import BACK, TRIES, EnoughError, Person, Understood, UnsureError
from cpsprep.cli.plan.reading import (
    Boards,
    exam_day,
    minutes_a_day,
    mocks,
    off_days,
    read_board,
    weekdays_words,
)
from cpsprep.cli.typed_words import HELP, YES
from cpsprep.core.exam_date import said
from cpsprep.core.history import StudyPlan

_FORGET: Final = "none"


class Answers(NamedTuple):
    """What is to be kept, and whether all questions were heard."""

    kept: Mapping[str, object]
    heard_all: bool


class PlanQuestion(NamedTuple):
    """One question.

    Args:
        keys: that it settles.
        words: of the question.
        known: what was said of it earlier.
        read: what a line means.
        help: what can be typed.
    """

    keys: tuple[str, ...]
    words: str
    known: str | None
    read: Callable[[str], Understood]
    help: str


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
    said: dict[int, str | None] = {}
    person.say("A few questions. Press Enter to skip one; b goes back, q skips them all, ? helps.")
    number = 0
    try:
        while number < len(questions := _questions(today, before, boards, kept)):
            one = questions[number]
            try:
                answer = _settle(person, one, number + 1, again, said.get(number, one.known))
            except _BackError:
                number = max(0, number - 1)
                continue
            if answer is not None:
                kept |= answer[0]
                said[number] = answer[1] or None
            number += 1
    except EnoughError:
        person.say(f"The rest is skipped. To answer it later: {again}")
        return Answers(kept, heard_all=False)
    return Answers(kept, heard_all=True)


class _BackError(Exception):
    """They want to hear the question before once more."""


def _questions(
    today: date, before: StudyPlan, boards: Boards, kept: Mapping[str, object]
) -> tuple[PlanQuestion, ...]:
    """Those there are to ask, by what was said so far."""
    more = kept.get("exam_date", before.exam_date) is not None
    return (*_first(today, before, boards), *(_second(before) if more else ()))


def _first(today: date, before: StudyPlan, boards: Boards) -> tuple[PlanQuestion, ...]:
    minutes = before.minutes_per_day
    return (
        PlanQuestion(
            ("exam_date",),
            "When is your exam, for example 12/28/2026?",
            _known_exam(before, today),
            lambda text: exam_day(text, today),
            "Type a date as month/day/year, or such as Dec 28, Friday or in 3 weeks",
        ),
        PlanQuestion(
            ("board", "blueprint"),
            "Which board gives your exam, if you know?",
            before.board,
            lambda text: read_board(text, boards),
            "Type your state, or the board's name or letters; to see those known, later: "
            "cpsprep exam blueprints",
        ),
        PlanQuestion(
            ("minutes_per_day",),
            "How many minutes a day do you want to study?",
            None if minutes is None else str(minutes),
            minutes_a_day,
            "Type a number such as 20, or 1 hour",
        ),
    )


def _second(before: StudyPlan) -> tuple[PlanQuestion, ...]:
    return (
        PlanQuestion(
            ("days_off",),
            "On which days of the week do you not study, for example sat sun?",
            weekdays_words(before.days_off) or None,
            off_days,
            "Type weekdays such as sat sun",
        ),
        PlanQuestion(
            ("mocks", "mock_day"),
            "Mock exams on the way: type parts for 25 questions at a time, or a weekday for one long day.",
            _known_mocks(before),
            mocks,
            "Type parts, a weekday such as sat, or none",
        ),
    )


def _settle(
    person: Person, one: PlanQuestion, number: int, again: str, known: str | None
) -> Understood | None:
    """Ask until it can be read, and say back what was understood: typed words are not heard again.

    Raises:
        _BackError: they type that they want to go back.
    """
    question = f"{number}. {one.words}"
    keep = f" Now: {known}. Press Enter to keep it, or type {_FORGET} to forget it."
    hint = "" if known is None else keep
    meant: Understood | None = None
    wrong = 0
    while wrong < TRIES:
        text = person.ask(question + hint)
        word = text.casefold()
        if word in BACK:
            raise _BackError
        if word in {"", _FORGET}:
            if text and known is not None:
                person.say("Forgotten.")
                return dict.fromkeys(one.keys), ""
            return None
        try:
            kept, understood = meant if meant and word in YES else _read(text, one)
        except UnsureError as unsure:
            meant = unsure.meant
            question, hint = f"{unsure}. Type y to keep that name, another one, or Enter to skip.", ""
        except ValueError as refusal:
            wrong += word not in HELP
            question, hint = f"{refusal}, or press Enter to skip.", ""
        else:
            person.say(f"{understood}.")
            return kept, understood
    person.say(f"Skipped. To answer it later: {again}")
    return None


def _read(text: str, one: PlanQuestion) -> Understood:
    """What a line means, and how it was understood.

    Raises:
        ValueError: it cannot be read; the message says how to write it.
    """
    if text.casefold() in HELP:
        raise ValueError(one.help)
    return one.read(text)


def _known_exam(before: StudyPlan, today: date) -> str | None:
    try:
        return before.exam_date and said(date.fromisoformat(before.exam_date), today)
    except ValueError:
        return before.exam_date


def _known_mocks(before: StudyPlan) -> str | None:
    if before.mocks != "day":
        return before.mocks
    return weekdays_words(() if before.mock_day is None else (before.mock_day,)) or "day"
