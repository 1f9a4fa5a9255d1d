"""Siblings, kept a day apart: cards of one scenario after their first time, and cards of one cloze item.

A sibling shown on the same day gives answers away: the vignette is fresh, a cloze shows what the other hides.
"""

from dataclasses import dataclass, field

from cpsprep.core.bank import Entry
from cpsprep.core.item import BankId, Kind

Family = tuple[BankId, str, str]


@dataclass(slots=True)
class Siblings:
    """Which families had a card on this day; a tool of one planning, never kept."""

    closed: set[Family] = field(default_factory=set)
    """No card of these any more today."""
    begun: set[Family] = field(default_factory=set)
    """Scenarios with a card that was new today: further new ones may follow, due ones wait."""
    apart: bool = True
    """False on the last day before an exam, when due cards have no other day left."""

    def note(self, entry: Entry, *, new: bool) -> None:
        """A card was, or will be, answered today."""
        if entry.kind is Kind.CLOZE:
            self.closed.add((entry.bank, "item", entry.item))
        if entry.scenario:
            (self.begun if new else self.closed).add((entry.bank, "scenario", entry.scenario))

    def allow(self, entry: Entry, *, new: bool) -> bool:
        """Whether the card may come today."""
        if not self.apart and not new:
            return True
        if entry.kind is Kind.CLOZE and (entry.bank, "item", entry.item) in self.closed:
            return False
        if not entry.scenario:
            return True
        family = (entry.bank, "scenario", entry.scenario)
        return family not in self.closed and (new or family not in self.begun)
