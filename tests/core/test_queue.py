"""Today's queue: which cards come, in which order, why, and what waits."""

from collections.abc import Set as AbstractSet

import pytest

from cpsprep.core.bank import Entry
from cpsprep.core.history import CardKey, CardRecord, History
from cpsprep.core.item import Status, Version
from cpsprep.core.planned import Counts, Plan, Reason, Why
from cpsprep.core.queue import plan
from cpsprep.core.selection import Selection
from cpsprep.core.settings import Settings
from fakes_plan import TODAY, begun_today, catalog, entry, history, key, record, reviewed_today

NEW = Reason(Why.NEW)
DUE = Reason(Why.DUE)


def made(
    entries: list[Entry],
    known: History | dict[str, CardRecord] | None = None,
    selection: Selection = Selection(),  # noqa: B008  (frozen)
    settings: Settings = Settings(),  # noqa: B008  (frozen)
    seed: str = "seed",
    key_changed: AbstractSet[CardKey] = frozenset(),
) -> Plan:
    past = known if isinstance(known, History) else history(known)
    return plan(catalog(entries, "role", "ethics"), past, TODAY, settings, seed, selection, key_changed)


def cards(plan: Plan) -> list[str]:
    return [card.entry.card for card in plan.cards]


def reasons(plan: Plan) -> dict[str, Reason]:
    return {card.entry.card: card.reason for card in plan.cards}


def entries(*names: str) -> list[Entry]:
    return [entry(name) for name in names]


def many(count: int, prefix: str = "q") -> list[str]:
    return [f"{prefix}-{number:03}" for number in range(count)]


# What comes, and why


def test_an_empty_bank_gives_an_empty_queue() -> None:
    assert made([]) == Plan((), Counts())


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


# Limits


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


# Practice


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
