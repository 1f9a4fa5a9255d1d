"""Keeping what was said of a plan, and saying what came of it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from cpsprep.cli.wiring import World

if TYPE_CHECKING:
    from cpsprep.adapters.bank.shelf import BankShelf
    from cpsprep.adapters.log.sqlite_log import SqliteLog
    from cpsprep.cli.plan.reading import Boards
    from cpsprep.core.bank import Catalog


def known_boards(here: World, catalog: "Catalog") -> "Boards":
    """The boards of which something is known beside the banks in use."""
    from cpsprep.app.outlines import every_blueprint

    return every_blueprint(here.blueprints(), catalog)


def keep(
    said: Mapping[str, object],
    here: World,
    shelf: "BankShelf",
    log: "SqliteLog",
    say: Callable[[str], None],
    *,
    again: bool = False,
) -> None:
    """Make the plan, and say in a few lines what it means."""
    from cpsprep.app.plan import make_plan
    from cpsprep.app.plan_show import plan_view
    from cpsprep.cli.plan.lines import made_lines

    blueprints = here.blueprints()
    made = make_plan(said, shelf, log, here.clock, here.settings, blueprints, again=again)
    if not made.changed:
        say("Your plan stands as it is.")
    today = here.clock.now().study_day
    view = plan_view(shelf, log, today, here.settings, blueprints)
    for line in made_lines(view, today) if view else ():
        say(line)


def ask_and_keep(here: World) -> None:
    """Ask the questions of a plan at the terminal, and keep the answers."""
    import sys

    from cpsprep.cli.plan.asking import ask_plan
    from cpsprep.cli.plan.person import Person
    from cpsprep.cli.saying import say
    from cpsprep.core.days import to_date

    with here.writing_log("a plan", "plain") as log:
        now = here.clock.now()
        shelf = here.shelf()
        before = log.history(now.study_day).plan
        boards = known_boards(here, shelf.catalog())
        person = Person(say, sys.stdin.readline)
        answers = ask_plan(person, to_date(now.study_day), before, boards, "cpsprep plan set")
        if answers.kept:
            keep(answers.kept, here, shelf, log, say)
        else:
            say("Nothing was changed. To see the plan: cpsprep plan show")
