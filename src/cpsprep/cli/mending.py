"""What a learner is told after a damaged log was mended."""

from pathlib import Path

import typer

from cpsprep.adapters.log.salvage import Gap, Mended
from cpsprep.cli.saying import counted
from cpsprep.core.days import long_date, to_date


def tell_mended(mended: Mended, backup: Path | None, kept: Path | None) -> None:
    """Say what could be read, what the backup added, and what is missing."""
    if kept:
        typer.echo(f"your log was damaged; {mended.read} events could be read from it")
    else:
        typer.echo("your log was gone")
    if backup:
        typer.echo(f"{mended.from_backup} more came from the backup {backup}")
    else:
        typer.echo("there was no sound backup to add")
    for gap in mended.gaps:
        typer.echo(f"missing: {_gap(gap)}")
    if mended.last_day is None:
        typer.echo("the log is empty now")
    else:
        typer.echo(f"the newest event is of {_day(mended.last_day)}; anything later is missing too")
    if kept:
        typer.echo(f"the damaged log is kept: {kept}")


def _gap(gap: Gap) -> str:
    count = gap.last - gap.first + 1
    events = counted(count, "event")
    if gap.after_day is None:
        return f"{events} before {_day(gap.before_day)}"
    if gap.after_day == gap.before_day:
        return f"{events} on {_day(gap.before_day)}"
    return f"{events} between {_day(gap.after_day)} and {_day(gap.before_day)}"


def _day(day: int) -> str:
    return long_date(to_date(day))
