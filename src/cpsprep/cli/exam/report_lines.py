"""The report of a mock exam in words: one fact a line, nothing that scolds, nothing that promises."""

from collections.abc import Iterator

from cpsprep.cli.exam.telling import exam_title, missed_words
from cpsprep.cli.exam.time_words import duration
from cpsprep.cli.saying import counted
from cpsprep.core.exam.exam import Exam, How
from cpsprep.core.exam.report import Changes, Report, Score, Verdict
from cpsprep.core.progress.answer_rows import ENOUGH
from cpsprep.core.readiness.prediction import Prediction
from cpsprep.core.records.board import GENERIC


def report_lines(
    exam: Exam, report: Report, number: int, foretold: Prediction | None = None
) -> Iterator[str]:
    """The whole report; `foretold` is what was to be expected before the exam began."""
    rules = exam.paper.rules
    if report.ended.how is How.TIME:
        yield "The time is up; every answer given by then counts."
    yield f"Mock exam {number}: {exam_title(rules)}."
    yield from _score(report)
    if foretold is not None:
        yield _foretold(foretold, report.score)
    if report.verdict is not None:
        yield _verdict(report.verdict)
    else:
        yield "No raw pass mark is known, so there is no pass or fail."
    yield from _areas(report)
    yield from _seen(report)
    yield from _sureness(report)
    yield from _changes(report.changes)
    yield from _pace(report)
    board = "" if rules.outline == GENERIC else f" {rules.outline}"
    yield (
        "A mock exam is not your board's exam; questions and scale differ. Check with your own board; "
        f"what is known of it: cpsprep exam blueprints{board}"
    )


def _score(report: Report) -> Iterator[str]:
    low, high = report.score.interval
    yield f"Score: {_of(report.score)}."
    yield (
        f"With {counted(report.score.of, 'question')} that leaves room for chance: "
        f"a range of {low:.0%} to {high:.0%}."
    )
    if report.unanswered:
        are = counted(report.unanswered, "question has", "questions have")
        yield f"{are} no answer and counted as not right."


def _foretold(foretold: Prediction, score: Score) -> str:
    got = score.right / score.of
    said = f"Before it, {foretold.low:.0%} to {foretold.high:.0%} was to be expected; it became {got:.0%}."
    if foretold.low <= got <= foretold.high:
        return said
    return f"{said} The forecast takes that in from now on."


def _of(score: Score) -> str:
    """Of a few questions a percentage would say more than there is."""
    share = score.share if score.of >= ENOUGH else None
    return f"{score.right} of {score.of} right" + ("" if share is None else f", {share:.0%}")


def _verdict(verdict: Verdict) -> str:
    whose = "your own pass mark" if verdict.own else "the pass mark that is known of this board"
    said = "at or above" if verdict.passed else "below"
    close = " It was close: another form might have gone the other way." if verdict.is_close else ""
    return f"That is {said} {whose}, {verdict.cut:.0%} or {verdict.needed} right.{close}"


def _areas(report: Report) -> Iterator[str]:
    if len(report.areas) < 2:  # noqa: PLR2004  (one area is the score again)
        return
    yield "By area:"
    for area in report.areas:
        yield f"{area.title}: {_of(area.score)}."


def _seen(report: Report) -> Iterator[str]:
    if report.fresh.of and report.seen.of:
        yield f"Questions never seen before: {_of(report.fresh)}. Seen before: {_of(report.seen)}."
    elif report.seen.of:
        yield "You had seen all of these questions before, so this says less about new ones."


def _sureness(report: Report) -> Iterator[str]:
    if report.guesses.of:
        yield f"Guessed: {_of(report.guesses)}."
    wrong = report.sure.of - report.sure.right
    if wrong:
        yield f"{counted(wrong, 'answer')} felt sure and {'was' if wrong == 1 else 'were'} not right."


def _changes(changes: Changes) -> Iterator[str]:
    if not changes.all:
        return
    ways = [
        (count, says)
        for count, says in (
            (changes.to_right, "to the right one"),
            (changes.to_wrong, "away from the right one"),
            (changes.wrong_to_wrong, "from one that was not right to another"),
        )
        if count
    ]
    # Where all went the same way, their number is said once.
    how = ways[0][1] if len(ways) == 1 else ", ".join(f"{count} {says}" for count, says in ways)
    yield f"Changed after a question was left: {counted(changes.all, 'answer')}, {how}."


def _pace(report: Report) -> Iterator[str]:
    pace = report.pace
    if pace.median_ms is None:
        return
    left = f" {duration(pace.left_ms)} left at the end." if pace.left_ms else ""
    yield f"Pace: {duration(pace.median_ms)} a question, as a median.{left}"
    slow = ", ".join(f"{one.place + 1} ({duration(one.ms)})" for one in pace.slowest)
    if slow:
        yield f"More than twice as long: {'question' if len(pace.slowest) == 1 else 'questions'} {slow}."


def next_lines(report: Report, number: int) -> Iterator[str]:
    """What can be done with it."""
    if report.missed:
        yield missed_words(len(report.missed))
        yield "They come in your reviews from tomorrow on."
        yield f"To walk through them: cpsprep exam report {number} --walk"
    else:
        yield "Every answer was right, and none was a guess."
    yield "To see how it stands now: cpsprep ready"
