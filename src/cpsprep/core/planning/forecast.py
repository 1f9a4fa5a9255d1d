"""How many questions fall due on each of the coming days."""

from collections.abc import Iterable

from cpsprep.core.bank import Entry
from cpsprep.core.history import History
from cpsprep.core.planning.deadline import deadline_of
from cpsprep.core.planning.selection import STUDIED

DAYS = 14


def next_days(entries: Iterable[Entry], history: History, today: int, days: int = DAYS) -> tuple[int, ...]:
    """Due counts from today on; today holds what is overdue as well.

    Cards that were set aside and questions that are not studied are left out; a card that was skipped counts
    on the day it comes back. Under a plan to an exam, what falls due on a day off counts on the next day of
    study. Nothing is added for answers still to be given.
    """
    deadline = deadline_of(history.plan, today)
    counts = [0] * days
    for entry in entries:
        key = (entry.bank, entry.card)
        record = history.records.get(key)
        if record is None or entry.status not in STUDIED or key in history.set_aside:
            continue
        day = max(record.due, history.skipped.get(key, today), today)
        ahead = (day if deadline is None or day == today else deadline.back_on(day)) - today
        if ahead < days:
            counts[ahead] += 1
    return tuple(counts)
