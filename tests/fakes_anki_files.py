"""Files of Anki written by hand, in its old and new forms, so that each detail can be set."""

import json
import sqlite3
import zipfile
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cpsprep.core.anki.note import NoteType, guid
from cpsprep.core.item import BankId, ItemId
from fakes_anki import BANK, NOON

CHOICE_TYPE = 1763903627411
OLD = """
create table col (id integer primary key, crt integer, conf text);
create table notes (id integer primary key, guid text, mid integer, sfld text collate unicase);
create index by_field on notes (sfld);
create table cards (id integer primary key, nid integer, ord integer);
create table revlog (id integer primary key, cid integer, usn integer, ease integer, ivl integer,
  lastIvl integer, factor integer, time integer, type integer);
"""
NEW = OLD + "create table config (KEY text primary key, usn integer, mtime_secs integer, val blob);"


@dataclass
class AnkiFile:
    """A collection in the making; cards are numbered from 1."""

    crt: int = 1_700_000_000
    settings: dict[str, Any] = field(default_factory=lambda: {"schedVer": 2, "creationOffset": 0})
    cards: list[tuple[str, int, int]] = field(default_factory=list)
    rows: list[Sequence[Any]] = field(default_factory=list)

    def card(self, item: str, kind: NoteType = NoteType.CHOICE, ordinal: int = 0, bank: BankId = BANK) -> int:
        return self.any_card(guid(bank, kind, ItemId(item)), CHOICE_TYPE, ordinal)

    def any_card(self, guid_: Any, note_type: int = 1, ordinal: int = 0) -> int:  # noqa: ANN401
        self.cards.append((guid_, note_type, ordinal))
        return len(self.cards)

    def review(
        self, card: int, at: int = NOON, ease: int = 3, kind: int = 1, factor: int = 2500, ms: int = 4000
    ) -> None:
        self.rows.append((at, card, -1, ease, 6, 1, factor, ms, kind))

    def database(self, *, new: bool = False, schema: str = "", more: str = "") -> bytes:
        """The bytes of the database; `more` is SQL that comes last."""
        with closing(sqlite3.connect(":memory:")) as made:
            made.create_collation("unicase", lambda one, other: (one > other) - (one < other))
            made.executescript(schema or (NEW if new else OLD))
            if schema:
                made.executescript(more)
                return made.serialize()
            conf = "" if new else json.dumps(self.settings)
            made.execute("insert into col values (1, ?, ?)", (self.crt, conf))
            if new:
                made.executemany(
                    "insert into config values (?, 0, 0, ?)",
                    [(name, json.dumps(value).encode()) for name, value in self.settings.items()],
                )
            for number, (guid_, note_type, ordinal) in enumerate(self.cards, 1):
                made.execute("insert into notes values (?, ?, ?, 'x')", (number, guid_, note_type))
                made.execute("insert into cards values (?, ?, ?)", (number, number, ordinal))
            made.executemany("insert into revlog values (?, ?, ?, ?, ?, ?, ?, ?, ?)", self.rows)
            made.executescript(more)
            return made.serialize()

    def write(self, path: Path, member: str = "collection.anki21") -> Path:
        data = self.database(new=member.endswith("b"))
        if member.endswith("b"):
            import zstandard

            data = zstandard.ZstdCompressor().compress(data)
        return packed(path, {member: data})


def packed(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return path
