"""Today at a glance: what is due, what is new, how long it takes, how far the exam is."""

from typing import TYPE_CHECKING, NamedTuple

from cpsprep.app.planning import Boards, Looked, look
from cpsprep.app.ports import Log, Shelf
from cpsprep.core.config.settings import Settings
from cpsprep.core.planning.catchup import CatchUp
from cpsprep.core.planning.coming import next_in, offers_new
from cpsprep.core.planning.said import day_of
from cpsprep.core.planning.selection import STUDIED

if TYPE_CHECKING:
    from cpsprep.core.planning.standing import PlanStatus


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
        plan: how the plan to the exam stands, None without one.
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
    plan: "PlanStatus | None" = None


def today(shelf: Shelf, log: Log, study_day: int, settings: Settings, boards: Boards | None = None) -> Today:
    """Plan today and count.

    Raises:
        UnreadableError: a bank or the log cannot be read.
    """
    looked = look(shelf, log, study_day, settings, boards=boards)
    made, catalog, history, course = looked
    seconds = history.seconds_per_answer or settings.seconds_per_question
    counts = made.counts
    exam = day_of(history.plan.exam_date)
    coming = next_in(catalog.entries, history, counts, study_day, settings.new_per_day, course)
    return Today(
        review=counts.reviews_today,
        new=counts.new_today,
        drill=counts.drill,
        minutes=_minutes(looked, study_day, seconds),
        exam_in=None if exam is None else exam - study_day,
        next_in=coming,
        more_new=offers_new(made, settings.new_per_day, coming, study_day, course),
        set_aside=counts.set_aside,
        left_out=catalog.left_out,
        cards=sum(entry.status in STUDIED for entry in catalog.entries),
        catch_up=made.catch_up,
        plan=_standing(looked, study_day),
    )


def _minutes(looked: Looked, study_day: int, seconds: float) -> int:
    cards = len(looked.plan.cards)
    if looked.course is None:
        return max(1, round(cards * seconds / 60)) if cards else 0
    from cpsprep.core.planning.load import work_of  # noqa: PLC0415  (only where a plan is in force)

    return round(work_of(looked.plan.counts, study_day, seconds).minutes)


def _standing(looked: Looked, study_day: int) -> "PlanStatus | None":
    if looked.course is None:
        return None
    from cpsprep.core.planning.standing import standing  # noqa: PLC0415  (only where a plan is in force)

    return standing(looked.course, looked.history, looked.catalog.entries, study_day)
