"""A mock exam that is kept: every action's facts are on disk before its result is shown."""

from cpsprep.app.exams import ExamLog
from cpsprep.app.ports import Clock
from cpsprep.core.events import Moment
from cpsprep.core.exam.actions import Action, Time
from cpsprep.core.exam.clock import Notice, warned
from cpsprep.core.exam.ending import last_events
from cpsprep.core.exam.exam import Exam
from cpsprep.core.exam.machine import own_time, sit_down, step


class ExamSitting:
    """Holds the present exam value and moves it on."""

    def __init__(self, exam: Exam, *, log: ExamLog, clock: Clock) -> None:
        self.exam = exam
        self._log = log
        self._clock = clock

    def sit_down(self) -> Exam:
        """Go on with an exam that was left, or that something broke off.

        Raises:
            CpsprepError: it could not be put on disk.
        """
        now = self._clock.now()
        exam, facts = sit_down(self.exam, now)
        if facts:
            self._log.append(facts, now, {})
        else:
            self._seal(exam, now)
        self.exam, _ = warned(exam, exam.latest_ms)
        return self.exam

    def do(self, action: Action) -> Exam:
        """Carry out an action and return the new exam.

        When the disk refuses, nothing has changed: the same action may be tried again. When the time was up
        before the action, the exam is over with the answers that were there.

        Raises:
            IllegalActionError: the exam does not allow the action.
            CpsprepError: the facts could not be put on disk.
        """
        now = self._clock.now()
        exam, facts = step(self.exam, action, now)
        if facts:
            self._log.append(facts, now, {})
        else:
            self._seal(exam, now)
        self.exam = exam
        return exam

    def look(self) -> Exam:
        """Notice that a break, or the time, is over.

        Raises:
            CpsprepError: the end could not be put on disk.
        """
        return self.exam if self.exam.is_over else self.do(Time())

    def notice(self) -> Notice | None:
        """The warning that is due now; each is given once."""
        self.exam, notice = warned(self.exam, self.now_ms)
        return notice

    @property
    def now_ms(self) -> int:
        """The exam's own time."""
        return own_time(self.exam, self._clock.now().at_ms)

    def _seal(self, exam: Exam, now: Moment) -> None:
        if exam.is_over and not self.exam.is_over:
            self._log.seal(last_events(exam), now)
