"""Today at a glance."""

from dataclasses import replace
from datetime import timedelta

import pytest

from cpsprep.app.today import Today, today
from cpsprep.core.config.settings import Settings
from cpsprep.core.days import to_date
from cpsprep.core.history import CardRecord, History, StudyPlan
from cpsprep.core.item import CardId, Item, Status
from cpsprep.core.planning.catchup import CatchUp
from cpsprep.core.sm2 import CardState
from fakes_study import BANK, DAY, FakeLog, FakeShelf, bank, item

ITEMS = tuple(item(f"q-{n}") for n in range(5))


def record(due: int = 0, last: int = -6, grade: int = 4) -> CardRecord:
    return CardRecord(CardState(2, 6, 250), DAY + due, DAY - 9, DAY + last, 2, 0, grade, 0, None)


def seen(
    *items: Item,
    records: dict[str, CardRecord] | None = None,
    settings: Settings | None = None,
    left_out: int = 0,
    **past: object,
) -> Today:
    known = {(BANK, CardId(name)): value for name, value in (records or {}).items()}
    log = FakeLog(past=replace(History(records=known), **past))  # type: ignore[arg-type]
    shelf = FakeShelf([bank(*(items or ITEMS), left_out=left_out)])
    return today(shelf, log, DAY, settings or Settings())


def test_it_counts_what_is_due_new_and_left_of_the_drill() -> None:
    now = seen(records={"q-0": record(), "q-1": record(-3), "q-2": record(1, last=0, grade=1)})

    assert (now.review, now.new, now.drill) == (2, 2, 1)


@pytest.mark.parametrize(
    ("cards", "own_pace", "minutes"),
    [(5, None, 4), (1, None, 1), (5, 6.0, 1), (5, 90.0, 8), (5, 0.0, 4), (5, -20.0, 1)],
    ids=["45 s each", "one card", "very fast", "slow", "no time at all", "a clock that went back"],
)
def test_the_time_is_estimated_from_the_learners_own_pace(
    cards: int, own_pace: float | None, minutes: int
) -> None:
    assert seen(*ITEMS[:cards], seconds_per_answer=own_pace).minutes == minutes


def test_nothing_to_do_takes_no_time() -> None:
    assert seen(settings=Settings(new_per_day=0)).minutes == 0


@pytest.mark.parametrize("days", [20, 1, 0, -1, -4000])
def test_the_exam_is_so_many_days_away(days: int) -> None:
    exam = (to_date(DAY) + timedelta(days)).isoformat()

    assert seen(plan=StudyPlan(exam_date=exam)).exam_in == days


@pytest.mark.parametrize("date", [None, "", "soon", "2026-02-30", "99999-01-01"])
def test_a_date_that_is_none_counts_for_nothing(date: str | None) -> None:
    assert seen(plan=StudyPlan(exam_date=date)).exam_in is None


def test_what_comes_next_is_told() -> None:
    assert seen(ITEMS[0], records={"q-0": record(3)}).next_in == 3


def test_new_questions_beyond_the_limit_are_left() -> None:
    now = seen(settings=Settings(new_per_day=2))

    assert (now.new, now.more_new, now.next_in) == (2, True, 1)


def test_drafts_are_no_questions_to_study() -> None:
    now = seen(replace(ITEMS[0], status=Status.DRAFT), ITEMS[1])

    assert (now.cards, now.new, now.more_new) == (1, 1, False)


def test_a_bank_may_be_empty() -> None:
    shelf, log = FakeShelf([bank()]), FakeLog()

    assert today(shelf, log, DAY, Settings()) == Today()


def test_a_pile_is_told() -> None:
    records = {f"q-{n}": record(-3) for n in range(5)}

    assert seen(records=records, settings=Settings(reviews_per_day=2)).catch_up == CatchUp(5, 5, 1)


def test_what_is_left_out_or_set_aside_is_counted() -> None:
    now = seen(left_out=2, set_aside=frozenset({(BANK, CardId("q-0"))}))

    assert (now.left_out, now.set_aside, now.new) == (2, 1, 4)
