"""Siblings: cards of one scenario or of one cloze item do not give each other away."""

import pytest

from cpsprep.core.config.settings import Settings
from cpsprep.core.history import CardRecord
from cpsprep.core.planning.planned import Queue
from cpsprep.core.planning.queue import plan
from cpsprep.core.planning.selection import Selection
from fakes_plan import TODAY, begun_today, catalog, entry, history, record, reviewed_today


def planned(
    *names: str, known: dict[str, CardRecord] | None = None, scenario: str = "dana", new_per_day: int = 20
) -> Queue:
    entries = [entry(name, scenario="" if name.startswith("x") else scenario) for name in names]
    settings = Settings(new_per_day=new_per_day)
    return plan(catalog(entries, "role"), history(known), TODAY, settings, "seed", Selection())


def cards(plan: Queue) -> list[str]:
    return [card.entry.card for card in plan.cards]


def test_new_cards_of_a_scenario_come_together_in_order() -> None:
    assert cards(planned("s1", "s2", "s3")) == ["s1", "s2", "s3"]


def test_of_a_known_scenario_one_card_a_day_comes_and_the_other_is_counted() -> None:
    result = planned("s1", "s2", known={"s1": record(due=0), "s2": record(due=-1)})
    assert cards(result) == ["s2"]
    assert (result.counts.due, result.counts.reviews_today, result.counts.siblings) == (2, 1, 1)
    assert result.counts.left_for_tomorrow == 0


@pytest.mark.parametrize("first", [reviewed_today(), begun_today()])
def test_a_due_card_waits_when_a_sibling_was_answered_today(first: CardRecord) -> None:
    result = planned("s1", "s2", known={"s1": first, "s2": record(due=0)})
    assert (cards(result), result.counts.siblings) == ([], 1)


def test_new_cards_of_a_scenario_go_on_after_a_break_on_the_same_day() -> None:
    assert cards(planned("s1", "s2", "s3", known={"s1": begun_today()})) == ["s2", "s3"]


@pytest.mark.parametrize("first", [reviewed_today(), record(due=0)])
def test_new_cards_of_a_scenario_wait_when_a_known_one_comes_today(first: CardRecord) -> None:
    result = planned("s1", "s2", known={"s1": first})
    assert "s2" not in cards(result)
    assert (result.counts.new_available, result.counts.new_today) == (1, 0)


def test_the_same_name_of_a_scenario_in_another_bank_is_no_sibling() -> None:
    entries = [entry("s1", scenario="dana"), entry("s2", scenario="dana", bank="other")]
    known = history({"s1": record(due=0)})
    result = plan(catalog(entries, "role"), known, TODAY, Settings(), "seed")
    assert cards(result) == ["s1", "s2"]


def test_of_a_cloze_one_number_a_day_comes_also_when_all_are_new() -> None:
    assert cards(planned("q#c1", "q#c2", scenario="")) == ["q#c1"]


@pytest.mark.parametrize("first", [begun_today(), reviewed_today()])
@pytest.mark.parametrize("second", [None, record(due=-3)])
def test_a_cloze_waits_when_another_number_was_answered_today(
    first: CardRecord, second: CardRecord | None
) -> None:
    known = {"q#c1": first} | ({"q#c2": second} if second else {})
    assert cards(planned("q#c1", "q#c2", scenario="", known=known)) == []


def test_a_cloze_in_a_scenario_follows_both_rules() -> None:
    assert cards(planned("s1", "q#c1", "q#c2")) == ["s1", "q#c1"]


def test_a_sibling_in_the_drill_does_not_hold_itself_back() -> None:
    missed = {"s1": begun_today(today_grade=1), "s2": begun_today(today_grade=1)}
    assert sorted(cards(planned("s1", "s2", known=missed))) == ["s1", "s2"]


def test_a_sibling_that_does_not_match_the_selection_counts_too() -> None:
    entries = [entry("s1", scenario="dana", tags=("x",)), entry("s2", scenario="dana", tags=("y",))]
    known = history({"s1": reviewed_today(), "s2": record(due=0)})
    result = plan(catalog(entries, "role"), known, TODAY, Settings(), "seed", Selection(tags=("y",)))
    assert cards(result) == []


def test_a_scenario_that_does_not_fit_today_waits_for_a_day_when_it_does() -> None:
    assert cards(planned("x1", "s1", "s2", "x2", new_per_day=2)) == ["x1", "x2"]


def test_a_scenario_larger_than_a_days_limit_is_begun_all_the_same() -> None:
    assert cards(planned("s1", "s2", "s3", "x1", new_per_day=2)) == ["s1", "s2"]
