"""The clock of an exam: a deadline on the wall clock, breaks in which it stands still, warnings as values.

Nothing here counts down. All of it follows from the present time, so sleep, a crash or a closed window can
neither stop the clock nor make it lose anything.
"""

from dataclasses import replace
from enum import Enum
from typing import Final

from cpsprep.core.exam.exam import Ended, Exam, How
from cpsprep.core.exam.paper import MINUTE_MS


class Notice(Enum):
    """A warning that a learner is given once on the way."""

    HALF = "half"
    TEN = "ten"
    FIVE = "five"
    ONE = "one"


_MINUTES: Final = {Notice.TEN: 10, Notice.FIVE: 5, Notice.ONE: 1}


def break_left(exam: Exam, at_ms: int) -> int:
    """Milliseconds for which the clock may still stand still."""
    allowed = round(exam.paper.rules.break_minutes * MINUTE_MS) - exam.break_ms
    since = exam.break_since
    return max(0, allowed if since is None else allowed - max(0, at_ms - since))


def deadline(exam: Exam, at_ms: int) -> int | None:
    """When the time is up, as far as it is known now: breaks taken so far move it; None without a clock."""
    end = exam.paper.deadline_ms
    if end is None:
        return None
    stood = 0 if exam.break_since is None else max(0, at_ms - exam.break_since)
    return end + exam.break_ms + min(stood, break_left(exam, exam.break_since or 0))


def left(exam: Exam, at_ms: int) -> int | None:
    """Milliseconds that are left; None without a clock."""
    end = deadline(exam, at_ms)
    if end is None:
        return None
    return max(0, end - (exam.ended.at_ms if exam.ended else at_ms))


def tick(exam: Exam, at_ms: int) -> Exam:
    """The exam as it is at this time, without anybody doing anything.

    A break ends by itself when its allowance is used up, and the exam at its deadline: at that very time,
    however late it is noticed.
    """
    if exam.ended is not None:
        return exam
    if exam.break_since is not None:
        over = exam.break_since + break_left(exam, exam.break_since)
        if at_ms >= over:
            exam = end_break(exam, over)
    end = deadline(exam, at_ms)
    if end is None or at_ms < end:
        return exam
    exam = spend(exam, end)
    return replace(exam, ended=Ended(How.TIME, end), is_open=False, confirming=False, latest_ms=end)


def submitted(exam: Exam, at_ms: int) -> Exam:
    """The exam handed in at this time."""
    exam = replace(spend(exam, at_ms), latest_ms=max(exam.latest_ms, at_ms))
    return replace(exam, ended=Ended(How.SUBMITTED, at_ms), is_open=False, break_since=None, confirming=False)


def end_break(exam: Exam, at_ms: int) -> Exam:
    """The clock runs again from this time on, at most the allowance after the break began."""
    since = exam.break_since
    if since is None:
        return exam
    stood = min(at_ms - since, break_left(exam, since))
    return replace(
        exam, break_since=None, break_ms=exam.break_ms + stood, latest_ms=max(exam.latest_ms, at_ms)
    )


def spend(exam: Exam, at_ms: int) -> Exam:
    """Put the time since the last record on the present question, if somebody sat at it."""
    passed = at_ms - exam.latest_ms
    if passed <= 0 or not exam.is_open or exam.break_since is not None:
        return exam
    place = replace(exam.place, ms=exam.place.ms + passed)
    return replace(exam, places=(*exam.places[: exam.at], place, *exam.places[exam.at + 1 :]))


def warned(exam: Exam, at_ms: int) -> tuple[Exam, Notice | None]:
    """The warning that is due, and the exam that remembers it was told.

    Each comes once; where several fell due meanwhile, only the last.
    """
    remaining = left(exam, at_ms)
    if remaining is None or exam.ended is not None:
        return exam, None
    passed = [sign for sign, mark in _marks(exam) if remaining <= mark < _told(exam)]
    return replace(exam, told_ms=remaining), passed[-1] if passed else None


def _told(exam: Exam) -> int:
    whole = exam.paper.rules.time_ms or 0
    return whole if exam.told_ms is None else exam.told_ms


def _marks(exam: Exam) -> list[tuple[Notice, int]]:
    """Warnings with the time left at which each is due, the earliest first."""
    half = (exam.paper.rules.time_ms or 0) // 2
    late = [(sign, minutes * MINUTE_MS) for sign, minutes in _MINUTES.items() if minutes * MINUTE_MS < half]
    return [(Notice.HALF, half), *late]
