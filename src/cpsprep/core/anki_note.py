"""One item as an Anki note: its type, identity, fields and tags, as plain values (frozen, design 8)."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Final, assert_never
from unicodedata import normalize

from cpsprep.core.anki_text import block, cloze, inline
from cpsprep.core.bank import BankHeader
from cpsprep.core.cloze import Refusal, numbers, parse
from cpsprep.core.item import BankId, Basic, Choice, Cloze, Item, ItemId, Kind, Status
from cpsprep.core.problem import Place, Problem

ROOT_TAG: Final = "cps"
_NO_TAG: Final = re.compile(r'[\x00-\x1f\x7f"]')


class NoteType(StrEnum):
    """The note types in Anki; the values are part of every note's identity."""

    CHOICE = "Choice"
    BASIC = "Basic"
    CLOZE = "Cloze"


_END: Final = ("Explanation", "Scenario", "ContentNote", "Reference", "Domain", "Media")
_SPARE: Final = ("Extra1", "Extra2", "Extra3", "Extra4")
FIELDS: Final[Mapping[NoteType, tuple[str, ...]]] = {
    NoteType.CHOICE: ("QID", "Stem", "Options", "Key", "Kind", "Rationales", *_END, "Shuffle", *_SPARE),
    NoteType.BASIC: ("QID", "Front", "Back", *_END, *_SPARE),
    NoteType.CLOZE: ("QID", "Text", *_END, *_SPARE),
}


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


def guid(bank: BankId, note_type: NoteType, item: ItemId) -> str:
    """The identity of a note in every collection; neither its text nor its place enters it."""
    return sha256(f"cpsprep\n{bank}\n{note_type}\n{item}".encode()).hexdigest()[:20]


def content_hash(note: AnkiNote) -> str:
    """128 bits (hex) of what an update would change in Anki: fields and tags."""
    content = "\x1f".join((note.type, " ".join(note.tags), *note.fields))
    return sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def anki_note(item: Item, header: BankHeader) -> AnkiNote | Problem:
    """The note of an item, or why its cloze text cannot be one."""
    ordinals: tuple[int, ...] = (0,)
    shuffle: tuple[str, ...] = ()
    start: tuple[str, ...]
    match item.body:
        case Choice() as body:
            note_type, sort = NoteType.CHOICE, body.stem
            start = (block(body.stem), options(body), key(body), body.kind.value, rationales(body))
            shuffle = ("yes" if item.shuffle and body.kind is not Kind.TRUEFALSE else "",)
        case Basic() as body:
            note_type, sort = NoteType.BASIC, body.front
            start = (block(body.front), block(body.back))
        case Cloze() as body:
            segments = parse(body.text.strip())
            if isinstance(segments, Refusal):
                return Problem(item.place, segments.fault, segments.message, segments.hint, item=item.id)
            note_type, sort = NoteType.CLOZE, body.text
            start = (cloze(segments),)
            ordinals = tuple(number - 1 for number in numbers(segments))
        case _:
            assert_never(item.body)
    fields = (item.id, *start, *_end(item, header), *shuffle, *("" for _ in _SPARE))
    name = guid(header.id, note_type, item.id)
    return AnkiNote(
        note_type, header.id, item.id, name, fields, tags(item), ordinals, inline(sort)[:100], item.place
    )


def options(body: Choice) -> str:
    """The options as a list for the front: no rationale, no key."""
    return _list(body, (f'<li data-k="{option}">{block(text)}</li>' for option, text in body.options.items()))


def rationales(body: Choice) -> str:
    """The options as a list for the back: the right ones marked, each with its rationale under it."""
    return _list(body, _judged(body))


def key(body: Choice) -> str:
    """The right options by their text."""
    right = [f'<span data-k="{option}">{inline(body.options[option])}</span>' for option in body.answer]
    return right[0] if len(right) == 1 else f"<ul>{''.join(f'<li>{option}</li>' for option in right)}</ul>"


def _judged(body: Choice) -> Iterator[str]:
    for option, text in body.options.items():
        right = option in body.answer
        mark = f"<b>✓ {inline(text)}</b>" if right else inline(text)
        why = block(body.why.get(option, ""))
        said = f'<div class="why">{why}</div>' if why else ""
        shape = ' class="right"' if right else ""
        yield f'<li data-k="{option}"{shape}>{mark}{said}</li>'


def _list(body: Choice, entries: Iterable[str]) -> str:
    """Lettered, but for true and false, which need no letters."""
    shape, tag = ("", "ul") if body.kind is Kind.TRUEFALSE else (' type="A"', "ol")
    return f'<{tag} class="options"{shape}>{"".join(entries)}</{tag}>'


def _end(item: Item, header: BankHeader) -> tuple[str, ...]:
    """The fields that all note types share, from the explanation on."""
    story = (item.scenario.vignette, *item.scenario.updates) if item.scenario else ()
    sources = (header.sources.get(source, source) for source in item.source)
    domain = next((domain.title for domain in header.domains if domain.id == item.domain), item.domain)
    return (
        block(item.explanation),
        block("\n\n".join(story)),
        block(item.content_note),
        "<br>".join(map(inline, sources)),
        inline(domain),
        "",
    )


def tags(item: Item) -> tuple[str, ...]:
    """The tags of an item, sorted; all under one root, so that a learner's own stay apart."""
    found = {
        "domain": item.domain,
        "topic": item.topic,
        "level": item.level or "",
        "scenario": item.scenario.id if item.scenario else "",
        "kind": item.kind.value,
    }
    named = [f"{ROOT_TAG}::{name}::{clean_tag(value)}" for name, value in found.items() if clean_tag(value)]
    own = [f"{ROOT_TAG}::tag::{cleaned}" for tag in item.tags if (cleaned := clean_tag(tag))]
    draft = [f"{ROOT_TAG}::draft"] if item.status is Status.DRAFT else []
    return tuple(sorted({*named, *own, *draft}))


def clean_tag(text: str) -> str:
    """A tag as Anki keeps it: no spaces, quotes or empty levels; empty if nothing is left."""
    levels = (_NO_TAG.sub("", "-".join(level.split())) for level in normalize("NFC", text).split("::"))
    return "::".join(level for level in levels if level)
