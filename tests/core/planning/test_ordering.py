"""Lots: a shuffle that a seed decides, the same on every machine and in every version."""

from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.item import CardId
from cpsprep.core.planning.ordering import lot, missed_first, oldest_first
from fakes_plan import entry, record


def test_a_lot_is_the_first_bytes_of_blake2b_of_seed_and_card() -> None:
    assert lot("seed", CardId("al-0012")).hex() == "43a88270d9a12104"


@given(st.text(st.characters(categories=("L", "N", "Cs"))))
def test_any_seed_draws_lots_also_half_a_surrogate_pair(seed: str) -> None:
    assert len(lot(seed, CardId("al-0012"))) == 8


def test_the_oldest_comes_first() -> None:
    cards = [(entry(name), record(due)) for name, due in (("a", 0), ("b", -7), ("c", -1))]
    assert [card.card for card, _ in oldest_first(cards, "seed")] == ["b", "c", "a"]


def test_cards_of_one_day_come_by_lot() -> None:
    cards = [(entry(f"q{n}"), record()) for n in range(9)]
    drawn = [card.card for card, _ in oldest_first(cards, "seed")]
    assert drawn == sorted(drawn, key=lambda card: lot("seed", card))


def test_the_most_missed_comes_first_and_ties_by_lot() -> None:
    cards = [(entry(f"q{n}"), record(misses=n // 3)) for n in range(9)]
    drawn = [(-known.misses, lot("seed", card.card)) for card, known in missed_first(cards, "seed")]
    assert drawn == sorted(drawn)
