"""Every command by name: where its code lives, under which heading of the help it stands, one line of help.

To add a command: write `cli/<name>.py`, or a file in the folder of its subject, and add an entry below, at
its place in the help. The target is either a function (one command; its docstring is the help, its
parameters are the options) or a `typer.Typer` (a group of commands). The module is imported when its
command runs, or when its own help is asked for, so imports that cost time (`tests/cli/test_startup.py` has
the list) belong inside its functions.

    Entry("stats", "cpsprep.cli.stats.command:stats", Group.STUDY, "How it is going, and what comes next"),
"""

from enum import StrEnum
from typing import Final, NamedTuple


class Group(StrEnum):
    """Headings of the help, in order."""

    STUDY = "Study"
    QUESTIONS = "Questions"
    ANKI = "Anki"
    DATA = "Data"
    ADVANCED = "Advanced"


class Entry(NamedTuple):
    """One command; `target` is "module:attribute", `help` a line of at most 60 characters."""

    name: str
    target: str
    group: Group
    help: str


COMMANDS: Final[tuple[Entry, ...]] = (
    Entry("today", "cpsprep.cli.today:today", Group.STUDY, "What to do today (also: cpsprep alone)"),
    Entry("start", "cpsprep.cli.start:start", Group.STUDY, "Set your exam date and how you study"),
    Entry("review", "cpsprep.cli.study.review:review", Group.STUDY, "Study today's questions"),
    Entry("stats", "cpsprep.cli.stats.command:stats", Group.STUDY, "How it is going, and what comes next"),
    Entry(
        "ready", "cpsprep.cli.ready.command:ready", Group.STUDY, "How the exam would go, as far as it shows"
    ),
    Entry("exam", "cpsprep.cli.exam.command:app", Group.STUDY, "Mock exams, and what is known of yours"),
    Entry("plan", "cpsprep.cli.plan.command:app", Group.STUDY, "The way to your exam: what fits, what comes"),
    Entry("aside", "cpsprep.cli.aside:aside", Group.STUDY, "Questions you set aside, and back again"),
    Entry(
        "bank",
        "cpsprep.cli.bank.command:app",
        Group.QUESTIONS,
        "Read, write, bring in and hand out questions",
    ),
    Entry(
        "print",
        "cpsprep.cli.printing.command:app",
        Group.QUESTIONS,
        "Print exams, flashcards, practice pages",
    ),
    Entry("anki", "cpsprep.cli.anki.command:app", Group.ANKI, "Take the questions to Anki"),
    Entry("data", "cpsprep.cli.data:app", Group.DATA, "Keep, move, check and erase your answers"),
    Entry("config", "cpsprep.cli.config:app", Group.DATA, "See and change the settings"),
    Entry("schedule", "cpsprep.cli.schedule:schedule", Group.ADVANCED, "What SM-2 makes of a row of grades"),
)

ALONE: Final = "today"
"""The command that runs when none is named."""

EXAMPLES: Final = (
    ("cpsprep", "what is due today"),
    ("cpsprep review", "study it"),
    ("cpsprep review --minutes 10", "study for ten minutes"),
    ("cpsprep bank search listening", "find a question"),
    ("cpsprep anki export -o cps.apkg", "take the questions to Anki"),
)
