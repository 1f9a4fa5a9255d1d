"""What is kept for mock exams on a day, what is used up, and when all of it is free."""

import pytest

from cpsprep.core.history import History, StudyPlan
from cpsprep.core.item import ItemKey
from cpsprep.core.planning.pool import NO_POOL, held_out, ranked
from fakes_deadline import outline, plan_in
from fakes_plan import TODAY, entry, history, record
from fakes_queue import many

ENTRIES = [entry(name) for name in many(50)]
OUTLINE = outline(ENTRIES)


def kept(past: History, today: int = TODAY) -> frozenset[ItemKey]:
    return held_out(ENTRIES, OUTLINE, past, today)


def test_a_plan_keeps_a_fifth() -> None:
    assert len(kept(history(plan=plan_in(30)))) == 10


@pytest.mark.parametrize(
    ("past", "today"),
    [
        (history(), TODAY),
        (history(plan=StudyPlan("soon")), TODAY),
        (history(plan=plan_in(30)), TODAY + 31),
        (history(plan=plan_in(30), pool_released=True), TODAY),
    ],
    ids=["no plan", "no date that can be read", "after the exam", "released"],
)
def test_nothing_is_kept(past: History, today: int) -> None:
    assert kept(past, today) == frozenset()


def test_it_is_kept_on_the_day_of_the_exam() -> None:
    assert len(kept(history(plan=plan_in(30)), TODAY + 30)) == 10


def test_what_was_shown_since_is_used_up() -> None:
    before = kept(history(plan=plan_in(30)))
    shown, answered = sorted(before)[:2]
    past = history({answered[1]: record(5, first_day=TODAY + 1)}, plan=plan_in(30), seen={shown: TODAY + 2})
    made = ranked(ENTRIES, OUTLINE, past, TODAY + 3)[1]
    assert made == (before - {shown, answered}, frozenset({shown, answered}))


def test_what_was_shown_before_the_plan_began_leaves_room_for_others() -> None:
    before = kept(history(plan=plan_in(30)))
    shown, answered = sorted(before)[:2]
    past = history({answered[1]: record(5)}, plan=plan_in(30), seen={shown: TODAY - 2})
    assert len(kept(past)) == 10
    assert not kept(past) & {shown, answered}


def test_a_card_may_have_been_shown_first_in_another_way() -> None:
    one = min(kept(history(plan=plan_in(30))))
    past = history({one[1]: record(5, first_day=TODAY + 1)}, plan=plan_in(30), seen={one: TODAY - 5})
    assert one not in kept(past)


def test_a_plan_of_unknown_age_began_today() -> None:
    past = history({"q-000": record(5, first_day=TODAY)}, plan=plan_in(30, begun=None, made_on=None))
    assert len(kept(past)) >= 9


def test_once_released_its_questions_come_last() -> None:
    past = history(plan=plan_in(30))
    before, _ = ranked(ENTRIES, OUTLINE, past, TODAY)
    free = ranked(ENTRIES, OUTLINE, history(plan=plan_in(30), pool_released=True), TODAY)
    assert free == (((*before.drill, *before.pool), ()), NO_POOL)


def test_it_is_the_same_for_the_same_learner_only() -> None:
    mine, same, other = (kept(history(plan=plan_in(30), learner=one)) for one in "aab")
    assert (mine == same, mine == other) == (True, False)
