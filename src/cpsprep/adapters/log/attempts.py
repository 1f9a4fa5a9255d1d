"""The attempts to recall that a log holds, card by card, for the memory model."""

import sqlite3
from collections.abc import Iterator
from typing import Final

from cpsprep.adapters.log.rows import CANONICAL, STANDS
from cpsprep.core.history import CardKey
from cpsprep.core.memory.recall import Attempt

_GRADE: Final = """
coalesce(grade, case
  when mode != 'exam' or correct is null or json_array_length(payload, '$.chosen') = 0 then null
  when correct and coalesce(json_extract(payload, '$.confidence'), '') != 'guess' then 4
  else 1 end)
"""
"""Mock exams give no grades: right is 4, wrong or guessed is 1, and a blank is no attempt."""
_QUERY: Final = f"""
select bank, card, study_day, {_GRADE} as told
from events
where type = 'answered' and bank is not null and card is not null and told is not null
  and {STANDS}
"""  # noqa: S608
_ORDER: Final = f"order by bank, card, {CANONICAL}"


def attempts(connection: sqlite3.Connection) -> Iterator[Attempt]:
    """Every attempt of every card, lazily, card by card in canonical order."""
    return connection.execute(f"{_QUERY} {_ORDER}")


def attempts_of(connection: sqlite3.Connection, card: CardKey) -> Iterator[Attempt]:
    """The attempts of one card in canonical order."""
    return connection.execute(f"{_QUERY} and bank = ? and card = ? {_ORDER}", card)
