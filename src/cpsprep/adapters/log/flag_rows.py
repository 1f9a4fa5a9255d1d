"""The flags that a log holds, and what was taken back of them."""

import sqlite3

from cpsprep.adapters.log.rows import CANONICAL, NAMES, to_event
from cpsprep.core.events import Event

_FLAGS = (
    f"select {NAMES} from events indexed by events_marks"  # noqa: S608  (names of columns)
    " where type not in ('answered', 'seen') and type in ('flagged', 'voided')"
    f" order by {CANONICAL}"
)


def flag_events(connection: sqlite3.Connection) -> list[Event]:
    """Every flag and every void, in canonical order."""
    return [to_event(row) for row in connection.execute(_FLAGS)]
