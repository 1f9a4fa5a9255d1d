"""Options that nobody read: in columns of unknown names, or one in each row."""

import re
from typing import Final

from cpsprep.core.interchange.tables.columns import Columns, Row
from cpsprep.core.interchange.tidy import bare

_LABEL: Final = re.compile(r"[(\[]?(?:[A-Za-z]|[1-9])[)\].]?")
_PAIR: Final = 2
_NOTHING: Final = frozenset({"", "none", "n a", "na"})
_STATEMENT: Final = frozenset({"true", "false", "t", "f", "or"})


def is_key_of_unread(answer: str, row: Row, columns: Columns) -> bool:
    """Whether an answer is the letter, number, name or words of a column that was not read."""
    kept = set(columns.places.values())
    unread = [cell for place, cell in enumerate(row.cells) if place not in kept and cell.strip()]
    named = _LABEL.fullmatch(answer) or bare(answer) in map(bare, [*columns.passed, *unread])
    return len(unread) >= _PAIR and bool(answer and named)


def is_one_option(cell: str) -> bool:
    """Whether the cell of all options holds a single one, as where each has a row of its own."""
    return bare(cell) not in _NOTHING and not _STATEMENT.issuperset(bare(cell).split())
