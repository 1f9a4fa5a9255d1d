"""Where notes go in Anki: deck names, and the order in which new cards come."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from unicodedata import normalize

from cpsprep.core.anki.check import deck_problems, note_problems, twins
from cpsprep.core.anki.ledger import NoteKey, Published
from cpsprep.core.anki.media import Stored
from cpsprep.core.anki.note import AnkiNote, BankText, anki_note
from cpsprep.core.anki.which import Which
from cpsprep.core.bank import Bank, BankHeader
from cpsprep.core.item import BankId, Item, Status
from cpsprep.core.problem import Problem

_EVERYTHING: Final = Which()
_REPORT: Final = (
    "Found a mistake? Tell whoever gave you this deck what seems wrong, with the question's id, "
    "which is the first field of its note."
)


@dataclass(frozen=True, slots=True)
class AnkiDeck:
    """A deck with its notes in the order of study; `about` is plain text, empty for no description."""

    bank: BankId
    name: str
    about: str = ""
    notes: tuple[AnkiNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """Everything that goes into a package, or the problems that keep it from being written.

    `drafts` and `retired` count the items that filters would take and that their status leaves out.
    """

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
    """The decks of these banks.

    Retired items that were published come along, tagged, as the last of their deck: taking them out would
    leave them in every learner's Anki with nothing to find them by. `media` has, for each bank, the names in
    Anki of the pictures and sounds that are there.
    """
    decks: list[AnkiDeck] = []
    problems: list[Problem] = []
    left: list[Status] = []
    for bank in banks:
        made: dict[str, list[AnkiNote]] = {}
        text, names = BankText.of(bank.header, (media or {}).get(bank.header.id, {})), deck_names(bank.header)
        ledger = (published or {}).get(bank.header.id)
        known: Container[NoteKey] = ledger.notes if ledger else ()
        for item in in_order(bank.header, filter(which.is_about, bank.items.values())):
            if not which.has_status(item, known):
                left.append(item.status)
                continue
            note = anki_note(item, text)
            if isinstance(note, Problem):
                problems.append(note)
                continue
            problems += note_problems(item, note)
            made.setdefault(names.get(item.domain) or root(bank.header), []).append(note)
        decks += _decks(bank.header, made)
    problems += deck_problems((bank.header, root(bank.header)) for bank in banks)
    problems += twins(note for deck in decks for note in deck.notes)
    return Layout(tuple(decks), tuple(problems), left.count(Status.DRAFT), left.count(Status.RETIRED))


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


def _decks(header: BankHeader, made: dict[str, list[AnkiNote]]) -> Iterator[AnkiDeck]:
    """The bank's own deck, which carries the description, and those below it."""
    if not made:
        return
    yield AnkiDeck(header.id, root(header), _about(header), tuple(made.pop(root(header), ())))
    for name, notes in made.items():
        yield AnkiDeck(header.id, name, "", tuple(notes))


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
