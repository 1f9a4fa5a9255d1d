"""The plan to an exam that is in force, from banks and log; loaded only where there is one."""

from cpsprep.app.errors import UsageError
from cpsprep.app.outlines import Blueprints, outline_named
from cpsprep.core.bank import Catalog
from cpsprep.core.config.settings import Settings
from cpsprep.core.exam.outline import Outline
from cpsprep.core.exam.outlines import own_outline
from cpsprep.core.history import History
from cpsprep.core.planning.course import Course, course_on, with_plan


def course_for(
    catalog: Catalog, history: History, today: int, settings: Settings, blueprints: Blueprints | None = None
) -> tuple[History, Course | None]:
    """The history with the days on which cards really come, and the plan, None without one.

    Args:
        catalog: the banks in use.
        history: the fold of the log, with the scheduler's days.
        today: a study day.
        settings: for the seconds of an answer until they are known.
        blueprints: of the banks in use.
    """
    seconds = history.seconds_per_answer or settings.seconds_per_question
    course = course_on(catalog, history, outline_for(history, catalog, blueprints), today, seconds)
    return with_plan(history, course), course


def outline_for(history: History, catalog: Catalog, blueprints: Blueprints | None) -> Outline:
    """The outline of the plan; where its blueprint cannot be had, that of the banks' own areas.

    A bank may change under a plan, and studying must go on all the same.
    """
    if blueprints is None:
        return own_outline(catalog)
    try:
        return outline_named(history.plan.blueprint or "", blueprints, catalog)
    except UsageError:
        return own_outline(catalog)
