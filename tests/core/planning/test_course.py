"""A day's queue under a plan to an exam, and after a mock exam."""

from dataclasses import replace
from itertools import pairwise

import pytest

from cpsprep.core.bank import Entry
from cpsprep.core.config.settings import Settings
from cpsprep.core.history import CardRecord, History
from cpsprep.core.item import CardId, Status, item_of
from cpsprep.core.planning.coming import next_in, offers_new
from cpsprep.core.planning.course import Course, course_on, with_plan
from cpsprep.core.planning.forecast import next_days
from cpsprep.core.planning.limits import Amount
from cpsprep.core.planning.mock_days import MockDay
from cpsprep.core.planning.planned import Queue, Reason, Why
from cpsprep.core.planning.queue import plan
from cpsprep.core.planning.selection import Selection
from cpsprep.core.planning.study_days import StudyDays, weekday
from cpsprep.core.sm2 import CardState
from fakes_deadline import outline, plan_in
from fakes_plan import TODAY, begun_today, catalog, entry, history, key, record
from fakes_queue import cards, many, reasons

ENTRIES = [entry(name, domain=("role", "ethics")[n % 2]) for n, name in enumerate(many(60))]


def course_in(
    days: int, past: History | None = None, entries: list[Entry] = ENTRIES, **said: object
) -> Course:
    told = replace(past or history(), plan=plan_in(days, **said))
    made = course_on(catalog(entries, "role", "ethics"), told, outline(entries), TODAY, 45.0)
    assert made is not None
    return made


def made(
    days: int,
    records: dict[str, CardRecord] | None = None,
    entries: list[Entry] = ENTRIES,
    selection: Selection = Selection(),  # noqa: B008  (frozen)
    missed: dict[str, int] | None = None,
    **said: object,
) -> Queue:
    """Today's queue of someone whose exam is so many days away."""
    shown = {key(card): TODAY + day for card, day in (missed or {}).items()}
    seen = {(bank, item_of(card)): day for (bank, card), day in shown.items()}
    told = history(records, plan=plan_in(days, **said), missed_in_mock=shown, seen=seen)
    bank = catalog(entries, "role", "ethics")
    course = course_on(bank, told, outline(entries), TODAY, 45.0)
    return plan(bank, with_plan(told, course), TODAY, Settings(), "s", selection, course=course)


def test_new_cards_come_as_the_plan_has_them() -> None:
    course = course_in(30)
    assert cards(made(30)) == [unit[0].card for unit in course.ranking.drill[:3]]


def test_what_is_kept_comes_in_no_review_and_no_practice() -> None:
    kept = {item for _, item in course_in(30).pool.kept}
    for selection in (Selection(new=60), Selection(practice=True)):
        queue = made(30, selection=selection)
        assert (len(queue.cards), queue.counts.kept) == (48, 12)
        assert not kept & set(cards(queue))


def test_the_plan_takes_no_more_than_fits() -> None:
    known = {name: record(9) for name in many(4)}
    course = course_in(30, history(known), core=10)
    assert (course.known, course.left, course.beyond) == (4, 6, 38)


def test_a_core_that_is_reached_leaves_nothing_to_come() -> None:
    assert made(30, {name: record(9) for name in many(4)}, core=3).counts.new_today == 0


def test_the_minutes_of_a_day_bound_what_is_new() -> None:
    due = {name: record() for name in many(10)}
    assert made(4, due, minutes_per_day=600).counts.new_today == 19
    assert made(4, due, minutes_per_day=5).counts.new_today == 5


def test_new_cards_come_before_the_due_ones() -> None:
    due = {name: record() for name in many(3)}
    assert [one.record is None for one in made(30, due).cards] == [True] * 3 + [False] * 3


def test_what_was_new_today_counts() -> None:
    done = {name: begun_today() for name in many(2)}
    assert made(30, done).counts.new_today == made(30).counts.new_today - 2


def test_a_mock_exam_takes_of_the_minutes() -> None:
    without = course_in(4, minutes_per_day=30)
    with_one = replace(without, mock_planned=MockDay(TODAY, 10))
    rooms = [one.new_room(TODAY, Amount(0, 0)) for one in (without, with_one)]
    assert rooms == [24, 15]


def test_a_mock_exam_takes_them_also_when_it_was_taken() -> None:
    courses = [
        course_in(2, history(mocks_ended=ended), minutes_per_day=60, mocks="parts", begun=TODAY - 3)
        for ended in ((), (TODAY,), (TODAY - 1,))
    ]
    assert [(bool(one.mock), bool(one.mock_planned)) for one in courses] == [
        (True, True),
        (False, True),
        (False, False),
    ]
    later = [replace(one, deadline=one.deadline._replace(exam=TODAY + 4)) for one in courses]
    rooms = [one.new_room(TODAY, Amount(0, 0)) for one in later]
    assert rooms[0] == rooms[1] < rooms[2]


