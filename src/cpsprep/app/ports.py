"""What use cases need of the outside world."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from cpsprep.core.bank import Catalog
from cpsprep.core.events import Event, Fact, Moment
from cpsprep.core.history import CardRecord, History
from cpsprep.core.item import BankId, Item, ItemId, Version


class Clock(Protocol):
    """The time, and fresh ids."""

    def now(self) -> Moment: ...


class Shelf(Protocol):
    """The banks in use."""

    def catalog(self) -> Catalog: ...

    def item(self, bank: BankId, item: ItemId) -> Item:
        """Read one item whole.

        Raises:
            UnreadableError: the bank changed and the item is gone.
        """
        ...


class Log(Protocol):
    """The append-only log of one learner on one device."""

    def append(self, facts: Sequence[Fact], at: Moment, versions: Mapping[Version, str]) -> None:
        """Put facts on disk, durably, before returning; `versions` maps new versions to canonical JSON."""
        ...

    def history(self, today: int) -> History: ...

    def version(self, version: Version) -> str | None:
        """The canonical JSON of a version that was shown, or None."""
        ...

    def event(self, event_id: str) -> Event | None: ...

    def record_before(self, event: Event) -> CardRecord | None:
        """The record of an answer's card as it would be had this answer not been given."""
        ...
