"""A learner's schedule and review log in a package that is being made, so that Anki takes both over exactly.

Found by breaking it: without `schedVer` Anki shifts grades, without its own `crt` every date is wrong, and
without `lrt` on each card its database check asks for a one-way sync.
"""

import json
import sqlite3
from typing import Final

from cpsprep.core.anki.history_in import card_of, our_notes
from cpsprep.core.anki.history_out import CardSchedule, LearnerHistory, RowKind
from cpsprep.core.item import item_of

_CARDS: Final = "select c.id, n.guid, c.ord, c.due from cards c join notes n on n.id = c.nid order by c.id"
_SCHEDULED: Final = (
    "update cards set type = 2, queue = 2, due = ?, ivl = ?, factor = ?, reps = ?, lapses = ?, data = ?"
    " where id = ?"
)
_SUSPENDED: Final = "update cards set queue = -1 where id = ?"
_ROW: Final = "insert into revlog values (?, ?, -1, ?, ?, ?, ?, ?, ?)"
_SETTINGS: Final = {"schedVer": 2, "sched2021": True}
_DAY: Final = 86_400


class HistoryRows:
    """Writes a history over the new cards of a package; counts what it wrote."""

    def __init__(self, history: LearnerHistory) -> None:
        self.history = history
        self.cards = self.rows = 0

    def write(self, cursor: sqlite3.Cursor) -> None:
        history = self.history
        notes = our_notes({(bank, item_of(card)) for bank, card in (*history.cards, *history.set_aside)})
        for number, guid, ordinal, position in cursor.execute(_CARDS).fetchall():
            note = notes.get(guid)
            if note is None:
                continue
            key = note.bank, card_of(note, ordinal)
            if standing := history.cards.get(key):
                self._stand(cursor, number, standing, position)
            if key in history.set_aside:
                cursor.execute(_SUSPENDED, (number,))
        self._tell_time(cursor)

    def _stand(self, cursor: sqlite3.Cursor, card: int, standing: CardSchedule, position: int) -> None:
        rows = standing.rows
        cursor.executemany(
            _ROW,
            (
                (row.number, card, row.button, row.interval, row.last_interval, row.factor, row.ms, row.kind)
                for row in rows
            ),
        )
        self.rows += len(rows)
        if standing.due is None:
            return
        self.cards += 1
        data: dict[str, int] = {"pos": position}
        if reviewed := [row.number for row in rows if row.kind is not RowKind.FILTERED]:
            data["lrt"] = max(reviewed) // 1000
        due = standing.due - self.history.first_day
        told = due, standing.interval, standing.factor, standing.reviews, standing.lapses
        cursor.execute(_SCHEDULED, (*told, json.dumps(data, separators=(",", ":")), card))

    def _tell_time(self, cursor: sqlite3.Cursor) -> None:
        """Say from which day due dates count, and when a day begins."""
        history = self.history
        start = history.first_day * _DAY + history.rollover_hour * 3600 - history.offset_min * 60
        (text,) = cursor.execute("select conf from col").fetchone()
        told = {"creationOffset": -history.offset_min, "rollover": history.rollover_hour}
        conf = json.loads(text) | _SETTINGS | told
        cursor.execute("update col set crt = ?, conf = ?", (start, json.dumps(conf)))
