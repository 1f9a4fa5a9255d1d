"""Today's queue: which cards come, in which order, why, and what waits."""

import pytest

from cpsprep.core.config.settings import Settings
from cpsprep.core.history import CardRecord
from cpsprep.core.item import Status, Version
from cpsprep.core.planning.planned import Counts, Queue, Reason, Why
from cpsprep.core.planning.selection import Selection
from fakes_plan import TODAY, begun_today, entry, history, key, record, reviewed_today
from fakes_queue import DUE, NEW, cards, entries, made, many, reasons

# What comes, and why


def test_an_empty_bank_gives_an_empty_queue() -> None:
    assert made([]) == Queue((), Counts())


def test_a_card_that_was_never_answered_is_new() -> None:
    (card,) = made(entries("a")).cards
    assert (card.reason, card.record) == (NEW, None)


def test_a_card_due_today_is_due_and_brings_its_record() -> None:
    (card,) = made(entries("a"), {"a": record(due=0)}).cards
    assert (card.reason, card.record) == (DUE, record(due=0))


def test_a_card_due_before_today_is_overdue_by_the_days() -> None:
    assert reasons(made(entries("a"), {"a": record(due=-3)})) == {"a": Reason(Why.OVERDUE, 3)}


def test_a_card_due_tomorrow_waits() -> None:
    assert cards(made(entries("a"), {"a": record(due=1)})) == []


def test_an_answer_of_a_card_that_left_the_bank_is_no_matter() -> None:
    assert cards(made(entries("a"), {"gone": record(due=0)})) == ["a"]


def test_a_record_from_a_day_that_has_not_come_yet_counts_by_its_due_day() -> None:
    ahead = {"last_day": TODAY + 1}
    known = {"a": record(due=0, **ahead), "b": record(due=3, **ahead)}
    assert reasons(made(entries("a", "b"), known)) == {"a": DUE}


# Drill


def test_a_card_missed_today_comes_again_today() -> None:
    assert reasons(made(entries("a"), {"a": reviewed_today(today_grade=3)})) == {"a": Reason(Why.DRILL)}


def test_a_lighter_drill_leaves_out_what_was_hard_but_right() -> None:
    known = {"a": reviewed_today(today_grade=3), "b": reviewed_today(today_grade=2)}
    assert cards(made(entries("a", "b"), known, settings=Settings(drill_below=3))) == ["b"]


def test_a_card_passed_in_the_drill_is_done_for_today() -> None:
    assert cards(made(entries("a"), {"a": reviewed_today(today_grade=4, rounds=1)})) == []


@pytest.mark.parametrize(
    ("passes", "rounds", "comes"), [(3, 2, True), (3, 3, False), (0, 50, True), (1, 0, True)]
)
def test_a_card_rests_after_the_rounds_of_the_drill(passes: int, rounds: int, comes: bool) -> None:
    known = {"a": begun_today(today_grade=1, rounds=rounds)}
    assert bool(made(entries("a"), known, settings=Settings(drill_passes=passes)).cards) is comes


def test_yesterdays_drill_ended_with_the_day() -> None:
    known = {"a": record(due=0, today_grade=1, last_day=TODAY - 1)}
    assert reasons(made(entries("a"), known)) == {"a": DUE}


def test_an_earlier_sittings_drill_comes_after_a_few_others() -> None:
    known = {name: record(due=0) for name in many(4)} | {"d": begun_today(today_grade=1)}
    queue = cards(made(entries(*many(4), "d"), known, settings=Settings(drill_gap=2)))
    assert queue.index("d") == 2


def test_the_drill_is_no_part_of_the_days_limits() -> None:
    known = {"a": begun_today(today_grade=1), "b": reviewed_today(today_grade=1)}
    assert sorted(cards(made(entries("a", "b"), known, settings=Settings(0, 0)))) == ["a", "b"]


# Order


