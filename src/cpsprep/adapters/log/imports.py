"""Events of another program into the log: what it holds already, and adding what it lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cpsprep.adapters.collector import without_collector
from cpsprep.adapters.log.database import transaction
from cpsprep.adapters.log.errors import told
from cpsprep.adapters.log.rows import INSERT, to_row
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.core.anki.history_in import LoggedAnswer
from cpsprep.core.events import Event, EventId, Moment

_ANSWERS: Final = (
    "select id, device, bank, card, at_ms, offset_min, study_day from events"
    " where type = 'answered' and bank is not null and card is not null"
)
_VOIDS: Final = (
    "select e.id from events v indexed by events_marks join events e on e.row = v.row"
    " where v.type = 'voided' and v.type not in ('answered', 'seen')"
)


@dataclass(frozen=True, slots=True)
class Imports:
    """Fulfils `app.pull_anki.AnswerLog`."""

    log: SqliteLog

    def answers(self) -> list[LoggedAnswer]:
        with told(self.log.path), without_collector():
            return [
                LoggedAnswer(id_, device, (bank, card), *when)
                for id_, device, bank, card, *when in self.log.connection.execute(_ANSWERS)
            ]

    def voids(self) -> set[EventId]:
        with told(self.log.path):
            return {id_ for (id_,) in self.log.connection.execute(_VOIDS)}

    def add(self, events: Sequence[Event], at: Moment) -> None:
        self.log.prepare(at.study_day)
        with told(self.log.path), transaction(self.log.connection):
            self.log.connection.executemany(INSERT, map(to_row, events))
