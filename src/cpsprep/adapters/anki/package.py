"""Anki packages through genanki, whose classes get what updates need: times and numbers from the ledger.

The file differs too: it is compressed, the same notes give the same bytes, and no temporary file is left.
"""

import itertools
import json
import os
import re
import sqlite3
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, closing, contextmanager
from hashlib import sha256
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, BinaryIO, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from cpsprep.adapters.anki.history_rows import HistoryRows
from cpsprep.adapters.anki.types import FIELD_IDS, IDS, NAMES, TEMPLATE, TEMPLATE_IDS, Look, looks
from cpsprep.adapters.bank.media import MediaFolders
from cpsprep.app.errors import UnreadableError
from cpsprep.app.export_anki import StampedDeck
from cpsprep.core.anki.ledger import PublishedNote, Stamp
from cpsprep.core.anki.note import FIELDS, AnkiNote, NoteType

_ZIP_DATE: Final = time.mktime((1980, 1, 1, 0, 0, 0, 0, 1, -1))
"""The first time that a zip file can hold, which has no time zone."""
_UNIX: Final = 3
_OWNER_MAY_READ_AND_WRITE: Final = 0o600 << 16
_PAGE: Final = 65_536
"""Bytes; a note is about two thousand, of which SQLite's usual page would often hold but one."""
_AT_ONCE: Final = 500
"""Notes in memory at a time: all those of a large bank take as much as the bank."""
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

    def __init__(self, note: AnkiNote, entry: PublishedNote, model: NoteTypeModel, due: int) -> None:
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
    """A deck with its description and a number made of its name; its notes are made as they are written."""

    def __init__(self, deck: StampedDeck, made: Iterator[LedgerNote]) -> None:
        digest = sha256(f"cpsprep deck\n{deck.bank}\n{deck.name}".encode()).digest()
        super().__init__(int.from_bytes(digest[:6]) + 2, deck.name, escape(deck.about))
        self.made = made

    def write_to_db(self, cursor: sqlite3.Cursor, timestamp: float, id_gen: Iterator[int]) -> None:
        del timestamp, id_gen
        while some := list(itertools.islice(self.made, _AT_ONCE)):
            cursor.executemany(_NOTE_ROW, (note.row() for note in some))
            cursor.executemany(_CARD_ROW, (row for note in some for row in note.card_rows(self.deck_id)))


class SteadyPackage(genanki.Package):  # type: ignore[misc]  # genanki has no types
    """A package that is the same, byte for byte, for the same notes.

    Args:
        folder: where its database is made, and stays until the package is written.
        decks: what goes in.
        models: the note types, also those that no note is of.
        media: where the files that its notes show lie; asked for once all notes are made.
        history: what the learner did, to go along.
    """

    def __init__(
        self,
        folder: Path,
        decks: Sequence[DescribedDeck],
        models: Sequence[NoteTypeModel],
        media: Mapping[str, Path],
        history: HistoryRows | None = None,
    ) -> None:
        super().__init__(list(decks))
        self.models, self.media, self.history = models, media, history
        self.database = folder / "collection.anki2"
        with closing(sqlite3.connect(self.database)) as connection:
            connection.execute("pragma journal_mode = off")
            connection.execute("pragma synchronous = off")
            connection.execute("pragma locking_mode = exclusive")
            self.write_to_db(connection.cursor(), 0, itertools.count())
            connection.commit()
        os.utime(self.database, (_ZIP_DATE, _ZIP_DATE))

    def write_to_file(self, file: BinaryIO, timestamp: float | None = None) -> None:
        del timestamp
        with ZipFile(file, "w", ZIP_DEFLATED) as package:
            package.write(self.database, self.database.name, ZIP_DEFLATED, 1)
            names = {str(number): name for number, name in enumerate(self.media)}
            date = time.localtime(_ZIP_DATE)[:6]
            package.writestr(ZipInfo("media", date), json.dumps(names), ZIP_DEFLATED, 1)
            for number, name in names.items():  # by number, as Anki wants it; pictures are dense already
                package.writestr(ZipInfo(number, date), self.media[name].read_bytes())
            for entry in package.infolist():
                entry.create_system, entry.external_attr = _UNIX, _OWNER_MAY_READ_AND_WRITE

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
    """Puts packages together in a folder for temporary files.

    Args:
        shown: how note types look, if not as this version has them.
        history: what the learner did here, to go along.
        media: where pictures and sounds lie.
    """

    def __init__(
        self,
        shown: Mapping[NoteType, Look] | None = None,
        history: HistoryRows | None = None,
        media: MediaFolders | None = None,
    ) -> None:
        self.looks = shown or looks()
        self.history = history
        self._media = media

    def types(self) -> Mapping[NoteType, str]:
        return {name: look.hash for name, look in self.looks.items()}

    @contextmanager
    def build(self, decks: Sequence[StampedDeck], types: Mapping[NoteType, Stamp]) -> Iterator[SteadyPackage]:
        """Take all notes of these decks.

        Raises:
            UnreadableError: there is no room, or no folder, for temporary files.
        """
        models = {name: NoteTypeModel(name, self.looks[name], types[name].modified) for name in NoteType}
        due = itertools.count(1)
        media: dict[str, Path] = {}

        def made(deck: StampedDeck) -> Iterator[LedgerNote]:
            for note, entry in deck.notes:
                if self._media:
                    media.update((name, self._media.path(name)) for name in note.media)
                yield LedgerNote(note, entry, models[note.type], next(due))

        with ExitStack() as folders:
            try:
                folder = folders.enter_context(TemporaryDirectory(prefix="cpsprep-"))
                described = [DescribedDeck(deck, made(deck)) for deck in decks]
                package = SteadyPackage(Path(folder), described, list(models.values()), media, self.history)
            except (OSError, sqlite3.OperationalError) as error:
                raise UnreadableError(
                    f"the package could not be put together in the folder for temporary files: {error}",
                    "make room there, or set TMPDIR to another folder",
                ) from error
            yield package
