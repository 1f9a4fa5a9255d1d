"""The forecast: due counts from today on."""

from cpsprep.core.history import CardRecord
from cpsprep.core.item import Status
from cpsprep.core.planning.forecast import next_days
from fakes_plan import TODAY, entry, history, key, record


def forecast(known: dict[str, CardRecord], days: int = 3, **fields: object) -> tuple[int, ...]:
    return next_days([entry(name) for name in known], history(known, **fields), TODAY, days)


def test_a_card_counts_on_its_day() -> None:
    assert forecast({"a": record(due=0), "b": record(due=2), "c": record(due=2)}) == (1, 0, 2)


def test_what_is_overdue_counts_today() -> None:
    assert forecast({"a": record(due=-9), "b": record(due=0)}) == (2, 0, 0)


def test_what_lies_beyond_is_left_out() -> None:
    assert forecast({"a": record(due=3)}) == (0, 0, 0)


def test_fourteen_days_unless_told() -> None:
    assert next_days([], history(), TODAY) == (0,) * 14


def test_new_cards_are_no_part_of_it() -> None:
    assert next_days([entry("a")], history(), TODAY, 2) == (0, 0)


def test_a_card_that_was_set_aside_is_left_out() -> None:
    assert forecast({"a": record(due=0)}, set_aside=frozenset({key("a")})) == (0, 0, 0)


def test_a_skipped_card_counts_on_the_day_it_comes_back() -> None:
    assert forecast({"a": record(due=-1)}, skipped={key("a"): TODAY + 1}) == (0, 1, 0)


def test_a_retired_question_is_left_out() -> None:
    assert next_days([entry("a", status=Status.RETIRED)], history({"a": record()}), TODAY, 1) == (0,)
