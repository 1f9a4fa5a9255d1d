"""Reading the log: what the fold, planning and statistics ask of the database."""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import Final

from cpsprep.adapters.collector import without_collector
from cpsprep.adapters.log.rows import CANONICAL, NAMES, to_event
from cpsprep.core.events import FROM_ANKI, Event, EventId
from cpsprep.core.history import Answer, CardKey, CardRecord, fold_cards, fold_one
from cpsprep.core.item import ItemKey
from cpsprep.core.sm2 import Profile

_GRADED: Final = (
    "type = 'answered' and mode = 'review' and grade is not null and bank is not null and card is not null"
)
_GONE: Final = (
    "select e.row from events v indexed by events_marks join events e on e.id = v.target"
    " where v.type = 'voided' and v.type not in ('answered', 'seen')"
)
_KEPT: Final = f"row not in ({_GONE})"
"""For many rows: what was taken back is looked up once."""
_NOT_VOIDED: Final = (
    "not exists (select 1 from events v indexed by events_voids"
    " where v.type = 'voided' and v.target = events.id)"
)
"""For few rows, which are read from the table anyway."""
_ORDER: Final = "bank, card, study_day, at_ms, device, seq"
_FROM_FOLD: Final = f"from events indexed by events_fold where {_GRADED}"
FOLD: Final = f"select study_day, grade {_FROM_FOLD} order by {_ORDER}"
"""Day and grade of every review answer, card by card, taken back or not; read from one index."""
_CARDS: Final = f"select bank, card, count(*) {_FROM_FOLD} group by bank, card order by bank, card"
_ONE: Final = f"{_FROM_FOLD} and bank = ? and card = ? and {_NOT_VOIDED}"
_TAKEN_BACK: Final = (
    "select distinct e.bank, e.card from events v indexed by events_marks join events e on e.id = v.target"
    " where v.type = 'voided' and v.type not in ('answered', 'seen')"
    " and e.type = 'answered' and e.bank is not null and e.card is not null"
)
"""Cards of which an answer was taken back."""
_FOLD_ONE: Final = f"select bank, card, study_day, grade, version {_ONE} order by {_ORDER}"
_LATEST_ONE: Final = (
    f"select version {_FROM_FOLD} and bank = ? and card = ?"
    " order by study_day desc, at_ms desc, device desc, seq desc limit 1"
)
_SHOWN: Final = "(type = 'seen' or (type = 'answered' and (grade is null or mode <> 'review')))"
"""Shown other than by a graded review answer; word for word the condition of the index `events_shown`."""
_ALL: Final = f"select {NAMES} from events"  # noqa: S608


def folded(connection: sqlite3.Connection, profile: Profile) -> dict[CardKey, CardRecord]:
    """The records of all cards, from every answer.

    Cards and their numbers of answers come first, then days and grades alone: a row of two numbers costs
    less than half of one that names its card each time. What was taken back is passed over in the second
    round, for the few cards that it concerns, since asking for each answer would cost a fifth of the whole.
    """
    records: dict[CardKey, CardRecord] = {}
    with without_collector(), _one_view(connection):
        cards = connection.execute(_CARDS).fetchall()
        answers = connection.execute(FOLD)
        for bank, card, count in cards:
            (version,) = connection.execute(_LATEST_ONE, (bank, card)).fetchone()
            records[bank, card] = fold_one(islice(answers, count), profile, version)
        for key in connection.execute(_TAKEN_BACK).fetchall():
            records.pop(key, None)
            records |= dict(fold_cards(answers_of(connection, [key]), profile))
    return records


@contextmanager
def _one_view(connection: sqlite3.Connection) -> Iterator[None]:
    """Let several queries see one state of the log, also while another process appends."""
    if connection.in_transaction:
        yield
        return
    connection.execute("begin")
    try:
        yield
    finally:
        connection.execute("rollback")


def answers_of(connection: sqlite3.Connection, keys: Iterable[CardKey]) -> Iterator[Answer]:
    """The unvoided graded review answers of some cards, card by card in canonical order."""
    for key in keys:
        yield from connection.execute(_FOLD_ONE, key)


