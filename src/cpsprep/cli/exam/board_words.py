"""What is known of a board's exam, in words: the same wherever a board is spoken of."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Final, assert_never

from cpsprep.cli.saying import counted
from cpsprep.core.exam.outline import Outline
from cpsprep.core.item import Kind
from cpsprep.core.records.as_of import is_stale
from cpsprep.core.records.board import GENERIC, Areas, Blueprint, PassMark, ScoreScale, Told

CHECK: Final = (
    "Check your own board: exams change, and pages about them are often old or wrong."
    " What your board tells you counts, and nothing said here."
)
_NOT_FOUND: Final = "not found"
_HOUR: Final = 60
_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August"),
    *("September", "October", "November", "December"),
)
_KINDS: Final[Mapping[Kind, str]] = {
    Kind.SINGLE: "one best answer of several",
    Kind.MULTIPLE: "several right answers",
    Kind.TRUEFALSE: "true or false",
    Kind.CLOZE: "blanks to fill",
    Kind.BASIC: "open questions",
}


def time_words(minutes: int) -> str:
    """Such as 2 hours 30 minutes."""
    hours, rest = divmod(minutes, _HOUR)
    parts = [counted(hours, "hour")] * bool(hours) + [counted(rest, "minute")] * bool(rest)
    return " ".join(parts)


def mark_words(mark: PassMark) -> str:
    """What passes, such as 68 right answers."""
    match mark.score:
        case ScoreScale.PERCENT:
            return f"{mark.value:g} percent"
        case ScoreScale.RAW:
            return f"{mark.value:g} right answers"
        case ScoreScale.SCALED:
            return f"{mark.value:g} on a scale from {mark.low or 0:g} to {mark.high or 0:g}"
        case _:
            assert_never(mark.score)


def kinds_words(kinds: tuple[Kind, ...]) -> str:
    return ", ".join(_KINDS[kind] for kind in kinds)


def summary(board: Blueprint) -> str:
    """All that is known in one line; whatever has a note says so, for pages may differ."""
    exam = board.exam
    if not (exam.items.value or exam.minutes.value or exam.pass_mark.value):
        return "Questions, time and pass mark were not found."
    said = (
        _brief(exam.items, "number of questions", lambda number: counted(number, "question")),
        _brief(exam.minutes, "time", time_words),
        _brief(exam.pass_mark, "pass mark", lambda mark: f"passes with {mark_words(mark)}"),
    )
    line = "; ".join(said)
    return f"{line[0].upper()}{line[1:]}."


def known_values(board: Blueprint) -> Iterator[tuple[str, str, Told[Any]]]:
    """A title, what is known in words, and where from; for each thing that a board may say."""
    exam = board.exam
    yield "Questions", _said(exam.items, str), exam.items
    yield "Time", _said(exam.minutes, time_words), exam.minutes
    yield "Passes with", _said(exam.pass_mark, mark_words), exam.pass_mark
    yield "Kinds of question", _said(exam.kinds, kinds_words), exam.kinds


def shares_words(outline: Outline) -> str:
    """Whose areas an exam has here, and whose shares: said wherever a form is made by them."""
    if outline.id == GENERIC:
        return "Areas and their parts are ours, and no board's."
    if not outline.areas_known:
        return (
            "The areas of this exam were not found: mock exams use our own, in the parts that we gave them."
        )
    if outline.shares_known:
        return "How much each area counts is what the board says."
    return "How much each area counts was not found: mock exams give all areas equal parts."


def pass_words(board: Blueprint) -> str:
    """What a mock exam can say of passing; "" where it can hold a score against a known mark."""
    mark = board.exam.pass_mark.value
    if board.id == GENERIC:
        return "No board's pass mark is meant here, so that a mock exam does not say whether you would pass."
    if mark is None:
        return "The pass mark was not found, so that a mock exam cannot say whether you would pass."
    if mark.score is ScoreScale.SCALED:
        return (
            f"Scores run from {mark.low or 0:g} to {mark.high or 0:g}, and {mark.value:g} passes."
            " That is no number of right answers, so that a mock exam cannot say whether you would pass."
        )
    return ""


def areas_title(board: Blueprint) -> str:
    match board.areas:
        case Areas.BOARD:
            return "Areas of the board"
        case Areas.BANK | Areas.UNKNOWN:
            return "Areas, ours"
        case _:
            assert_never(board.areas)


def came_from(told: Told[Any], sources: Mapping[str, str], today: date) -> str:
    """Where something was read, or looked for in vain, and when; "" where nothing says so.

    Args:
        told: the value.
        sources: what a learner reads for the key of a source.
        today: by which a look counts as old.
    """
    if not told.source and not told.as_of:
        return ""
    how, joined = ("From ", " and from ") if told.value is not None else ("Looked for in ", " and in ")
    named = joined.join(sources.get(key, key) for key in told.source) or "no named source"
    seen = f", seen in {when(told.as_of)}" if told.as_of else ""
    return f"{how}{named}{seen}{', more than a year ago' if is_stale(told.as_of, today) else ''}."


def when(as_of: str) -> str:
    """Such as November 2026 for 2026-11; "" for no date."""
    year, *rest = as_of.split("-")
    month = [_MONTHS[int(rest[0]) - 1]] if rest else []
    day = [str(int(rest[1]))] if rest[1:] else []
    return " ".join((*day, *month, year))


def _said(told: Told[Any], words: Callable[[Any], str]) -> str:
    return _NOT_FOUND if told.value is None else words(told.value)


def _brief(told: Told[Any], title: str, words: Callable[[Any], str]) -> str:
    note = " (see note)" if told.note else ""
    return f"{title} {_NOT_FOUND}{note}" if told.value is None else f"{words(told.value)}{note}"
