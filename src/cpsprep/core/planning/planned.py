"""A plan of a sitting: the queue in order, why each card is in it, and what waits."""

from enum import StrEnum
from typing import NamedTuple

from cpsprep.core.bank import Entry
from cpsprep.core.history import CardRecord
from cpsprep.core.planning.catchup import CatchUp


class Why(StrEnum):
    """Why a card is in the queue."""

    KEY_CHANGED = "key changed"
    OVERDUE = "overdue"
    DUE = "due"
    MOCK = "missed in a mock exam"
    AHEAD = "ahead"
    NEW = "new"
    DRILL = "drill"
    PRACTICE = "practice"


class Reason(NamedTuple):
    """Why, and by how many days overdue or ahead of time; 0 for the others."""

    why: Why
    days: int = 0


class Planned(NamedTuple):
    """A card of the queue; `record` is None for one that was never answered."""

    entry: Entry
    reason: Reason
    record: CardRecord | None = None


class Counts(NamedTuple):
    """What there is, of the cards that match the selection; set aside and skipped ones count only there.

    Nothing due is hidden: `due + changed` is `reviews_today + left_for_later + left_for_tomorrow + siblings`.
    """

    due: int = 0
    overdue: int = 0
    """Of `due`, those from before today."""
    changed: int = 0
    """Cards whose key changed since they were answered; not in `due`."""
    drill: int = 0
    new_available: int = 0
    reviews_today: int = 0
    """Due and changed cards in the queue."""
    new_today: int = 0
    """New cards in the queue."""
    left_for_later: int = 0
    """Due and changed cards that only the size of this sitting keeps out."""
    left_for_tomorrow: int = 0
    """Due and changed cards that the day's limit or the catch-up keeps out."""
    siblings: int = 0
    """Due and changed cards that wait because a sibling comes, or came, today."""
    set_aside: int = 0
    skipped: int = 0
    kept: int = 0
    """New cards kept for mock exams; not in `new_available`."""


class Queue(NamedTuple):
    """The queue in order, what waits, and the catch-up if there is one."""

    cards: tuple[Planned, ...]
    counts: Counts
    catch_up: CatchUp | None = None
