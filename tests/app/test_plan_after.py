"""What ends a plan or follows it."""

from datetime import date

import pytest

from cpsprep.app.errors import UsageError
from cpsprep.app.plan_after import clear_plan, record_result, release_pool
from cpsprep.core.days import to_date
from cpsprep.core.events import EventType, Fact
from cpsprep.core.history import BoardResult, StudyPlan
from fakes_replay import ReplayLog
from fakes_study import DAY, FakeClock

SAID = {"board": "Ours", "minutes_per_day": 20}


def planned(days: int | None) -> ReplayLog:
    log, clock = ReplayLog(), FakeClock(study_day=DAY - 9)
    exam = None if days is None else to_date(DAY + days).isoformat()
    now = clock.now()
    log.append([Fact(now.ids[0], EventType.PLANNED, payload={**SAID, "exam_date": exam, "core": 3})], now, {})
    return log


def later() -> FakeClock:
    return FakeClock(at_ms=(DAY + 1) * 86_400_000, study_day=DAY)


def test_clearing_forgets_the_exam_and_keeps_the_board() -> None:
    log = planned(9)
    assert clear_plan(log, later())
    assert log.history(DAY).plan == StudyPlan(board="Ours", minutes_per_day=20)


def test_where_no_exam_is_nothing_is_cleared() -> None:
    log = planned(None)
    assert (clear_plan(log, later()), len(log.events)) == (False, 1)


def test_the_pool_can_be_released() -> None:
    log = planned(9)
    release_pool(log, later())
    assert log.history(DAY).pool_released


def test_a_result_is_kept_with_the_day_of_the_exam() -> None:
    log = planned(-1)
    record_result(log, later(), passed=False, on=None, areas={"ethics": "below"})
    exam = to_date(DAY - 1).isoformat()
    assert log.history(DAY).board_result == BoardResult(passed=False, date=exam, areas={"ethics": "below"})
    assert log.history(DAY).plan.exam_date == exam


@pytest.mark.parametrize("days", [0, -5, None])
def test_who_passed_needs_no_plan_any_more(days: int | None) -> None:
    log = planned(days)
    record_result(log, later(), passed=True, on=None, areas={})
    assert log.history(DAY).plan.exam_date is None
    assert len(log.events) == (2 if days is None else 3)


def test_a_result_of_another_day_is_taken_also_before_the_exam_of_the_plan() -> None:
    log = planned(9)
    record_result(log, later(), passed=None, on=date(2024, 1, 2), areas={})
    assert log.history(DAY).board_result == BoardResult(date="2024-01-02")


@pytest.mark.parametrize("on", [None, to_date(DAY + 1)])
def test_an_exam_that_is_still_to_come_has_no_result(on: date | None) -> None:
    with pytest.raises(UsageError, match="still to come"):
        record_result(planned(9), later(), passed=True, on=on, areas={})
