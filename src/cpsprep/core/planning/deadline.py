"""A plan to an exam date: when each card comes back, so that it is seen once more shortly before the exam.

The scheduler's states are never touched; only the day on which a card is due is another one. Nothing here
looks at another card, so a day once promised is kept, and two machines promise the same.
"""

from math import ceil
from typing import Final, NamedTuple

from cpsprep.core.history import StudyPlan
from cpsprep.core.planning.said import day_of
from cpsprep.core.planning.study_days import EVERY_DAY, StudyDays

LEAST_WINDOW: Final = 3
"""Study days; fewer and the last days overflow (measured: 1 or 2 days hit a limit of 30 minutes)."""
USUAL_WINDOW: Final = 5
"""Where nothing is known of the minutes a day: the best in the simulation of `docs/design.md` section 6."""
SIGHT: Final = 366
"""Days that forecasts look ahead."""
FILL: Final = 0.8
"""The part of a day's minutes that one look at every card may take in the final window."""


class Deadline(NamedTuple):
    """A plan as it was made; days are study days since 1970-01-01.

    Args:
        exam: the day of the exam.
        begun: the day on which this way to the exam began.
        made_on: the day on which its numbers were last worked out.
        window: how many study days before the exam every card comes once more.
        days: the calendar, with days off.
        core: how many cards the plan takes, those known when it was made included; None for all.
        minutes: minutes a day, None where the learner said nothing.
    """

    exam: int
    begun: int
    made_on: int
    window: int = USUAL_WINDOW
    days: StudyDays = EVERY_DAY
    core: int | None = None
    minutes: int | None = None

    @property
    def first(self) -> int:
        """The first day of the final window."""
        return self.days.day(self.days.number(self.exam) - self.window)

    @property
    def last(self) -> int:
        """The last day of study before the exam."""
        return self.days.day(self.days.number(self.exam) - 1)

    def due(self, natural: int, last_day: int, place: float) -> int:
        """The day on which a card is due under the plan; never later than `natural`.

        A card that would come back only after the exam comes in the final window instead, unless it was
        answered there already.

        Args:
            natural: the day on which the scheduler has it due.
            last_day: the day of its last answer.
            place: where in the window it belongs, from 0 to below 1; see `core.planning.places`.
        """
        number = self.days.number(self.exam)
        if natural <= self.days.day(number - 1) or last_day >= self.days.day(number - self.window):
            return natural
        return self.days.day(number - self.window + int(place * self.window))

    def back_on(self, due: int) -> int:
        """The day on which a due card really comes: days off wait, as far as the exam leaves room."""
        back = self.days.following(due)
        return back if due < back < self.exam else due

    def within_sight(self, today: int) -> "Deadline":
        """The plan as forecasts take it: an exam further off than a year is taken as one in a year."""
        return self._replace(exam=min(self.exam, today + SIGHT))


def deadline_of(plan: StudyPlan, today: int) -> Deadline | None:
    """The plan in force on a day: from its making to the exam day itself, None without one."""
    exam = day_of(plan.exam_date)
    if exam is None or today > exam:
        return None
    begun = plan.begun if plan.begun is not None else today
    made_on = plan.made_on if plan.made_on is not None else begun
    days = StudyDays(frozenset(plan.days_off))
    usual = window_of(0, 0.0, None, days.number(exam) - days.number(made_on))
    return Deadline(
        exam=exam,
        begun=begun,
        made_on=made_on,
        window=plan.window if plan.window is not None and plan.window > 0 else usual,
        days=days,
        core=plan.core,
        minutes=plan.minutes_per_day,
    )


def window_of(cards: int, seconds: float, minutes: float | None, study_days: int) -> int:
    """How many study days the final window takes: `docs/design.md` section 6.

    Args:
        cards: how many cards have to be seen in it.
        seconds: for one answer.
        minutes: minutes a day, None where they are unknown.
        study_days: from the making of the plan to the exam.
    """
    wanted = USUAL_WINDOW if minutes is None else ceil(cards * seconds / (FILL * 60 * max(1.0, minutes)))
    return min(max(wanted, LEAST_WINDOW), max(LEAST_WINDOW, study_days // 3))
