"""The items of the banks in use, all or chosen ones, each with what its bank says."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cpsprep.app.errors import UsageError
from cpsprep.core.bank import BankHeader, Catalog, Entry
from cpsprep.core.item import CardId, Item, Kind, Status, item_of
from cpsprep.core.planning.selection import Selection, unknown_words

if TYPE_CHECKING:
    from cpsprep.adapters.bank.shelf import BankShelf
    from cpsprep.core.records.standing import ReadingStatus

FoundItems = list[tuple[Item, BankHeader]]
_LISTED: Final = 12
"""How many names fit a few lines."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to list; values of one filter are alternatives, filters narrow each other."""

    decks: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    kinds: tuple[Kind, ...] = ()
    statuses: tuple[Status, ...] = ()

    def matches(self, entry: Entry) -> bool:
        return (
            (not self.decks or entry.deck in self.decks)
            and (not self.domains or entry.domain in self.domains)
            and (not self.kinds or entry.kind in self.kinds)
            and (not self.statuses or entry.status in self.statuses)
        )


def chosen(shelf: "BankShelf", wanted: Wanted) -> FoundItems:
    """The items that match, in the order of their banks.

    Raises:
        UsageError: a filter names what no item has.
        UnreadableError: a bank cannot be read.
    """
    catalog = shelf.catalog()
    for unknown in unknown_words(Selection(decks=wanted.decks, domains=wanted.domains), catalog.entries):
        hint = closest(unknown.word, unknown.known)
        raise UsageError(f"no question has the {unknown.filter} '{unknown.word}'", hint)
    return _items(shelf, catalog, filter(wanted.matches, catalog.entries))


def named(shelf: "BankShelf", name: str) -> FoundItems:
    """The items with this id, one a bank; the id of a card will do.

    Raises:
        UsageError: there is none.
        UnreadableError: a bank cannot be read.
    """
    catalog = shelf.catalog()
    item = item_of(CardId(name.strip().lower()))
    wanted = [entry for entry in catalog.entries if entry.item == item]
    if not wanted:
        known = list(dict.fromkeys(entry.item for entry in catalog.entries))
        raise no_question(name, known, catalog.headers)
    return _items(shelf, catalog, wanted)


def every_item(shelf: "BankShelf") -> FoundItems:
    """All items.

    Raises:
        UnreadableError: a bank cannot be read.
    """
    catalog = shelf.catalog()
    return _items(shelf, catalog, catalog.entries)


def standing_of(item: Item, header: BankHeader) -> "ReadingStatus":
    """How the item was read, by the records of its bank; a record that cannot be read is passed over."""
    from cpsprep.adapters.bank.records import readings_of
    from cpsprep.core.records.standing import standings

    return standings([item], readings_of(Path(header.folder))[0])[item.id]


def no_question(name: str, known: Sequence[str], headers: Iterable[BankHeader]) -> UsageError:
    """That no bank in use has a question of this id, and where else it may be."""
    hint = closest(name, known)
    if hint.startswith("did"):
        hint = f"{hint.removesuffix('?')}, or one of another bank (--bank my-bank)?"
    else:
        titles = " and ".join(header.title for header in headers)
        listed = hint if hint.startswith("there is") else f"it was looked for in {titles}"
        hint = f"{listed}; for another bank add its folder: --bank my-bank"
    return UsageError(f"there is no question '{name}'", hint)


def closest(word: str, known: Sequence[str]) -> str:
    """The way out for a word that is not among these."""
    near = get_close_matches(word, known, n=1) or [one for one in known if word in one.split("-")][:1]
    if near:
        return f"did you mean '{near[0]}'?"
    if len(known) > _LISTED:
        return "to see all: cpsprep bank list"
    return f"there is: {', '.join(filter(None, known)) or 'none'}"


def _items(shelf: "BankShelf", catalog: Catalog, wanted: Iterable[Entry]) -> FoundItems:
    headers = {header.id: header for header in catalog.headers}
    keys = dict.fromkeys((entry.bank, entry.item) for entry in wanted)
    return [(shelf.item(bank, item), headers[bank]) for bank, item in keys]
