"""Anki packages through genanki, whose classes get what updates need: times and numbers from the ledger.

The file differs too: it is compressed, the same notes give the same bytes, and no temporary file is left.
"""

import itertools
import json
import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from html import escape
from io import BytesIO
from typing import Any, BinaryIO, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from cpsprep.adapters.anki.history_rows import HistoryRows
from cpsprep.adapters.anki.types import FIELD_IDS, IDS, NAMES, TEMPLATE, TEMPLATE_IDS, Look, looks
from cpsprep.core.anki.deck import AnkiDeck
from cpsprep.core.anki.ledger import Entry, Published, Stamp
from cpsprep.core.anki.note import FIELDS, AnkiNote, NoteType
from cpsprep.core.item import BankId

_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
_OWNER_MAY_READ_AND_WRITE: Final = 0o600 << 16
_PAGE: Final = 65_536
"""Bytes; a note is about two thousand, of which SQLite's usual page would often hold but one."""
_INDEX: Final = re.compile(r"(?=CREATE INDEX)")
_PLAIN, _CLOZE = genanki.Model.FRONT_BACK, genanki.Model.CLOZE
_NOTE_ROW: Final = "INSERT INTO notes VALUES(?,?,?,?,-1,?,?,?,0,0,'')"
_CARD_ROW: Final = "INSERT INTO cards VALUES(?,?,?,?,?,-1,0,0,?,0,0,0,0,0,0,0,0,'')"


class NoteTypeModel(genanki.Model):  # type: ignore[misc]  # genanki has no types
    """A note type with explicit numbers for its fields and template, and a time of its own."""

    def __init__(self, note_type: NoteType, look: Look, modified: int) -> None:
        numbers = FIELD_IDS[note_type]
        super().__init__(
            IDS[note_type],
            NAMES[note_type],
            [{"name": name, "id": numbers[name], "preventDeletion": True} for name in FIELDS[note_type]],
            [{"name": TEMPLATE, "id": TEMPLATE_IDS[note_type], "qfmt": look.front, "afmt": look.back}],
            css=look.css,
            model_type=_CLOZE if note_type is NoteType.CLOZE else _PLAIN,
            sort_field_index=1,
        )
        self.modified = modified

    _req = ((0, "all", (1,)),)
    """A card needs its first field after the id; genanki would render every template to find out."""

    def to_json(self, timestamp: float, deck_id: int) -> dict[str, Any]:
        del timestamp
        made: dict[str, Any] = super().to_json(self.modified, deck_id)
        return made


class LedgerNote(genanki.Note):  # type: ignore[misc]  # genanki has no types
    """A note whose time and number come from the ledger, and whose cards were counted by us."""

    def __init__(self, note: AnkiNote, entry: Entry, model: NoteTypeModel, due: int) -> None:
        super().__init__(model, note.fields, note.sort, note.tags, note.guid, due)
        self.number, self.modified, self.ordinals = entry.number, entry.stamp.modified, note.ordinals

    def row(self) -> tuple[object, ...]:
        return (
            self.number,
            self.guid,
            self.model.model_id,
            self.modified,
            self._format_tags(),
            self._format_fields(),
            self.sort_field,
        )

    def card_rows(self, deck: int) -> Iterator[tuple[int, ...]]:
        for ordinal in self.ordinals:
            yield (self.number + ordinal, self.number, deck, ordinal, self.modified, self.due)


class DescribedDeck(genanki.Deck):  # type: ignore[misc]  # genanki has no types
    """A deck with its description and a number made of its name; it writes its notes in one go."""

    def __init__(self, deck: AnkiDeck) -> None:
        digest = sha256(f"cpsprep deck\n{deck.bank}\n{deck.name}".encode()).digest()
        super().__init__(int.from_bytes(digest[:6]) + 2, deck.name, escape(deck.about))

    def write_to_db(self, cursor: sqlite3.Cursor, timestamp: float, id_gen: Iterator[int]) -> None:
        del timestamp, id_gen
        cursor.executemany(_NOTE_ROW, (note.row() for note in self.notes))
        cursor.executemany(_CARD_ROW, (row for note in self.notes for row in note.card_rows(self.deck_id)))


class SteadyPackage(genanki.Package):  # type: ignore[misc]  # genanki has no types
    """A package that is written through memory and is the same, byte for byte, for the same notes."""

    def __init__(
        self,
        decks: Sequence[DescribedDeck],
        models: Sequence[NoteTypeModel],
        history: HistoryRows | None = None,
    ) -> None:
        super().__init__(list(decks))
        self.models, self.history = models, history

    def write_to_file(self, file: BinaryIO, timestamp: float | None = None) -> None:
        connection = sqlite3.connect(":memory:")
        try:
            self.write_to_db(connection.cursor(), timestamp or 0, itertools.count())
            connection.commit()
            database = connection.serialize()
        finally:
            connection.close()
        with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=1) as package:
            _put(package, "collection.anki2", database)
            _put(package, "media", b"{}")

    def write_to_db(self, cursor: sqlite3.Cursor, timestamp: float, id_gen: Iterator[int]) -> None:
        tables, *indexes = _INDEX.split(APKG_SCHEMA)
        cursor.executescript(f"PRAGMA page_size = {_PAGE}; {tables} {APKG_COL}")
        (known,) = cursor.execute("SELECT decks FROM col").fetchone()
        decks = json.loads(known) | {str(deck.deck_id): deck.to_json() for deck in self.decks}
        models = {str(model.model_id): model.to_json(timestamp, 1) for model in self.models}
        cursor.execute("UPDATE col SET decks = ?, models = ?", (json.dumps(decks), json.dumps(models)))
        for deck in self.decks:
            deck.write_to_db(cursor, timestamp, id_gen)
        if self.history:
            self.history.write(cursor)
        cursor.executescript("".join(indexes))


class AnkiPackager:
    """Builds packages in memory.

    Args:
        shown: how note types look, if not as this version has them.
        history: what the learner did here, to go along.
    """

    def __init__(
        self, shown: Mapping[NoteType, Look] | None = None, history: HistoryRows | None = None
    ) -> None:
        self.looks = shown or looks()
        self.history = history

    def types(self) -> Mapping[NoteType, str]:
        return {name: look.hash for name, look in self.looks.items()}

    def build(
        self,
        decks: Sequence[AnkiDeck],
        published: Mapping[BankId, Published],
        types: Mapping[NoteType, Stamp],
    ) -> bytes:
        models = {name: NoteTypeModel(name, self.looks[name], types[name].modified) for name in NoteType}
        due = itertools.count(1)
        described = []
        for deck in decks:
            made = DescribedDeck(deck)
            known = published[deck.bank].notes
            for note in deck.notes:
                entry = known[note.item, note.type]
                made.add_note(LedgerNote(note, entry, models[note.type], next(due)))
            described.append(made)
        file = BytesIO()
        SteadyPackage(described, list(models.values()), self.history).write_to_file(file)
        return file.getvalue()


def _put(package: ZipFile, name: str, data: bytes) -> None:
    entry = ZipInfo(name, _ZIP_DATE)
    entry.create_system, entry.external_attr = _UNIX, _OWNER_MAY_READ_AND_WRITE
    package.writestr(entry, data, ZIP_DEFLATED, 1)
