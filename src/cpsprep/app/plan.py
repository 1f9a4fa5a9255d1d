"""Making a plan to an exam: what the learner said, and what their days have room for, as events."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, NamedTuple

from cpsprep.app.courses import outline_for
from cpsprep.app.outlines import Blueprints
from cpsprep.app.ports import Clock, Log, Shelf
from cpsprep.core.bank import Catalog
from cpsprep.core.config.settings import Settings
from cpsprep.core.events import EventType, Fact
from cpsprep.core.history import History, StudyPlan
from cpsprep.core.planning.course import course_on
from cpsprep.core.planning.fitting import MOST_MINUTES, Fit, fit
from cpsprep.core.planning.standing import studied_records
from cpsprep.core.planning.study_days import WEEKDAYS

KEYS: Final = (
    "exam_date", "board", "blueprint", "minutes_per_day", "days_off", "mocks", "mock_day", "cut",
)  # fmt: skip
"""What a learner may say of a plan, in the order in which it is asked."""


class Fitting(NamedTuple):
    """What fits before the exam, of cards known by now and `free` ones that could come."""

    fit: Fit
    known: int
    free: int

    @property
    def core(self) -> int | None:
        """How many cards the plan takes; None for all, so that new ones of the bank come along."""
        return None if self.fit.new >= self.free else self.known + self.fit.new


class Made(NamedTuple):
    """What came of making a plan: whether anything is another than before, and what fits (None: no plan)."""

    changed: bool
    fitting: Fitting | None


def make_plan(
    said: Mapping[str, object],
    shelf: Shelf,
    log: Log,
    clock: Clock,
    settings: Settings,
    blueprints: Blueprints | None = None,
    *,
    again: bool = False,
) -> Made:
    """Keep what was said, then work out the final window and how many cards fit, and keep that.

    Saying again what stands already, on the same day, changes nothing.

    Args:
        said: keys of `KEYS`; None forgets.
        shelf: the banks in use.
        log: of the learner.
        clock: for today.
        settings: for the seconds of an answer until they are known.
        blueprints: of the banks in use.
        again: whether to spread what is new over the days from today on, also where the numbers stay.

    Raises:
        CpsprepError: banks or log cannot be read, or the log not written.
    """
    now = clock.now()
    catalog = shelf.catalog()
    before = told_of(log.history(now.study_day).plan)
    fresh = {name: value for name, value in said.items() if before.get(name) != value}
    if fresh:
        log.append([Fact(now.ids[0], EventType.PLANNED, payload=fresh)], now, {})
    history = log.history(now.study_day)
    fitting = what_fits(catalog, history, now.study_day, settings, blueprints)
    if fitting is None:
        return Made(bool(fresh), None)
    numbers = {"window": fitting.fit.window, "core": fitting.core}
    is_old = again and history.plan.made_on != now.study_day
    if is_old or numbers != {"window": history.plan.window, "core": history.plan.core}:
        later = clock.now()
        log.append([Fact(later.ids[0], EventType.PLANNED, payload=numbers)], later, {})
        fresh = {**fresh, **numbers}
    return Made(bool(fresh), fitting)


def what_fits(
    catalog: Catalog,
    history: History,
    today: int,
    settings: Settings,
    blueprints: Blueprints | None = None,
) -> Fitting | None:
    """What would fit if the plan were made today; None without an exam ahead."""
    everything = replace(history, plan=replace(history.plan, core=None, made_on=today))
    seconds = history.seconds_per_answer or settings.seconds_per_question
    outline = outline_for(history, catalog, blueprints)
    course = course_on(catalog, everything, outline, today, seconds)
    if course is None:
        return None
    deadline = course.deadline
    records = studied_records(catalog.entries, history)
    days = len(deadline.days.between(today, deadline.exam))
    # A long mock exam takes its whole day, and of the other days nothing.
    most = deadline.minutes or MOST_MINUTES
    ahead = (min(most, course.mock_minutes(one)) for one in course.mocks if one.day >= today)
    spent = sum(ahead) / days if days else 0.0
    return Fitting(fit(records, deadline, course.left, seconds, spent), course.known, course.left)


def told_of(plan: StudyPlan) -> dict[str, object]:
    """The plan in the words of its event; what was not said is None."""
    return {
        "exam_date": plan.exam_date,
        "board": plan.board,
        "blueprint": plan.blueprint,
        "minutes_per_day": plan.minutes_per_day,
        "days_off": [WEEKDAYS[day] for day in plan.days_off] or None,
        "mocks": plan.mocks,
        "mock_day": None if plan.mock_day is None else WEEKDAYS[plan.mock_day],
        "cut": plan.cut,
    }
