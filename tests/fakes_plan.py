"""Cards, records and banks for tests of planning and statistics, with sensible values where none matters."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from cpsprep.core.bank import BankHeader, Catalog, Domain, Entry
from cpsprep.core.history import CardKey, CardRecord, History
from cpsprep.core.item import BankId, CardId, Kind, Status, Version, item_of
from cpsprep.core.sm2 import CardState

BANK: Final = BankId("2f9d6d2a-0000-4000-8000-000000000001")
TODAY: Final = 20_000


def key(card: str, bank: BankId = BANK) -> CardKey:
    return bank, CardId(card)


def entry(
    card: str, *, order: int = 0, domain: str = "role", topic: str = "topic", **fields: object
) -> Entry:
    """A card; a cloze when its name holds a number (`q#c1`)."""
    made = Entry(
        bank=BANK,
        item=item_of(CardId(card)),
        card=CardId(card),
        kind=Kind.CLOZE if "#" in card else Kind.SINGLE,
        deck="deck",
        domain=domain,
        topic=topic,
        status=Status.LIVE,
        order=order,
        version=Version("now"),
    )
    return made._replace(**fields)  # type: ignore[arg-type]


def record(due: int = 0, **fields: object) -> CardRecord:
    """An answered card, due so many days after today (before, if negative)."""
    made = CardRecord(
        state=CardState(2, 6, 250),
        due=TODAY + due,
        first_day=TODAY - 100,
        last_day=TODAY - 6,
        answers=3,
        misses=0,
        today_grade=4,
        rounds=0,
        version=Version("now"),
    )
    return made._replace(**fields)  # type: ignore[arg-type]


def begun_today(**fields: object) -> CardRecord:
    """A card answered today for the first time."""
    return record(**{"due": 1, "first_day": TODAY, "last_day": TODAY, **fields})  # type: ignore[arg-type]


def reviewed_today(**fields: object) -> CardRecord:
    """A card answered today, and before."""
    return record(**{"due": 6, "last_day": TODAY, **fields})  # type: ignore[arg-type]


def header(*domains: str, bank: BankId = BANK) -> BankHeader:
    return BankHeader(bank, "Bank", domains=tuple(Domain(name, name.title()) for name in domains))


def catalog(entries: Iterable[Entry], *domains: str) -> Catalog:
    """A bank of these cards, numbered in this order."""
    numbered = tuple(one._replace(order=place) for place, one in enumerate(entries))
    return Catalog((header(*domains),), numbered)


def history(records: dict[str, CardRecord] | None = None, **fields: object) -> History:
    made = History(records={key(card): value for card, value in (records or {}).items()})
    return replace(made, **fields)  # type: ignore[arg-type]
