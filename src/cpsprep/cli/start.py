"""`cpsprep start`: three questions that may be skipped, the choice of a front end, what the bank covers."""

import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

import typer

from cpsprep.cli.wiring import World, is_terminal, world
from cpsprep.core.bank import Catalog
from cpsprep.core.days import to_date
from cpsprep.core.events import EventType, Fact
from cpsprep.core.exam_date import read_date, said
from cpsprep.core.history import StudyPlan
from cpsprep.core.settings import Ui

TRIES = 3
"""After so many answers that cannot be read a question counts as skipped."""
MOST_MINUTES = 600


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who is asked: `say` shows a line, `read` waits for one ("" at the end of input)."""

    say: Callable[[str], None]
    read: Callable[[], str]

    def ask(self, question: str) -> str:
        self.say(question)
        return self.read().strip()


def start() -> None:
    """Set up: exam date, board, minutes a day, and how you want to study.

    Every question may be skipped with Enter, and asked again by typing cpsprep start.
    """
    here = world()
    welcome(here, Person(typer.echo, sys.stdin.readline))
    typer.echo("Next, type: cpsprep review")


def welcome(here: World, person: Person) -> None:
    """Ask, and keep the answers: the plan in the log, the front end in the configuration."""
    with here.writing_log("the set-up", "plain") as log:
        now = here.clock.now()
        before = log.history(now.study_day).plan
        for line in coverage(here.shelf().catalog()):
            person.say(line)
        person.say("Three questions. Press Enter to skip any of them.")
        answers = ask_plan(person, to_date(now.study_day), before)
        if answers:
            log.append([Fact(now.ids[0], EventType.PLANNED, payload=answers)], now, {})
    ui = ask_ui(person) if is_terminal(os.environ) else None
    if ui is not None:
        from cpsprep.adapters.config_writer import write_setting
        from cpsprep.core.setting_keys import BY_NAME

        write_setting(here.folders.settings, BY_NAME["ui"], ui)


def coverage(catalog: Catalog) -> list[str]:
    """What the banks in use cover, one line an area."""
    lines = []
    for header in catalog.headers:
        entries = [entry for entry in catalog.entries if entry.bank == header.id]
        per_domain = Counter(entry.domain for entry in entries)
        lines.append(f"{header.title}: {len(entries)} questions.")
        lines += [f"- {d.title}: {per_domain[d.id]}" for d in header.domains if per_domain[d.id]]
    return lines


def ask_plan(person: Person, today: date, before: StudyPlan) -> Mapping[str, object]:
    """The three questions; only what was answered comes back."""
    asked: dict[str, object] = {}
    if (exam := _exam(person, today, before.exam_date)) is not None:
        asked["exam_date"] = exam.isoformat()
    known = f" Now: {before.board}." if before.board else ""
    if board := person.ask(f"2. Which board gives your exam, if you know?{known}"):
        asked["board"] = board
    if (minutes := _minutes(person, before.minutes_per_day)) is not None:
        asked["minutes_per_day"] = minutes
    return asked


def _exam(person: Person, today: date, before: str | None) -> date | None:
    known = f" Now: {before}." if before else ""
    text = person.ask(f"1. When is your exam, for example 12/28/2026?{known}")
    for _ in range(TRIES):
        if not text:
            return None
        day = read_date(text, today)
        if day is not None and day >= today:
            person.say(f"{said(day, today)}.")
            return day
        wrong = f"{said(day, today)}: that day has passed." if day else "That is no date I can read."
        text = person.ask(f"{wrong} Write it as month/day/year, or press Enter to skip.")
    return None


def _minutes(person: Person, before: int | None) -> int | None:
    known = f" Now: {before}." if before else ""
    text = person.ask(f"3. How many minutes a day do you want to study?{known}")
    for _ in range(TRIES):
        if not text:
            return None
        number = text.split()[0]
        if number.isascii() and number.isdigit() and 1 <= int(number) <= MOST_MINUTES:
            return int(number)
        text = person.ask(f"Write a number of minutes from 1 to {MOST_MINUTES}, or press Enter to skip.")
    return None


def ask_ui(person: Person) -> Ui | None:
    """Plain lines or full screen; asked once, and plain where nothing is said."""
    text = person.ask(
        "How do you want to study? Type f for full screen, or press Enter for plain lines, "
        "which also suit a screen reader."
    )
    return Ui.FULL if text.casefold().startswith("f") else Ui.PLAIN
