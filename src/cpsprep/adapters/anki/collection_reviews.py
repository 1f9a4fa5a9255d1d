"""The reviews of our cards in a collection of Anki, of every form of its database."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from cpsprep.adapters.anki.collection import HOW_TO_EXPORT, open_collection
from cpsprep.adapters.anki.types import IDS
from cpsprep.adapters.collector import without_collector
from cpsprep.app.errors import UnreadableError
from cpsprep.core.anki.history_in import AnkiHistory, AnkiReview, OurNote
from cpsprep.core.anki.note import NoteType

_CARDS: Final = (
    "select c.id, n.guid, n.mid, c.ord from cards c join notes n on n.id = c.nid"
    " where typeof(c.ord) = 'integer'"
)
_REVIEWS: Final = (
    "select id, cid, ease, type, factor, time from revlog where typeof(id) = 'integer'"
    " and id between 1 and 9007199254740992 and typeof(ease) = 'integer' and typeof(type) = 'integer'"
    " and typeof(factor) = 'integer' and typeof(time) = 'integer' order by id"
)
_TABLES: Final = ("col", "notes", "cards", "revlog")
_MOST_ORDINAL: Final = 499
_OFFSETS: Final = range(-840, 841)
"""Minutes that a time zone may be ahead of UTC."""
_FOUR: Final = 4 * 60
_DAY: Final = 24 * 60
_LEARNING: Final = {0, 2}
_SHIFTED: Final = {2: 3, 3: 4}
"""Anki's first scheduler had three buttons while learning; its later ones count these as 1, 3 and 4."""


@dataclass(frozen=True, slots=True)
class CollectionFile:
    """Fulfils `app.pull_anki.ReviewFile`; a hostile file is refused in words."""

    path: Path

    def read(self, notes: Mapping[str, OurNote]) -> AnkiHistory:
        with open_collection(self.path) as collection, without_collector():
            self._check(collection)
            settings = _settings(collection)
            ours: dict[int, tuple[str, int]] = {}
            unknown = foreign = 0
            for card, guid, note_type, ordinal in collection.execute(_CARDS):
                if _is_ours(notes.get(guid), ordinal):
                    ours[card] = guid, ordinal
                elif note_type in _OUR_TYPES:
                    unknown += 1
                else:
                    foreign += 1
            early = settings.get("schedVer", 1) == 1
            reviews = [
                AnkiReview(row, *ours[card], _button(ease, kind, early=early), kind, factor, ms)
                for row, card, ease, kind, factor, ms in collection.execute(_REVIEWS)
                if card in ours
            ]
            return AnkiHistory(reviews, _offset(collection, settings), len(ours), unknown, foreign)

    def _check(self, collection: sqlite3.Connection) -> None:
        """Look that what we ask is tables: a view may hide endless work."""
        found = dict(collection.execute("select name, sql from sqlite_master where type = 'table'"))
        for name in _TABLES:
            if not str(found.get(name, "")).lower().startswith("create table"):
                raise UnreadableError(f"{self.path} holds no '{name}' as Anki writes it", HOW_TO_EXPORT)


_OUR_TYPES: Final = frozenset(IDS.values())


def _is_ours(note: OurNote | None, ordinal: int) -> bool:
    if note is None:
        return False
    return ordinal == 0 or (note.type is NoteType.CLOZE and 0 < ordinal <= _MOST_ORDINAL)


def _button(ease: int, kind: int, *, early: bool) -> int:
    return _SHIFTED.get(ease, ease) if early and kind in _LEARNING else ease


def _settings(collection: sqlite3.Connection) -> dict[str, Any]:
    """The settings of a collection: one JSON text in older forms, a table in newer ones."""
    (text,) = collection.execute("select conf from col").fetchone() or ("",)
    found = _json(text)
    if isinstance(found, dict):
        return found
    rows = collection.execute("select key, cast(val as text) from config")
    return {name: _json(value) for name, value in rows if name in {"schedVer", "creationOffset"}}


def _json(text: object) -> Any:  # noqa: ANN401  (JSON may be anything)
    try:
        return json.loads(text) if isinstance(text, str) else None
    except (ValueError, RecursionError):
        return None


def _offset(collection: sqlite3.Connection, settings: Mapping[str, Any]) -> int:
    """Minutes that the collection's time zone is ahead of UTC.

    Collections that never said so were begun at four o'clock of their own time.
    """
    west = settings.get("creationOffset")
    if type(west) is int and west in _OFFSETS:
        return -west
    (begun,) = collection.execute("select crt from col").fetchone() or (None,)
    if type(begun) is not int:
        return 0
    offset = _FOUR - begun // 60 % _DAY
    return offset if offset >= -_DAY // 2 else offset + _DAY
