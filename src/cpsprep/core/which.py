"""Which questions go into a package, into a file or onto a sheet: what they are about, and their status."""

from dataclasses import dataclass

from cpsprep.core.bank import Entry
from cpsprep.core.item import Item, ItemKey, Status
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

    def matches(self, one: Item | Entry) -> bool:
        """Whether a question is about this and has such a status; `without` is not asked."""
        return self.is_about(one) and self.has_status(one)

    def is_about(self, one: Item | Entry) -> bool:
        """Whether the question is in such a deck and domain and has such a tag."""
        return (
            (not self.decks or one.deck in self.decks)
            and (not self.domains or one.domain in self.domains)
            and (not self.tags or not set(self.tags).isdisjoint(one.tags))
        )

    def has_status(self, one: Item | Entry, *, published: bool = False) -> bool:
        """Whether the question has such a status; a retired one need not come unless it was published."""
        if one.status is Status.DRAFT and self.drafts:
            return True
        if self.statuses:
            return one.status in self.statuses
        if one.status is Status.RETIRED:
            return published
        return one.status in STUDIED
