"""Whether the log holds a mock exam without its last events; light, because every review asks it."""

from typing import Final

from cpsprep.adapters.log.errors import told
from cpsprep.adapters.log.sqlite_log import SqliteLog

_OPEN: Final = """
select 1 from events indexed by events_marks
where type not in ('answered', 'seen') and type = 'exam-started' and id not in (
  select json_extract(payload, '$.exam') from events indexed by events_marks
  where type not in ('answered', 'seen') and type = 'exam-ended'
    and json_type(payload, '$.exam') = 'text'
)
limit 1
"""


def has_open_exam(log: SqliteLog) -> bool:
    """Whether an exam was begun whose end is not noted down; it may be over all the same."""
    with told(log.path):
        return log.connection.execute(_OPEN).fetchone() is not None