def touched(connection: sqlite3.Connection, since_row: int) -> set[CardKey]:
    """Cards whose record may differ from what it was when `since_row` was the last row."""
    found = connection.execute(
        f"select distinct bank, card from events where row > ? and {_GRADED}"  # noqa: S608
        " union select e.bank, e.card from events v join events e on e.id = v.target"
        " where v.row > ? and v.type = 'voided' and e.bank is not null and e.card is not null",
        (since_row, since_row),
    )
    return set(found)


def last_row(connection: sqlite3.Connection) -> tuple[int, str]:
    """The number and the id of the event that arrived last; 0 in an empty log."""
    found: tuple[int, str] | None = connection.execute(
        "select row, id from events order by row desc limit 1"
    ).fetchone()
    return found or (0, "")


def marks(connection: sqlite3.Connection) -> list[Event]:
    """The few events that are neither answers nor sightings nor voids, in canonical order."""
    rows = connection.execute(
        f"{_ALL} indexed by events_marks where type not in ('answered', 'seen')"
        " and type in ('set-aside', 'returned', 'skipped', 'planned', 'learner', 'pool-released',"
        " 'board-result', 'exam-ended')"
        f" order by {CANONICAL}"
    )
    return [to_event(row) for row in rows]


def exam_answers(connection: sqlite3.Connection) -> list[Event]:
    """The unvoided answers of mock exams, in canonical order."""
    rows = connection.execute(
        f"{_ALL} where {_SHOWN} and mode = 'exam' and type = 'answered' and {_NOT_VOIDED}"
        f" order by {CANONICAL}"
    )
    return [to_event(row) for row in rows]


def first_shown(connection: sqlite3.Connection) -> dict[ItemKey, int]:
    """What `core.replay.first_shown` finds, from one index and from the few answers taken back."""
    found: dict[ItemKey, int] = {}
    shown = connection.execute(
        f"select bank, item, study_day from events where {_SHOWN}"  # noqa: S608
        " and bank is not null and item is not null"
    )
    taken_back = connection.execute(
        "select e.bank, e.item, e.study_day from events v indexed by events_marks"
        " join events e on e.id = v.target"
        " where v.type = 'voided' and v.type not in ('answered', 'seen')"
        " and e.type = 'answered' and e.device <> ? and e.bank is not null and e.item is not null",
        (FROM_ANKI,),
    )
    for bank, item, day in chain(shown, taken_back):
        key = (bank, item)
        found[key] = min(day, found.get(key, day))
    return found


def voids(connection: sqlite3.Connection) -> set[EventId]:
    found = connection.execute(
        "select target from events indexed by events_marks"
        " where type not in ('answered', 'seen') and type = 'voided' and target is not null"
    )
    return {EventId(target) for (target,) in found}


def latest_answers(connection: sqlite3.Connection, count: int) -> list[Event]:
    """The last unvoided graded review answers, the latest first."""
    rows = connection.execute(
        f"{_ALL} indexed by events_order where {_GRADED} and {_KEPT}"
        " order by study_day desc, at_ms desc, device desc, seq desc limit ?",
        (count,),
    )
    return [to_event(row) for row in rows]


def answered_on(connection: sqlite3.Connection, study_day: int) -> list[Event]:
    """Every answer of a study day, of any mode and also when it was taken back."""
    rows = connection.execute(
        f"{_ALL} indexed by events_order where type = 'answered' and study_day = ? order by {CANONICAL}",
        (study_day,),
    )
    return [to_event(row) for row in rows]


def events(connection: sqlite3.Connection) -> Iterator[Event]:
    """All events in canonical order, voided ones too."""
    return map(to_event, connection.execute(f"{_ALL} order by {CANONICAL}, id"))


def event(connection: sqlite3.Connection, event_id: str) -> Event | None:
    row = connection.execute(f"{_ALL} where id = ?", (event_id,)).fetchone()
    return None if row is None else to_event(row)
