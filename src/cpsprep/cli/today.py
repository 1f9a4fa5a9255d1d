"""Bare `cpsprep`: what to do today, in a few lines."""

import os
from typing import TYPE_CHECKING, Final

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
from cpsprep.cli.options import AsJson, Banks
from cpsprep.cli.saying import counted, say
from cpsprep.cli.wiring import world

if TYPE_CHECKING:
    from cpsprep.adapters.log.sqlite_log import SqliteLog
    from cpsprep.core.events import Moment

TOO_LATE: Final = (
    "Nothing is planned for today: a question that is new now would not come again before your exam.",
    "What you bring from your training and your work counts there too.",
)

CROWDED: Final = (
    "Days were missed, so more new questions come at once; that happens."
    " To spread them over the days that are left: cpsprep plan set --again"
)


def today(
    bank: Banks = None,
    as_json: AsJson = False,
) -> None:
    """Say what is due today and what to type next."""
    here = world(bank)
    with here.log() as log:
        now = here.clock.now()
        seen = look_at_today(here.shelf(), log, now.study_day, here.settings, here.blueprints)
        exams = [] if as_json else _exams(log, now)
    if as_json:
        typer.echo(today_json(seen))
        return
    for line in [*today_lines(seen, first_time=not os.path.lexists(here.folders.log)), *exams]:
        say(line)


def _exams(log: "SqliteLog", now: "Moment") -> list[str]:
    """What to say of mock exams that were left: a clock must not run unseen."""
    from cpsprep.adapters.log.open_exams import has_open_exam

    if not has_open_exam(log):
        return []
    from cpsprep.cli.exam.meanwhile import left_alone

    return list(left_alone(log, now))


def today_json(seen: Today) -> str:
    """The same as one JSON object; its keys are a promise."""
    import json
    from dataclasses import asdict

    plan = None
    if seen.plan is not None:
        plan = asdict(seen.plan)
        plan["mock"] = seen.plan.mock.items if seen.plan.mock else None
    told = seen._asdict() | {"catch_up": seen.catch_up and seen.catch_up._asdict(), "plan": plan}
    return json.dumps({"schema": "cpsprep.today/1"} | told)


def today_lines(seen: Today, *, first_time: bool = False) -> list[str]:
    """The today screen: the exam, the work, the time it takes, and the next command."""
    lines = [_exam(seen)] if seen.exam_in is not None else []
    if seen.left_out:
        lines.append(left_out_words(seen.left_out))
    if seen.catch_up is not None:
        lines.append(piled_words(seen.catch_up))
    work = _work(seen)
    if not work:
        return [*lines, *_done(seen), *_mock(seen)]
    if seen.plan is not None and seen.plan.day_off:
        lines.append(f"Today is a day off, so nothing has to be done. Waiting for you: {work}.")
        lines.append("To study all the same, type: cpsprep review")
        return [*lines, *_mock(seen)]
    lines.append(f"Today: {work}.")
    lines.append(f"About {counted(seen.minutes, 'minute')}.")
    lines += [*_course(seen), *_mock(seen)]
    lines.append("Next, type: cpsprep start" if first_time else "Next, type: cpsprep review")
    return lines


def _work(seen: Today) -> str:
    parts = ((seen.review, "to review"), (seen.new, "new"), (seen.drill, "to repeat from earlier today"))
    return ", ".join(f"{count} {name}" for count, name in parts if count)


def _exam(seen: Today) -> str:
    days, plan = seen.exam_in or 0, seen.plan
    if days < 0:
        return (
            "The date of your exam has passed. To say how it went: cpsprep plan result."
            " To set another, or none: cpsprep start"
        )
    if plan is None or days == 0:
        return f"Exam {in_days(days)}."
    return f"Exam {in_days(days)}: day {plan.day} of {plan.of}."


def _course(seen: Today) -> list[str]:
    """Whether the days to the exam have room for what is left, and what helps where they have not."""
    if seen.plan is None or not seen.exam_in or not (seen.plan.limited or seen.plan.crowded):
        return []
    if seen.plan.crowded:
        return [CROWDED]
    if not seen.plan.missing:
        return ["You are on course."]
    more = counted(seen.plan.more_a_day, "more minute", "more minutes")
    missing = counted(seen.plan.missing, "minute")
    short = f"Your days to the exam are about {missing} short; that happens."
    return [f"{short} {more} a day would do. What else helps: cpsprep plan show"]


def _mock(seen: Today) -> list[str]:
    if seen.plan is None or seen.plan.mock is None:
        return []
    items = seen.plan.mock.items
    size, time = counted(items, "question"), counted(seen.plan.mock_minutes, "minute")
    return [f"Also today: a mock exam of {size}, about {time}: cpsprep exam start --items {items}"]


def _done(seen: Today) -> list[str]:
    if not seen.cards:
        return [EMPTY]
    lines = [f"Done for today. {next_words(seen.next_in)}".rstrip()]
    if seen.plan is not None and seen.plan.too_late:
        return [*TOO_LATE, *([MORE_NEW] if seen.more_new else [])]
    if seen.exam_in == 0:
        lines = ["Nothing has to be studied today. All the best."]
    elif seen.plan is not None and seen.plan.day_off:
        lines = [f"Today is a day off. {next_words(seen.next_in)}".rstrip()]
    else:
        lines += _course(seen)
    if seen.set_aside:
        lines.append(aside_words(seen.set_aside))
    return [*lines, MORE_NEW] if seen.more_new else lines