@pytest.mark.parametrize(("minutes", "bound"), [(30, 0), (40, 2), (None, 3)])
def test_what_the_day_of_a_mock_exam_has_no_room_for_is_spread_over_the_others(
    minutes: int | None, bound: int
) -> None:
    course = replace(course_in(30, minutes_per_day=minutes), mocks=(MockDay(TODAY + 1, 25),))
    ahead = course.new_ahead(TODAY, Amount(0, 0))
    assert (ahead[1], max(ahead), sum(ahead)) == (bound, 3, 48)


def test_before_days_that_mock_exams_fill_more_comes_a_day() -> None:
    course = course_in(30, minutes_per_day=30)
    filled = replace(course, mocks=tuple(MockDay(TODAY + day, 25) for day in (18, 19)))
    off = replace(filled, deadline=course.deadline._replace(days=StudyDays(frozenset({weekday(TODAY + 18)}))))
    late = course.new_ahead(TODAY + 15, Amount(0, 0)), filled.new_ahead(TODAY + 15, Amount(0, 0))
    assert [list(one[:6]) for one in late] == [[8, 8, 8, 8, 8, 8], [12, 12, 12, 0, 0, 12]]
    assert filled.new_room(TODAY + 15, Amount(0, 0)) == 12
    assert sum(off.new_ahead(TODAY + 15, Amount(0, 0))) == 48


def test_a_mock_exam_takes_what_its_own_clock_gives() -> None:
    course = course_in(30)
    timed = replace(course, outline=course.outline._replace(minutes=150, items=75))
    assert [one.mock_minutes(MockDay(TODAY, 25)) for one in (course, timed)] == [38, 50]


@pytest.mark.parametrize("days", [1, 2])
def test_the_last_two_days_bring_nothing_new_unless_asked(days: int) -> None:
    assert made(days).counts.new_today == 0
    assert made(days, selection=Selection(new=5)).counts.new_today == 5


def test_a_day_off_brings_nothing_new_but_what_waits_may_be_studied() -> None:
    off = (weekday(TODAY),)
    queue = made(30, {"q-000": record()}, days_off=off, missed={"q-001": -1})
    assert cards(queue) == ["q-000"]


def test_a_card_that_would_come_after_the_exam_is_due_in_the_window() -> None:
    far = record(90, last_day=TODAY - 10)
    told = history(dict.fromkeys(many(60), far), plan=plan_in(9, begun=TODAY - 20, window=5))
    course = course_on(catalog(ENTRIES), told, outline(ENTRIES), TODAY, 45.0)
    days = {one.due - TODAY for one in with_plan(told, course).records.values()}
    assert days == {4, 5, 6, 7, 8}


def test_siblings_lie_apart_in_the_window() -> None:
    cloze = [entry(f"c#c{n}") for n in range(1, 6)]
    story = [entry(name, scenario="s") for name in many(5)]
    for family in (cloze, story):
        lots = sorted(course_in(30, entries=[*family]).places.values())
        assert min(after - before for before, after in pairwise(lots)) > 0.1


def test_on_the_last_day_siblings_come_together() -> None:
    story = [entry(name, scenario="s") for name in many(3)]
    due = {name: record() for name in many(3)}
    assert made(1, due, story).counts.reviews_today == 3
    assert made(2, due, story).counts.reviews_today == 1


def test_what_a_mock_exam_missed_comes_first_from_the_next_day_on() -> None:
    known = {"q-000": record(), "q-001": record(40, last_day=TODAY - 2)}
    queue = made(90, known, missed={"q-001": -1, "q-007": -1})
    assert (cards(queue)[:2], cards(queue)[-1]) == (["q-001", "q-007"], "q-000")
    assert reasons(queue)["q-001"] == reasons(queue)["q-007"] == Reason(Why.MOCK)
    assert (queue.counts.due, queue.counts.reviews_today, queue.counts.new_today) == (2, 2, 1)


def test_not_on_its_own_day() -> None:
    assert "q-001" not in cards(made(90, {"q-001": record(40, last_day=TODAY - 2)}, missed={"q-001": 0}))


@pytest.mark.parametrize(("last", "waits"), [(-1, True), (0, False)])
def test_until_it_was_reviewed_on_a_later_day(last: int, *, waits: bool) -> None:
    known = {"q-001": record(40, last_day=TODAY + last)}
    assert ("q-001" in cards(made(90, known, missed={"q-001": -1}))) is waits


