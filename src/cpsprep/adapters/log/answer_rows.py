"""The answers of a log, for statistics: what was chosen, how long it took, none that was taken back."""

import json
import sqlite3
from collections.abc import Iterator
from typing import Any, Final

from cpsprep.adapters.log.rows import CANONICAL, STANDS
from cpsprep.core.events import Confidence
from cpsprep.core.item import BankId, CardId, ItemId, OptionId
from cpsprep.core.progress.answer_rows import AnswerRow

_QUERY: Final = f"""
select study_day, bank, item, card, mode, grade, correct, payload
from events
where type = 'answered' and bank is not null and item is not null and card is not null
  and {STANDS}
order by {CANONICAL}
"""  # noqa: S608


def answer_rows(connection: sqlite3.Connection) -> Iterator[AnswerRow]:
    """Every answer of the log, lazily; a payload from elsewhere may lack anything."""
    for day, bank, item, card, mode, grade, correct, payload in connection.execute(_QUERY):
        chosen, ms, sure = _told(payload)
        yield AnswerRow(
            day,
            BankId(bank),
            ItemId(item),
            CardId(card),
            mode or "",
            grade,
            None if correct is None else bool(correct),
            chosen,
            ms,
            sure,
        )


def _told(payload: str) -> tuple[tuple[OptionId, ...], int | None, bool]:
    said: Any = json.loads(payload)
    if not isinstance(said, dict):
        return (), None, False
    chosen, ms = said.get("chosen"), said.get("ms")
    options = chosen if isinstance(chosen, list) else []
    return (
        tuple(OptionId(option) for option in options if isinstance(option, str)),
        ms if type(ms) is int and ms >= 0 else None,
        said.get("confidence") == Confidence.SURE,
    )
