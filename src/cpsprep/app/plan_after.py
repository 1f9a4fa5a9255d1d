"""What ends a plan, as events: forgetting the date, giving kept questions free, a board's result."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from cpsprep.app.errors import UsageError
from cpsprep.app.ports import Clock, Log
from cpsprep.core.days import from_date
from cpsprep.core.events import EventType, Fact
from cpsprep.core.planning.deadline import deadline_of

_CLEARED: Final = ("exam_date", "window", "core", "mocks", "mock_day", "days_off")


def clear_plan(log: Log, clock: Clock) -> bool:
    """Forget the exam date and what goes with it; says whether there was one."""
    now = clock.now()
    if log.history(now.study_day).plan.exam_date is None:
        return False
    log.append([Fact(now.ids[0], EventType.PLANNED, payload=dict.fromkeys(_CLEARED))], now, {})
    return True


def release_pool(log: Log, clock: Clock) -> None:
    """Give free what is kept for mock exams, for good."""
    now = clock.now()
    log.append([Fact(now.ids[0], EventType.POOL_RELEASED)], now, {})


def record_result(
    log: Log,
    clock: Clock,
    *,
    passed: bool | None,
    on: date | None,
    areas: Mapping[str, str | float],
) -> None:
    """Keep what the board said; who passed needs the plan no more.

    Args:
        log: of the learner.
        clock: for today.
        passed: None where that is not known.
        on: the day of the exam; None for that of the plan, if it has come.
        areas: `below`, `near`, `above` or percent, by the id of an area.

    Raises:
        UsageError: the exam of the plan is still to come, or that day is.
    """
    now = clock.now()
    plan = log.history(now.study_day).plan
    deadline = deadline_of(plan, now.study_day)
    if on is None and deadline is not None and deadline.exam > now.study_day:
        raise UsageError(
            "your exam is still to come, as your plan has it",
            "name the day on which it was: cpsprep plan result --date, or mend the plan: cpsprep plan set",
        )
    if on is not None and from_date(on) > now.study_day:
        raise UsageError(f"{on.isoformat()} is still to come", "a result is of an exam that has been")
    held = plan.exam_date if on is None else on.isoformat()
    payload = {"passed": passed, "date": held, "domains": dict(areas)}
    facts = [Fact(now.ids[0], EventType.BOARD_RESULT, payload=payload)]
    if passed and plan.exam_date is not None:
        facts.append(Fact(now.ids[1], EventType.PLANNED, payload=dict.fromkeys(_CLEARED)))
    log.append(facts, now, {})