def test_a_card_that_is_due_sooner_stays_there() -> None:
    queue = made(90, {"q-001": record(-3, last_day=TODAY - 9)}, missed={"q-001": -1})
    assert reasons(queue)["q-001"].why is Why.MOCK


def test_missed_cards_come_also_in_the_last_days() -> None:
    assert sorted(cards(made(2, missed={"q-001": -1, "q-002": -1}))) == ["q-001", "q-002"]


def test_without_a_plan_they_come_within_the_limit_of_the_day() -> None:
    told = history(missed_in_mock={key(name): TODAY - 1 for name in many(30)[10:]})
    queue = plan(catalog(ENTRIES, "role", "ethics"), told, TODAY, Settings(new_per_day=5), "s")
    assert {one.reason.why for one in queue.cards} == {Why.MOCK}
    assert len(queue.cards) == 5


def test_no_state_is_touched_by_a_mock_exam() -> None:
    told = history({"q-001": record(40)}, missed_in_mock={key("q-001"): TODAY - 1, key("gone"): TODAY - 1})
    (moved,) = with_plan(told, None).records.values()
    assert (moved.state, moved.due) == (record().state, TODAY)


def test_when_new_ones_come_again() -> None:
    assert course_in(30).next_new(TODAY) == 1
    assert course_in(30, days_off=(weekday(TODAY + 1),)).next_new(TODAY) == 2
    assert course_in(3).next_new(TODAY + 1) is None
    assert course_in(2000, begun=TODAY - 5000, made_on=TODAY - 5000, core=0).next_new(TODAY) is None


KNOWN = {"q-000": record(5)}


def next_days_in(queue: Queue, course: Course, told: History) -> int | None:
    return next_in(ENTRIES, told, queue.counts, TODAY, 20, course)


def test_the_next_questions_come_with_the_plan() -> None:
    off = (weekday(TODAY + 1),)
    told = history({"q-000": record(1)}, plan=plan_in(30, days_off=off))
    assert next_days_in(made(30, days_off=off), course_in(30, days_off=off), told) == 2
    waiting = made(30, {"q-000": record(), "q-001": record()}, selection=Selection(limit=1), days_off=off)
    assert next_days_in(waiting, course_in(30, days_off=off), told) == 2


def test_where_nothing_new_is_left_due_days_count() -> None:
    told = history({name: record(4) for name in many(60)}, plan=plan_in(30))
    assert next_days_in(made(30, dict.fromkeys(many(60), record(4))), course_in(30, told), told) == 4


def test_a_day_off_is_passed_over_in_the_forecast() -> None:
    off = (weekday(TODAY), weekday(TODAY + 1))
    told = history({"q-000": record(0), "q-001": record(1)}, plan=plan_in(30, days_off=off))
    assert next_days(ENTRIES, told, TODAY, 4) == (1, 0, 1, 0)


@pytest.mark.parametrize(("days", "off", "offers"), [(30, False, True), (2, False, False), (30, True, False)])
def test_more_new_ones_are_not_offered_on_days_off_nor_at_the_end(
    days: int, *, off: bool, offers: bool
) -> None:
    days_off = (weekday(TODAY),) if off else ()
    queue, course = made(days, KNOWN, days_off=days_off), course_in(days, history(KNOWN), days_off=days_off)
    assert offers_new(queue, 20, 1, TODAY, course) is offers


def test_beginners_are_offered_some_also_at_the_end() -> None:
    assert offers_new(made(1), 20, None, TODAY, course_in(1))
    assert not offers_new(made(0), 20, None, TODAY, course_in(0))


def test_a_new_one_is_due_again_as_the_plan_has_it() -> None:
    deadline = course_in(9, window=3).deadline
    assert deadline.due(TODAY + 6, TODAY, 0.0) == TODAY + 6
    assert deadline.due(TODAY + 15, TODAY, 0.4) == TODAY + 7


def test_a_card_of_an_unknown_place_is_left_alone() -> None:
    gone = CardRecord(CardState(5, 90, 250), TODAY + 80, TODAY - 10, TODAY - 10, 1, 0, 4, 0, None)
    told = history({"gone": gone}, plan=plan_in(9))
    assert with_plan(told, course_in(9, told)).records[key(CardId("gone"))] == gone


def test_drafts_are_no_part_of_a_plan() -> None:
    drafts = [entry(name, status=Status.DRAFT) for name in many(3, "d")]
    course = course_in(30, entries=[*ENTRIES, *drafts])
    assert (course.left, key("d-000") in course.places) == (48, False)
