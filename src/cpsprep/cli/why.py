"""Why a question comes today, in words."""

from cpsprep.cli.telling import in_days
from cpsprep.core.days import to_date
from cpsprep.core.planned import Planned, Why
from cpsprep.core.question import Question


def why_today(question: Question, planned: Planned | None, today: int) -> str:
    """One or more sentences: what the schedule knows of this question, and the reason it is asked now."""
    if question.last_day == today:
        return _reason(Why.DRILL, 0)
    reason = planned.reason if planned else None
    said = [_reason(reason.why, reason.days) if reason else "You asked to see it again."]
    if planned is not None and planned.record is not None:
        record = planned.record
        state = record.state
        last = f"{to_date(record.last_day):%B} {to_date(record.last_day).day}"
        said.append(f"You last answered it on {last}; it was then due {in_days(state.interval)}.")
        if record.misses:
            said.append(f"Missed {record.misses} {'time' if record.misses == 1 else 'times'} so far.")
        said.append(
            f"SM-2: {state.repetitions} in a row, interval {state.interval} "
            f"{'day' if state.interval == 1 else 'days'}, ease {state.ease / 100:.2f}."
        )
    return " ".join(said)


def _reason(why: Why, days: int) -> str:
    match why:
        case Why.NEW:
            return "It is new. New questions come a few each day, in the order of the areas."
        case Why.DUE:
            return "It is due today."
        case Why.OVERDUE:
            return f"It was due {'yesterday' if days == 1 else f'{days} days ago'}."
        case Why.AHEAD:
            return f"It is due {in_days(days)}; you asked for questions ahead of time."
        case Why.DRILL:
            return "You missed it earlier today, so it comes back until you know it. Its schedule stays."
        case Why.KEY_CHANGED:
            return "Its answer was corrected since you last saw it."
        case Why.PRACTICE:
            return "You are practising; this does not change its schedule."
