"""What an export would change in the Anki of somebody who has an earlier one."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from html import unescape
from typing import Final

from cpsprep.core.anki.deck import Layout
from cpsprep.core.anki.ledger import Published
from cpsprep.core.anki.note import FIELDS, AnkiNote, NoteType, content_hash, guid
from cpsprep.core.anki.tags import RETIRED
from cpsprep.core.item import BankId, ItemId, ItemKey
from cpsprep.core.lint.words import meaning
from cpsprep.core.problem import Place

_TAG: Final = re.compile(r"<[^>]*>|\{\{c\d+::|\}\}")
_ASKED: Final = ("Stem", "Options", "Front", "Back", "Text")
_SHARED: Final = 0.2
"""A question that has fewer of its words in common with the earlier one is another question."""


class ChangeKind(StrEnum):
    """What can happen to a published question, in the order of a report."""

    REUSED = "reused"
    NEW = "new"
    CHANGED = "changed"
    RETIRED = "retired"
    NEW_NOTE = "new-note"
    MOVED = "moved"
    CARD_ADDED = "card-added"
    CARD_EMPTY = "card-empty"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Shipped:
    """A note as people have it; of what only the ledger tells of, there is just a hash.

    `hash` is empty where it is known to be an earlier one.
    """

    bank: BankId
    item: ItemId
    type: NoteType
    hash: str
    deck: str | None = None
    ordinals: tuple[int, ...] | None = None
    words: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Before:
    """What people have: notes by their guid, note types by their look, and which of those differ in form."""

    notes: Mapping[str, Shipped] = field(default_factory=dict)
    looks: Mapping[NoteType, str] = field(default_factory=dict)
    broken: tuple[str, ...] = ()
    others: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that would happen; `was` and `now` are decks, kinds of note, or cards, where that is told."""

    kind: ChangeKind
    item: ItemId
    type: NoteType
    place: Place | None = None
    was: str = ""
    now: str = ""


@dataclass(frozen=True, slots=True)
class Differences:
    """All that would happen; `looks` are the note types that would look different."""

    found: tuple[Difference, ...]
    unchanged: int
    looks: tuple[NoteType, ...] = ()
    broken: tuple[str, ...] = ()
    others: int = 0

    @property
    def is_safe(self) -> bool:
        """Whether nothing would mix up what a learner studied."""
        return not self.broken and all(one.kind is not ChangeKind.REUSED for one in self.found)


def compare(before: Before, layout: Layout, looks: Mapping[NoteType, str]) -> Differences:
    """What changes for somebody who has `before` when the package of this layout is imported."""
    kinds: dict[ItemKey, Shipped] = {(one.bank, one.item): one for one in before.notes.values()}
    found: list[Difference] = []
    unchanged = 0
    now: set[ItemKey] = set()
    for deck in layout.decks:
        for note in deck.notes:
            now.add((note.bank, note.item))
            was = before.notes.get(note.guid)
            made = list(
                _of_known(note, was, deck.name) if was else _of_new(note, kinds.get((note.bank, note.item)))
            )
            unchanged += not made
            found += made
    found += (
        Difference(ChangeKind.GONE, one.item, one.type)
        for one in before.notes.values()
        if (one.bank, one.item) not in now
    )
    had = {one.type for one in before.notes.values()}
    dressed = tuple(name for name, look in looks.items() if name in had and before.looks.get(name) != look)
    order = list(ChangeKind)
    found.sort(key=lambda one: order.index(one.kind))
    return Differences(tuple(found), unchanged, dressed, before.broken, before.others)


def from_ledgers(ledgers: Iterable[Published], since_ms: int | None = None) -> Before:
    """What people have by the ledger: of the last export, or of the one before a time in milliseconds.

    The number of a note is about the time at which it was first published.
    """
    notes: dict[str, Shipped] = {}
    looks: dict[NoteType, str] = {}
    for ledger in ledgers:
        for (item, name), entry in ledger.notes.items():
            if since_ms is None or entry.number < since_ms:
                same = since_ms is None or entry.stamp.modified * 1000 < since_ms
                hash_ = entry.stamp.hash if same else ""
                notes[guid(ledger.bank, name, item)] = Shipped(ledger.bank, item, name, hash_)
        for name, stamp in ledger.types.items():
            same = since_ms is None or stamp.modified * 1000 < since_ms
            looks[name] = stamp.hash if same else ""
    return Before(notes, looks)


def asked_words(name: NoteType, fields: Iterable[str]) -> frozenset[str]:
    """The words that carry meaning in what a note asks and offers, from its HTML."""
    asked = (text for label, text in zip(FIELDS[name], fields, strict=False) if label in _ASKED)
    return meaning(unescape(_TAG.sub(" ", " ".join(asked))))


def _of_new(note: AnkiNote, other: Shipped | None) -> Iterator[Difference]:
    if other is None:
        yield Difference(ChangeKind.NEW, note.item, note.type, note.place)
    else:
        kind = ChangeKind.REUSED if _is_another(note, other) else ChangeKind.NEW_NOTE
        yield Difference(kind, note.item, note.type, note.place, other.type, note.type)


def _of_known(note: AnkiNote, was: Shipped, deck: str) -> Iterator[Difference]:
    if was.hash != content_hash(note):
        kind = ChangeKind.RETIRED if RETIRED in note.tags else ChangeKind.CHANGED
        yield Difference(
            ChangeKind.REUSED if _is_another(note, was) else kind, note.item, note.type, note.place
        )
    if was.deck is not None and was.deck != deck:
        yield Difference(ChangeKind.MOVED, note.item, note.type, note.place, was.deck, deck)
    if was.ordinals is not None:
        for kind, ordinals in (
            (ChangeKind.CARD_ADDED, set(note.ordinals) - set(was.ordinals)),
            (ChangeKind.CARD_EMPTY, set(was.ordinals) - set(note.ordinals)),
        ):
            numbers = ", ".join(f"c{ordinal + 1}" for ordinal in sorted(ordinals))
            if numbers:
                yield Difference(kind, note.item, note.type, note.place, now=numbers)


def _is_another(note: AnkiNote, was: Shipped) -> bool:
    """Whether hardly any word of the question is left, so that its id now names another one."""
    if not was.words:
        return False
    words = asked_words(note.type, note.fields)
    return len(words & was.words) < _SHARED * min(len(words), len(was.words))
