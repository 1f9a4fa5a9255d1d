"""The limits of a day: new cards, reviews, the size of a sitting, and the share of a pile."""

from cpsprep.core.config.settings import Settings
from cpsprep.core.history import CardRecord
from cpsprep.core.planning.selection import Selection
from fakes_plan import begun_today, entry, record, reviewed_today
from fakes_queue import cards, entries, made, many


def test_new_cards_stop_at_the_days_limit() -> None:
    result = made(entries(*many(30)))
    assert (len(result.cards), result.counts.new_available, result.counts.new_today) == (20, 30, 20)


def test_new_cards_of_an_earlier_sitting_count() -> None:
    known = {name: begun_today() for name in many(15, "done")}
    assert made(entries(*known, *many(30)), known).counts.new_today == 5


def test_reviews_stop_at_the_days_limit_and_the_rest_is_left_for_tomorrow() -> None:
    known = {name: record(due=0) for name in many(8)}
    counts = made(entries(*known), known, settings=Settings(reviews_per_day=5)).counts
    assert (counts.due, counts.reviews_today, counts.left_for_tomorrow) == (8, 5, 3)


def test_reviews_of_an_earlier_sitting_count() -> None:
    known = {name: record(due=0) for name in many(8)} | {name: reviewed_today() for name in many(3, "done")}
    result = made(entries(*known), known, settings=Settings(reviews_per_day=5))
    assert result.counts.reviews_today == 2


def test_answers_to_cards_that_do_not_match_count_for_the_day_too() -> None:
    known = {"x": begun_today()}
    result = made([entry("x", deck="other"), entry("a")], known, Selection(decks=("deck",)), Settings(1))
    assert result.counts.new_today == 0


def test_a_limit_lowered_during_the_day_leaves_no_room() -> None:
    known = {name: begun_today() for name in many(5, "done")}
    assert cards(made(entries(*known, "a"), known, settings=Settings(new_per_day=2))) == []


def test_asking_for_new_cards_sets_the_limit_aside() -> None:
    known = {name: begun_today() for name in many(20, "done")}
    assert made(entries(*known, *many(9)), known, Selection(new=3)).counts.new_today == 3


def test_asking_for_no_new_cards_leaves_reviews() -> None:
    assert cards(made(entries("a", "b"), {"a": record(due=0)}, Selection(new=0))) == ["a"]


def test_the_size_of_a_sitting_cuts_the_queue_and_says_what_is_left_for_later() -> None:
    known = {name: record(due=0) for name in many(8)}
    result = made(entries(*known, "new"), known, Selection(limit=5))
    assert len(result.cards) == 5
    assert (result.counts.left_for_later, result.counts.left_for_tomorrow, result.counts.new_today) == (
        3,
        0,
        0,
    )


# Catching up


def overdue(count: int) -> dict[str, CardRecord]:
    return {f"q-{late:03}": record(due=-late) for late in range(1, count + 1)}


def test_a_pile_is_spread_over_a_week_most_overdue_first_and_new_cards_wait() -> None:
    known = overdue(21)
    result = made(entries(*known, "n"), known, settings=Settings(reviews_per_day=10))
    assert cards(result) == ["q-021", "q-020", "q-019"]
    assert (result.counts.left_for_tomorrow, result.counts.new_available, result.counts.new_today) == (
        18,
        1,
        0,
    )
    assert result.catch_up is not None
    assert (result.catch_up.overdue, result.catch_up.today, result.catch_up.days) == (21, 3, 7)


def test_what_falls_due_today_has_room_beside_the_share_of_the_pile() -> None:
    known = overdue(21) | {"d": record(due=0)}
    result = made(entries(*known), known, settings=Settings(reviews_per_day=10))
    assert result.counts.reviews_today == 4


def test_new_cards_come_in_a_catch_up_when_asked_for() -> None:
    known = overdue(21)
    result = made(entries(*known, "n"), known, Selection(new=1), Settings(reviews_per_day=10))
    assert result.counts.new_today == 1


def test_a_second_sitting_of_the_day_does_not_start_the_share_anew() -> None:
    known = overdue(18) | {name: reviewed_today() for name in many(3, "done")}
    result = made(entries(*known), known, settings=Settings(reviews_per_day=10))
    assert (result.counts.reviews_today, result.counts.new_today) == (0, 0)
    assert result.catch_up is not None
    assert result.catch_up.today == 0


def test_two_days_limits_are_no_pile() -> None:
    known = overdue(20)
    result = made(entries(*known), known, settings=Settings(reviews_per_day=10))
    assert (result.catch_up, result.counts.reviews_today) == (None, 10)
