"""Today at a glance: what is due, what is new, how long it takes, how far the exam is."""

from dataclasses import dataclass
from datetime import date

from cpsprep.app.ports import Log, Shelf
from cpsprep.app.study import Wish, look
from cpsprep.core.days import from_date
from cpsprep.core.forecast import next_days
from cpsprep.core.planned import Plan
from cpsprep.core.settings import Settings


@dataclass(frozen=True, slots=True)
class Today:
    """Counts of today's queue; `exam_in` is days to the exam (negative: past), None without a date."""

    review: int
    new: int
    drill: int
    minutes: int
    exam_in: int | None
    first_time: bool
    next_due_in: int | None
    left_out: int
    plan: Plan
    cards: int
    answered: int


def today(shelf: Shelf, log: Log, study_day: int, settings: Settings) -> Today:
    """Plan today and count."""
    made, catalog, history = look(shelf, log, study_day, settings, Wish())
    seconds = history.seconds_per_answer or settings.seconds_per_question
    ahead = next_days(catalog.entries, history, study_day, days=60)
    return Today(
        review=made.counts.reviews_today,
        new=made.counts.new_today,
        drill=made.counts.drill,
        minutes=max(1, round(len(made.cards) * seconds / 60)) if made.cards else 0,
        exam_in=_days_to(history.plan.exam_date, study_day),
        first_time=not history.records,
        next_due_in=next((days for days, due in enumerate(ahead) if days and due), None),
        left_out=catalog.left_out,
        plan=made,
        cards=len(catalog.entries),
        answered=len(history.records),
    )


def _days_to(exam_date: str | None, study_day: int) -> int | None:
    if exam_date is None:
        return None
    try:
        return from_date(date.fromisoformat(exam_date)) - study_day
    except ValueError:
        return None
