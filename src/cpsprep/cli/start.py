"""`cpsprep start`: the questions of a plan, the choice of a front end, what the bank covers."""

import os
import sys
from collections import Counter

from cpsprep.cli.plan.asking import ask_plan
from cpsprep.cli.plan.person import TRIES, EnoughError, Person
from cpsprep.cli.plan.setting import keep, known_boards
from cpsprep.cli.saying import counted, say
from cpsprep.cli.wiring import World, is_terminal, world
from cpsprep.core.bank import Catalog
from cpsprep.core.config.settings import Ui
from cpsprep.core.days import to_date
from cpsprep.core.planning.selection import STUDIED


def start() -> None:
    """Set up: exam date, board, minutes a day, days off, and how you want to study.

    Every question may be skipped with Enter, and asked again by typing cpsprep start.
    """
    here = world()
    welcome(here, Person(say, sys.stdin.readline))
    say("Next, type: cpsprep review")


def welcome(here: World, person: Person) -> None:
    """Ask, and keep the answers: the plan in the log, the front end in the configuration."""
    with here.writing_log("the set-up", "plain") as log:
        now = here.clock.now()
        shelf = here.shelf()
        catalog = shelf.catalog()
        for line in coverage(catalog):
            person.say(line)
        before = log.history(now.study_day).plan
        answers = ask_plan(person, to_date(now.study_day), before, known_boards(here, catalog))
        if answers.kept:
            keep(answers.kept, here, shelf, log, person.say)
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
