"""Every answer of the log that stands, for an export to another program."""

from dataclasses import dataclass
from typing import Final

from cpsprep.adapters.collector import without_collector
from cpsprep.adapters.log.errors import told
from cpsprep.adapters.log.rows import CANONICAL, STANDS
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.core.anki.history_out import Given
from cpsprep.core.history import History

_GIVEN: Final = f"""
select bank, card, at_ms, study_day, device, mode, grade, correct,
  case when json_type(payload, '$.ms') = 'integer' then max(0, json_extract(payload, '$.ms')) else 0 end
from events
where type = 'answered' and bank is not null and card is not null
  and {STANDS}
order by {CANONICAL}
"""  # noqa: S608


@dataclass(frozen=True, slots=True)
class AnswersGiven:
    """Fulfils `app.take_history.HistoryLog`."""

    log: SqliteLog

    def given(self) -> list[Given]:
        with told(self.log.path), without_collector():
            rows = self.log.connection.execute(_GIVEN)
            return [Given(*row)._replace(correct=None if row[7] is None else bool(row[7])) for row in rows]

    def history(self, today: int) -> History:
        return self.log.history(today)
