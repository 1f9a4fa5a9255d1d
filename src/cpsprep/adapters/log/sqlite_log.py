"""The log of one learner on one device, in SQLite: append-only, and on disk before `append` returns."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self
from uuid import uuid4

from cpsprep.adapters.log import reads as log_reads
from cpsprep.adapters.log.database import connect, refuse_vanished, transaction
from cpsprep.adapters.log.errors import told
from cpsprep.adapters.log.place import LogPlace, Rescue
from cpsprep.adapters.log.rows import INSERT, to_row
from cpsprep.adapters.log.snapshot import Snapshot
from cpsprep.core.events import Event, EventId, EventType, Fact, Moment
from cpsprep.core.history import CardRecord, History, fold_cards
from cpsprep.core.item import Version
from cpsprep.core.replay import (
    RECENT,
    asks_what_was_seen,
    missed_in_mock,
    read_marks,
    seconds_in,
    seconds_per_answer,
)
from cpsprep.core.sm2 import Profile


class SqliteLog:
    """Fulfils `app.ports.Log`.

    Args:
        path: the database; made when it is missing and `create` is set.
        session: names this sitting in every event it makes.
        source: where events are made (plain, full, ...).
        device: for a log that is made now; chosen at random when absent. An existing log knows its own.
        create: for writing; makes a missing log. Without it a missing log reads as an empty one.
        snapshot: a file to keep folded records in, or None.
        before_append: called once, before the first append, with its study day (the daily backup).
        before_migration: called before an existing log is brought to a newer form.
        if_gone: keeps what the log held when its files are taken away while it is open.
    """

    def __init__(
        self,
        path: Path,
        *,
        session: str = "",
        source: str = "",
        device: str | None = None,
        create: bool = True,
        profile: Profile = Profile.TEXT,
        snapshot: Path | None = None,
        before_append: Callable[[int], None] | None = None,
        before_migration: Callable[[int], None] | None = None,
        if_gone: Rescue | None = None,
    ) -> None:
        self.path = path
        self._profile = profile
        self._knows_learner = False
        self._is_writable = create
        self._session = session
        self._source = source
        self._before_append = before_append
        refuse_vanished(path)
        self.connection = connect(path, create=create, before_migration=before_migration)
        try:
            with told(path):
                self._meta = self._read_meta(device)
        except BaseException:
            self.connection.close()
            raise
        self._place = LogPlace(path, if_gone)
        is_kept = create or path.exists()
        self._snapshot = Snapshot(snapshot if is_kept else None, self._meta["log"], profile)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self.connection.close()

    @property
    def device(self) -> str:
        return self._meta["device"]

    def append(self, facts: Sequence[Fact], at: Moment, versions: Mapping[Version, str]) -> None:
        """Put facts on disk, all or none, before returning; `versions` maps new versions to canonical JSON.

        The first facts of a log bring the learner id along.

        Raises:
            CpsprepError: they could not be saved; then none of them is.
            ValueError: the log was opened for reading.
        """
        if not self._is_writable:
            raise ValueError("this log was opened for reading")
        self._place.check(self.connection, at.at_ms)
        self.prepare(at.study_day)
        with told(self.path), transaction(self.connection):
            for version, canonical in versions.items():
                self.connection.execute(_NEW_VERSION, (version, canonical, version))
            (seq,) = self.connection.execute(_NEXT_SEQ, (self.device,)).fetchone()
            if not self._has_learner():
                facts = (self._learner(), *facts)
            self.connection.executemany(
                INSERT, [to_row(self._event(fact, seq + step, at)) for step, fact in enumerate(facts)]
            )

    def prepare(self, study_day: int) -> None:
        """Do what has to come before this process changes the log; an empty log has nothing to lose."""
        prepare, self._before_append = self._before_append, None
        if prepare:
            with told(self.path):
                row, _ = log_reads.last_row(self.connection)
            if row:
                prepare(study_day)

    def history(self, today: int) -> History:
        with told(self.path):
            connection = self.connection
            recent = log_reads.latest_answers(connection, RECENT)
            today_answers = log_reads.answered_on(connection, today)
            marks = read_marks(log_reads.marks(connection), log_reads.voids(connection), today)
            missed = missed_in_mock(log_reads.exam_answers(connection)) if marks.mocks_ended else {}
            seen = log_reads.first_shown(connection) if asks_what_was_seen(marks.plan, today) else {}
            records = self._snapshot.records(connection)
        return History(
            records=records,
            set_aside=marks.set_aside,
            skipped=marks.skipped,
            plan=marks.plan,
            board_result=marks.board_result,
            pool_released=marks.pool_released,
            seen=seen,
            missed_in_mock=missed,
            mocks_ended=marks.mocks_ended,
            learner=marks.learner or self._meta["learner"],
            last_answer=recent[0] if recent else None,
            seconds_today=seconds_in(today_answers),
            seconds_per_answer=seconds_per_answer(recent),
        )

    def version(self, version: Version) -> str | None:
        with told(self.path):
            row = self.connection.execute(
                "select canonical from versions where hash = ?", (version,)
            ).fetchone()
        return None if row is None else str(row[0])

    def event(self, event_id: str) -> Event | None:
        with told(self.path):
            return log_reads.event(self.connection, event_id)

    def record_before(self, event: Event) -> CardRecord | None:
        """The record of an answer's card without that answer, which has to be the card's last."""
        if event.fact.bank is None or event.fact.card is None:
            return None
        with told(self.path):
            answers = list(log_reads.answers_of(self.connection, [(event.fact.bank, event.fact.card)]))
        records = [record for _, record in fold_cards(answers[:-1], self._profile)]
        return records[0] if records else None

    def events(self) -> Iterator[Event]:
        """All events in canonical order, voided ones and the voids too."""
        with told(self.path):
            yield from log_reads.events(self.connection)

    def _event(self, fact: Fact, seq: int, at: Moment) -> Event:
        return Event(
            fact, seq, self.device, self._session, at.at_ms, at.offset_min, at.study_day, self._source
        )

    def _has_learner(self) -> bool:
        if not self._knows_learner:
            self._knows_learner = self.connection.execute(_LEARNER).fetchone() is not None
        return self._knows_learner

    def _learner(self) -> Fact:
        learner = self._meta["learner"]
        return Fact(EventId(learner), EventType.LEARNER, payload={"id": learner})

    def _read_meta(self, device: str | None) -> dict[str, str]:
        """Who this log is; a new one is given its names here."""
        meta = dict(self.connection.execute("select name, value from meta"))
        if "log" not in meta:
            fresh = {"log": str(uuid4()), "device": device or str(uuid4()), "learner": str(uuid4())}
            with transaction(self.connection):
                self.connection.executemany(
                    "insert or ignore into meta (name, value) values (?, ?)", fresh.items()
                )
            meta = dict(self.connection.execute("select name, value from meta"))
        return meta


_NEXT_SEQ = "select coalesce(max(seq), 0) + 1 from events where device = ?"
_NEW_VERSION = (
    "insert into versions (hash, canonical) select ?, ?"
    " where not exists (select 1 from versions where hash = ?)"
)
_LEARNER = (
    "select 1 from events indexed by events_marks"
    " where type not in ('answered', 'seen') and type = 'learner' limit 1"
)
