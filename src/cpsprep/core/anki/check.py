"""What would go wrong in Anki without a word, refused before a package is written."""

import re
from collections.abc import Iterable, Iterator
from typing import Final, assert_never

from cpsprep.core.anki.note import AnkiNote, NoteType
from cpsprep.core.anki.tags import clean_tag
from cpsprep.core.bank import BankHeader
from cpsprep.core.item import BankId, Basic, Choice, Cloze, Item, ItemId
from cpsprep.core.problem import Place, Problem

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""Anki divides fields by one of these and drops others; lone surrogates cannot be stored at all."""
_ASCII_CONTROL: Final = bytes(code for code in range(128) if _CONTROL.match(chr(code)))
_ITS_OWN_DECK: Final = "default"


def note_problems(item: Item, note: AnkiNote) -> Iterator[Problem]:
    """What is wrong with one note."""
    if not _front(item).strip():
        yield Problem(
            item.place,
            "anki-empty-front",
            f"{item.id} has nothing to ask, so Anki would make no card",
            "write its text",
            item=item.id,
        )
    for tag in item.tags:
        if not clean_tag(tag):
            yield Problem(
                item.place,
                "anki-tag",
                f"the tag {tag!r} of {item.id} is empty in Anki",
                "use letters, digits and hyphens",
                item=item.id,
            )
    if found := _control(" ".join((*note.fields, *note.tags))):
        yield Problem(
            item.place,
            "control-character",
            f"{item.id} holds the invisible character U+{ord(found):04X}",
            "delete it; it often comes along when text is pasted",
            item=item.id,
        )


def twins(items: Iterable[tuple[BankId, Item]]) -> Iterator[Problem]:
    """Items that Anki could not tell apart: the same one of the same bank, read twice."""
    first: dict[tuple[BankId, NoteType, ItemId], Place] = {}
    for bank, item in items:
        key = bank, NoteType.of(item.kind), item.id
        if key in first:
            yield Problem(
                item.place,
                "anki-duplicate",
                f"{item.id} is also at {first[key]}, in a bank with the same uuid",
                "export one of the two, or give one bank a uuid of its own",
                item=item.id,
            )
        first.setdefault(key, item.place)


def deck_problems(titles: Iterable[tuple[BankHeader, str]]) -> Iterator[Problem]:
    """Decks of different banks whose names Anki would take for one: it ignores upper and lower case."""
    first: dict[str, BankHeader] = {}
    for header, title in titles:
        place = Place(f"{header.folder}/bank.yaml" if header.folder else "bank.yaml", 1, 1)
        if title.casefold() == _ITS_OWN_DECK:
            yield Problem(
                place, "anki-deck", f"Anki keeps the deck {title!r} for itself", "give the bank another title"
            )
        other = first.setdefault(title.casefold(), header)
        if other.id != header.id:
            yield Problem(
                place,
                "anki-deck",
                f"in Anki the bank {title!r} would share a deck with {other.folder or other.title}",
                "give one of them another title",
            )


def _control(text: str) -> str:
    """The first control character, or nothing."""
    if text.isascii() and len(text.encode().translate(None, _ASCII_CONTROL)) == len(text):
        return ""  # a third of the time of the search, and nearly always so
    found = _CONTROL.search(text)
    return found[0] if found else ""


def _front(item: Item) -> str:
    match item.body:
        case Choice(stem=text) | Basic(front=text) | Cloze(text=text):
            return text
        case _:
            assert_never(item.body)
