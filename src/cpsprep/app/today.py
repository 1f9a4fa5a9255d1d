"""Today at a glance: what is due, what is new, how long it takes, how far the exam is."""

from datetime import date
from typing import NamedTuple

from cpsprep.app.planning import look
from cpsprep.app.ports import Log, Shelf
from cpsprep.core.config.settings import Settings
from cpsprep.core.days import from_date
from cpsprep.core.planning.catchup import CatchUp
from cpsprep.core.planning.coming import next_in, offers_new
from cpsprep.core.planning.selection import STUDIED


class Today(NamedTuple):
    """Counts of today's queue.

    Args:
        review: due questions, and those whose key changed.
        drill: questions missed earlier today.
        minutes: about how long all of it takes; 0 when there is nothing to do.
        exam_in: days to the exam (negative: past), None without a date.
        next_in: days until more questions come, None when none are in sight.
        more_new: whether to offer new questions beyond these.
        set_aside: questions that were put away.
        left_out: items that a mistake in the bank hides.
        cards: every card that is studied.
    """

    review: int = 0
    new: int = 0
    drill: int = 0
    minutes: int = 0
    exam_in: int | None = None
    next_in: int | None = None
    more_new: bool = False
    set_aside: int = 0
    left_out: int = 0
    cards: int = 0
    catch_up: CatchUp | None = None


def today(shelf: Shelf, log: Log, study_day: int, settings: Settings) -> Today:
    """Plan today and count.

    Raises:
        UnreadableError: a bank or the log cannot be read.
    """
    made, catalog, history = look(shelf, log, study_day, settings)
    seconds = history.seconds_per_answer or settings.seconds_per_question
    counts = made.counts
    coming = next_in(catalog.entries, history, counts, study_day, settings.new_per_day)
    return Today(
        review=counts.reviews_today,
        new=counts.new_today,
        drill=counts.drill,
        minutes=max(1, round(len(made.cards) * seconds / 60)) if made.cards else 0,
        exam_in=_days_to(history.plan.exam_date, study_day),
        next_in=coming,
        more_new=offers_new(made, settings.new_per_day, coming),
        set_aside=counts.set_aside,
        left_out=catalog.left_out,
        cards=sum(entry.status in STUDIED for entry in catalog.entries),
        catch_up=made.catch_up,
    )


def _days_to(exam_date: str | None, study_day: int) -> int | None:
    if exam_date is None:
        return None
    try:
        return from_date(date.fromisoformat(exam_date)) - study_day
    except ValueError:
        return None
