"""`cpsprep stats`: how it is going, and what comes next."""

import shutil
import sys
from typing import Annotated

import typer

from cpsprep.app.errors import UsageError
from cpsprep.app.statistics import Overview, overview
from cpsprep.cli.options import AsJson, Banks
from cpsprep.cli.saying import as_called
from cpsprep.cli.sections import as_text
from cpsprep.cli.stats.lines import sections
from cpsprep.cli.wiring import World, world
from cpsprep.core.config.settings import Ui


def stats(
    bank: Banks = None,
    plain: Annotated[bool, typer.Option("--plain", help="One fact a line, without bars.")] = False,
    full: Annotated[bool, typer.Option("--full", help="With bars.")] = False,
    json: AsJson = False,
) -> None:
    """Show what is due in the next 14 days, and how your answers went.

    Shares name the number of answers behind them; under five there is "not enough yet".
    """
    if plain and full:
        raise UsageError("--plain and --full do not go together", "leave one out")
    here = world(bank)
    seen = look(here)
    if json:
        from cpsprep.cli.stats.json_form import as_json

        typer.echo(as_json(seen))
        return
    bars = full or (here.settings.ui is Ui.FULL and sys.stdout.isatty() and not plain)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    typer.echo(as_called(as_text(sections(seen, bars=bars), width)))


def look(here: World) -> Overview:
    """Read banks and log.

    Raises:
        UnreadableError: one of them cannot be read.
    """
    from cpsprep.adapters.log.answer_rows import answer_rows
    from cpsprep.adapters.log.attempts import attempts
    from cpsprep.adapters.log.errors import told

    today = here.clock.now().study_day
    with here.log() as log, told(log.path):
        return overview(
            here.shelf(),
            log.history(today),
            answer_rows(log.connection),
            today,
            attempts(log.connection),
            here.settings.profile,
        )
