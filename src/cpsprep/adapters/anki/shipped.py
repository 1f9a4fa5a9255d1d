"""An earlier package of ours, read back: which notes people have of it, in which decks, in which form."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from cpsprep.adapters.anki.collection import open_collection
from cpsprep.adapters.anki.types import FIELD_IDS, IDS, NAMES, TEMPLATE, TEMPLATE_IDS, Look
from cpsprep.app.errors import UnreadableError
from cpsprep.core.anki.difference import Before, Shipped, asked_words
from cpsprep.core.anki.note import FIELDS, NoteType, guid, hash_of
from cpsprep.core.item import BankId, ItemId

_NOTES: Final = """
select n.guid, n.mid, n.tags, n.flds, (select did from cards where nid = n.id limit 1),
       (select group_concat(ord) from cards where nid = n.id)
from notes n order by n.id
"""
_CLOZE: Final = 1
_HINT: Final = "name one that cpsprep anki export wrote"


def shipped_in(path: Path, banks: Iterable[BankId]) -> Before:
    """What who imported this package has of these banks.

    Raises:
        UnreadableError: it cannot be read, or Anki wrote it and not cpsprep.
        UsageError: it is a folder.
    """
    with _opened(path) as collection:
        try:
            models, decks = _header(collection)
        except (sqlite3.Error, ValueError, KeyError, TypeError, AttributeError):
            raise UnreadableError(f"{path} is not a package of cpsprep", _HINT) from None
        ours = {IDS[name]: name for name in NoteType}
        known = list(banks)
        notes: dict[str, Shipped] = {}
        others = 0
        for row in collection.execute(_NOTES):
            found = _note(row, ours, known, decks)
            if found is None:
                others += 1
            else:
                notes[row[0]] = found
        there = {ours[number]: models[number] for number in models if number in ours}
        try:
            looks = {name: _look(model).hash for name, model in there.items()}
            broken = tuple(line for name, model in there.items() for line in _broken(name, model))
        except (KeyError, TypeError, ValueError):
            raise UnreadableError(f"{path} is damaged: a note type in it makes no sense", _HINT) from None
    return Before(notes, looks, broken, others)


@contextmanager
def _opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The collection; what a learner is told of their own files would not fit here."""
    try:
        with open_collection(path) as collection:
            yield collection
    except UnreadableError as error:
        raise UnreadableError(str(error), _HINT) from None


def _header(collection: sqlite3.Connection) -> tuple[dict[int, Any], dict[int, str]]:
    """Note types and names of decks, which newer packages of Anki keep elsewhere."""
    models, decks = collection.execute("select models, decks from col").fetchone()
    return (
        {int(number): model for number, model in json.loads(models).items()},
        {int(number): str(deck["name"]) for number, deck in json.loads(decks).items()},
    )


def _note(
    row: tuple[str, int, str, str, int, str | None],
    ours: Mapping[int, NoteType],
    banks: Iterable[BankId],
    decks: Mapping[int, str],
) -> Shipped | None:
    """The note of one of these banks, or None."""
    guid_, number, tags, text, deck, ordinals = row
    name, fields = ours.get(number), str(text).split("\x1f")
    item = ItemId(fields[0])
    for bank in banks:
        if name and guid(bank, name, item) == guid_:
            return Shipped(
                bank,
                item,
                name,
                hash_of(name, " ".join(str(tags).split()), str(text)),
                decks.get(deck, ""),
                tuple(sorted(int(ordinal) for ordinal in (ordinals or "").split(",") if ordinal)),
                asked_words(name, fields),
            )
    return None


def _look(model: Mapping[str, Any]) -> Look:
    (template, *_) = model["tmpls"]
    return Look(model["css"], template["qfmt"], template["afmt"])


def _broken(name: NoteType, model: Mapping[str, Any]) -> Iterator[str]:
    """What of its form differs from ours, so that Anki would take it for another note type."""
    forms = (
        ("kind", model["type"], _CLOZE if name is NoteType.CLOZE else 0),
        (
            "fields",
            [(field["name"], field.get("id")) for field in model["flds"]],
            [(field, FIELD_IDS[name][field]) for field in FIELDS[name]],
        ),
        (
            "templates",
            [(template["name"], template.get("id")) for template in model["tmpls"]],
            [(TEMPLATE, TEMPLATE_IDS[name])],
        ),
    )
    for what, theirs, ours in forms:
        if theirs != ours:
            yield f"{NAMES[name]}: its {what} differ from those of the earlier package"
