"""The questions kept for mock exams: a part of each area that is not drilled before the exam.

They are drawn by the learner's own lot among questions never seen, the same on every machine. One that was
shown anywhere is used up; all are free after the exam day, or as soon as the learner says so.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from cpsprep.core.bank import Entry
from cpsprep.core.exam.outline import ItemKey, Outline
from cpsprep.core.history import History
from cpsprep.core.planning.deadline import deadline_of
from cpsprep.core.planning.ranking import Ranking, rank

NONE: Final[frozenset[ItemKey]] = frozenset()


class Pool(NamedTuple):
    """Items that are still kept, and those of the pool that were shown since the plan began."""

    kept: frozenset[ItemKey] = NONE
    used: frozenset[ItemKey] = NONE


NO_POOL: Final = Pool()


def held_out(entries: Sequence[Entry], outline: Outline, history: History, today: int) -> frozenset[ItemKey]:
    """The items kept for mock exams on a study day; none without a plan, after the exam, once released.

    Args:
        entries: the cards of the banks in use.
        outline: the exam.
        history: the fold of the log.
        today: a study day.
    """
    return pool_of(ranked(entries, outline, history, today), entries, history, today).kept


def pool_of(ranking: Ranking, entries: Iterable[Entry], history: History, today: int) -> Pool:
    """The same from a ranking that was made already, with what is used up."""
    if history.pool_released or deadline_of(history.plan, today) is None:
        return NO_POOL
    chosen = {(entry.bank, entry.item) for unit in ranking.pool for entry in unit}
    seen = first_seen(entries, history).keys()
    return Pool(frozenset(chosen - seen), frozenset(chosen & seen))


def ranked(entries: Sequence[Entry], outline: Outline, history: History, today: int) -> Ranking:
    """The ranking of the plan in force: what was seen before it began cannot be in its pool.

    With the pool released its questions come at the end of the row.
    """
    deadline = deadline_of(history.plan, today)
    begun = deadline.begun if deadline else today
    seen = {key for key, day in first_seen(entries, history).items() if day < begun}
    made = rank(entries, outline, history.learner, seen, history.board_result)
    return Ranking((*made.drill, *made.pool), ()) if history.pool_released else made


def first_seen(entries: Iterable[Entry], history: History) -> dict[ItemKey, int]:
    """The study day on which each item was first shown, in whatever way."""
    found = dict(history.seen)
    records = history.records
    for entry in entries:
        record = records.get((entry.bank, entry.card))
        if record is not None:
            key = (entry.bank, entry.item)
            found[key] = min(record.first_day, found.get(key, record.first_day))
    return found
