"""Practice: all that matches, missed cards first, whatever is due or done."""

from cpsprep.core.planning.planned import Reason, Why
from cpsprep.core.planning.selection import Selection
from fakes_plan import TODAY, begun_today, history, key, record
from fakes_queue import cards, entries, made, many


def test_practice_takes_the_missed_cards_first_then_known_ones_then_new_ones() -> None:
    known = {"a": record(due=9), "b": record(due=5, misses=1), "c": record(due=0, misses=4)}
    result = made(entries("n", "a", "b", "c"), known, Selection(practice=True))
    assert cards(result) == ["c", "b", "a", "n"]
    assert {card.reason for card in result.cards} == {Reason(Why.PRACTICE)}


def test_practice_knows_no_daily_limit() -> None:
    assert len(made(entries(*many(40)), selection=Selection(practice=True)).cards) == 40


def test_practice_can_be_short() -> None:
    assert len(made(entries(*many(40)), selection=Selection(practice=True, limit=7)).cards) == 7


def test_practice_repeats_what_was_answered_today() -> None:
    assert cards(made(entries("a"), {"a": begun_today()}, Selection(practice=True))) == ["a"]


def test_practice_respects_what_was_set_aside_or_skipped() -> None:
    known = history(set_aside=frozenset({key("a")}), skipped={key("b"): TODAY + 1})
    result = made(entries("a", "b", "c"), known, Selection(practice=True))
    assert (cards(result), result.counts.set_aside, result.counts.skipped) == (["c"], 1, 1)
