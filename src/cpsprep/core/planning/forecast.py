"""How many questions fall due on each of the coming days."""

from collections.abc import Iterable

from cpsprep.core.bank import Entry
from cpsprep.core.history import History
from cpsprep.core.planning.selection import STUDIED

DAYS = 14


def next_days(entries: Iterable[Entry], history: History, today: int, days: int = DAYS) -> tuple[int, ...]:
    """Due counts from today on; today holds what is overdue as well.

    Cards that were set aside and questions that are not studied are left out; a card that was skipped counts
    on the day it comes back. Nothing is added for answers still to be given.
    """
    counts = [0] * days
    for entry in entries:
        key = (entry.bank, entry.card)
        record = history.records.get(key)
        if record is None or entry.status not in STUDIED or key in history.set_aside:
            continue
        ahead = max(record.due, history.skipped.get(key, today), today) - today
        if ahead < days:
            counts[ahead] += 1
    return tuple(counts)
