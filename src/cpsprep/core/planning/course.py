"""A plan in force on one day: what the queue asks of it, put together from banks, log and outline.

course = course_on(catalog, history, outline, today, seconds)
made = plan(catalog, with_plan(history, course), today, settings, seed, course=course)
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from cpsprep.core.bank import Catalog
from cpsprep.core.exam.outline import Outline
from cpsprep.core.exam.pace import minutes_for
from cpsprep.core.history import CardKey, History
from cpsprep.core.planning.deadline import Deadline, deadline_of
from cpsprep.core.planning.limits import Amount
from cpsprep.core.planning.mock_days import MockDay, mock_days, next_mock
from cpsprep.core.planning.mocks import after_mocks
from cpsprep.core.planning.pacing import affordable, last_call, new_by_day, new_today
from cpsprep.core.planning.places import moved, places
from cpsprep.core.planning.pool import NO_POOL, Pool, ranked
from cpsprep.core.planning.ranking import Ranking
from cpsprep.core.planning.selection import STUDIED

_LONGEST_LOOK: Final = 60


@dataclass(frozen=True, slots=True)
class Course:
    """A plan on one study day.

    Args:
        deadline: the plan.
        outline: the exam.
        ranking: in which order new cards come.
        pool: what is kept for mock exams.
        places: where in the final window each card belongs.
        known: cards that were answered at least once.
        left: cards of the plan that were never answered.
        beyond: never answered cards that the plan leaves out.
        seconds: for one answer.
        mocks: the mock exams that are still to come.
        mock: a mock exam that is to be taken today.
        mock_planned: the same in the morning; it stays when it was taken.
    """

    deadline: Deadline
    outline: Outline
    ranking: Ranking
    pool: Pool = NO_POOL
    places: Mapping[CardKey, float] = field(default_factory=dict)
    known: int = 0
    left: int = 0
    beyond: int = 0
    seconds: float = 45.0
    mocks: tuple[MockDay, ...] = ()
    mock: MockDay | None = None
    mock_planned: MockDay | None = None

    def new_room(self, today: int, done: Amount) -> int:
        """How many new cards are still to come today; reviews take the minutes that these leave."""
        planned = new_today(self.deadline, today, self.left, done.new, self._full())
        room = affordable(self._minutes_beside(self.mock_planned), self.seconds, done.reviews)
        return planned if room is None else min(planned, max(0, room - done.new))

    def _minutes_beside(self, mock: MockDay | None) -> int | None:
        minutes = self.deadline.minutes
        return minutes if minutes is None or mock is None else max(0, minutes - self.mock_minutes(mock))

    def _bounded(self) -> dict[int, int]:
        """How many new cards the days of mock exams have room for."""
        room = {one.day: affordable(self._minutes_beside(one), self.seconds, 0) for one in self.mocks}
        off = self.deadline.days.is_off
        return {day: most for day, most in room.items() if most is not None and not off(day)}

    def _full(self) -> frozenset[int]:
        return frozenset(day for day, most in self._bounded().items() if not most)

    def mock_minutes(self, mock: MockDay) -> int:
        """How long a mock exam takes: what its own clock will give."""
        return minutes_for(self.outline, mock.items)

    def next_new(self, today: int) -> int | None:
        """Days until the plan brings new cards again, None when it brings no more."""
        for ahead in range(1, _LONGEST_LOOK):
            if today + ahead >= self.deadline.exam:
                return None
            if new_today(self.deadline, today + ahead, self.left):
                return ahead
        return None

    def new_ahead(self, today: int, done: Amount) -> tuple[int, ...]:
        """New cards on each study day from today on, today's being what is still to come."""
        now = new_today(self.deadline, today, self.left, done.new, self._full())
        later = new_by_day(self.deadline, today + 1, self.left - now, self._bounded())
        return later if self.deadline.days.is_off(today) else (now, *later)

    def invites_new(self, today: int) -> bool:
        """Whether more new cards than the plan's are worth a word today; at the end only to beginners."""
        if self.deadline.days.is_off(today) or today >= self.deadline.exam:
            return False
        return today < last_call(self.deadline) or not self.known


def course_on(
    catalog: Catalog, history: History, outline: Outline, today: int, seconds: float
) -> Course | None:
    """The plan in force on a day, None without one.

    Args:
        catalog: the banks in use.
        history: as the log tells it, with the scheduler's days.
        outline: the exam.
        today: a study day.
        seconds: for one answer.
    """
    deadline = deadline_of(history.plan, today)
    if deadline is None:
        return None
    ranking, pool = ranked(catalog.entries, outline, history, today)
    known = free = 0
    for entry in catalog.entries:
        if entry.status in STUDIED:
            key = (entry.bank, entry.card)
            if key in history.records:
                known += 1
            elif key not in history.set_aside and (entry.bank, entry.item) not in pool.kept:
                free += 1
    left = free if deadline.core is None else min(free, max(0, deadline.core - known))
    mocks = mock_days(deadline, history.plan, outline.items)
    before = [day for day in history.mocks_ended if day < today]
    return Course(
        deadline=deadline,
        outline=outline,
        ranking=ranking,
        pool=pool,
        places=places(catalog.entries, history.learner),
        known=known,
        left=left,
        beyond=free - left,
        seconds=seconds,
        mocks=mocks[sum(day >= deadline.begun for day in history.mocks_ended) :],
        mock=next_mock(mocks, history.mocks_ended, deadline, today),
        mock_planned=next_mock(mocks, before, deadline, today),
    )


def with_plan(history: History, course: Course | None) -> History:
    """The history whose records carry the days on which cards really come; queue and forecasts read it.

    Without a plan and without a mock exam it is the very same history.
    """
    planned = moved(history, course.deadline, course.places) if course else history
    return after_mocks(planned)
