"""When more questions come."""

from collections.abc import Sequence

import pytest

from cpsprep.core.bank import Entry
from cpsprep.core.history import CardRecord, History
from cpsprep.core.item import Status
from cpsprep.core.planning.catchup import CatchUp
from cpsprep.core.planning.coming import next_in, offers_new
from cpsprep.core.planning.planned import Counts, Queue
from fakes_plan import TODAY, entry, history, key, record

CARDS = (entry("one"), entry("two"))


def comes(
    *,
    cards: Sequence[Entry] = CARDS,
    counts: Counts | None = None,
    new_per_day: int = 20,
    past: History | None = None,
    **records: CardRecord,
) -> int | None:
    return next_in(cards, past or history(records), counts or Counts(), TODAY, new_per_day)


def test_the_next_due_day_tells() -> None:
    assert comes(one=record(due=9), two=record(due=4)) == 4


def test_what_is_due_today_is_not_next() -> None:
    assert comes(one=record(due=0), two=record(due=4)) == 4


@pytest.mark.parametrize(
    "counts",
    [Counts(left_for_later=1), Counts(left_for_tomorrow=1), Counts(siblings=1), Counts(new_available=1)],
    ids=["later", "limit", "sibling", "new"],
)
def test_what_only_waits_comes_tomorrow(counts: Counts) -> None:
    assert comes(counts=counts, one=record(due=4)) == 1


def test_new_questions_come_only_where_a_day_may_have_some() -> None:
    assert comes(counts=Counts(new_available=1), new_per_day=0, one=record(due=4)) == 4


def test_a_new_question_left_until_tomorrow_comes_then() -> None:
    assert comes(past=history(skipped={key("one"): TODAY + 1})) == 1


@pytest.mark.parametrize("until", [TODAY, TODAY + 60])
def test_a_new_question_is_next_only_on_a_day_to_come_that_is_near(until: int) -> None:
    assert comes(past=history(skipped={key("one"): until})) is None


def test_an_answered_question_comes_when_it_is_due_and_no_longer_left() -> None:
    assert comes(past=history({"one": record(due=2)}, skipped={key("one"): TODAY + 3})) == 3


def test_what_is_set_aside_does_not_come() -> None:
    aside = frozenset({key("one"), key("two")})

    assert (
        comes(past=history({"one": record(due=2)}, set_aside=aside, skipped={key("two"): TODAY + 1})) is None
    )


@pytest.mark.parametrize("status", [Status.DRAFT, Status.RETIRED])
def test_what_is_not_studied_does_not_come(status: Status) -> None:
    assert comes(cards=(entry("one", status=status),), one=record(due=2)) is None


def test_nothing_is_promised_beyond_sixty_days() -> None:
    assert (comes(one=record(due=59)), comes(one=record(due=60))) == (59, None)


LEFT = Counts(new_available=9, new_today=2)


@pytest.mark.parametrize(
    ("made", "new_per_day", "coming", "offered"),
    [
        (Queue((), LEFT), 20, 1, True),
        (Queue((), LEFT), 20, None, True),
        (Queue((), Counts(new_available=2, new_today=2)), 20, 3, False),
        (Queue((), LEFT, CatchUp(overdue=500, days=7, today=0)), 20, 1, False),
        (Queue((), LEFT), 0, 3, False),
        (Queue((), LEFT), 0, None, True),
    ],
    ids=["left", "nothing due", "none left", "a pile", "none a day", "none a day, nothing in sight"],
)
def test_more_new_questions_are_offered_where_that_is_right(
    made: Queue, new_per_day: int, coming: int | None, offered: bool
) -> None:
    assert offers_new(made, new_per_day, coming) is offered
