"""The thirteen laws of a plan to an exam (docs/design.md section 6), each by its number."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from cpsprep.core.config.settings import Settings
from cpsprep.core.days import study_day
from cpsprep.core.history import CardKey, CardRecord, History, StudyPlan
from cpsprep.core.planning.course import course_on, with_plan
from cpsprep.core.planning.deadline import Deadline, deadline_of, window_of
from cpsprep.core.planning.fitting import fit
from cpsprep.core.planning.load import alike, expected_load
from cpsprep.core.planning.pacing import REST_DAYS, intro_end, new_by_day, new_today
from cpsprep.core.planning.places import on_planned_days, under_plan
from cpsprep.core.planning.places import places as places_of
from cpsprep.core.planning.queue import plan
from cpsprep.core.sm2 import NEW, schedule
from fakes_deadline import deadlines, known_cards, outline, places, plan_in
from fakes_plan import TODAY, catalog, entry, history, key
from fakes_queue import many

ENTRIES = [entry(name, domain=("role", "ethics")[n % 2]) for n, name in enumerate(many(12))]
CATALOG = catalog(ENTRIES, "role", "ethics")
Cards = dict[str, CardRecord]
cards = st.dictionaries(st.sampled_from(many(12)), known_cards())


@given(cards, st.integers(0, 60) | st.none(), st.frozensets(st.integers(0, 6)))
def test_i1_without_an_exam_date_all_is_plain_sm2(
    records: Cards, minutes: int | None, off: frozenset[int]
) -> None:
    plain = history(records)
    words = StudyPlan(None, "Ours", minutes, "il", tuple(off), "parts", 3, 70.0, 5, 9)
    said = replace(plain, plan=words)

    assert course_on(CATALOG, said, outline(ENTRIES), TODAY, 45.0) is None
    assert with_plan(said, None) is said
    assert on_planned_days(said, CATALOG.entries, TODAY) is said
    assert plan(CATALOG, said, TODAY, Settings(), "s") == plan(CATALOG, plain, TODAY, Settings(), "s")


@given(cards, st.integers(0, 120))
def test_i2_a_plan_changes_no_state_but_only_days(records: Cards, days: int) -> None:
    before = history(records, plan=plan_in(days))
    after = on_planned_days(before, CATALOG.entries, TODAY)

    assert after.records.keys() == before.records.keys()
    assert all(after.records[card]._replace(due=one.due) == one for card, one in before.records.items())


@given(deadlines(), known_cards(), places)
def test_i3_nothing_is_due_later_than_sm2_has_it(deadline: Deadline, card: CardRecord, place: float) -> None:
    assert deadline.due(card.due, card.last_day, place) <= card.due


@given(deadlines(), known_cards(), places, st.integers(0, 130))
def test_i4_every_card_comes_before_the_exam_unless_it_came_in_the_window(
    deadline: Deadline, card: CardRecord, place: float, later: int
) -> None:
    last_day = card.last_day + later
    due = deadline.due(last_day + card.state.interval, last_day, place)

    assert due <= deadline.last or last_day >= deadline.first


@given(deadlines(4), st.integers(1, 12), st.data())
def test_i5_with_enough_time_every_card_is_seen_in_the_final_window(
    deadline: Deadline, count: int, data: st.DataObject
) -> None:
    assume(deadline.days.number(deadline.exam) - deadline.days.number(TODAY) >= deadline.window + 2)
    waiting = count
    lots = places_of(ENTRIES, "learner")
    due: dict[CardKey, int] = {}
    states = dict.fromkeys((key(name) for name in many(count)), NEW)
    seen: set[CardKey] = set()
    for day in deadline.days.between(TODAY, deadline.exam):
        fresh = new_today(deadline, day, waiting)
        begun = [card for card in states if card not in due][:fresh]
        waiting -= len(begun)
        for card in [*begun, *(one for one, when in due.items() if when <= day)]:
            states[card] = schedule(states[card], data.draw(st.sampled_from([1, 4, 5])))
            due[card] = deadline.due(day + states[card].interval, day, lots[card])
            if day >= deadline.first:
                seen.add(card)
    assert seen == due.keys()


@given(deadlines(REST_DAYS + 1), st.integers(0, 900))
def test_i6_all_new_cards_are_planned_and_in_time(deadline: Deadline, new: int) -> None:
    assume(intro_end(deadline) > deadline.days.number(TODAY))
    days = deadline.days.between(TODAY, deadline.exam)
    planned = new_by_day(deadline, TODAY, new)

    assert (sum(planned), len(planned)) == (new, len(days))
    assert all(not number for number in planned[intro_end(deadline) - deadline.days.number(TODAY) :])
    assert all(not number for day, number in zip(days, planned, strict=True) if day >= deadline.exam - 2)


@given(cards, st.integers(0, 120), st.integers(1, 600))
def test_i7_the_same_is_planned_again(records: Cards, days: int, minutes: int) -> None:
    told = history(records, plan=plan_in(days, minutes_per_day=minutes), learner="l")
    first, second = (course_on(CATALOG, told, outline(ENTRIES), TODAY, 45.0) for _ in range(2))

    assert first == second
    assert with_plan(told, first) == with_plan(with_plan(told, first), second)


@given(deadlines(2), st.integers(0, 60), known_cards(), places)
def test_i8_an_earlier_exam_moves_nothing_to_later(
    deadline: Deadline, days: int, card: CardRecord, place: float
) -> None:
    sooner = max(TODAY + 1, deadline.exam - days)
    number = deadline.days.number
    widest = max(3, (number(sooner) - number(TODAY)) // 3)
    earlier = deadline._replace(exam=sooner, window=min(deadline.window, widest))
    before = deadline.due(card.due, card.last_day, place)
    after = earlier.due(card.due, card.last_day, place)

    assert after <= before or card.last_day >= earlier.first
    assert after < sooner or card.last_day >= earlier.first


@given(deadlines(), st.lists(known_cards(), max_size=20), st.integers(0, 300))
def test_i9_days_off_are_free(deadline: Deadline, known: list[CardRecord], new: int) -> None:
    moved = [card._replace(due=deadline.due(card.due, card.last_day, 0.7)) for card in known]
    news = new_by_day(deadline, TODAY, new)
    load = expected_load(alike(moved, deadline), deadline, TODAY, news, 45.0)

    assert not any(deadline.days.is_off(day.day) for day in load.days)
    off = (day for day in range(TODAY, deadline.exam) if deadline.days.is_off(day))
    assert not any(new_today(deadline, day, new) for day in off)
    assert not any(
        deadline.days.is_off(after.due)
        for after, card in zip(moved, known, strict=True)
        if after.due != card.due
    )


@given(deadlines(), st.lists(known_cards(), max_size=40), st.integers(1, 60))
def test_i10_too_much_is_told_in_minutes_and_nothing_is_dropped(
    deadline: Deadline, known: list[CardRecord], minutes: int
) -> None:
    all_of_it = expected_load(alike(known, deadline), deadline, TODAY, (), 45.0)
    some = expected_load(alike(known, deadline), deadline, TODAY, (), 45.0, minutes)

    assert all_of_it.missing == 0
    assert all(day.minutes <= minutes + 1e-6 for day in some.days)
    if all_of_it.peak <= minutes:
        assert some.missing == pytest.approx(0)
    first_look = sum(deadline.due(card.due, card.last_day, 0.5) < deadline.exam for card in known) * 45 / 60
    if some.days:
        assert some.minutes + some.missing >= first_look - 1e-6


@given(cards, st.integers(1, 90))
def test_i11_after_the_exam_all_is_due_as_sm2_has_it(records: Cards, days: int) -> None:
    told = history(records, plan=plan_in(-days))

    assert deadline_of(told.plan, TODAY) is None
    assert on_planned_days(told, CATALOG.entries, TODAY) is told


@given(st.integers(-3, 8), cards, st.integers(0, 9), st.frozensets(st.integers(0, 6)))
def test_i12_no_plan_is_too_short_or_too_empty(
    days: int, records: Cards, core: int, off: frozenset[int]
) -> None:
    said = plan_in(days, minutes_per_day=1, window=99, core=core, days_off=tuple(off))
    for bank in (CATALOG, catalog([], "role")):
        told = history(records, plan=said)
        course = course_on(bank, told, outline(list(bank.entries)), TODAY, 45.0)
        made = plan(bank, with_plan(told, course), TODAY, Settings(), "s", course=course)
        assert made.counts.new_today <= len(bank.entries)
        assert (course is None) is (days < 0)
        if course:
            known = list(told.records.values())
            assert 0 <= fit(known, course.deadline, 9, 45.0).new <= 9


@pytest.mark.parametrize("hour", [0, 3, 4, 12, 23])
def test_i13_neither_summer_time_nor_the_small_hours_shift_a_day(hour: int) -> None:
    """The clock goes forward on 2027-03-14; whoever studies after midnight is still on the day before."""
    winter, summer = timezone(timedelta(hours=-6)), timezone(timedelta(hours=-5))
    days = [
        study_day(datetime(2027, 3, day, hour, 30, tzinfo=winter if day < 14 else summer))
        for day in range(10, 20)
    ]
    deadline = Deadline(exam=days[-1], begun=days[0], made_on=days[0], window=3)

    assert days == list(range(days[0], days[0] + 10))
    assert [deadline.due(day + 40, day, 0.5) for day in days[:5]] == [deadline.first + 1] * 5


@given(st.integers(0, 2000), st.floats(1, 120), st.integers(1, 600), st.integers(0, 400))
def test_the_final_window_is_from_three_days_to_a_third_of_the_way(
    count: int, seconds: float, minutes: int, days: int
) -> None:
    assert 3 <= window_of(count, seconds, minutes, days) <= max(3, days // 3)


@given(cards)
def test_under_a_plan_cards_of_other_banks_stay_where_they_are(records: Cards) -> None:
    told = History(records={key(card): one for card, one in records.items()}, plan=plan_in(9))
    assert under_plan(told, (), deadline_of(told.plan, TODAY)) == told