def test_due_cards_come_the_oldest_first_and_before_new_ones() -> None:
    known = {"a": record(due=0), "b": record(due=-9), "c": record(due=-2)}
    assert cards(made(entries("n", "a", "b", "c"), known)) == ["b", "c", "a", "n"]


def test_the_seed_alone_decides_ties() -> None:
    known = {name: record(due=0) for name in many(20)}
    forward, backward = entries(*known), entries(*known)[::-1]
    assert cards(made(forward, known)) == cards(made(backward, known))
    assert cards(made(forward, known)) != cards(made(forward, known, seed="another"))


# A changed key


def test_a_card_whose_key_changed_comes_first_though_it_is_not_due() -> None:
    known = {"a": record(due=50, version=Version("old")), "b": record(due=-1)}
    result = made(entries("a", "b"), known, key_changed={key("a")})
    assert [card.reason for card in result.cards] == [Reason(Why.KEY_CHANGED), Reason(Why.OVERDUE, 1)]
    assert (result.counts.changed, result.counts.due, result.counts.reviews_today) == (1, 1, 2)


def test_a_changed_wording_does_not_bring_a_card_back() -> None:
    assert cards(made(entries("a"), {"a": record(due=50, version=Version("old"))})) == []


def test_a_changed_key_that_was_answered_since_is_no_news() -> None:
    assert cards(made(entries("a"), {"a": record(due=50)}, key_changed={key("a")})) == []


# Ahead of time


def test_cards_due_soon_come_when_asked_for() -> None:
    known = {"a": record(due=2), "b": record(due=3), "c": record(due=0)}
    result = made(entries("a", "b", "c"), known, Selection(ahead=2))
    assert [(card.entry.card, card.reason) for card in result.cards] == [
        ("c", DUE),
        ("a", Reason(Why.AHEAD, 2)),
    ]
    assert result.counts.reviews_today == 1


def test_a_card_answered_today_does_not_come_ahead_of_time() -> None:
    assert cards(made(entries("a"), {"a": begun_today(due=1)}, Selection(ahead=7))) == []


def test_cards_ahead_of_time_keep_to_the_limit_and_are_not_owed() -> None:
    known = {name: record(due=1) for name in many(8)}
    result = made(entries(*known), known, Selection(ahead=1), Settings(reviews_per_day=5))
    assert (len(result.cards), result.counts.left_for_tomorrow) == (5, 0)


def test_a_card_ahead_of_time_that_waits_for_a_sibling_is_not_owed() -> None:
    known = {"q#c1": record(due=0), "q#c2": record(due=1)}
    result = made(entries("q#c1", "q#c2"), known, Selection(ahead=1))
    assert (cards(result), result.counts.siblings) == (["q#c1"], 0)


# What waits


@pytest.mark.parametrize("known", [{}, {"a": record(due=-1)}, {"a": begun_today(today_grade=0)}])
def test_a_card_that_was_set_aside_waits(known: dict[str, CardRecord]) -> None:
    result = made(entries("a"), history(known, set_aside=frozenset({key("a")})))
    assert (cards(result), result.counts.set_aside, result.counts.due) == ([], 1, 0)


@pytest.mark.parametrize("known", [{}, {"a": record(due=-1)}, {"a": begun_today(today_grade=0)}])
def test_a_skipped_card_waits_until_its_day(known: dict[str, CardRecord]) -> None:
    result = made(entries("a"), history(known, skipped={key("a"): TODAY + 1}))
    assert (cards(result), result.counts.skipped) == ([], 1)


def test_a_skipped_card_is_back_on_its_day() -> None:
    assert cards(made(entries("a"), history(skipped={key("a"): TODAY}))) == ["a"]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.RETIRED])
def test_drafts_and_retired_questions_come_only_when_asked_for(status: Status) -> None:
    unfinished = [entry("a", status=status)]
    assert cards(made(unfinished)) == []
    assert cards(made(unfinished, selection=Selection(drafts=True))) == ["a"]
