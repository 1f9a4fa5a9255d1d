"""In which order cards come: the oldest due first, ties by chance that a seed decides."""

from collections.abc import Iterable, Iterator
from hashlib import blake2b

from cpsprep.core.bank import Entry
from cpsprep.core.history import CardRecord
from cpsprep.core.item import CardId

Known = tuple[Entry, CardRecord]
"""A card that was answered before, with what the fold says of it."""


def lot(seed: str, card: CardId) -> bytes:
    """The lot that a card draws: sorting by it shuffles, the same way for the same seed on any machine.

    A seed typed in a terminal may hold half of a surrogate pair.
    """
    return blake2b(f"{seed}:{card}".encode("utf-8", "surrogatepass"), digest_size=8).digest()


def oldest_first(cards: Iterable[Known], seed: str) -> Iterator[Known]:
    """By due day, ties by lot. Lazy, since drawing lots for cards that no limit lets through costs time."""
    by_day: dict[int, list[Known]] = {}
    for card in cards:
        by_day.setdefault(card[1].due, []).append(card)
    for day in sorted(by_day):
        yield from sorted(by_day[day], key=lambda card: lot(seed, card[0].card))


def missed_first(cards: Iterable[Known], seed: str) -> list[Known]:
    """By misses, most first, ties by lot."""
    return sorted(cards, key=lambda card: (-card[1].misses, lot(seed, card[0].card)))
