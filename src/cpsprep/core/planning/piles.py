"""The cards of the banks, sorted by what they are today: due, new, left over from the drill, ..."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from cpsprep.core.bank import Catalog, Entry
from cpsprep.core.config.settings import Settings
from cpsprep.core.history import CardKey, CardRecord, History
from cpsprep.core.item import ItemKey
from cpsprep.core.planning.ordering import Known
from cpsprep.core.planning.selection import Selection
from cpsprep.core.planning.siblings import Siblings


@dataclass(slots=True)
class Piles:
    """The matching cards, sorted by what they are today; a tool of one planning."""

    matching: list[Entry] = field(default_factory=list)
    changed: list[Known] = field(default_factory=list)
    due: list[Known] = field(default_factory=list)
    ahead: list[Known] = field(default_factory=list)
    drill: list[Known] = field(default_factory=list)
    later: list[Known] = field(default_factory=list)
    new: dict[CardKey, Entry] = field(default_factory=dict)
    siblings: Siblings = field(default_factory=Siblings)
    set_aside: int = 0
    skipped: int = 0
    kept: int = 0


def sort_cards(
    catalog: Catalog,
    history: History,
    today: int,
    settings: Settings,
    selection: Selection,
    key_changed: AbstractSet[CardKey],
    kept: AbstractSet[ItemKey] = frozenset(),
) -> Piles:
    """One pass over the catalog; a card without a pile of its own today lies in `later`.

    New cards of items in `kept` lie in none: they wait for a mock exam.
    """
    piles = Piles()
    records, set_aside, skipped, matches = (
        history.records,
        history.set_aside,
        history.skipped,
        selection.matches,
    )
    for entry in catalog.entries:
        key = (entry.bank, entry.card)
        record = records.get(key)
        if record is not None and record.last_day == today:
            piles.siblings.note(entry, new=record.first_day == today)
        if not matches(entry):
            continue
        piles.matching.append(entry)
        if key in set_aside:
            piles.set_aside += 1
        elif skipped.get(key, today) > today:
            piles.skipped += 1
        elif record is None:
            if (entry.bank, entry.item) in kept:
                piles.kept += 1
            else:
                piles.new[key] = entry
        elif key in key_changed and record.version != entry.version:
            piles.changed.append((entry, record))
        else:
            _pile_of(piles, record, today, settings, selection).append((entry, record))
    return piles


def _pile_of(
    piles: Piles, record: CardRecord, today: int, settings: Settings, selection: Selection
) -> list[Known]:
    """An answer today that is not due today would be drill and schedule nothing, so it is not `ahead`."""
    if record.last_day == today:
        tired = 0 < settings.drill_passes <= record.rounds
        return piles.later if record.today_grade >= settings.drill_below or tired else piles.drill
    if record.due <= today:
        return piles.due
    return piles.ahead if record.due <= today + selection.ahead else piles.later
