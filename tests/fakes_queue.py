"""Plans of a day, made and read in a line."""

from collections.abc import Set as AbstractSet

from cpsprep.core.bank import Entry
from cpsprep.core.config.settings import Settings
from cpsprep.core.history import CardKey, CardRecord, History
from cpsprep.core.planning.planned import Queue, Reason, Why
from cpsprep.core.planning.queue import plan
from cpsprep.core.planning.selection import Selection
from fakes_plan import TODAY, catalog, entry, history

NEW = Reason(Why.NEW)
DUE = Reason(Why.DUE)


def made(
    entries: list[Entry],
    known: History | dict[str, CardRecord] | None = None,
    selection: Selection = Selection(),  # noqa: B008  (frozen)
    settings: Settings = Settings(),  # noqa: B008  (frozen)
    seed: str = "seed",
    key_changed: AbstractSet[CardKey] = frozenset(),
) -> Queue:
    past = known if isinstance(known, History) else history(known)
    return plan(catalog(entries, "role", "ethics"), past, TODAY, settings, seed, selection, key_changed)


def cards(plan: Queue) -> list[str]:
    return [card.entry.card for card in plan.cards]


def reasons(plan: Queue) -> dict[str, Reason]:
    return {card.entry.card: card.reason for card in plan.cards}


def entries(*names: str) -> list[Entry]:
    return [entry(name) for name in names]


def many(count: int, prefix: str = "q") -> list[str]:
    return [f"{prefix}-{number:03}" for number in range(count)]
