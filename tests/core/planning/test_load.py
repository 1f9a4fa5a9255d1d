"""What the days to an exam ask for, how many cards fit, and how a plan stands."""

import pytest

from cpsprep.core.history import CardRecord
from cpsprep.core.planning.course import course_on, with_plan
from cpsprep.core.planning.deadline import Deadline
from cpsprep.core.planning.fitting import fit
from cpsprep.core.planning.load import LADDER, alike, expected_load
from cpsprep.core.planning.mock_days import MockDay
from cpsprep.core.planning.pacing import NEW_ANSWERS, REVIEW_ANSWERS, affordable, new_by_day, new_today
from cpsprep.core.planning.standing import PlanStatus, load_ahead, standing
from cpsprep.core.planning.study_days import StudyDays, weekday
from cpsprep.core.sm2 import CardState
from fakes_deadline import outline, plan_in
from fakes_plan import TODAY, catalog, entry, history, record
from fakes_queue import many


def deadline(days: int, minutes: int | None = None, window: int = 5, *off: int) -> Deadline:
    return Deadline(TODAY + days, TODAY, TODAY, window, StudyDays(frozenset(off)), None, minutes)


@pytest.mark.parametrize(
    ("days", "minutes", "low", "high"), [(35, 30, 250, 330), (60, 30, 400, 500), (5, 30, 40, 90)]
)
def test_about_half_of_600_cards_fit_into_35_days_of_30_minutes(
    days: int, minutes: int, low: int, high: int
) -> None:
    """As docs/simulation.md advises."""
    assert low <= fit([], deadline(days, minutes), 600, 45).new <= high


@pytest.mark.parametrize(("days", "per_card"), [(30, 1.2), (60, 1.4), (90, 1.6)])
def test_the_load_of_a_card_is_that_of_the_simulation(days: int, per_card: float) -> None:
    """The same rule of thumb, with its costs: a new card 18.3 s, a review 10 s, a repeat 12.3 s."""
    load = expected_load({}, deadline(days), TODAY, new_by_day(deadline(days), TODAY, 400), 11)
    reviews = sum(day.reviews for day in load.days)
    hard_or_missed = 400 * 0.334 + reviews * 0.3
    minutes = (400 * 18.3 + reviews * 10 + hard_or_missed * 1.1 * 12.3) / 60
    assert minutes / 400 == pytest.approx(per_card, rel=0.15)


def test_all_fit_where_there_is_time() -> None:
    found = fit([], deadline(40, 120), 100, 45)
    assert (found.new, found.missing) == (100, 0.0)
    assert found.enough == pytest.approx(12, abs=3)


def test_without_minutes_all_are_taken_and_what_it_takes_is_told() -> None:
    found = fit([], deadline(40), 100, 45)
    assert (found.new, found.missing) == (100, 0.0)
    assert found.enough == fit([], deadline(40, 120), 100, 45).enough


def test_more_than_any_day_can_hold_is_told_without_a_number() -> None:
    assert fit([], deadline(5, 30), 90_000, 45).enough is None
    assert fit([], deadline(5), 90_000, 45).enough is None


def test_known_cards_alone_may_be_too_many() -> None:
    known = [record(0)] * 500
    found = fit(known, deadline(3, 10), 50, 45)
    assert found.new == 0
    assert found.missing == pytest.approx(500 * 45 * REVIEW_ANSWERS / 60 - 30, rel=0.1)


def test_mock_exams_take_their_time() -> None:
    assert fit([], deadline(35, 30), 600, 45, spent=5).new < fit([], deadline(35, 30), 600, 45).new


def test_an_exam_further_off_than_a_year_counts_as_one_in_a_year() -> None:
    assert fit([], deadline(30_000, 30), 600, 45) == fit([], deadline(366, 30), 600, 45)


def test_a_known_card_comes_on_its_day_and_again_as_the_ladder_says() -> None:
    card = record(2, state=CardState(2, 6, 250))
    load = expected_load(alike([card], deadline(30)), deadline(30), TODAY, (), 60)
    assert [round(day.reviews, 2) for day in load.days[:5]] == [0, 0, 1, 0.1, 0.1]
    assert load.days[2].minutes == pytest.approx(REVIEW_ANSWERS)


@pytest.mark.parametrize(
    ("days", "state", "last", "reviews"),
    [
        (20, CardState(6, 90, 250), -9, 1.0),
        (4, CardState(6, 90, 250), -1, 1.0),
        (20, CardState(0, 1, 250), 0, 1.0),
        (20, CardState(9, 9000, 250), -9, 1.0),
    ],
    ids=["far away", "seen before a short window", "missed", "beyond the ladder"],
)
def test_every_known_card_is_seen_before_the_exam(
    days: int, state: CardState, last: int, reviews: float
) -> None:
    card = CardRecord(state, TODAY + last + state.interval, TODAY + last, TODAY + last, 1, 0, 4, 0, None)
    load = expected_load(alike([card], deadline(days, None, 3)), deadline(days, None, 3), TODAY, (), 60)
    assert sum(day.reviews for day in load.days) >= reviews


def test_a_card_seen_in_the_window_and_due_after_the_exam_takes_no_more() -> None:
    card = record(80, last_day=TODAY)
    assert expected_load(alike([card], deadline(2)), deadline(2), TODAY, (), 60).minutes == 0


