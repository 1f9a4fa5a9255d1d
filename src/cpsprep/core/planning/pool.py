"""The questions kept for mock exams: a part of each area that is not drilled before the exam.

They are drawn by the learner's own lot among questions never seen, the same on every machine. One that was
shown anywhere is used up; all are free after the exam day, or as soon as the learner says so.
"""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from cpsprep.core.bank import Entry
from cpsprep.core.exam.outline import Outline
from cpsprep.core.history import History
from cpsprep.core.item import ItemKey
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
    if history.pool_released or deadline_of(history.plan, today) is None:
        return NONE
    return ranked(entries, outline, history, today)[1].kept


def ranked(entries: Sequence[Entry], outline: Outline, history: History, today: int) -> tuple[Ranking, Pool]:
    """The ranking of the plan in force, and its pool: nothing that was seen before the plan began.

    With the pool released its questions come at the end of the row.
    """
    deadline = deadline_of(history.plan, today)
    begun = deadline.begun if deadline else today
    first = first_seen(entries, history)
    before = {key for key, day in first.items() if day < begun}
    made = rank(entries, outline, history.learner, before, history.board_result)
    if history.pool_released:
        return Ranking((*made.drill, *made.pool), ()), NO_POOL
    chosen = {(entry.bank, entry.item) for unit in made.pool for entry in unit}
    return made, Pool(frozenset(chosen - first.keys()), frozenset(chosen & first.keys()))


def first_seen(entries: Iterable[Entry], history: History) -> dict[ItemKey, int]:
    """The study day on which each item was first shown, in whatever way."""
    found = dict(history.seen)
    records = history.records
    for entry in entries:
        record = records.get((entry.bank, entry.card))
        if record is not None:
            key, day = (entry.bank, entry.item), record.first_day
            if found.setdefault(key, day) > day:
                found[key] = day
    return found
