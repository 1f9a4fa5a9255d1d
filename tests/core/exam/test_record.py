"""An exam out of its events: the same after every crash, on every machine, in whatever order they came."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.events import Event, EventId, EventType, Fact
from cpsprep.core.exam import actions as act
from cpsprep.core.exam.clock import tick
from cpsprep.core.exam.ending import last_events
from cpsprep.core.exam.exam import Exam, How
from cpsprep.core.exam.machine import own_time, sit_down
from cpsprep.core.exam.record import Record, rebuild, records
from fakes_exam import ACTIONS, MINUTE, START_MS, TIMES, WALKS, Walk, at, chosen, held, paper


def back(walk: Walk, at_ms: int | None = None) -> Exam:
    """The exam as its events tell it."""
    return rebuild(walk.exam.paper, records(walk.events)[walk.exam.paper.id], at_ms)


def lasting(exam: Exam) -> Exam:
    """Without what is not recorded: that handing in is being confirmed, and what was told of the time."""
    return replace(exam, confirming=False, told_ms=None)


@given(WALKS)
def test_after_every_step_a_crash_gives_the_same_exam_back(steps: list[tuple[act.Action, int]]) -> None:
    walk = Walk.of()
    for action, after in steps:
        walk.attempt(action, after)
        now = own_time(walk.exam, at(walk.ms).at_ms)
        assert back(walk, now) == lasting(tick(walk.exam, now))


@given(WALKS, st.randoms(use_true_random=False))
def test_the_order_in_which_events_arrive_makes_no_difference(
    steps: list[tuple[act.Action, int]], chance: Random
) -> None:
    walk = Walk.of()
    for action, after in steps:
        walk.attempt(action, after)
    mixed = list(walk.events)
    chance.shuffle(mixed)

    assert rebuild(walk.exam.paper, records(mixed)[EventId("exam-1")]) == back(walk)


@given(WALKS, st.lists(st.tuples(st.booleans(), ACTIONS, TIMES), max_size=25))
def test_what_two_machines_did_makes_one_exam_whoever_merges_first(
    before: list[tuple[act.Action, int]], after: list[tuple[bool, act.Action, int]]
) -> None:
    first = Walk.of()
    for action, passed in before:
        first.attempt(action, passed)
    second = Walk(first.exam, list(first.events), first.ms, device="there")
    for is_here, action, passed in after:
        (first if is_here else second).attempt(action, passed)
    merged_here = {event.fact.id: event for event in [*first.events, *second.events]}
    merged_there = {event.fact.id: event for event in [*second.events, *first.events]}

    one = rebuild(first.exam.paper, records(merged_here.values())[EventId("exam-1")])
    two = rebuild(first.exam.paper, records(merged_there.values())[EventId("exam-1")])

    assert one == two


def test_the_later_word_of_two_machines_counts() -> None:
    here = Walk.of()
    there = Walk(here.exam, list(here.events), here.ms, device="there")
    here.do(chosen("b"), after=5_000)
    there.do(chosen("c"), after=9_000)
    here.do(act.Mark(), after=9_000)
    events = {event.fact.id: event for event in [*here.events, *there.events]}

    exam = rebuild(here.exam.paper, records(events.values())[EventId("exam-1")])

    assert (exam.place.chosen, exam.place.marked) == (("c",), True)


@given(WALKS)
def test_the_deadline_holds_whatever_was_done(steps: list[tuple[act.Action, int]]) -> None:
    walk = Walk.of()
    for action, after in steps:
        walk.attempt(action, after)

    over = back(walk, START_MS + 14 * MINUTE)

    assert over.ended is not None
    assert START_MS + 10 * MINUTE <= over.ended.at_ms <= START_MS + 13 * MINUTE
    assert over.ended.how is How.TIME
    assert sum(place.ms for place in over.places) <= 10 * MINUTE


@given(WALKS)
def test_no_answer_is_lost(steps: list[tuple[act.Action, int]]) -> None:
    walk = Walk.of()
    for action, after in steps:
        sheet = [place.chosen for place in walk.exam.places]
        walk.attempt(action, after)
        changed = [n for n, place in enumerate(walk.exam.places) if place.chosen != sheet[n]]
        assert not changed or isinstance(action, act.Choose | act.Clear)


@given(WALKS)
def test_ending_twice_is_ending_once(steps: list[tuple[act.Action, int]]) -> None:
    walk = Walk.of()
    for action, after in steps:
        walk.attempt(action, after)
    over = tick(walk.exam, START_MS + 99 * MINUTE)
    sealed = [*walk.events, *last_events(over)]

    again = rebuild(over.paper, records(sealed)[over.paper.id], START_MS + 200 * MINUTE)

    assert lasting(again) == lasting(over)
    assert last_events(again) == last_events(over)


def handed_in(walk: Walk) -> list[Event]:
    walk.do(act.Submit())
    return [*walk.events, *last_events(walk.do(act.Confirm()))]


def test_an_exam_that_was_handed_in_comes_back_as_it_was() -> None:
    walk = Walk.of()
    walk.do(chosen("b"))
    events = handed_in(walk)

    again = rebuild(walk.exam.paper, records(events)[EventId("exam-1")], START_MS + 99 * MINUTE)

    assert lasting(again) == lasting(walk.exam)


def test_what_another_machine_did_after_the_end_changes_nothing() -> None:
    walk = Walk.of()
    walk.do(chosen("b"))
    other = Walk(walk.exam, list(walk.events), walk.ms + 60_000, device="there")
    other.do(chosen("c"))
    events = [*handed_in(walk), *other.events]

    assert rebuild(walk.exam.paper, records(events)[EventId("exam-1")]).places[0].chosen == ("b",)


def ended(ms: int, how: str) -> Event:
    fact = Fact(
        EventId(f"end-{ms}"),
        EventType.EXAM_ENDED,
        payload={"exam": "exam-1", "at": START_MS + ms, "how": how},
    )
    return held(fact, at(ms), 0, "exam")


def test_of_two_ends_the_earlier_counts() -> None:
    walk = Walk.of()
    record = records([*walk.events, ended(9_000, "submitted"), ended(5_000, "submitted")])

    again = rebuild(walk.exam.paper, record[EventId("exam-1")])

    assert again.ended is not None
    assert again.ended.at_ms == START_MS + 5_000


def test_an_end_that_came_later_than_the_deadline_is_the_deadline() -> None:
    walk = Walk.of()
    record = records([*walk.events, ended(60 * MINUTE, "submitted")])

    again = rebuild(walk.exam.paper, record[EventId("exam-1")])

    assert again.ended is not None
    assert (again.ended.how, again.ended.at_ms) == (How.TIME, START_MS + 10 * MINUTE)


def test_a_mark_after_the_deadline_ends_it_before_any_later_end() -> None:
    walk = Walk.of()
    late = replace(
        walk.events[1],
        fact=replace(walk.events[1].fact, payload={"exam": "exam-1", "at": START_MS + 11 * MINUTE}),
    )
    record = records([*walk.events, late, ended(60 * MINUTE, "submitted")])

    again = rebuild(walk.exam.paper, record[EventId("exam-1")])

    assert again.ended is not None
    assert again.ended.how is How.TIME


def test_an_end_by_time_that_another_machine_noted_counts() -> None:
    """It did not know of a break that was taken here."""
    walk = Walk.of()
    walk.do(act.Pause())
    record = records([*walk.events, ended(10 * MINUTE, "time")])

    again = rebuild(walk.exam.paper, record[EventId("exam-1")])

    assert again.ended is not None
    assert (again.ended.how, again.ended.at_ms) == (How.TIME, START_MS + 10 * MINUTE)


@pytest.mark.parametrize(
    "payload",
    [
        {"place": 99, "chosen": ["a"]},
        {"place": 0, "chosen": ["a"]},
        {"place": 1, "chosen": ["z"]},
        {"place": 1, "chosen": "a"},
        {"place": 1, "chosen": ["a", "b"]},
        {"place": True, "chosen": [3]},
        {"visit": "yes", "marked": 1, "struck": {}, "on_break": "x"},
        {"place": 1, "struck": ["z"]},
    ],
)
def test_a_mark_that_fits_nothing_changes_no_answer(payload: dict[str, object]) -> None:
    walk = Walk.of()
    walk.do(chosen("b"))
    said = {"exam": "exam-1", "at": START_MS + 5_000, **payload}
    strange = held(Fact(EventId("x"), EventType.EXAM_MARKED, payload=said), at(5_000), 9)

    again = rebuild(walk.exam.paper, records([*walk.events, strange])[EventId("exam-1")])

    assert again.places[0].chosen in {("b",), ()}
    assert again.at == 0


def test_an_event_without_its_own_time_counts_at_that_of_its_machine() -> None:
    walk = Walk.of()
    mark = held(
        Fact(EventId("x"), EventType.EXAM_MARKED, payload={"exam": "exam-1", "chosen": ["c"]}), at(5_000), 9
    )

    assert rebuild(walk.exam.paper, Record(walk.events[0], [mark])).latest_ms == START_MS + 5_000


def test_exams_come_in_the_order_in_which_they_began_and_only_those_that_did() -> None:
    first, second = Walk.of(), Walk.of()
    later = [replace(event, at_ms=event.at_ms + MINUTE) for event in second.events]
    later = [replace(later[0], fact=replace(later[0].fact, id=EventId("exam-2")))]
    stray = held(Fact(EventId("x"), EventType.EXAM_MARKED, payload={"exam": "exam-9"}), at(1), 9)
    other = held(Fact(EventId("y"), "not-invented-yet", payload={"exam": "exam-1"}), at(1), 9)
    none = held(Fact(EventId("z"), EventType.EXAM_ENDED), at(1), 9)

    assert list(records([*later, stray, other, none, *first.events])) == ["exam-1", "exam-2"]


def test_a_break_and_a_crash_together_lose_nothing() -> None:
    walk = Walk.of(paper(minutes=30.0))
    walk.do(chosen("b"), after=MINUTE)
    walk.do(act.Pause(), after=MINUTE)

    exam, _ = sit_down(back(walk), at(4 * MINUTE))

    assert exam.break_since is not None
    assert exam.places[0].chosen == ("b",)
