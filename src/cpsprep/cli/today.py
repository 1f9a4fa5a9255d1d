"""Bare `cpsprep`: what to do today, in a few lines."""

import typer

from cpsprep.app.today import Today
from cpsprep.app.today import today as look_at_today
from cpsprep.cli.opening import left_out_words
from cpsprep.cli.telling import in_days
from cpsprep.cli.wiring import world


def today() -> None:
    """Say what is due today and what to type next."""
    here = world()
    with here.log() as log:
        seen = look_at_today(here.shelf(), log, here.clock.now().study_day, here.settings)
    for line in today_lines(seen):
        typer.echo(line)


def today_lines(seen: Today) -> list[str]:
    """The today screen: the exam, the work, the time it takes, and the next command."""
    lines = [_exam(seen.exam_in)] if seen.exam_in is not None else []
    if seen.left_out:
        lines.append(left_out_words(seen.left_out))
    if seen.plan.catch_up is not None:
        pile = seen.plan.catch_up
        lines.append(f"{pile.overdue} have piled up; that happens. In about {pile.days} days it is done.")
    if not seen.plan.cards:
        return [*lines, *_done(seen)]
    lines.append(f"Today: {_work(seen)}.")
    lines.append(f"About {seen.minutes} {'minute' if seen.minutes == 1 else 'minutes'}.")
    lines.append("Next, type: cpsprep start" if seen.first_time else "Next, type: cpsprep review")
    return lines


def _work(seen: Today) -> str:
    parts = ((seen.review, "to review"), (seen.new, "new"), (seen.drill, "to repeat from earlier today"))
    return ", ".join(f"{count} {name}" for count, name in parts if count)


def _exam(days: int) -> str:
    if days < 0:
        return "Your exam date has passed. To set another: cpsprep start"
    return f"Exam {in_days(days)}."


def _done(seen: Today) -> list[str]:
    if not seen.cards:
        return ["This bank has no questions to study. To see why: cpsprep bank lint"]
    following = "" if seen.next_due_in is None else f" The next questions come {in_days(seen.next_due_in)}."
    lines = [f"Done for today.{following}"]
    if seen.answered < seen.cards:
        lines.append("For more new questions today: cpsprep review --new 10")
    return lines
