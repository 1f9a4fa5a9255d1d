"""Reviews from Anki: taking 100,000 of them in, against reading the same rows and nothing more."""

import json
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Final

from benchmarks.bench_anki import made_bank
from benchmarks.ratios import Row, ratio
from cpsprep.adapters.anki.collection_reviews import CollectionFile
from cpsprep.adapters.log.database import transaction
from cpsprep.adapters.log.imports import Imports
from cpsprep.adapters.log.rows import INSERT, NAMES
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.app.pull_anki import find_reviews, pull_anki
from cpsprep.core.anki.note import NoteType, guid
from cpsprep.core.bank import Catalog
from cpsprep.core.catalog import entries_of
from cpsprep.core.events import Moment
from cpsprep.core.item import ItemId

ROWS: Final = 100_000
CARDS: Final = 5_000
ROUNDS: Final = 3
START_MS: Final = 1_700_000_000_000
NOW: Final = Moment(START_MS + ROWS * 60_000, 0, 30_000, ())
SCHEMA: Final = """
create table col (crt integer, conf text);
create table notes (id integer primary key, guid text, mid integer);
create table cards (id integer primary key, nid integer, ord integer);
create table revlog (id integer primary key, cid integer, usn integer, ease integer, ivl integer,
  lastIvl integer, factor integer, time integer, type integer);
"""


def rows() -> Iterator[Row]:
    """Everything this file measures."""
    with tempfile.TemporaryDirectory() as name:
        work = Work(Path(name))
        reading = "reading these rows"
        yield Row(f"{ROWS:,} reviews from Anki, again", reading, ratio(work.again, work.read, ROUNDS), 12)
        storing = "reading these rows, storing events"
        yield Row(f"{ROWS:,} reviews from Anki, first", storing, ratio(work.first, work.store, ROUNDS), 3)


class Work:
    """A file of Anki, a log that holds its reviews, and these as rows of the log."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.times = folder, 0
        bank = made_bank(CARDS)
        self.catalog = Catalog((bank.header,), entries_of(bank))
        self.file = folder / "deck.apkg"
        items = [item for item in bank.items if len(bank.items[item].cards) == 1]
        with closing(sqlite3.connect(":memory:")) as made:
            made.executescript(SCHEMA)
            made.execute("insert into col values (0, ?)", (json.dumps({"schedVer": 2, "creationOffset": 0}),))
            for number, item in enumerate(items):
                name = guid(bank.header.id, NoteType.CHOICE, ItemId(item))
                made.execute("insert into notes values (?, ?, 1)", (number, name))
                made.execute("insert into cards values (?, ?, 0)", (number, number))
            made.executemany(
                "insert into revlog values (?, ?, -1, ?, 6, 1, 2500, 7000, 1)",
                ((START_MS + row * 60_000, row % len(items), row % 4 + 1) for row in range(ROWS)),
            )
            made.commit()
            with zipfile.ZipFile(self.file, "w", zipfile.ZIP_DEFLATED) as package:
                package.writestr("collection.anki21", made.serialize())
        self.known = self.first()
        with SqliteLog(self.known) as log:
            self.stored = log.connection.execute(f"select {NAMES} from events").fetchall()

    def read(self) -> None:
        with zipfile.ZipFile(self.file) as package, closing(sqlite3.connect(":memory:")) as made:
            made.deserialize(package.read("collection.anki21"))
            made.execute("select c.id, n.guid, c.ord from cards c join notes n on n.id = c.nid").fetchall()
            assert len(made.execute("select * from revlog order by id").fetchall()) == ROWS

    def first(self) -> Path:
        self.times += 1
        place = self.folder / f"{self.times}.db"
        self._pull(place, ROWS)
        return place

    def again(self) -> None:
        self._pull(self.known, 0)

    def store(self) -> None:
        """The bare statement of the log, without anybody thinking about what to store."""
        self.read()
        self.times += 1
        with SqliteLog(self.folder / f"{self.times}.db") as log, transaction(log.connection):
            log.connection.executemany(INSERT, self.stored)

    def _pull(self, place: Path, new: int) -> None:
        with SqliteLog(place) as log:
            found = find_reviews(CollectionFile(self.file), self.catalog)
            assert len(pull_anki(found, Imports(log), NOW).incoming.events) == new
