"""The notes of an Anki package (.apkg, .colpkg), from its older form and its newer one."""

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from cpsprep.adapters.anki.collection import open_collection
from cpsprep.app.errors import UnreadableError
from cpsprep.core.interchange.draft import Found, Spot
from cpsprep.core.interchange.tables.anki_notes import Note, read_notes

_MOST: Final = 20_001
"""One more than is brought in at once, so that too many are told as that."""
_NOTES: Final = """
select n.guid, n.mid, n.tags, n.flds, (select did from cards where nid = n.id limit 1)
from notes n order by n.id limit ?
"""
_HINT: Final = "in Anki choose File, then Export, and take the deck as .apkg or as notes in plain text"


def read_apkg(path: Path) -> Found:
    """The questions that the notes of a package make.

    Raises:
        UnreadableError: it is not a package of Anki, or damaged.
    """
    with open_collection(path) as collection:
        try:
            return read_notes(list(_notes(collection, str(path))))
        except (sqlite3.Error, ValueError, KeyError, TypeError, AttributeError):
            raise UnreadableError(f"{path} is damaged: its notes make no sense", _HINT) from None


def _notes(collection: sqlite3.Connection, file: str) -> Iterator[Note]:
    tables = {row[0] for row in collection.execute("select name from sqlite_master where type = 'table'")}
    names, decks = _newer(collection) if "notetypes" in tables else _older(collection)
    for number, row in enumerate(collection.execute(_NOTES, (_MOST,)), 1):
        guid, kind, tags, fields, deck = row
        yield Note(
            Spot(file, number, "note"),
            str(fields).split("\x1f"),
            names.get(int(kind), ()),
            str(tags).split(),
            str(guid),
            decks.get(deck, ""),
        )


def _older(collection: sqlite3.Connection) -> tuple[Mapping[int, Sequence[str]], Mapping[int, str]]:
    models, decks = collection.execute("select models, decks from col").fetchone()
    return (
        {
            int(number): [str(one["name"]) for one in model["flds"]]
            for number, model in json.loads(models).items()
        },
        {int(number): str(deck["name"]) for number, deck in json.loads(decks).items()},
    )


def _newer(collection: sqlite3.Connection) -> tuple[Mapping[int, Sequence[str]], Mapping[int, str]]:
    names: dict[int, list[str]] = {}
    for kind, name in collection.execute("select ntid, name from fields order by ntid, ord"):
        names.setdefault(int(kind), []).append(str(name))
    decks = {int(number): str(name) for number, name in collection.execute("select id, name from decks")}
    return names, decks
