"""Mock exams in the log: their events, the texts of their questions, and when each question was last seen."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cpsprep.adapters.log.database import transaction
from cpsprep.adapters.log.errors import told
from cpsprep.adapters.log.merge import add_event
from cpsprep.adapters.log.rows import NAMES, to_event
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.core.events import Event, Fact, Moment
from cpsprep.core.history import History
from cpsprep.core.item import BankId, ItemId, ItemKey, Version

_EVENTS: Final = f"""
select {NAMES} from events indexed by events_marks
where type not in ('answered', 'seen') and type in ('exam-started', 'exam-marked', 'exam-ended')
"""  # noqa: S608
_LAST_SEEN: Final = """
select bank, item, max(study_day) from events
where type in ('answered', 'seen') and bank is not null and item is not null
group by bank, item
"""
_TEXT: Final = "select canonical from versions where hash = ?"


@dataclass(frozen=True, slots=True)
class Exams:
    """Fulfils `app.exams.ExamLog`."""

    log: SqliteLog

    def history(self, today: int) -> History:
        return self.log.history(today)

    def append(self, facts: Sequence[Fact], at: Moment, versions: Mapping[Version, str]) -> None:
        self.log.append(facts, at, versions)

    def seal(self, events: Sequence[Event], at: Moment) -> None:
        """Put the last events of exams on disk as they are, all or none; what is there already stays."""
        # Whether the log is still in its place, and who its learner is, `append` looks after.
        self.log.append((), at, {})
        with told(self.log.path), transaction(self.log.connection):
            for event in events:
                add_event(self.log.connection, event, "the end of a mock exam")

    def exam_events(self) -> list[Event]:
        """The events of all exams, in no order."""
        with told(self.log.path):
            return [to_event(row) for row in self.log.connection.execute(_EVENTS)]

    def texts(self, versions: Iterable[Version]) -> dict[Version, str]:
        """The canonical texts of these versions, as far as the log has them."""
        with told(self.log.path):
            found = (
                (version, self.log.connection.execute(_TEXT, (version,)).fetchone()) for version in versions
            )
            return {version: row[0] for version, row in found if row is not None}

    def last_seen(self) -> dict[ItemKey, int]:
        """The study day on which each item was last on a screen, taken back or not."""
        with told(self.log.path):
            rows = self.log.connection.execute(_LAST_SEEN)
            return {(BankId(bank), ItemId(item)): day for bank, item, day in rows}
