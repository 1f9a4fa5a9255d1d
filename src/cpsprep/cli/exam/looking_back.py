"""Looking back at mock exams: the list, and a report; neither changes anything in the log."""

import sys

import typer

from cpsprep.adapters.log.exams import Exams
from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.app.exams import Begun, begun, named
from cpsprep.cli.exam.foretold import foretold
from cpsprep.cli.exam.json_form import list_json, report_json
from cpsprep.cli.exam.pages import terminal_page
from cpsprep.cli.exam.report_lines import next_lines, report_lines
from cpsprep.cli.exam.telling import exam_title, sheet_words
from cpsprep.cli.exam.time_words import day_and_time
from cpsprep.cli.exam.walk import walk
from cpsprep.cli.saying import say
from cpsprep.cli.wiring import World, world
from cpsprep.core.exam.exam import Exam
from cpsprep.core.exam.report import Report
from cpsprep.core.exam.report import report as make_report
from cpsprep.core.readiness.prediction import Prediction


def show_list(*, as_json: bool) -> None:
    """Print every exam."""
    exams = _begun(world())
    if as_json:
        typer.echo(list_json(exams))
        return
    for one in exams:
        say(_row(one))
    if not exams:
        say("There is no mock exam yet. To take one: cpsprep exam start")
    elif any(one.runs for one in exams):
        say("To go on: cpsprep exam resume")
    else:
        say("To see how one went: cpsprep exam report NUMBER")


def show_report(name: str, *, walk_through: bool, as_json: bool) -> None:
    """Print one report, or walk through what was not right.

    Raises:
        UsageError: there is no such exam, or it still runs.
        UnreadableError: this machine cannot read it.
    """
    here = world()
    with here.log() as log:
        one = named(begun(Exams(log), here.clock.now()), name)
        exam = one.exam
        expected = foretold(here, log, exam) if exam is not None and exam.is_over else None
    if exam is None:
        raise UnreadableError(
            f"mock exam {one.number} cannot be read here: the log lacks the text of its questions",
            "if another machine has it: cpsprep data merge FILE",
        )
    if one.runs:
        raise UsageError(
            f"mock exam {one.number} is still running, and nothing is told before its end",
            "to go on: cpsprep exam resume; to hand it in as it is: cpsprep exam submit",
        )
    made = make_report(exam)
    if as_json:
        typer.echo(report_json(one, exam, made, expected))
    elif walk_through and made.missed:
        walk(exam, made, terminal_page(), sys.stdin.readline)
    else:
        tell_report(exam, made, one.number, expected)


def tell_report(exam: Exam, made: Report, number: int, expected: Prediction | None) -> None:
    """Say the whole report."""
    for line in report_lines(exam, made, number, expected):
        say(line)
    for line in next_lines(made, number):
        say(line)


def _begun(here: World) -> tuple[Begun, ...]:
    with here.log() as log:
        return begun(Exams(log), here.clock.now())


def _row(one: Begun) -> str:
    when = day_and_time(one.started.at_ms, one.started.offset_min)
    if one.exam is None:
        return f"{one.number}. {when}. It cannot be read here."
    exam = one.exam
    again = ", run again" if exam.paper.rules.again is not None else ""
    title = f"{one.number}. {when}: {exam_title(exam.paper.rules)}{again}."
    if exam.ended is None:
        return f"{title} Still running. {sheet_words(exam)}"
    score = make_report(exam).score
    return f"{title} {score.right} of {score.of} right, {score.right / score.of:.0%}."
