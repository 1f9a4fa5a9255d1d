"""On which days a plan puts mock exams: in parts of 25 questions over several days, or whole on one long day.

The last one ends before the final window, so that what it missed comes once more before the exam; where there
is time for two, the first lies halfway. All of it follows from the plan, so two machines say the same.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from cpsprep.core.history import StudyPlan
from cpsprep.core.planning.deadline import Deadline
from cpsprep.core.planning.study_days import weekday

PARTS, DAY = "parts", "day"
"""How a learner may want them."""
PART: Final = 25
"""Questions of a part."""
SATURDAY: Final = 5
TWO_FROM: Final = 21
"""Study days from which a plan has room for two."""
WHOLE_FROM: Final = 6
"""Study days from which it has room for a whole one; with fewer there is one part."""
_LEAST: Final = 3
_FORTNIGHT: Final = 14


class MockDay(NamedTuple):
    """A mock exam, or a part of one, on a study day."""

    day: int
    items: int


def mock_days(deadline: Deadline, said: StudyPlan, items: int) -> tuple[MockDay, ...]:
    """The mock exams of a plan in order; none unless the learner wants them.

    Args:
        deadline: the plan.
        said: what the learner wants, in `mocks` and `mock_day`.
        items: questions of the exam.
    """
    if said.mocks == PARTS:
        return tuple(_parts(deadline, items))
    if said.mocks == DAY:
        return tuple(_whole(deadline, SATURDAY if said.mock_day is None else said.mock_day, items))
    return ()


def next_mock(
    days: Iterable[MockDay], ended: Iterable[int], deadline: Deadline, today: int
) -> MockDay | None:
    """The one that is to be taken today: of those up to today, the first that was not taken yet.

    Those taken count in order, on whatever day they were; the last two days before the exam ask for none.
    """
    taken = sum(deadline.begun <= day <= today for day in ended)
    if any(day == today for day in ended) or today > deadline.exam - 2:
        return None
    open_ = [one for one in days if one.day <= today][taken:]
    return open_[0] if open_ else None


def _parts(deadline: Deadline, items: int) -> Iterable[MockDay]:
    start, end = deadline.days.number(deadline.begun), deadline.days.number(deadline.exam)
    days = end - start
    if days < _LEAST:
        return
    if days < WHOLE_FROM:
        yield MockDay(deadline.days.day(end - 2), PART)
        return
    # More parts than days would not be one exam any more.
    sizes = [min(PART, items - done) for done in range(0, items, PART)][: days - 2]
    last = max(start + len(sizes), end - deadline.window)
    half = start + (last - start) // 2
    ends = [half, last] if days >= TWO_FROM and half - start >= len(sizes) else [last]
    for after in ends:
        for place, size in enumerate(sizes):
            yield MockDay(deadline.days.day(after - len(sizes) + place), size)


def _whole(deadline: Deadline, on: int, items: int) -> Iterable[MockDay]:
    """Also on a day off, if the learner chose that weekday: a long day needs one."""
    free = [day for day in range(deadline.begun + 1, deadline.exam - 1) if weekday(day) == on]
    if not free:
        return
    last = max((day for day in free if day < deadline.first), default=free[-1])
    days = deadline.days.number(deadline.exam) - deadline.days.number(deadline.begun)
    if days >= TWO_FROM and last - _FORTNIGHT in free:
        yield MockDay(last - _FORTNIGHT, items)
    yield MockDay(last, items)
