"""Problems that learners flagged while they studied: which stand, the newest first."""

from collections.abc import Iterable
from typing import NamedTuple

from cpsprep.core.events import Event, EventType
from cpsprep.core.item import BankId, ItemId, Version


class FlagOf(NamedTuple):
    """One flag: the question and the version that was shown, when, what is wrong, and a note."""

    bank: BankId
    item: ItemId
    version: Version
    at_ms: int
    offset_min: int
    reason: str
    note: str


def flags_of(events: Iterable[Event]) -> list[FlagOf]:
    """The flags that were not taken back."""
    found: dict[str, FlagOf] = {}
    gone: set[str] = set()
    for event in events:
        fact = event.fact
        if fact.type == EventType.VOIDED and fact.target:
            gone.add(fact.target)
        if fact.type == EventType.FLAGGED and fact.bank and fact.item:
            said = {name: str(fact.payload.get(name) or "") for name in ("reason", "note")}
            version = fact.version or Version("")
            found[fact.id] = FlagOf(fact.bank, fact.item, version, event.at_ms, event.offset_min, **said)
    kept = [flag for name, flag in found.items() if name not in gone]
    return sorted(kept, key=lambda flag: flag.at_ms, reverse=True)
