"""A mock exam on the screen, driven by keys, and its screen as text."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from cpsprep.app.exam_sitting import ExamSitting
from cpsprep.cli.tui.exam_app import ExamApp
from cpsprep.cli.tui.signs import Signs
from cpsprep.core.exam.exam import Exam
from cpsprep.core.exam.machine import begin
from cpsprep.core.exam.paper import Paper
from fakes_exam import START_MS, FakeExamLog, at, paper, texts_of
from fakes_study import FakeClock
from fakes_window import WIDE, Window


@dataclass
class ExamDesk(Window[ExamApp]):
    """An exam on the screen, its log, and the clock, which moves when it is told to."""

    sitting: ExamSitting
    log: FakeExamLog
    clock: FakeClock

    async def wait(self, ms: int) -> None:
        """Let this time go by, and the screen look at the clock."""
        self.clock.at_ms += ms
        self.app.exam.look()
        await self.pilot.pause()

    @property
    def exam(self) -> Exam:
        return self.sitting.exam

    @property
    def chosen(self) -> str:
        """The letters of the present answer."""
        return "".join(self.exam.place.chosen)


@asynccontextmanager
async def sat_down(
    made: Paper | None = None, *, size: tuple[int, int] = WIDE, signs: Signs | None = None
) -> AsyncIterator[ExamDesk]:
    """An exam on the screen; time stands still unless a test moves it."""
    made, log = made or paper(), FakeExamLog()
    exam, facts = begin(made, at(0, "exam-1", "e0"))
    log.append(facts, at(0), texts_of(made))
    clock = FakeClock(at_ms=START_MS, step_ms=1)
    sitting = ExamSitting(exam, log=log, clock=clock)
    app = ExamApp(sitting, signs=signs, every=0)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield ExamDesk(app, pilot, sitting, log, clock)
