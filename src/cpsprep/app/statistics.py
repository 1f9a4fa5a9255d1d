"""Statistics: gather what they need from banks and log, and the questions they name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cpsprep.app.errors import UnreadableError
from cpsprep.app.ports import Shelf
from cpsprep.app.studied import studied_ones
from cpsprep.core.bank import Catalog
from cpsprep.core.history import History
from cpsprep.core.item import BankId, Choice, Item, ItemId, ItemKey, OptionId, item_of
from cpsprep.core.memory.recall import Attempt
from cpsprep.core.planning.places import on_planned_days
from cpsprep.core.progress.answer_rows import AnswerRow
from cpsprep.core.progress.stats import Stats, summarise
from cpsprep.core.readiness.practised import Practised
from cpsprep.core.sm2 import Profile

Named = Mapping[ItemKey, Item]


@dataclass(frozen=True, slots=True)
class Overview:
    """The statistics, the questions they name as far as these can still be read, and how memory stands."""

    stats: Stats
    named: Named
    practised: Practised | None = None


def overview(
    shelf: Shelf,
    history: History,
    rows: Iterable[AnswerRow],
    today: int,
    attempts: Iterable[Attempt] = (),
    profile: Profile = Profile.TEXT,
) -> Overview:
    """The statistics on a study day.

    Args:
        shelf: the banks in use.
        history: of the log.
        rows: its answers in canonical order, without those taken back.
        today: the study day.
        attempts: every attempt to recall a card, card by card.
        profile: the reading of SM-2.
    """
    catalog = shelf.catalog()
    answers = list(rows)
    planned = on_planned_days(history, catalog.entries, today)
    stats = summarise(catalog, planned, answers, _traps(shelf, catalog, answers), today)
    wanted = {(one.bank, one.item) for one in stats.hardest}
    wanted |= {(bank, item_of(card)) for bank, card in (one.key for one in stats.tricky)}
    wanted |= set(stats.sure_errors)
    found = ((key, _read(shelf, *key)) for key in sorted(wanted))
    named = {key: item for key, item in found if item is not None}
    return Overview(stats, named, studied_ones(catalog, history, attempts, today, profile))


def _traps(
    shelf: Shelf, catalog: Catalog, rows: Iterable[AnswerRow]
) -> dict[tuple[BankId, ItemId, OptionId], str]:
    """Reads only questions that were answered and have a misconception; the catalog knows which."""
    answered = {(row.bank, row.item) for row in rows}
    telling = {(entry.bank, entry.item) for entry in catalog.entries if entry.misconceptions}
    traps: dict[tuple[BankId, ItemId, OptionId], str] = {}
    for bank, name in sorted(answered & telling):
        item = _read(shelf, bank, name)
        if item is not None and isinstance(item.body, Choice):
            traps |= {(bank, name, option): trap for option, trap in item.body.misconceptions.items()}
    return traps


def _read(shelf: Shelf, bank: BankId, item: ItemId) -> Item | None:
    """A bank may change while we read; statistics do without the question then."""
    try:
        return shelf.item(bank, item)
    except UnreadableError:
        return None
