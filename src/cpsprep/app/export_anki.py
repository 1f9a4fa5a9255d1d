"""Take banks to Anki: lay out notes, refuse what would break there, record what is published, write."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from cpsprep.core.anki.deck import AnkiDeck, Layout, lay_out
from cpsprep.core.anki.ledger import Changes, Published, Stamp, Tenure, publish
from cpsprep.core.anki.note import NoteType
from cpsprep.core.anki.tags import RETIRED
from cpsprep.core.anki.which import Which
from cpsprep.core.bank import Bank, BankHeader
from cpsprep.core.item import BankId
from cpsprep.core.problem import Problem

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


class Packager(Protocol):
    """Makes the bytes of an Anki package."""

    def types(self) -> Mapping[NoteType, str]:
        """A hash of what each note type looks like."""
        ...

    def build(
        self,
        decks: Sequence[AnkiDeck],
        published: Mapping[BankId, Published],
        types: Mapping[NoteType, Stamp],
    ) -> bytes: ...


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

    def write(self, data: bytes) -> None:
        """Write it whole or not at all.

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

    The record is written before the package: if the package then fails, the next one is right all the same,
    while a lost record would make an update of every note.

    Raises:
        UnreadableError: a record cannot be read or written, or the package cannot be written.
    """
    headers = {bank.header.id: bank.header for bank in banks}
    before = {name: ledger.read(header) for name, header in headers.items()}
    there = media or NoMedia()
    layout = lay_out(banks, which, before, {bank.header.id: there.stored(bank) for bank in banks})
    notes = list(layout.notes)
    if layout.problems or not notes:
        return Exported(left_drafts=layout.drafts, left_retired=layout.retired, problems=layout.problems)
    tenures = {name: ledger.tenure(header) for name, header in headers.items()}
    after, changes = publish(before, notes, packager.types(), at_ms, tenures)
    data = packager.build(layout.decks, after, _newest(after))
    for name, header in headers.items():
        if after[name] != before[name]:
            ledger.write(header, after[name])
    target.write(data)
    return _exported(layout, changes)


def _newest(published: Mapping[BankId, Published]) -> dict[NoteType, Stamp]:
    """Note types are shared by all banks: the latest time at which one was new."""
    newest: dict[NoteType, Stamp] = {}
    for ledger in published.values():
        for name, stamp in ledger.types.items():
            if name not in newest or stamp.modified > newest[name].modified:
                newest[name] = stamp
    return newest


def _exported(layout: Layout, changes: Changes) -> Exported:
    cards = [len(note.ordinals) for note in layout.notes]
    retired = sum(RETIRED in note.tags for note in layout.notes)
    return Exported(changes, len(cards), sum(cards), retired, layout.drafts, layout.retired)
