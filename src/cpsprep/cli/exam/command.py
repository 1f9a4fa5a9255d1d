"""`cpsprep exam`: what boards examine, and mock exams: start, go on with, hand in, list, look back."""

from math import isfinite
from typing import Annotated

import typer

from cpsprep import __version__
from cpsprep.app.errors import UsageError
from cpsprep.app.exam_start import ExamWish
from cpsprep.cli.exam.blueprints import blueprints
from cpsprep.cli.options import AsJson, Banks, Full, Plain
from cpsprep.core.config.settings import Settings

app = typer.Typer(help="Mock exams, and what is known of each board's exam.")
app.command()(blueprints)

Which = Annotated[str, typer.Argument(metavar="[EXAM]", help="Its number, as the list says.")]


@app.command()
def start(
    *,
    blueprint: Annotated[str, typer.Option(help="Whose exam: see cpsprep exam blueprints.")] = "",
    items: Annotated[int | None, typer.Option(min=1, max=500, help="So many questions.")] = None,
    minutes: Annotated[float | None, typer.Option(min=1, max=1440, help="So much time.")] = None,
    untimed: Annotated[bool, typer.Option("--untimed", help="No clock at all.")] = False,
    extra_time: Annotated[
        float | None, typer.Option(min=1, max=5, help="Times the time, for those who are given more: 1.5.")
    ] = None,
    breaks: Annotated[
        float | None,
        typer.Option(min=0, max=480, help="Minutes, in all, in which the clock may stand still."),
    ] = None,
    pass_mark: Annotated[
        float | None, typer.Option(min=1, max=100, help="A pass mark of your own, in percent.")
    ] = None,
    seed: Annotated[str | None, typer.Option(help="Fixes the questions, to draw the same again.")] = None,
    again: Annotated[
        str | None, typer.Option(metavar="EXAM", help="The questions of this exam once more.")
    ] = None,
    bank: Banks = None,
    plain: Plain = False,
    full: Full = False,
) -> None:
    """Take a mock exam.

    One screen says what comes; Enter begins, and the clock runs. Nothing is told before the end. Every answer
    is saved at once: after a crash or a closed window go on with cpsprep exam resume.

    Examples:
      cpsprep exam start
      cpsprep exam start --items 25
      cpsprep exam start --blueprint icrc-pr --extra-time 1.5 --breaks 15
      cpsprep config set exam.extra_time 1.5    (kept, so that it need not be typed)
    """
    from cpsprep.cli.exam.holding import Screen, hold_again, hold_new

    if any(
        number is not None and not isfinite(number) for number in (minutes, extra_time, breaks, pass_mark)
    ):
        raise UsageError("a time or a mark has to be a number", "such as: --minutes 90")
    if untimed and minutes is not None:
        raise UsageError("--untimed and --minutes do not go together", "leave one out")
    if untimed and ((extra_time or 1) != 1 or breaks):
        raise UsageError("without a clock there is no extra time and no break", "leave --untimed out")
    if again is not None and (blueprint or items is not None or seed is not None):
        raise UsageError(
            "--again repeats an exam as it was, so --blueprint, --items and --seed do not go with it",
            "leave one out",
        )
    screen = Screen.of(bank, plain=plain, full=full)
    kept = screen.here.settings
    if again is not None or untimed:
        # A form that is run again has the time it had, unless another one is named here.
        kept = Settings()
    wish = ExamWish(
        items=items,
        minutes=minutes,
        untimed=untimed,
        extra=kept.exam_extra_time if extra_time is None else extra_time,
        break_minutes=kept.exam_breaks if breaks is None else breaks,
        seed=seed,
        cut=None if pass_mark is None else pass_mark / 100,
        app=__version__,
    )
    if again is not None:
        hold_again(screen, wish, again)
    else:
        hold_new(screen, wish, blueprint)


@app.command()
def resume(*, bank: Banks = None, plain: Plain = False, full: Full = False) -> None:
    """Go on with the exam that is running.

    Its clock went on meanwhile. When the time is over, what was answered by then counts.
    """
    from cpsprep.cli.exam.holding import Screen, hold_running

    hold_running(Screen.of(bank, plain=plain, full=full))


@app.command()
def submit(
    *, yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False, bank: Banks = None
) -> None:
    """Hand in the exam that is running, as it is.

    Also for one that you no longer want: questions that you never looked at stay as new as they were.
    """
    from cpsprep.cli.exam.holding import Screen, hand_in

    hand_in(Screen.of(bank, plain=True), sure=yes)


@app.command("list")
def list_(*, as_json: AsJson = False) -> None:
    """Show the mock exams so far."""
    from cpsprep.cli.exam.looking_back import show_list

    show_list(as_json=as_json)


@app.command()
def report(
    exam: Which = "",
    *,
    walk: Annotated[bool, typer.Option("--walk", help="Walk through what was not right.")] = False,
    as_json: AsJson = False,
) -> None:
    """Show how a mock exam went; without a number, the last one.

    Score with its range, areas, questions never seen before and others, pace, changed answers.
    """
    from cpsprep.cli.exam.looking_back import show_report

    show_report(exam, walk_through=walk, as_json=as_json)
