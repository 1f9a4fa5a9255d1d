"""`cpsprep ready`: how the exam would go, and why that is not sure."""

import shutil
import sys
from typing import Annotated

import typer

from cpsprep.app.readiness import Readiness
from cpsprep.cli.options import AsJson, Banks
from cpsprep.cli.ready.lines import PassChance, sections
from cpsprep.cli.saying import as_called
from cpsprep.cli.sections import as_text
from cpsprep.cli.wiring import World, world
from cpsprep.core.readiness.model import chance as chance_of
from cpsprep.core.readiness.prediction import Prediction


def ready(
    blueprint: Annotated[str | None, typer.Option(help="Your board's; see: cpsprep exam blueprints")] = None,
    chance: Annotated[bool, typer.Option("--chance", help="Also how likely passing is.")] = False,
    pass_mark: Annotated[
        float | None, typer.Option(min=1, max=100, help="Your pass mark in percent; tells the chance.")
    ] = None,
    bank: Banks = None,
    json: AsJson = False,
) -> None:
    """Show how the exam would go today, as a range, and what makes that unsure.

    Only your first answers to questions count, since what you have practised is easier than an exam. Below
    20 of them there is no forecast.
    """
    seen, cut = look(world(bank), blueprint)
    own = pass_mark is not None or cut is not None
    mark = None
    if chance or pass_mark is not None:
        percent = pass_mark or cut or (seen.outline.cut and 100 * seen.outline.cut)
        mark = _mark(seen, percent or None, own=own)
    if json:
        from cpsprep.cli.ready.json_form import as_json

        typer.echo(as_json(seen, mark))
        return
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    typer.echo(as_called(as_text(sections(seen, mark), width)))


def look(here: World, blueprint: str | None) -> tuple[Readiness, float | None]:
    """Read banks and log; with the learner's own pass mark in percent, as their plan has it.

    Raises:
        UnreadableError: one of them cannot be read.
        UsageError: there is no such blueprint.
    """
    from cpsprep.adapters.log.attempts import attempts
    from cpsprep.adapters.log.errors import told
    from cpsprep.adapters.log.exams import Exams
    from cpsprep.adapters.log.exposures import exposures
    from cpsprep.app.exams import begun
    from cpsprep.app.outlines import outline_named
    from cpsprep.app.readiness import readiness, unsealed

    now, catalog = here.clock.now(), here.shelf().catalog()
    today = now.study_day
    with here.log() as log, told(log.path):
        history = log.history(today)
        name = blueprint if blueprint is not None else history.plan.blueprint or ""
        shown = [*exposures(log.connection), *unsealed(begun(Exams(log), now))]
        seen = readiness(
            catalog,
            history,
            sorted(shown, key=lambda one: (one.day, one.at_ms)),
            attempts(log.connection),
            outline_named(name, here.blueprints(), catalog),
            today,
            here.settings.profile,
        )
    return seen, history.plan.cut


def _mark(seen: Readiness, percent: float | None, *, own: bool) -> PassChance:
    if percent is None or not isinstance(seen.forecast, Prediction):
        return PassChance(percent, own)
    return PassChance(percent, own, chance_of(seen.forecast, percent / 100))
