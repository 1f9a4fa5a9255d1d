"""`cpsprep plan`: set the way to an exam, look at it, clear it, and say how the exam went."""

import shutil
import sys
from typing import Annotated

import typer

from cpsprep.app.errors import UsageError
from cpsprep.cli.options import AsJson, Banks
from cpsprep.cli.saying import as_called, say
from cpsprep.cli.sections import as_text
from cpsprep.cli.wiring import World, world
from cpsprep.core.config.settings import Ui

app = typer.Typer(help="The way to your exam: what comes when, and what fits.")
NO_PLAN = "There is no plan yet. To make one: cpsprep plan set"


@app.command("set")
def set_(
    *,
    exam_date: Annotated[str | None, typer.Option(metavar="DATE", help="The day: 12/28/2026.")] = None,
    blueprint: Annotated[
        str | None, typer.Option(metavar="BOARD", help="Whose exam: see cpsprep exam blueprints.")
    ] = None,
    minutes_per_day: Annotated[str | None, typer.Option(metavar="MINUTES", help="Time for studying.")] = None,
    days_off: Annotated[str | None, typer.Option(metavar="DAYS", help="Such as sat,sun.")] = None,
    mocks: Annotated[
        str | None, typer.Option(metavar="parts|day|none", help="Mock exams: 25 at a time, or a long day.")
    ] = None,
    mock_day: Annotated[str | None, typer.Option(metavar="DAY", help="The long day, such as sat.")] = None,
    pass_mark: Annotated[
        str | None, typer.Option(metavar="PERCENT", help="A pass mark of your own, such as 70.")
    ] = None,
    again: Annotated[bool, typer.Option("--again", help="Only work out anew what fits.")] = False,
    bank: Banks = None,
) -> None:
    """Set the plan to your exam; without options it asks.

    What you do not name stays. The word none forgets, as in --days-off none.

    Examples:
      cpsprep plan set --exam-date 12/28/2026 --minutes-per-day 30
      cpsprep plan set --blueprint "IC&RC" --days-off sat,sun --mocks parts
    """
    from cpsprep.cli.plan.given import read_given
    from cpsprep.cli.plan.setting import ask_and_keep, keep

    here = world(bank)
    options = {
        "exam-date": exam_date,
        "blueprint": blueprint,
        "minutes-per-day": minutes_per_day,
        "days-off": days_off,
        "mocks": mocks,
        "mock-day": mock_day,
        "pass-mark": pass_mark,
    }
    given = {name: value for name, value in options.items() if value is not None}
    if not given and not again:
        ask_and_keep(here)
        return
    with here.writing_log("a plan", "plain") as log:
        shelf = here.shelf()
        said = read_given(given, here, shelf.catalog())
        plan = log.history(here.clock.now().study_day).plan
        if said.get("exam_date", plan.exam_date) is None:
            say("A plan needs the day of your exam; until then the rest is only kept.")
            say("To name it: cpsprep plan set --exam-date 12/28/2026")
        keep(said, here, shelf, log, say, again=again)


@app.command()
def show(
    *,
    bank: Banks = None,
    plain: Annotated[bool, typer.Option("--plain", help="One fact a line, without bars.")] = False,
    full: Annotated[bool, typer.Option("--full", help="With bars.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show what fits before your exam, and what every day brings.

    Minutes are about what to expect, from how long your answers take.
    """
    from cpsprep.app.plan_show import plan_view

    if plain and full:
        raise UsageError("--plain and --full do not go together", "leave one out")
    here = world(bank)
    today = here.clock.now().study_day
    with here.log() as log:
        history = log.history(today)
        view = plan_view(here.shelf(), log, today, here.settings, here.blueprints())
    if as_json:
        from cpsprep.cli.plan.json_form import as_json as in_json

        typer.echo(in_json(view, today))
        return
    if view is None:
        from cpsprep.cli.plan.after import PAST

        say(NO_PLAN if history.plan.exam_date is None else PAST)
        return
    from cpsprep.cli.plan.lines import sections

    bars = full or (here.settings.ui is Ui.FULL and sys.stdout.isatty() and not plain)
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    typer.echo(as_called(as_text(sections(view, today, bars=bars), width)))


@app.command()
def clear() -> None:
    """Forget the exam date: questions come as without a plan.

    Your answers stay, and so do your board and your minutes a day.
    """
    from cpsprep.cli.plan.after import clear_plan

    clear_plan(world())


@app.command()
def release(*, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False) -> None:
    """Give free the questions that are kept for mock exams.

    They then come in reviews as all others do. Mock exams go on with questions you have seen.
    """
    from cpsprep.cli.plan.after import release_pool

    release_pool(world(), sure=yes)


@app.command()
def result(
    *,
    passed: Annotated[bool | None, typer.Option("--passed/--failed", help="How it went.")] = None,
    date: Annotated[str | None, typer.Option(metavar="DATE", help="The day of the exam.")] = None,
    area: Annotated[
        list[str] | None,
        typer.Option(metavar="AREA=RESULT", help="An area: below, near, above, or percent (repeat)."),
    ] = None,
    exam_date: Annotated[str | None, typer.Option(metavar="DATE", help="The day of the next exam.")] = None,
    bank: Banks = None,
) -> None:
    """Say how the exam went, area by area if your board told; without options it asks.

    With a new date it makes the plan to the next exam, in which weak areas come more often.

    Examples:
      cpsprep plan result --passed
      cpsprep plan result --failed --area ethics=below --area role=74 --exam-date 3/1/2027
    """
    from cpsprep.cli.plan.result import ask_result, keep_result

    here: World = world(bank)
    if passed is None and date is None and not area and exam_date is None:
        ask_result(here)
    else:
        keep_result(here, passed=passed, date=date, areas=area or (), exam_date=exam_date)
