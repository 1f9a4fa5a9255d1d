"""Where notes go in Anki: deck names, and the order in which new cards come."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import normalize

from cpsprep.core.anki.check import deck_problems, note_problems, twins
from cpsprep.core.anki.ledger import NoteKey, Published
from cpsprep.core.anki.media import Stored
from cpsprep.core.anki.note import AnkiNote, BankText, NoteType, anki_note
from cpsprep.core.bank import Bank, BankHeader
from cpsprep.core.item import BankId, Item, Status
from cpsprep.core.problem import Problem
from cpsprep.core.which import Which

_EVERYTHING: Final = Which()
_REPORT: Final = (
    "Found a mistake? Tell whoever gave you this deck what seems wrong, with the question's id, "
    "which is the first field of its note."
)


@dataclass(frozen=True, slots=True)
class PlannedDeck:
    """A deck to be, its items in the order of study; `about` is plain text, empty for no description.

    Its notes are made one at a time: all those of a large bank take as much memory as the bank.
    """

    text: BankText
    name: str
    about: str = ""
    items: tuple[Item, ...] = ()

    @property
    def bank(self) -> BankId:
        return self.text.bank

    def notes(self, problems: list[Problem]) -> Iterator[AnkiNote]:
        """Its notes in order; what would go wrong with them in Anki goes to `problems`."""
        for item in self.items:
            note = anki_note(item, self.text)
            if isinstance(note, Problem):
                problems.append(note)
            else:
                problems += note_problems(item, note)
                yield note


@dataclass(frozen=True, slots=True)
class DeckPlan:
    """What goes where in a package; `problems` are those that show without making notes.

    `drafts` and `retired` count the items that filters would take and that their status leaves out.
    """

    decks: tuple[PlannedDeck, ...]
    problems: tuple[Problem, ...] = ()
    drafts: int = 0
    retired: int = 0

    @property
    def keys(self) -> Iterator[tuple[BankId, NoteKey]]:
        """What the ledger knows each note by, in order."""
        return ((deck.bank, (item.id, NoteType.of(item.kind))) for deck in self.decks for item in deck.items)


@dataclass(frozen=True, slots=True)
class AnkiDeck:
    """A deck with its notes in the order of study; `about` is plain text, empty for no description."""

    bank: BankId
    name: str
    about: str = ""
    notes: tuple[AnkiNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """All notes of a package at once, or the problems that keep it from being written."""

    decks: tuple[AnkiDeck, ...]
    problems: tuple[Problem, ...] = ()
    drafts: int = 0
    retired: int = 0

    @property
    def notes(self) -> Iterator[AnkiNote]:
        return (note for deck in self.decks for note in deck.notes)


def lay_out(
    banks: Sequence[Bank],
    which: Which = _EVERYTHING,
    published: Mapping[BankId, Published] | None = None,
    media: Mapping[BankId, Stored] | None = None,
) -> Layout:
    """The plan of these banks with all of its notes."""
    planned = plan(banks, which, published, media)
    problems = list(planned.problems)
    decks = [
        AnkiDeck(deck.bank, deck.name, deck.about, tuple(deck.notes(problems))) for deck in planned.decks
    ]
    return Layout(tuple(decks), tuple(problems), planned.drafts, planned.retired)


def plan(
    banks: Sequence[Bank],
    which: Which = _EVERYTHING,
    published: Mapping[BankId, Published] | None = None,
    media: Mapping[BankId, Stored] | None = None,
) -> DeckPlan:
    """The decks of these banks.

    Retired items that were published come along, tagged, as the last of their deck: taking them out would
    leave them in every learner's Anki with nothing to find them by. `media` has, for each bank, the names in
    Anki of the pictures and sounds that are there.
    """
    decks: list[PlannedDeck] = []
    left: list[Status] = []
    for bank in banks:
        header = bank.header
        placed: dict[str, list[Item]] = {}
        names, ledger = deck_names(header), (published or {}).get(header.id)
        known: Container[NoteKey] = ledger.notes if ledger else ()
        for item in in_order(header, filter(which.is_about, bank.items.values())):
            if (header.id, item.id) in which.without:
                continue
            if which.has_status(item, published=(item.id, NoteType.of(item.kind)) in known):
                placed.setdefault(names.get(item.domain) or root(header), []).append(item)
            else:
                left.append(item.status)
        decks += _decks(header, BankText.of(header, (media or {}).get(header.id, {})), placed)
    problems = (
        *deck_problems((bank.header, root(bank.header)) for bank in banks),
        *twins((deck.bank, item) for deck in decks for item in deck.items),
    )
    return DeckPlan(tuple(decks), problems, left.count(Status.DRAFT), left.count(Status.RETIRED))


def in_order(header: BankHeader, items: Iterable[Item]) -> list[Item]:
    """The items by domain as the bank orders them, then as written; those of one scenario side by side.

    Retired ones come last.
    """
    rank = {domain.id: number for number, domain in enumerate(header.domains)}
    stories: dict[str, tuple[bool, int, int]] = {}
    keyed: list[tuple[tuple[bool, int, int], int, Item]] = []
    for number, item in enumerate(items):
        retired = item.status is Status.RETIRED
        place = retired, rank.get(item.domain, len(rank)), number
        if item.scenario and not retired:
            place = stories.setdefault(item.scenario.id, place)
        keyed.append((place, number, item))
    return [item for _, _, item in sorted(keyed, key=lambda entry: entry[:2])]


def root(header: BankHeader) -> str:
    """The deck that holds all decks of a bank."""
    return _component(header.title) or "cpsprep"


def deck_names(header: BankHeader) -> dict[str, str]:
    """By domain, `<bank title>::NN <domain title>`; items of no known domain go into the bank's own deck."""
    return {
        domain.id: f"{root(header)}::{number:02} {_component(domain.title) or domain.id}"
        for number, domain in enumerate(header.domains, 1)
    }


def _decks(header: BankHeader, text: BankText, placed: dict[str, list[Item]]) -> Iterator[PlannedDeck]:
    """The bank's own deck, which carries the description, and those below it."""
    if not placed:
        return
    yield PlannedDeck(text, root(header), _about(header), tuple(placed.pop(root(header), ())))
    for name, items in placed.items():
        yield PlannedDeck(text, name, "", tuple(items))


def _about(header: BankHeader) -> str:
    version = f", version {header.version}" if header.version else ""
    licence = f" Licence: {header.licence}." if header.licence else ""
    return f"{header.title}{version}.{licence} {_REPORT} Made with cpsprep."


def _component(title: str) -> str:
    """One level of a deck name: Anki divides levels by `::` and trims each."""
    text = " ".join(normalize("NFC", title).replace('"', "").split())
    while "::" in text:
        text = text.replace("::", ":")
    return text.strip(": ")
