"""What events in any order say."""

from dataclasses import replace
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.events import Event, EventType, Fact, Mode
from cpsprep.core.history import History, StudyPlan
from cpsprep.core.item import CardId
from cpsprep.core.replay import replay, seconds_per_answer
from fakes_log import BANK, DAY, answer, event, fact, logs, void

KEY = (BANK, CardId("al-0001"))


def told(*facts: Fact, today: int = DAY) -> History:
    """The history of facts that happened one after the other on one day."""
    return replay([event(one, seq=seq) for seq, one in enumerate(facts, start=1)], today)


@pytest.mark.parametrize(
    "changes",
    [{"mode": Mode.PRACTICE}, {"mode": Mode.EXAM}, {"grade": None}, {"bank": None}, {"card": None}],
    ids=str,
)
def test_only_graded_review_answers_of_a_card_schedule(changes: dict[str, Any]) -> None:
    history = told(answer("a", **changes) if "grade" not in changes else answer("a", None))
    assert (history.records, history.last_answer) == ({}, None)


def test_an_answer_taken_back_was_never_given() -> None:
    assert told(answer("a", 1), void("x", "a")).records == {}


def test_taking_back_the_first_answer_of_a_day_lets_the_second_schedule() -> None:
    assert told(answer("a", 1), answer("b", 5), void("x", "a")).records == told(answer("b", 5)).records


def test_an_answer_can_be_taken_back_before_it_arrives() -> None:
    assert told(void("x", "a"), answer("a")).records == {}


def test_taking_back_cannot_be_taken_back() -> None:
    assert told(answer("a"), void("x", "a"), void("y", "x")).records == {}


def test_a_void_without_a_target_takes_nothing_back() -> None:
    assert KEY in told(answer("a"), fact("x", EventType.VOIDED)).records


def test_the_last_answer_is_the_last_in_canonical_order() -> None:
    late, early = event(answer("late"), day=DAY + 1), event(answer("early"), seq=9)
    history = replay([late, early], DAY)
    assert history.last_answer == late


@pytest.mark.parametrize(
    ("types", "is_aside"),
    [
        ([EventType.SET_ASIDE], True),
        ([EventType.SET_ASIDE, EventType.RETURNED], False),
        ([EventType.RETURNED, EventType.SET_ASIDE], True),
    ],
)
def test_the_last_word_on_setting_aside_counts(types: list[EventType], is_aside: bool) -> None:
    history = told(*(fact(str(number), type_) for number, type_ in enumerate(types)))
    assert (KEY in history.set_aside) is is_aside


def test_setting_aside_can_be_taken_back() -> None:
    assert told(fact("a", EventType.SET_ASIDE), void("x", "a")).set_aside == frozenset()


@pytest.mark.parametrize(
    ("today", "skipped"), [(DAY, {KEY: DAY + 2}), (DAY + 1, {KEY: DAY + 2}), (DAY + 2, {})]
)
def test_a_skipped_card_comes_back_on_its_day(today: int, skipped: dict[Any, int]) -> None:
    skip = fact("a", EventType.SKIPPED, payload={"until": DAY + 2})
    assert told(skip, today=today).skipped == skipped


@pytest.mark.parametrize("payload", [{}, {"until": "tomorrow"}, {"until": True}])
def test_a_skip_without_a_day_skips_nothing(payload: dict[str, Any]) -> None:
    assert told(fact("a", EventType.SKIPPED, payload=payload)).skipped == {}


def test_a_plan_is_the_latest_word_on_each_field() -> None:
    history = told(
        fact("a", EventType.PLANNED, None, payload={"exam_date": "2026-12-28", "board": "WI"}),
        fact("b", EventType.PLANNED, None, payload={"board": "FL", "minutes_per_day": 15}),
        fact("c", EventType.PLANNED, None, payload={"exam_date": None, "later": "unknown"}),
    )
    assert history.plan == StudyPlan(None, "FL", 15)


def test_the_smaller_learner_wins() -> None:
    assert (
        told(*(fact(i, EventType.LEARNER, None, payload={"id": i}) for i in ("m", "c", "z"))).learner == "c"
    )


def test_a_learner_without_an_id_is_the_event() -> None:
    assert told(fact("m", EventType.LEARNER, None)).learner == "m"


def test_events_of_no_card_and_of_unknown_types_change_nothing() -> None:
    assert told(fact("a", "invented-later"), fact("b", EventType.SET_ASIDE, None)) == History()


@pytest.mark.parametrize(
    ("times", "seconds"),
    [([9000] * 19, None), ([8000] * 10 + [9000] * 10, 8.5), ([None] * 10 + [7000] * 20, 7.0)],
    ids=["too few", "the median", "unknown times are left out"],
)
def test_seconds_per_answer(times: list[int | None], seconds: float | None) -> None:
    told_times = [event(answer(str(n), payload={"ms": ms})) for n, ms in enumerate(times)]
    assert seconds_per_answer(told_times) == seconds


def test_only_the_last_two_hundred_answers_tell_the_time() -> None:
    slow, fast = event(answer("s", payload={"ms": 60_000})), event(answer("f", payload={"ms": 5000}))
    assert seconds_per_answer([fast] * 200 + [slow] * 500) == 5.0


@given(logs(), st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(events: list[Event], chance: Random) -> None:
    shuffled = list(events)
    chance.shuffle(shuffled)
    assert replay(shuffled, DAY + 4) == replay(events, DAY + 4)


@given(logs(), st.data())
def test_undo_is_exact(events: list[Event], data: st.DataObject) -> None:
    """After a void the history is as if the event had never been made."""
    if not events:
        return
    target = data.draw(st.sampled_from(events))
    if target.fact.type in {EventType.VOIDED, EventType.LEARNER}:
        return
    rest = [one for one in events if one is not target]
    undo = event(void("undo", target.fact.id), DAY + 9, 99)
    # What was taken back had been shown all the same.
    undone = replace(replay([*events, undo], DAY + 4), seen={})
    assert undone == replace(replay(rest, DAY + 4), seen={})
