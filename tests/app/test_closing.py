"""The end of a sitting: what tomorrow brings."""

from dataclasses import replace

import pytest

from cpsprep.app.closing import Closing, close_sitting
from cpsprep.app.errors import UnreadableError
from cpsprep.app.study import SittingWish, open_sitting
from cpsprep.core.config.settings import Settings
from cpsprep.core.history import CardRecord, History
from cpsprep.core.item import CardId
from cpsprep.core.planning.selection import Selection
from cpsprep.core.sm2 import CardState
from fakes_study import BANK, DAY, FakeClock, FakeLog, FakeShelf, bank, item

ITEMS = tuple(item(f"q-{n}") for n in range(6))


def record(due: int, last: int = 0, misses: int = 0) -> CardRecord:
    return CardRecord(CardState(1, 1, 250), DAY + due, DAY - 9, DAY + last, 3, misses, 4, 0, None)


def closed(
    before: dict[str, CardRecord],
    after: dict[str, CardRecord],
    *,
    settings: Settings | None = None,
    shelf: FakeShelf | None = None,
    wish: SittingWish | None = None,
    **marks: object,
) -> Closing:
    """The closing words of a sitting that found `before` in the log and left `after`."""
    log, books = FakeLog(past=_past(before)), shelf or FakeShelf([bank(*ITEMS)])
    rules = settings or Settings()
    opened = open_sitting(FakeShelf([bank(*ITEMS)]), log, FakeClock(), rules, wish or SittingWish())
    log.past = replace(_past(after), **marks)  # type: ignore[arg-type]
    return close_sitting(books, log, opened, rules)


def _past(records: dict[str, CardRecord]) -> History:
    return History(records={(BANK, CardId(name)): value for name, value in records.items()})


def test_tomorrow_brings_what_falls_due_and_new_questions() -> None:
    after = {"q-0": record(1), "q-1": record(1), "q-2": record(6)}

    assert closed({}, after) == Closing(due_tomorrow=2, new_tomorrow=3, tricky=0)


def test_what_waited_today_comes_tomorrow() -> None:
    assert closed({}, {"q-0": record(-3, last=-9)}).due_tomorrow == 1


def test_tomorrow_keeps_to_its_limits() -> None:
    after = {name: record(1) for name in ("q-0", "q-1", "q-2")}
    settings = Settings(reviews_per_day=2, new_per_day=1)

    assert closed({}, after, settings=settings) == Closing(2, 1, 0)


def test_what_was_left_until_tomorrow_is_counted() -> None:
    waits = {(BANK, CardId("q-0")): DAY + 1}

    assert closed({}, {"q-0": record(0, last=-9)}, skipped=waits).due_tomorrow == 1


def test_what_was_set_aside_is_not() -> None:
    assert closed({}, {"q-0": record(1)}, set_aside=frozenset({(BANK, CardId("q-0"))})).due_tomorrow == 0


def test_tomorrow_is_for_all_questions_also_after_a_narrow_sitting() -> None:
    wish = SittingWish(selection=Selection(practice=True, limit=1))

    assert closed({}, {"q-0": record(1)}, wish=wish) == Closing(1, 5, 0)


@pytest.mark.parametrize(
    ("before", "after", "tricky"),
    [(7, 8, 1), (8, 8, 0), (8, 9, 0), (11, 12, 1), (6, 7, 0)],
    ids=["eighth miss", "not missed", "ninth miss", "twelfth miss", "seventh miss"],
)
def test_a_question_becomes_tricky_at_eight_misses_and_every_four_more(
    before: int, after: int, tricky: int
) -> None:
    known = {"q-0": record(0, last=-9, misses=before)}

    assert closed(known, {"q-0": record(1, misses=after)}).tricky == tricky


def test_a_question_that_came_from_elsewhere_meanwhile_may_be_tricky_too() -> None:
    assert closed({}, {"q-0": record(1, misses=8)}).tricky == 1


def test_misses_of_earlier_days_are_old_news() -> None:
    assert closed({}, {"q-0": record(1, last=-1, misses=8)}).tricky == 0


def test_a_sitting_may_run_past_the_end_of_its_day() -> None:
    assert closed({}, {"q-0": record(2, last=1, misses=8)}).tricky == 1


def test_a_bank_that_went_away_meanwhile_does_not_spoil_the_end() -> None:
    gone = FakeShelf(broken=UnreadableError("there is no bank here"))

    assert closed({}, {"q-0": record(1)}, shelf=gone) == Closing(1, 5, 0)
