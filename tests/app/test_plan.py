"""Making a plan: what is kept, what fits, and what can be looked at."""

from dataclasses import replace

import pytest

from cpsprep.app.outlines import Blueprints
from cpsprep.app.plan import KEYS, Made, make_plan, told_of, what_fits
from cpsprep.app.plan_show import PlanView, plan_view
from cpsprep.app.today import today as look_at_today
from cpsprep.core.config.settings import Settings
from cpsprep.core.days import to_date
from cpsprep.core.events import EventType, Fact
from cpsprep.core.history import StudyPlan
from cpsprep.core.planning.study_days import weekday
from fakes_boards import ONE, FakeBlueprints, board
from fakes_replay import ReplayLog
from fakes_study import DAY, FakeClock, FakeShelf, bank, item

ITEMS = tuple(item(f"q-{n:03}") for n in range(200))
SHELF = FakeShelf([bank(*ITEMS)])
SETTINGS = Settings()


def on(days: int) -> str:
    return to_date(DAY + days).isoformat()


def make(log: ReplayLog, **said: object) -> Made:
    return make_plan(said, SHELF, log, FakeClock(study_day=DAY), SETTINGS)


def payloads(log: ReplayLog) -> list[dict[str, object]]:
    return [dict(fact.payload) for fact in log.facts if fact.type == EventType.PLANNED]


def test_a_plan_is_what_was_said_and_what_fits() -> None:
    log = ReplayLog()
    made = make(log, exam_date=on(20), minutes_per_day=20)
    assert made.fitting is not None
    assert made.fitting.core is not None
    said, numbers = payloads(log)
    assert said == {"exam_date": on(20), "minutes_per_day": 20}
    assert numbers == {"window": made.fitting.fit.window, "core": made.fitting.core}
    assert 60 < made.fitting.core < 160


def test_where_all_fit_the_plan_takes_what_comes() -> None:
    log = ReplayLog()
    made = make(log, exam_date=on(60), minutes_per_day=60)
    assert made.fitting is not None
    assert (made.fitting.core, payloads(log)[1]["core"]) == (None, None)


def test_i7_saying_it_again_changes_nothing() -> None:
    log = ReplayLog()
    make(log, exam_date=on(20), minutes_per_day=20, days_off=["sun"], mocks="parts")
    before = list(log.events)
    again = make(log, exam_date=on(20), minutes_per_day=20, days_off=["sun"], mocks="parts")
    assert (again.changed, log.events) == (False, before)
    assert make(log).changed is False


def test_only_what_is_news_is_kept() -> None:
    log = ReplayLog()
    make(log, exam_date=on(20), minutes_per_day=20)
    made = make(log, exam_date=on(20), minutes_per_day=40)
    assert made.changed
    assert payloads(log)[2] == {"minutes_per_day": 40}


def test_without_an_exam_the_rest_is_kept_all_the_same() -> None:
    log = ReplayLog()
    assert make(log, minutes_per_day=20) == Made(changed=True, fitting=None)
    assert payloads(log) == [{"minutes_per_day": 20}]


def test_nothing_said_and_nothing_planned_is_nothing() -> None:
    log = ReplayLog()
    assert (make(log), log.events) == (Made(changed=False, fitting=None), [])


def test_a_plan_in_the_words_of_its_event_reads_as_the_same_plan() -> None:
    log = ReplayLog()
    said = {
        "exam_date": on(9), "board": "Ours", "blueprint": "il", "minutes_per_day": 5,
        "days_off": ["sat", "sun"], "mocks": "day", "mock_day": "wed", "cut": 70.0,
    }  # fmt: skip
    make(log, **said)
    assert told_of(log.history(DAY).plan) == said
    assert tuple(said) == KEYS
    assert set(told_of(StudyPlan()).values()) == {None}


def test_it_is_worked_out_again_on_a_later_day_when_asked() -> None:
    log = told(exam_date=on(60), minutes_per_day=60)
    clock = FakeClock(study_day=DAY + 3)
    plain = make_plan({}, SHELF, log, clock, SETTINGS)
    again = make_plan({}, SHELF, log, clock, SETTINGS, again=True)
    assert (plain.changed, again.changed) == (False, True)
    assert log.history(DAY + 3).plan.made_on == DAY + 3
    assert not make_plan({}, SHELF, log, clock, SETTINGS, again=True).changed


