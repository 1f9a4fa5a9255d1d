"""Take banks to Anki: lay out notes, refuse what would break there, record what is published, write."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from typing import BinaryIO, Final, Protocol

from cpsprep.core.anki.deck import DeckPlan, PlannedDeck, plan
from cpsprep.core.anki.ledger import Changes, Publication, Published, PublishedNote, Stamp, Tenure
from cpsprep.core.anki.note import AnkiNote, NoteType
from cpsprep.core.anki.tags import RETIRED
from cpsprep.core.bank import Bank, BankHeader
from cpsprep.core.item import BankId
from cpsprep.core.problem import Problem
from cpsprep.core.which import Which

_EVERYTHING: Final = Which()


class Ledger(Protocol):
    """Where it is recorded what was published of each bank."""

    def read(self, bank: BankHeader) -> Published:
        """Read what was published of a bank.

        Raises:
            UnreadableError: the record is damaged, or of another bank.
        """
        ...

    def tenure(self, bank: BankHeader) -> Tenure:
        """Whose bank it is."""
        ...

    def write(self, bank: BankHeader, published: Published) -> None:
        """Keep what is published now.

        Raises:
            UnreadableError: it cannot be written.
        """
        ...


@dataclass(frozen=True, slots=True)
class StampedDeck:
    """A deck on its way into a package; each of its notes is made when it is asked for, and let go."""

    bank: BankId
    name: str
    about: str
    notes: Iterator[tuple[AnkiNote, PublishedNote]]


class Package(Protocol):
    """A package that is put together, and not yet where it belongs."""

    def write_to_file(self, file: BinaryIO) -> None:
        """Write it.

        Raises:
            OSError: there is no room.
        """
        ...


class Packager(Protocol):
    """Puts Anki packages together."""

    def types(self) -> Mapping[NoteType, str]:
        """A hash of what each note type looks like."""
        ...

    def build(
        self, decks: Sequence[StampedDeck], types: Mapping[NoteType, Stamp]
    ) -> AbstractContextManager[Package]:
        """Take all notes of these decks, in order.

        Raises:
            UnreadableError: there is no room.
        """
        ...


class Media(Protocol):
    """Where the pictures and sounds of banks lie."""

    def stored(self, bank: Bank) -> Mapping[str, str]:
        """The names in Anki of the files that the bank's items name, as far as they are there."""
        ...


class NoMedia:
    """For banks without pictures and sounds."""

    def stored(self, bank: Bank) -> Mapping[str, str]:
        del bank
        return {}


class Target(Protocol):
    """Where the package goes."""

    def draft(self) -> AbstractContextManager[BinaryIO]:
        """A file that takes its place there once the block ends well, whole or not at all.

        Raises:
            UnreadableError: it cannot be written.
        """
        ...


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export did; with problems it wrote nothing.

    `retired` of its notes are there only to be found and suspended; `left_drafts` and `left_retired` count
    items that only their status kept out.
    """

    changes: Changes = field(default_factory=Changes)
    notes: int = 0
    cards: int = 0
    retired: int = 0
    left_drafts: int = 0
    left_retired: int = 0
    problems: tuple[Problem, ...] = ()


def export_anki(
    banks: Sequence[Bank],
    ledger: Ledger,
    packager: Packager,
    target: Target,
    *,
    at_ms: int,
    which: Which = _EVERYTHING,
    media: Media | None = None,
) -> Exported:
    """Write one package with these banks, and record what was published.

    The record is there before the package is: if that then fails, the next one is right all the same, while a
    lost record would make an update of every note. A package that cannot even be drafted leaves no record.

    Raises:
        UnreadableError: a record cannot be read or written, or the package cannot be written.
    """
    headers = {bank.header.id: bank.header for bank in banks}
    before = {name: ledger.read(header) for name, header in headers.items()}
    there = media or NoMedia()
    planned = plan(banks, which, before, {bank.header.id: there.stored(bank) for bank in banks})
    tenures = {name: ledger.tenure(header) for name, header in headers.items()}
    run = _Run(planned, Publication(before, planned.keys, at_ms, tenures), list(planned.problems))
    looks = packager.types()
    with packager.build(run.decks(), _newest(run.publication.after(looks))) as package:
        if run.problems or not run.notes:
            return Exported(
                left_drafts=planned.drafts, left_retired=planned.retired, problems=tuple(run.problems)
            )
        after = run.publication.after(looks)
        with target.draft() as file:
            package.write_to_file(file)
            for name, header in headers.items():
                if after[name] != before[name]:
                    ledger.write(header, after[name])
    return run.exported()


@dataclass(slots=True)
class _Run:
    """An export under way: it counts the notes that pass, until something is wrong with one of them."""

    planned: DeckPlan
    publication: Publication
    problems: list[Problem]
    notes: int = 0
    cards: int = 0
    retired: int = 0

    def decks(self) -> list[StampedDeck]:
        return [
            StampedDeck(deck.bank, deck.name, deck.about, self._passing(deck)) for deck in self.planned.decks
        ]

    def exported(self) -> Exported:
        return Exported(
            self.publication.changes(),
            self.notes,
            self.cards,
            self.retired,
            self.planned.drafts,
            self.planned.retired,
        )

    def _passing(self, deck: PlannedDeck) -> Iterator[tuple[AnkiNote, PublishedNote]]:
        for note in deck.notes(self.problems):
            if not self.problems:
                self.notes += 1
                self.cards += len(note.ordinals)
                self.retired += RETIRED in note.tags
                yield note, self.publication.publish(note)


def _newest(published: Mapping[BankId, Published]) -> dict[NoteType, Stamp]:
    """Note types are shared by all banks: the latest time at which one was new."""
    newest: dict[NoteType, Stamp] = {}
    for ledger in published.values():
        for name, stamp in ledger.types.items():
            if name not in newest or stamp.modified > newest[name].modified:
                newest[name] = stamp
    return newest
