"""Every time a question was before the learner, for readiness: answered, left, or taken back."""

import sqlite3
from collections.abc import Iterator
from typing import Final

from cpsprep.adapters.log.rows import CANONICAL, TAKEN_BACK
from cpsprep.core.events import FROM_ANKI
from cpsprep.core.item import BankId, ItemId
from cpsprep.core.readiness.evidence import Exposure

_SHOWN: Final = "json_type(payload, '$.shown') = 'array'"
_QUERY: Final = f"""
select study_day, at_ms, bank, item,
  case when type = 'answered' then coalesce(mode, '') else '' end,
  case when type = 'answered' and {_SHOWN} and not {TAKEN_BACK} then correct end,
  case when {_SHOWN} then json_array_length(payload, '$.shown') else 0 end
from events
where type in ('answered', 'seen') and bank is not null and item is not null
  and not (device = ? and {TAKEN_BACK})
order by {CANONICAL}
"""  # noqa: S608


def exposures(connection: sqlite3.Connection) -> Iterator[Exposure]:
    """In the canonical order of the log, lazily.

    An answer that was taken back had shown the question, and what is right. Only copies of answers that went
    to Anki and came home are passed over: they were never shown.
    """
    for day, at_ms, bank, item, mode, correct, options in connection.execute(_QUERY, (FROM_ANKI,)):
        right = None if correct is None else bool(correct)
        yield Exposure(day, at_ms, BankId(bank), ItemId(item), mode, right, options)
