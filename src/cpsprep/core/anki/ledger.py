"""The ledger of what was published to Anki: which content, when first, under which number (frozen, design 8).

An update reaches a learner's Anki only if it is newer there, and must not touch what did not change. So
unchanged content keeps its time for ever, and changed content gets a strictly later one.

Who exports somebody else's bank must not run ahead of its keeper: an update that the keeper published earlier
the same day would then look old. So only a keeper's changes bear the time of the export.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from cpsprep.core.anki.note import AnkiNote, NoteType, content_hash
from cpsprep.core.item import BankId, ItemId

NoteKey = tuple[ItemId, NoteType]
_WIDTH: Final[Mapping[NoteType, int]] = {NoteType.CHOICE: 1, NoteType.BASIC: 1, NoteType.CLOZE: 500}
"""Numbers that a note keeps for its cards: a card's number is its note's plus the card's ordinal."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What was last published: 128 bits (hex) of the content, and when it was new (seconds since 1970)."""

    hash: str
    modified: int


@dataclass(frozen=True, slots=True)
class PublishedNote:
    """A published note; `number` is its number in Anki, in form the time of its making in milliseconds."""

    stamp: Stamp
    number: int


@dataclass(frozen=True, slots=True)
class Published:
    """Everything that was ever published of one bank; retired items stay in it."""

    bank: BankId
    notes: Mapping[NoteKey, PublishedNote] = field(default_factory=dict)
    types: Mapping[NoteType, Stamp] = field(default_factory=dict)


class Tenure(Enum):
    """Whose bank it is, to the one who exports it; what is theirs bears the time of the export."""

    HOME = auto()
    """Theirs, and the bank that the program is released with: its notes, and how note types look."""
    OWN = auto()
    """Theirs: its notes. How note types look follows the program's releases."""
    GUEST = auto()
    """Somebody else's: nothing."""


@dataclass(frozen=True, slots=True)
class Changes:
    """How many notes an export adds, changes and leaves alone."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


class Publication:
    """An export as the ledger sees it: note by note it says what is published, and what that changes.

    Args:
        ledgers: what was published before.
        keys: every note that will be.
        at_ms: when this is.
        tenures: whose bank each is.
    """

    def __init__(
        self,
        ledgers: Mapping[BankId, Published],
        keys: Iterable[tuple[BankId, NoteKey]],
        at_ms: int,
        tenures: Mapping[BankId, Tenure],
    ) -> None:
        self._ledgers = ledgers
        self._times = {bank: _times(ledger, tenures[bank], at_ms) for bank, ledger in ledgers.items()}
        self._fresh = _fresh_numbers(ledgers, keys, at_ms)
        self._made = {bank: dict(ledger.notes) for bank, ledger in ledgers.items()}
        self.new = self.changed = self.unchanged = 0

    def publish(self, note: AnkiNote) -> PublishedNote:
        """The note's place in the ledger from now on."""
        key = note.item, note.type
        old = self._made[note.bank].get(key)
        stamp = _stamp(old.stamp if old else None, content_hash(note), self._times[note.bank][0])
        if old is None:
            self.new += 1
        elif stamp is old.stamp:
            self.unchanged += 1
        else:
            self.changed += 1
        if old and (note.bank, key) not in self._fresh:
            entry = old if stamp is old.stamp else PublishedNote(stamp, old.number)
        else:
            entry = PublishedNote(stamp, self._fresh[note.bank, key])
        self._made[note.bank][key] = entry
        return entry

    def after(self, types: Mapping[NoteType, str]) -> dict[BankId, Published]:
        """The ledgers with the notes so far, and these note types (by their hashes)."""
        return {
            bank: Published(bank, self._made[bank], _types(ledger, types, self._times[bank][1]))
            for bank, ledger in self._ledgers.items()
        }

    def changes(self) -> Changes:
        return Changes(self.new, self.changed, self.unchanged)


def merged(one: Published, other: Published) -> Published:
    """Two ledgers of one bank as one: of each note the later stamp, the first ledger's where they tie."""
    notes = dict(one.notes)
    for key, entry in other.notes.items():
        if key not in notes or entry.stamp.modified > notes[key].stamp.modified:
            notes[key] = entry
    types = dict(one.types)
    for name, stamp in other.types.items():
        if name not in types or stamp.modified > types[name].modified:
            types[name] = stamp
    return Published(one.bank, notes, types)


def beyond(whole: Published, known: Published) -> Published:
    """What `whole` says that `known` does not."""
    notes = {key: entry for key, entry in whole.notes.items() if known.notes.get(key) != entry}
    types = {name: stamp for name, stamp in whole.types.items() if known.types.get(name) != stamp}
    return Published(whole.bank, notes, types)


def _times(ledger: Published, tenure: Tenure, at_ms: int) -> tuple[int, int]:
    """The earliest times for what is new among notes and note types, in seconds.

    What is not the exporter's own is no newer than what its keeper published last, or by a second if it
    changed: newer than all that came before, and older than all that will come.
    """
    now = at_ms // 1000
    notes = max((entry.stamp.modified for entry in ledger.notes.values()), default=now)
    types = max((stamp.modified for stamp in ledger.types.values()), default=now)
    return (notes if tenure is Tenure.GUEST else now, now if tenure is Tenure.HOME else types)


def _stamp(old: Stamp | None, hash_: str, now: int) -> Stamp:
    if old is None:
        return Stamp(hash_, now)
    return old if old.hash == hash_ else Stamp(hash_, max(now, old.modified + 1))


def _types(ledger: Published, types: Mapping[NoteType, str], now: int) -> dict[NoteType, Stamp]:
    return {
        **ledger.types,
        **{name: _stamp(ledger.types.get(name), hash_, now) for name, hash_ in types.items()},
    }


def _fresh_numbers(
    ledgers: Mapping[BankId, Published], wanted: Iterable[tuple[BankId, NoteKey]], at_ms: int
) -> dict[tuple[BankId, NoteKey], int]:
    """A number for each note that has none, or one that another note's cards reach into.

    Fresh numbers end at the present; if that room is taken they end before the oldest.
    """
    owned = sorted(
        ((entry.number, bank, key) for bank, ledger in ledgers.items() for key, entry in ledger.notes.items())
    )
    lost: set[tuple[BankId, NoteKey]] = set()
    free = 0
    for number, bank, key in owned:
        if number >= free:
            free = number + _WIDTH[key[1]]
        else:
            lost.add((bank, key))
    fresh = [
        (bank, key)
        for bank, key in dict.fromkeys(wanted)
        if (bank, key) in lost or key not in ledgers[bank].notes
    ]
    start = at_ms - sum(_WIDTH[key[1]] for _, key in fresh)
    if start < free:
        start = min(start, owned[0][0] - (at_ms - start))
    numbers: dict[tuple[BankId, NoteKey], int] = {}
    for bank, key in fresh:
        numbers[bank, key] = start
        start += _WIDTH[key[1]]
    return numbers
