"""Bare `cpsprep`: what to do today, in a few lines."""

import os
from typing import Annotated

import typer

from cpsprep.app.today import Today
from cpsprep.app.today import today as look_at_today
from cpsprep.cli.day_words import (
    EMPTY,
    MORE_NEW,
    aside_words,
    in_days,
    left_out_words,
    next_words,
    piled_words,
)
from cpsprep.cli.options import Banks
from cpsprep.cli.saying import counted, say
from cpsprep.cli.wiring import world


def today(
    bank: Banks = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Say what is due today and what to type next."""
    here = world(bank)
    with here.log() as log:
        seen = look_at_today(here.shelf(), log, here.clock.now().study_day, here.settings)
    if as_json:
        typer.echo(today_json(seen))
        return
    for line in today_lines(seen, first_time=not os.path.lexists(here.folders.log)):
        say(line)


def today_json(seen: Today) -> str:
    """The same as one JSON object; its keys are a promise."""
    import json

    told = seen._asdict() | {"catch_up": seen.catch_up and seen.catch_up._asdict()}
    return json.dumps({"schema": "cpsprep.today/1"} | told)


def today_lines(seen: Today, *, first_time: bool = False) -> list[str]:
    """The today screen: the exam, the work, the time it takes, and the next command."""
    lines = [_exam(seen.exam_in)] if seen.exam_in is not None else []
    if seen.left_out:
        lines.append(left_out_words(seen.left_out))
    if seen.catch_up is not None:
        lines.append(piled_words(seen.catch_up))
    work = _work(seen)
    if not work:
        return [*lines, *_done(seen)]
    lines.append(f"Today: {work}.")
    lines.append(f"About {counted(seen.minutes, 'minute')}.")
    lines.append("Next, type: cpsprep start" if first_time else "Next, type: cpsprep review")
    return lines


def _work(seen: Today) -> str:
    parts = ((seen.review, "to review"), (seen.new, "new"), (seen.drill, "to repeat from earlier today"))
    return ", ".join(f"{count} {name}" for count, name in parts if count)


def _exam(days: int) -> str:
    if days < 0:
        return "The date of your exam has passed. To set another, or none: cpsprep start"
    return f"Exam {in_days(days)}."


def _done(seen: Today) -> list[str]:
    if not seen.cards:
        return [EMPTY]
    lines = [f"Done for today. {next_words(seen.next_in)}".rstrip()]
    if seen.set_aside:
        lines.append(aside_words(seen.set_aside))
    return [*lines, MORE_NEW] if seen.more_new else lines
