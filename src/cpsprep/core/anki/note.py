"""One item as an Anki note: its type, identity, fields and tags, as plain values (frozen, design 8)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from hashlib import sha256
from types import MappingProxyType
from typing import Final, Self, assert_never

from cpsprep.core.anki.choice import choice_fields
from cpsprep.core.anki.media import Stored, media_field, missing_media
from cpsprep.core.anki.tags import tags
from cpsprep.core.anki.text import block, cloze, inline
from cpsprep.core.bank import BankHeader
from cpsprep.core.cloze import Refusal, numbers, parse
from cpsprep.core.item import BankId, Basic, Choice, Cloze, Item, ItemId, Kind
from cpsprep.core.problem import Place, Problem


class NoteType(StrEnum):
    """The note types in Anki; the values are part of every note's identity."""

    CHOICE = "Choice"
    BASIC = "Basic"
    CLOZE = "Cloze"

    @classmethod
    def of(cls, kind: Kind) -> Self:
        """The note type for items of this kind."""
        return cls(_TYPES.get(kind, "Choice"))


_TYPES: Final = {Kind.BASIC: "Basic", Kind.CLOZE: "Cloze"}
_SHARED: Final = ("Explanation", "Scenario", "ContentNote", "Reference", "Domain", "Media")
_SPARE: Final = ("Extra1", "Extra2", "Extra3", "Extra4")
FIELDS: Final[Mapping[NoteType, tuple[str, ...]]] = {
    NoteType.CHOICE: ("QID", "Stem", "Options", "Key", "Kind", "Rationales", *_SHARED, "Shuffle", *_SPARE),
    NoteType.BASIC: ("QID", "Front", "Back", *_SHARED, *_SPARE),
    NoteType.CLOZE: ("QID", "Text", *_SHARED, *_SPARE),
}
_NO_MEDIA: Final[Stored] = MappingProxyType({})
_NO_SPARE: Final = ("",) * len(_SPARE)
_LONGEST_SORT: Final = 100


@dataclass(frozen=True, slots=True)
class AnkiNote:
    """A note ready for Anki; `fields` holds HTML in the order of `FIELDS`.

    `ordinals` are its cards: 0, or the cloze numbers less one. `sort` is what Anki's table sorts by.
    """

    type: NoteType
    bank: BankId
    item: ItemId
    guid: str
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    ordinals: tuple[int, ...]
    sort: str
    place: Place
    media: tuple[str, ...] = ()
    """The names in Anki of its pictures and sounds."""


@dataclass(frozen=True, slots=True)
class BankText:
    """What notes take from their bank, as HTML: titles of domains and sources by their ids; and its media."""

    bank: BankId
    domains: Mapping[str, str]
    sources: Mapping[str, str]
    media: Stored

    @classmethod
    def of(cls, header: BankHeader, media: Stored = _NO_MEDIA) -> Self:
        return cls(
            header.id,
            {domain.id: inline(domain.title) for domain in header.domains},
            {source: inline(text) for source, text in header.sources.items()},
            media,
        )


def guid(bank: BankId, note_type: NoteType, item: ItemId) -> str:
    """The identity of a note in every collection; neither its text nor its place enters it."""
    return sha256(f"cpsprep\n{bank}\n{note_type}\n{item}".encode()).hexdigest()[:20]


def content_hash(note: AnkiNote) -> str:
    """128 bits (hex) of what an update would change in Anki: fields and tags."""
    return hash_of(note.type, " ".join(note.tags), "\x1f".join(note.fields))


def hash_of(note_type: NoteType, tags: str, fields: str) -> str:
    """The same of tags and fields as Anki stores them: divided by spaces, and by the character U+001F."""
    return sha256(f"{note_type}\x1f{tags}\x1f{fields}".encode()).hexdigest()[:32]


def _mixed(body: Choice, item: ItemId) -> Choice:
    """Options in an order of their own, the same in every export: authors tend to write the key first."""
    order = sorted(body.options, key=lambda option: sha256(f"{item}:{option}".encode()).digest())
    return replace(body, options={option: body.options[option] for option in order})


def anki_note(item: Item, bank: BankText) -> AnkiNote | Problem:
    """The note of an item, or why there can be none: its cloze text, or a file that is missing."""
    if missing := missing_media(item, bank.media):
        return missing
    ordinals: tuple[int, ...] = (0,)
    shuffle: tuple[str, ...] = ()
    start: tuple[str, ...]
    match item.body:
        case Choice() as body:
            free = item.shuffle and body.kind is not Kind.TRUEFALSE
            note_type, sort, start = (
                NoteType.CHOICE,
                body.stem,
                choice_fields(_mixed(body, item.id) if free else body),
            )
            shuffle = ("yes" if free else "",)
        case Basic() as body:
            note_type, sort, start = NoteType.BASIC, body.front, (block(body.front), block(body.back))
        case Cloze() as body:
            segments = parse(body.text.strip())
            if isinstance(segments, Refusal):
                return Problem(item.place, segments.fault, segments.message, segments.hint, item=item.id)
            note_type, sort, start = NoteType.CLOZE, body.text, (cloze(segments),)
            ordinals = tuple(number - 1 for number in numbers(segments))
        case _:
            assert_never(item.body)
    return AnkiNote(
        note_type,
        bank.bank,
        item.id,
        guid(bank.bank, note_type, item.id),
        (item.id, *start, *_shared(item, bank), *shuffle, *_NO_SPARE),
        tags(item),
        ordinals,
        sort[:_LONGEST_SORT],
        item.place,
        tuple(bank.media[name] for name in item.media),
    )


def _shared(item: Item, bank: BankText) -> tuple[str, ...]:
    """The fields that all note types have, from the explanation on."""
    story = (item.scenario.vignette, *item.scenario.updates) if item.scenario else ()
    sources = [bank.sources.get(source) or inline(source) for source in item.source]
    return (
        block(item.explanation),
        block("\n\n".join(story)),
        block(item.content_note),
        "<br>".join(sources),
        bank.domains.get(item.domain) or inline(item.domain),
        media_field(item, bank.media) if item.media else "",
    )
