"""Why a question comes today, in words."""

from typing import assert_never

from cpsprep.cli.day_words import in_days
from cpsprep.cli.saying import counted
from cpsprep.core.days import to_date
from cpsprep.core.history import CardRecord
from cpsprep.core.planning.planned import Planned, Reason, Why
from cpsprep.core.sitting.question import Question


def why_today(question: Question, planned: Planned | None, today: int) -> str:
    """One or more sentences: what the schedule knows of this question, and the reason it is asked now."""
    reason = planned.reason if planned else None
    if question.last_day == today and not _is_first_time_today(planned, today):
        return _words(Reason(Why.DRILL))
    said = [_words(reason) if reason else "You asked to see it again."]
    if planned is not None and planned.record is not None:
        said += _known(planned.record, planned.reason.why, today)
    return " ".join(said)


def _is_first_time_today(planned: Planned | None, today: int) -> bool:
    """Whether a question that was answered today is asked for another reason than its drill."""
    if planned is None or planned.record is None or planned.record.last_day != today:
        return False
    return planned.reason.why in {Why.PRACTICE, Why.KEY_CHANGED}


def _known(record: CardRecord, reason: Why, today: int) -> list[str]:
    state = record.state
    days = counted(state.interval, "day")
    lines = [f"You last answered it {_on(record.last_day, today)}; it was then due {days} later."]
    if reason in {Why.DUE, Why.OVERDUE} and record.due < record.last_day + state.interval:
        lines.append("Your plan brings it sooner, so that you see it once more before the exam.")
    if record.misses:
        lines.append(f"Missed {counted(record.misses, 'time')} so far.")
    ease = f"{state.ease / 100:.2f}"
    return [*lines, f"SM-2: {state.repetitions} in a row, interval {days}, ease {ease}."]


def _on(day: int, today: int) -> str:
    """A day as people name it; the year only where it is another one."""
    if day == today:
        return "today"
    then = to_date(day)
    year = "" if then.year == to_date(today).year else f", {then.year}"
    return f"on {then:%B} {then.day}{year}"


def _words(reason: Reason) -> str:
    match reason.why:
        case Why.NEW:
            return "It is new. A few new questions come each day."
        case Why.DUE:
            return "It is due today."
        case Why.OVERDUE:
            return f"It was due {'yesterday' if reason.days == 1 else f'{reason.days} days ago'}."
        case Why.MOCK:
            return "It was wrong, or a guess, in a mock exam."
        case Why.AHEAD:
            return f"It is due {in_days(reason.days)}; you asked for questions ahead of time."
        case Why.DRILL:
            return "You missed it or guessed earlier today. Asking again does not change its schedule."
        case Why.KEY_CHANGED:
            return "Its answer was corrected since you last saw it."
        case Why.PRACTICE:
            return "This is practice; it does not change the schedule."
        case _:
            assert_never(reason.why)