def test_a_new_card_costs_its_answers() -> None:
    load = expected_load({}, deadline(9), TODAY, (1,), 60)
    assert load.days[0][:3] == (TODAY, 0, 1)
    assert load.days[0].minutes == pytest.approx(NEW_ANSWERS)


def test_new_cards_that_find_no_day_are_missing() -> None:
    load = expected_load({}, deadline(2), TODAY, (5,), 60, 30)
    assert load.missing == pytest.approx(5 * NEW_ANSWERS)


@pytest.mark.parametrize("days", [0, 1])
def test_without_days_there_is_no_load(days: int) -> None:
    load = expected_load(alike([record(0)], deadline(days)), deadline(days), TODAY, (), 60)
    assert (len(load.days), load.missing, load.peak > 0) == (days, 0.0, days > 0)


def test_a_card_due_on_a_day_off_comes_on_the_next_day() -> None:
    off = weekday(TODAY + 1)
    load = expected_load(
        alike([record(1)], deadline(9, None, 3, off)), deadline(9, None, 3, off), TODAY, (), 60
    )
    assert [(day.day - TODAY, day.reviews) for day in load.days[:2]] == [(0, 0), (2, 1)]


def test_a_last_day_off_leaves_nothing_behind() -> None:
    off = weekday(TODAY + 3)
    load = expected_load(
        alike([record(3)], deadline(4, None, 3, off)), deadline(4, None, 3, off), TODAY, (), 60
    )
    assert load.missing == 0


def test_the_ladder_is_that_of_sm2() -> None:
    assert LADDER[:5] == (1, 1, 6, 15, 38)


def test_who_is_behind_gets_the_rest_before_the_last_two_days() -> None:
    late = deadline(20)._replace(made_on=TODAY - 60)
    assert sum(new_by_day(late, TODAY, 36)) == 36
    assert new_today(late, TODAY + 18, 36) == 0


@pytest.mark.parametrize(
    ("minutes", "reviews", "room"), [(None, 9, None), (30, 0, 31), (30, 20, 13), (5, 99, 0)]
)
def test_what_a_day_affords(minutes: int | None, reviews: int, room: int | None) -> None:
    assert affordable(minutes, 45, reviews) == room


def stands(days: int, known: dict[str, CardRecord], today: int = TODAY, **said: object) -> PlanStatus:
    entries = [entry(name) for name in many(300)]
    bank = catalog(entries)
    told = history(known, plan=plan_in(days, **said))
    course = course_on(bank, told, outline(entries), today, 45.0)
    assert course is not None
    return standing(course, with_plan(told, course), bank.entries, today)


def test_which_day_of_how_many_it_is() -> None:
    stand = stands(40, {}, TODAY + 11)
    assert (stand.day, stand.of, stand.day_off, stand.limited, stand.mock) == (12, 40, False, False, None)


def test_on_course_nothing_is_missing() -> None:
    stand = stands(40, {}, minutes_per_day=600)
    assert (stand.missing, stand.more_a_day, stand.limited) == (0, 0, True)


def test_behind_the_missing_minutes_are_told() -> None:
    stand = stands(10, dict.fromkeys(many(300), record(0)), minutes_per_day=10)
    assert stand.missing > 100
    assert stand.more_a_day == -(-stand.missing // 10)


def test_a_mock_exam_takes_room_of_its_day_and_what_waits_comes_after_it() -> None:
    entries = [entry(name) for name in many(300)]
    loads = []
    for said in ({}, {"mocks": "parts"}):
        told = history(plan=plan_in(20, minutes_per_day=50, **said))
        course = course_on(catalog(entries), told, outline(entries), TODAY, 45.0)
        assert course is not None
        loads.append(load_ahead(course, told, tuple(entries), TODAY, 50).days)
    free, with_mocks = loads
    assert [one.minutes < 13 for one in with_mocks[12:15]] == [True] * 3
    assert [one.minutes < 13 for one in free[12:15]] == [False] * 3
    assert free[:12] == with_mocks[:12]
    assert sum(one.new for one in with_mocks) == sum(one.new for one in free) == 240


@pytest.mark.parametrize(("today", "crowded"), [(0, False), (1, False), (6, False), (20, True), (27, True)])
def test_missed_days_crowd_what_is_new(today: int, *, crowded: bool) -> None:
    assert stands(40, {}, TODAY + today).crowded is crowded


def test_who_kept_up_is_never_crowded() -> None:
    entries = [entry(name) for name in many(300)]
    course = course_on(catalog(entries), history(plan=plan_in(40)), outline(entries), TODAY, 45.0)
    assert course is not None
    drill: list[str] = [one.card for unit in course.ranking.drill for one in unit]
    for day in range(38):
        known: dict[str, CardRecord] = {
            name: record(9, first_day=TODAY + n // 9) for n, name in enumerate(drill[: 9 * day])
        }
        assert not stands(40, known, TODAY + day).crowded


@pytest.mark.parametrize(
    ("days", "known", "late"),
    [(1, {}, True), (2, {}, True), (3, {}, False), (0, {}, False), (1, {"q-000": record(9)}, False)],
)
def test_nothing_known_on_the_eve_is_too_late(days: int, known: dict[str, CardRecord], *, late: bool) -> None:
    assert stands(days, known).too_late is late


def test_a_day_off_and_a_mock_exam_are_told() -> None:
    stand = stands(4, {}, TODAY + 2, mocks="parts", days_off=(weekday(TODAY + 2),))
    assert (stand.day_off, stand.mock, stand.mock_minutes) == (True, MockDay(TODAY + 1, 25), 38)
