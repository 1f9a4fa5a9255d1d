"""The end of a sitting: what tomorrow brings, and which questions have become tricky."""

from dataclasses import dataclass

from cpsprep.app.errors import UnreadableError
from cpsprep.app.planning import under_way
from cpsprep.app.ports import Log, Shelf
from cpsprep.app.study import Opened
from cpsprep.core.config.settings import Settings
from cpsprep.core.history import CardKey, History
from cpsprep.core.planning.queue import plan
from cpsprep.core.progress.tricky import is_told_at


@dataclass(frozen=True, slots=True)
class Closing:
    """What to tell at the end: what tomorrow brings, and how many questions have just become tricky."""

    due_tomorrow: int
    new_tomorrow: int
    tricky: int


def close_sitting(shelf: Shelf, log: Log, opened: Opened, settings: Settings) -> Closing:
    """Look at the log once more after a sitting, and plan tomorrow; the bank may have gone meanwhile."""
    try:
        catalog = shelf.catalog()
    except UnreadableError:
        catalog = opened.catalog
    tomorrow = opened.today + 1
    history, course = under_way(catalog, log.history(opened.today), tomorrow, settings, opened.boards)
    counts = plan(catalog, history, tomorrow, settings, history.learner, course=course).counts
    return Closing(
        due_tomorrow=counts.reviews_today,
        new_tomorrow=counts.new_today,
        tricky=sum(
            is_told_at(record.misses)
            for key, record in history.records.items()
            if record.last_day >= opened.today and _misses(opened.history, key) < record.misses
        ),
    )


def _misses(history: History, key: CardKey) -> int:
    record = history.records.get(key)
    return record.misses if record else 0