def test_mock_exams_take_room() -> None:
    without, with_mocks = ReplayLog(), ReplayLog()
    fits = [
        make(log, exam_date=on(20), minutes_per_day=20, **said).fitting
        for log, said in ((without, {}), (with_mocks, {"mocks": "parts"}))
    ]
    assert fits[0] is not None
    assert fits[1] is not None
    assert fits[1].fit.new < fits[0].fit.new


def test_on_the_exam_day_nothing_is_worked_out() -> None:
    fitting = what_fits(SHELF.catalog(), told(exam_date=on(0), mocks="day").history(DAY), DAY, SETTINGS)
    assert fitting is not None
    assert fitting.fit.new == 0


def told(**said: object) -> ReplayLog:
    log = ReplayLog()
    make(log, **said)
    return log


def view(log: ReplayLog, today: int = DAY, blueprints: Blueprints | None = None) -> PlanView | None:
    return plan_view(SHELF, log, today, SETTINGS, blueprints)


def test_a_plan_is_looked_at_day_by_day() -> None:
    off = weekday(DAY + 3)
    name = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[off]
    seen = view(told(exam_date=on(20), minutes_per_day=20, days_off=[name], mocks="parts"))
    assert seen is not None
    assert [day.day for day in seen.days] == list(range(DAY, DAY + 20))
    assert [seen.days[day].minutes for day in (3, 10, 17)] == [0, 0, 0]
    assert (seen.known, seen.takes + seen.beyond + seen.kept, seen.used) == (0, 200, 0)
    assert (seen.kept, seen.released, seen.exam, len(seen.mocks)) == (40, False, DAY + 20, 3)
    assert DAY + 10 < seen.window_from < DAY + 20


@pytest.mark.parametrize("minutes", [5, 20, 600])
def test_today_is_told_the_same_way_on_both_screens(minutes: int) -> None:
    log = told(exam_date=on(20), minutes_per_day=minutes)
    seen, now = view(log), look_at_today(SHELF, log, DAY, SETTINGS)
    assert seen is not None
    assert (round(seen.days[0].minutes), seen.days[0].new) == (now.minutes, now.new)
    # 24 % of new questions are missed at first, and repeated.
    assert now.minutes > now.new * 45 / 60


def test_a_day_off_asks_for_nothing_on_its_own_day() -> None:
    name = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")[weekday(DAY)]
    seen = view(told(exam_date=on(20), minutes_per_day=20, days_off=[name]))
    assert seen is not None
    assert (seen.days[0].day, seen.days[0].minutes) == (DAY, 0)


def test_a_far_exam_is_looked_at_for_a_year() -> None:
    seen = view(told(exam_date=on(5000)))
    assert seen is not None
    assert len(seen.days) == 366


def test_mock_exams_that_were_taken_are_not_to_come() -> None:
    log = told(exam_date=on(20), mocks="parts")
    clock = FakeClock(study_day=DAY + 1)
    now = clock.now()
    log.append([Fact(now.ids[0], EventType.EXAM_ENDED, payload={"exam": "x"})], now, {})
    seen = view(log, DAY + 1)
    assert seen is not None
    assert len(seen.mocks) == 2


def test_without_a_plan_there_is_nothing_to_look_at() -> None:
    assert view(ReplayLog()) is None
    assert view(told(exam_date=on(5)), DAY + 6) is None


def test_an_empty_bank_is_no_trouble() -> None:
    seen = plan_view(FakeShelf([bank()]), told(exam_date=on(5)), DAY, SETTINGS)
    assert seen is not None
    assert (seen.takes, seen.beyond, seen.kept) == (0, 0, 0)


def test_the_board_of_the_plan_counts_as_long_as_it_is_there() -> None:
    held = FakeBlueprints({ONE: [board()]})
    log = told(exam_date=on(20), blueprint="a-board")
    shelf = FakeShelf([bank(*ITEMS, header=replace(SHELF.banks[0].header, id=ONE))])
    outlines = [
        plan_view(shelf, log, DAY, SETTINGS, blueprints) for blueprints in (held, FakeBlueprints({}), None)
    ]
    assert [one.outline.id if one else "" for one in outlines] == ["a-board", "generic", "generic"]


@pytest.mark.parametrize("device", ["here", "there"])
def test_two_machines_with_one_log_plan_alike(device: str) -> None:
    log = told(exam_date=on(20), minutes_per_day=20)
    merged = ReplayLog(events=[replace(event, device=device) for event in reversed(log.events)])
    assert view(merged) == view(log)
