"""What the days to the exam will ask of a learner: expected answers and minutes, from averages of SM-2.

Cards are not looked at one by one: those that are due on one day with intervals alike are one number, and an
answer divides it into those that pass and those that do not. That is enough for a forecast, and quick.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from cpsprep.core.history import CardRecord
from cpsprep.core.planning.deadline import Deadline
from cpsprep.core.planning.pacing import KNOWS_NEW, NEW_ANSWERS, REMEMBERS, REVIEW_ANSWERS, last_call
from cpsprep.core.planning.planned import Counts
from cpsprep.core.sm2 import NEW, schedule

_RUNGS: Final = 8


def _ladder() -> tuple[int, ...]:
    """Intervals in days after a miss, then after 1, 2, ... passes in a row, of a card of ordinary ease."""
    state, found = NEW, [1]
    for _ in range(_RUNGS):
        state = schedule(state, 4)
        found.append(state.interval)
    return tuple(found)


LADDER: Final = _ladder()
_TOP: Final = len(LADDER) - 1


Known = Mapping[tuple[int, int, int], int]
"""Cards that are alike: how many there are with a due day, a rung and, if due after the exam, a last day."""


class DayLoad(NamedTuple):
    """One study day: expected reviews and new cards, and the minutes for both with their repeats."""

    day: int
    reviews: float
    new: float
    minutes: float


class Load(NamedTuple):
    """The study days from today to the exam, and the minutes for which they have no room."""

    days: tuple[DayLoad, ...] = ()
    missing: float = 0.0

    @property
    def minutes(self) -> float:
        return sum(day.minutes for day in self.days)

    @property
    def peak(self) -> float:
        """The minutes of the fullest day."""
        return max((day.minutes for day in self.days), default=0.0)


def work_of(counts: Counts, today: int, seconds: float) -> DayLoad:
    """Today's queue as a day of the load, with its repeats: one number for every screen."""
    reviews, new = counts.reviews_today, counts.new_today
    minutes = _minutes(reviews, new, seconds) + counts.drill * seconds / 60
    return DayLoad(today, reviews, new, max(1.0, minutes) if reviews + new + counts.drill else 0.0)


def alike(records: Iterable[CardRecord], deadline: Deadline) -> Counter[tuple[int, int, int]]:
    """The cards that are studied, counted; with the scheduler's days or with those of a plan."""
    found: Counter[tuple[int, int, int]] = Counter()
    last, exam = deadline.last, deadline.exam
    for record in records:
        far = record.due > last
        found[exam if far else record.due, _rung_of(record), record.last_day if far else 0] += 1
    return found


def expected_load(
    known: Known,
    deadline: Deadline,
    today: int,
    new: Sequence[int],
    seconds: float,
    minutes: float | None = None,
    busy: Mapping[int, float] | None = None,
) -> Load:
    """The load from today to the exam.

    Args:
        known: see `alike`.
        deadline: the plan.
        today: a study day.
        new: new cards on each study day from today on.
        seconds: for one answer.
        minutes: what a day has room for; reviews that do not fit wait. None: every day takes what
            comes.
        busy: minutes of a day that something else takes, such as a mock exam.
    """
    course = _Course(deadline, today)
    for (due, rung, last_day), count in known.items():
        course.take(due, rung, last_day, count)
    taken = busy or {}
    days, waiting = [], 0.0
    for place, day in enumerate(course.days):
        wanted, fresh = course.due_on(place), waiting + (new[place] if place < len(new) else 0)
        room = None if minutes is None else max(0.0, minutes - taken.get(day, 0.0)) * 60 / seconds
        share, brought = _fitting(wanted, fresh if day < course.closed else 0.0, room)
        waiting = fresh - brought
        course.answer(place, share, brought)
        days.append(DayLoad(day, wanted * share, brought, _minutes(wanted * share, brought, seconds)))
    return Load(tuple(days), _minutes(course.left_over, waiting, seconds) if days else 0.0)


def _minutes(reviews: float, new: float, seconds: float) -> float:
    return (reviews * REVIEW_ANSWERS + new * NEW_ANSWERS) * seconds / 60


def _fitting(reviews: float, new: float, room: float | None) -> tuple[float, float]:
    """The share of the reviews, and how many new cards, for which a day has room; new ones come first."""
    if room is None:
        return 1.0, new
    brought = min(new, room / NEW_ANSWERS)
    answers = reviews * REVIEW_ANSWERS
    left = room - brought * NEW_ANSWERS
    return (left / answers if answers > left else 1.0), brought


class _Course:
    """Expected cards by rung of the ladder and place of the day; a tool of one forecast."""

    def __init__(self, deadline: Deadline, today: int) -> None:
        calendar = deadline.days
        self.days = calendar.between(today, deadline.exam)
        self.closed = last_call(deadline)
        self.left_over = 0.0
        self._today = today
        self._exam = deadline.exam
        self._first = deadline.first
        start = calendar.number(today)
        # The place of each day on the calendar; a day off has that of the next study day.
        self._places = [calendar.number(day) - start for day in range(today, deadline.exam)]
        self._count = len(self.days)
        self._window = max(0, self._count - deadline.window)
        self._due = [[0.0] * self._count for _ in LADDER]
        self._spread = [0.0] * len(LADDER)

    def take(self, due: int, rung: int, last_day: int, count: int) -> None:
        """Add cards where they are due; those seen in the final window and due after the exam are done."""
        if due < self._exam:
            if self._count:
                self._due[rung][self._places[max(0, due - self._today)]] += count
        elif last_day < self._first:
            self._spread[rung] += count

    def due_on(self, place: int) -> float:
        """How many reviews wait on a day; on the first of the final window its cards are dealt out."""
        if place == self._window:
            for rung, mass in zip(self._due, self._spread, strict=True):
                for each in range(place, self._count):
                    rung[each] += mass / (self._count - place)
        return sum(rung[place] for rung in self._due)

    def answer(self, place: int, share: float, new: float) -> None:
        """Answer this share of a day's reviews, and new cards; the rest is carried over."""
        masses = [rung[place] for rung in self._due]
        if share < 1:
            for rung, mass in zip(self._due, masses, strict=True):
                if place + 1 < self._count:
                    rung[place + 1] += mass * (1 - share)
                else:
                    self.left_over += mass * (1 - share)
        reviews = sum(masses) * share
        self._put(place, 0, reviews * (1 - REMEMBERS) + new * (1 - KNOWS_NEW))
        for number, mass in enumerate(masses):
            passed = mass * share * REMEMBERS + (0 if number else new * KNOWS_NEW)
            self._put(place, min(number + 1, _TOP), passed)

    def _put(self, place: int, rung: int, mass: float) -> None:
        """Cards that were answered on a day come back as their rung says, or in the final window."""
        if not mass:
            return
        back = self.days[place] + LADDER[rung]
        at = self._places[back - self._today] if back < self._exam else self._count
        if at < self._count:
            self._due[rung][at] += mass
        elif place < self._window:
            self._spread[rung] += mass


def _rung_of(record: CardRecord) -> int:
    """The rung whose interval is nearest above a card's own; 0 for a card that was missed."""
    repetitions, interval, _ = record.state
    if not repetitions:
        return 0
    return next((rung for rung in range(min(repetitions, _TOP), _TOP) if interval <= LADDER[rung]), _TOP)
