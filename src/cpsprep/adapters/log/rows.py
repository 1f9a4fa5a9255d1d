"""Events as rows of the log's table, and back."""

import json
from collections.abc import Mapping
from typing import Any, Final

from cpsprep.core.events import Event, EventId, Fact
from cpsprep.core.item import BankId, CardId, ItemId, Version

COLUMNS: Final = (
    "id", "seq", "device", "session", "at_ms", "offset_min", "study_day", "type", "source",
    "bank", "item", "card", "version", "mode", "grade", "correct", "target", "payload",
)  # fmt: skip
NAMES: Final = ", ".join(COLUMNS)
INSERT: Final = f"insert into events ({NAMES}) values ({', '.join('?' * len(COLUMNS))})"  # noqa: S608
CANONICAL: Final = "study_day, at_ms, device, seq"
_VOIDED: Final = "(select target from events where type = 'voided' and target is not null)"
TAKEN_BACK: Final = f"id in {_VOIDED}"
STANDS: Final = f"id not in {_VOIDED}"
"""For queries over whole logs; `reads` has other forms for those that every start waits for."""
Row = tuple[Any, ...]


def to_row(event: Event) -> Row:
    """The values of `COLUMNS`."""
    return *typed_columns(event), payload_text(event.fact.payload)


def typed_columns(event: Event) -> Row:
    """The values of all `COLUMNS` but the last, the payload."""
    fact = event.fact
    return (
        fact.id, event.seq, event.device, event.session, event.at_ms, event.offset_min, event.study_day,
        fact.type, event.source, fact.bank, fact.item, fact.card, fact.version, fact.mode, fact.grade,
        fact.correct, fact.target,
    )  # fmt: skip


def to_event(row: Row) -> Event:
    """The event of a row of `COLUMNS`."""
    (id_, seq, device, session, at_ms, offset_min, study_day, type_, source, *about, payload) = row
    bank, item, card, version, mode, grade, correct, target = about
    fact = Fact(
        id=EventId(id_),
        type=type_,
        bank=None if bank is None else BankId(bank),
        item=None if item is None else ItemId(item),
        card=None if card is None else CardId(card),
        version=None if version is None else Version(version),
        mode=mode,
        grade=grade,
        correct=None if correct is None else bool(correct),
        target=None if target is None else EventId(target),
        payload=json.loads(payload),
    )
    return Event(fact, seq, device, session, at_ms, offset_min, study_day, source)


def payload_text(payload: Mapping[str, Any]) -> str:
    """One text for equal payloads. ASCII, so that even half a surrogate pair from a terminal survives."""
    return json.dumps(dict(payload), sort_keys=True, separators=(",", ":"), allow_nan=False)
