"""A plan as it can be looked at: the way to the exam, day by day, what fits, and what is kept."""

from dataclasses import dataclass

from cpsprep.app.outlines import Blueprints
from cpsprep.app.plan import Fitting, what_fits
from cpsprep.app.planning import look
from cpsprep.app.ports import Log, Shelf
from cpsprep.core.config.settings import Settings
from cpsprep.core.exam.outline import Outline
from cpsprep.core.history import StudyPlan
from cpsprep.core.planning.load import DayLoad, work_of
from cpsprep.core.planning.mock_days import MockDay
from cpsprep.core.planning.standing import PlanStatus, load_ahead, standing


@dataclass(frozen=True, slots=True)
class PlanView:
    """Everything about a plan in force; days are study days since 1970-01-01.

    Args:
        said: what the learner said.
        outline: the exam.
        exam: its day.
        standing: how it stands today.
        window_from: the first day of the final window.
        known: cards answered by now.
        left: cards of the plan that are still new.
        beyond: cards that do not fit.
        kept: items kept for mock exams, and how many of them were used up.
        used: see `kept`.
        released: whether the learner gave them free.
        days: the load of every day to the exam, days off with none; of a year at most.
        mocks: the mock exams that are still to come.
        refit: what would fit if the plan were made anew today.
        seconds: for one answer.
    """

    said: StudyPlan
    outline: Outline
    exam: int
    standing: PlanStatus
    window_from: int
    known: int
    left: int
    beyond: int
    kept: int
    used: int
    released: bool
    days: tuple[DayLoad, ...]
    mocks: tuple[MockDay, ...]
    refit: Fitting
    seconds: float

    @property
    def takes(self) -> int:
        """How many cards the plan takes in all."""
        return self.known + self.left


def plan_view(
    shelf: Shelf, log: Log, today: int, settings: Settings, blueprints: Blueprints | None = None
) -> PlanView | None:
    """Look at the plan; None without an exam ahead.

    Today's load is that of today's queue, as the today screen tells it.

    Args:
        shelf: the banks in use.
        log: of the learner.
        today: a study day.
        settings: for the seconds of an answer until they are known.
        blueprints: of the banks in use.

    Raises:
        UnreadableError: a bank or the log cannot be read.
    """
    looked = look(shelf, log, today, settings, boards=None if blueprints is None else lambda: blueprints)
    catalog, history, course = looked.catalog, looked.history, looked.course
    refit = what_fits(catalog, log.history(today), today, settings, blueprints)
    if course is None or refit is None:
        return None
    deadline = course.deadline
    load = load_ahead(course, history, catalog.entries, today, deadline.minutes)
    by_day = {one.day: one for one in load.days}
    if today in by_day:
        by_day[today] = work_of(looked.plan.counts, today, course.seconds)
    every = range(today, deadline.within_sight(today).exam)
    return PlanView(
        said=history.plan,
        outline=course.outline,
        exam=deadline.exam,
        standing=standing(course, history, catalog.entries, today),
        window_from=deadline.first,
        known=course.known,
        left=course.left,
        beyond=course.beyond,
        kept=len(course.pool.kept),
        used=len(course.pool.used),
        released=history.pool_released,
        days=tuple(by_day.get(day, DayLoad(day, 0.0, 0.0, 0.0)) for day in every),
        mocks=course.mocks,
        refit=refit,
        seconds=course.seconds,
    )
