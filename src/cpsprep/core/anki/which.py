"""Which items go to Anki: by what they are about, and by how far they have come."""

from collections.abc import Container
from dataclasses import dataclass

from cpsprep.core.anki.ledger import NoteKey
from cpsprep.core.anki.note import NoteType
from cpsprep.core.history import ItemKey
from cpsprep.core.item import Item, Status
from cpsprep.core.planning.selection import STUDIED


@dataclass(frozen=True, slots=True)
class Which:
    """Filters; values of one are alternatives, filters narrow each other, an empty one lets all pass.

    `statuses` empty means what is studied, and what was published before it was retired.
    `drafts` adds drafts in either case. `without` is left out, whatever else it fits.
    """

    decks: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    drafts: bool = False
    without: frozenset[ItemKey] = frozenset()

    def is_about(self, item: Item) -> bool:
        """Whether the item is in such a deck and domain and has such a tag."""
        return (
            (not self.decks or item.deck in self.decks)
            and (not self.domains or item.domain in self.domains)
            and (not self.tags or not set(self.tags).isdisjoint(item.tags))
        )

    def has_status(self, item: Item, published: Container[NoteKey]) -> bool:
        """Whether the item has such a status; what was never published need not come once it is retired."""
        if item.status is Status.DRAFT and self.drafts:
            return True
        if self.statuses:
            return item.status in self.statuses
        if item.status is Status.RETIRED:
            return (item.id, NoteType.of(item.kind)) in published
        return item.status in STUDIED
