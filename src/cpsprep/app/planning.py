"""Planning a study day from the banks and the log; light, because bare `cpsprep` waits for it."""

from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.app.ports import Log, Shelf
from cpsprep.core.bank import Catalog
from cpsprep.core.config.settings import Settings
from cpsprep.core.history import CardKey, History
from cpsprep.core.key_change import key_changed
from cpsprep.core.planning.planned import Plan
from cpsprep.core.planning.queue import plan
from cpsprep.core.planning.selection import Selection, unknown_words
from cpsprep.core.version import canonical


def look(
    shelf: Shelf,
    log: Log,
    today: int,
    settings: Settings,
    selection: Selection = Selection(),  # noqa: B008  (frozen)
    seed: str | None = None,
) -> tuple[Plan, Catalog, History]:
    """Today's plan, without opening a sitting; without a seed the order is the same all day.

    Raises:
        UsageError: the selection names a deck, domain, tag or misconception that no question has.
    """
    catalog = shelf.catalog()
    for unknown in unknown_words(selection, catalog.entries):
        raise UsageError(
            f"no question has the {unknown.filter} '{unknown.word}'",
            f"there is: {', '.join(unknown.known) or 'none'}",
        )
    history = log.history(today)
    changed = _changed_keys(catalog, history, shelf, log)
    lots = seed or f"{history.learner}:{today}"
    made = plan(catalog, history, today, settings, lots, selection, key_changed=changed)
    return made, catalog, history


def _changed_keys(catalog: Catalog, history: History, shelf: Shelf, log: Log) -> frozenset[CardKey]:
    """Cards whose key, not just some wording, is another one than at their last answer."""
    changed = set()
    for entry in catalog.entries:
        record = history.records.get((entry.bank, entry.card))
        if record is None or record.version is None or record.version == entry.version:
            continue
        before = log.version(record.version)
        try:
            if before and key_changed(before, canonical(shelf.item(entry.bank, entry.item))):
                changed.add((entry.bank, entry.card))
        except UnreadableError:
            continue
    return frozenset(changed)
