"""The catalog entries of a bank: one a card, without its text."""

from cpsprep.core.bank import Bank, Entry
from cpsprep.core.item import Choice
from cpsprep.core.version import canonical, version_of


def entries_of(bank: Bank) -> tuple[Entry, ...]:
    """Every card of the bank, in its order."""
    found: list[Entry] = []
    for item in bank.items.values():
        version = version_of(canonical(item))
        named = item.body.misconceptions.values() if isinstance(item.body, Choice) else ()
        misconceptions = tuple(dict.fromkeys(named))
        start = len(found)
        found += (
            Entry(
                bank=bank.header.id,
                item=item.id,
                card=card,
                kind=item.kind,
                deck=item.deck,
                domain=item.domain,
                topic=item.topic,
                status=item.status,
                order=start + index,
                version=version,
                level=item.level,
                scenario=item.scenario.id if item.scenario else "",
                tags=item.tags,
                misconceptions=misconceptions,
            )
            for index, card in enumerate(item.cards)
        )
    return tuple(found)
