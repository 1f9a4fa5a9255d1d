"""Folded records kept beside the log, so that a sitting starts without reading every answer again.

A cache and nothing else: whatever is wrong with it, the records come from the log. One file, because reading
ten thousand records back from rows of a database costs three times as much.
"""

import marshal
import sqlite3
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from cpsprep.adapters.collector import without_collector
from cpsprep.adapters.log import reads as log_reads
from cpsprep.adapters.whole_file import replacing
from cpsprep.core.history import CardKey, CardRecord, fold_cards
from cpsprep.core.sm2 import CardState, Profile

_FORM: Final = f"1 {sys.version_info.major}.{sys.version_info.minor}"
"""Of the file; what `marshal` writes may differ between versions of Python."""
_CHECK_BYTES: Final = 4
Basis = tuple[str, str, str, int, str]
"""What records rest on: form, log, profile, and the number and id of the last event."""
Records = dict[CardKey, CardRecord]


class Snapshot:
    """The records of one log under one profile of SM-2, as of the last event seen.

    Without a path they are kept in memory only.
    """

    def __init__(self, path: Path | None, log: str, profile: Profile) -> None:
        self._path = path
        self._log = log
        self._profile = profile
        self._kept: tuple[Basis, Records] | None = None

    def records(self, log: sqlite3.Connection) -> Records:
        """The records as of now; the caller may keep them."""
        log.execute("begin")  # One view of the log, also while another process appends.
        try:
            row, event_id = log_reads.last_row(log)
            now: Basis = (_FORM, self._log, self._profile.value, row, event_id)
            basis, records = self._kept or self._load(now) or (None, {})
            is_new = self._kept is None and basis != now
            if basis is None or not _is_past(log, basis):
                records = log_reads.folded(log, self._profile)
            elif basis != now:
                records = self._brought_up(log, basis, records)
        finally:
            log.execute("rollback")
        self._kept = now, records
        if is_new:
            self._save(now, records)
        return dict(records)

    def _brought_up(self, log: sqlite3.Connection, basis: Basis, records: Records) -> Records:
        """The records after folding again the cards that were touched since."""
        keys = sorted(log_reads.touched(log, basis[3]))
        fresh = dict(fold_cards(log_reads.answers_of(log, keys), self._profile))
        gone = {key for key in keys if key not in fresh}
        return {key: record for key, record in (records | fresh).items() if key not in gone}

    def _load(self, now: Basis) -> tuple[Basis, Records] | None:
        """What the file holds, or None when it is missing, broken or of something else."""
        if self._path is None:
            return None
        with suppress(OSError, ValueError, TypeError, EOFError), without_collector():
            content = self._path.read_bytes()
            check, body = content[:_CHECK_BYTES], content[_CHECK_BYTES:]
            if int.from_bytes(check, "big") == crc32(body):
                basis, columns = marshal.loads(body)  # noqa: S302  (our own, in a folder of the learner's)
                if basis[:3] == now[:3]:
                    return basis, _from_columns(columns)
        return None

    def _save(self, now: Basis, records: Records) -> None:
        """Replace the file whole; not being able to only costs time."""
        if self._path is None:
            return
        body = marshal.dumps((now, _to_columns(records)))
        with suppress(OSError):
            self._path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            with replacing(self._path, private=True, lasting=False) as draft:
                draft.write_bytes(crc32(body).to_bytes(_CHECK_BYTES, "big") + body)


def _is_past(log: sqlite3.Connection, basis: Basis) -> bool:
    """Whether the log held that event in that row: then all before it is the same, for it only grows."""
    *_, row, event_id = basis
    if row == 0:
        return True
    found = log.execute("select id from events where row = ?", (row,)).fetchone()
    return found is not None and found[0] == event_id


def _to_columns(records: Records) -> list[list[Any]]:
    """The records by column, each different state once: read back three times as fast as row by row."""
    every = records.values()
    states = list(dict.fromkeys(record.state for record in every))
    number = {state: place for place, state in enumerate(states)}
    return [
        [bank for bank, _ in records],
        [card for _, card in records],
        [tuple(state) for state in states],
        [number[record.state] for record in every],
        *([record[place] for record in every] for place in range(1, len(CardRecord._fields))),
    ]


def _from_columns(columns: list[list[Any]]) -> Records:
    banks, cards, states, numbers, *rest = columns
    known = [CardState._make(state) for state in states]
    rows = zip(map(known.__getitem__, numbers), *rest, strict=True)
    return dict(zip(zip(banks, cards, strict=True), map(CardRecord._make, rows), strict=True))
