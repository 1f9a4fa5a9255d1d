"""`cpsprep start`: a few questions that may be skipped, the choice of a front end, what the bank covers."""

import os
import re
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, NamedTuple

from cpsprep.cli.saying import counted, say
from cpsprep.cli.wiring import World, is_terminal, world
from cpsprep.core.bank import Catalog
from cpsprep.core.config.settings import Ui
from cpsprep.core.days import to_date
from cpsprep.core.events import EventType, Fact
from cpsprep.core.exam_date import read_date, said
from cpsprep.core.history import StudyPlan
from cpsprep.core.planning.selection import STUDIED

TRIES: Final = 3
"""After so many answers that cannot be read a question counts as skipped."""
MOST_MINUTES: Final = 600
_LONGEST_BOARD: Final = 200
_FORGET: Final = "none"
_ENOUGH: Final = frozenset({"q", "quit"})
_HELP: Final = frozenset({"?", "help"})
_MINUTES: Final = re.compile(r"(\d{1,3})\s*(m|min|mins|minutes?|h|hrs?|hours?)?\.?")
_HOUR: Final = 60


class Person(NamedTuple):
    """Someone who is asked: `say` shows a line, `read` waits for one ("" at the end of input)."""

    say: Callable[[str], None]
    read: Callable[[], str]

    def ask(self, question: str) -> str:
        """The line that answers.

        Raises:
            EnoughError: they want to hear no more questions, or the input is at its end.
        """
        self.say(question)
        line = self.read()
        if not line or line.strip().casefold() in _ENOUGH:
            raise EnoughError
        return line.strip()


class EnoughError(Exception):
    """Someone who is asked wants to hear no more questions."""


class Answers(NamedTuple):
    """What is to be kept, and whether all questions were heard."""

    kept: Mapping[str, object]
    heard_all: bool


def start() -> None:
    """Set up: exam date, board, minutes a day, and how you want to study.

    Every question may be skipped with Enter, and asked again by typing cpsprep start.
    """
    here = world()
    welcome(here, Person(say, sys.stdin.readline))
    say("Next, type: cpsprep review")


def welcome(here: World, person: Person) -> None:
    """Ask, and keep the answers: the plan in the log, the front end in the configuration."""
    with here.writing_log("the set-up", "plain") as log:
        now = here.clock.now()
        before = log.history(now.study_day).plan
        for line in coverage(here.shelf().catalog()):
            person.say(line)
        answers = ask_plan(person, to_date(now.study_day), before)
        if answers.kept:
            log.append([Fact(now.ids[0], EventType.PLANNED, payload=answers.kept)], now, {})
    if answers.heard_all and is_terminal(os.environ):
        from cpsprep.adapters.config.writer import write_setting
        from cpsprep.core.config.keys import BY_NAME

        write_setting(here.folders.settings, BY_NAME["ui"], ask_ui(person))


def coverage(catalog: Catalog) -> list[str]:
    """What the banks in use cover, one line an area."""
    lines = []
    for header in catalog.headers:
        studied = (one for one in catalog.entries if one.bank == header.id and one.status in STUDIED)
        domains = {entry.item: entry.domain for entry in studied}
        per_domain = Counter(domains.values())
        lines.append(f"{header.title}: {counted(len(domains), 'question')}.")
        lines += [f"{d.title}: {per_domain[d.id]}." for d in header.domains if per_domain[d.id]]
    return lines


def ask_plan(person: Person, today: date, before: StudyPlan) -> Answers:
    """The three questions; only what was answered comes back, None for what is to be forgotten."""
    asked: dict[str, object] = {}

    def exam(text: str) -> tuple[object, str]:
        day = _exam(text, today)
        return day.isoformat(), said(day, today)

    def ask(name: str, question: str, known: object, read: Callable[[str], tuple[object, str]]) -> None:
        """Ask until it can be read, and say back what was understood: typed words are not heard again."""
        keep = f" Now: {known}. Press Enter to keep it, or type {_FORGET} to forget it."
        hint = "" if known is None else keep
        for _ in range(TRIES):
            text = person.ask(question + hint)
            if text.casefold() in {"", _FORGET}:
                if text and known is not None:
                    asked[name] = None
                    person.say("Forgotten.")
                return
            try:
                asked[name], understood = _read(text, read)
            except ValueError as refusal:
                question, hint = f"{refusal}, or press Enter to skip.", ""
            else:
                person.say(f"{understood}.")
                return
        person.say("Skipped. To answer it later: cpsprep start")

    person.say("A few questions. Press Enter to skip one, or type q to skip them all.")
    try:
        ask("exam_date", "1. When is your exam, for example 12/28/2026?", _known_exam(before, today), exam)
        ask("board", "2. Which board gives your exam, if you know?", before.board, _board)
        minutes = before.minutes_per_day
        ask("minutes_per_day", "3. How many minutes a day do you want to study?", minutes, _minutes)
    except EnoughError:
        person.say("The rest is skipped. To answer it later: cpsprep start")
        return Answers(asked, heard_all=False)
    return Answers(asked, heard_all=True)


def _read(text: str, read: Callable[[str], tuple[object, str]]) -> tuple[object, str]:
    if text.casefold() in _HELP:
        raise ValueError("Type your answer")
    return read(text)


def _known_exam(before: StudyPlan, today: date) -> str | None:
    try:
        return before.exam_date and said(date.fromisoformat(before.exam_date), today)
    except ValueError:
        return before.exam_date


def _exam(text: str, today: date) -> date:
    day = read_date(text, today)
    if day is None:
        raise ValueError("That is no date I can read. Write it as month/day/year")
    if day < today:
        raise ValueError(f"{said(day, today)}: that day has passed. Write month/day/year")
    return day


def _board(text: str) -> tuple[object, str]:
    return text[:_LONGEST_BOARD], f"Board: {text[:_LONGEST_BOARD].rstrip('.')}"


def _minutes(text: str) -> tuple[object, str]:
    found = _MINUTES.fullmatch(text.casefold())
    minutes = int(found[1]) * (_HOUR if (found[2] or "").startswith("h") else 1) if found else 0
    if not 1 <= minutes <= MOST_MINUTES:
        raise ValueError(f"Write a number of minutes from 1 to {MOST_MINUTES}")
    return minutes, f"{counted(minutes, 'minute')} a day"


def ask_ui(person: Person) -> Ui:
    """Plain lines or full screen; plain where nothing is said, or nothing that can be understood."""
    question = (
        "How do you want to study? Type f for full screen, or press Enter for plain lines, "
        "which also suit a screen reader."
    )
    chosen = Ui.PLAIN
    for _ in range(TRIES):
        try:
            text = person.ask(question).casefold()
        except EnoughError:
            break
        if text.startswith("f"):
            chosen = Ui.FULL
        if text[:1] in {"", "f", "p"}:
            break
        question = "Type f for full screen, or press Enter for plain lines."
    person.say(f"{'Full screen' if chosen is Ui.FULL else 'Plain lines'}. To change it: cpsprep start")
    return chosen
