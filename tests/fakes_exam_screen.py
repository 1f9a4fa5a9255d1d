"""A mock exam on the screen, driven by keys, and its screen as text."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from textual import events
from textual.geometry import Offset
from textual.keys import _character_to_key
from textual.pilot import Pilot

from cpsprep.app.exam_sitting import ExamSitting
from cpsprep.cli.tui.exam_app import ExamApp
from cpsprep.cli.tui.signs import Signs
from cpsprep.core.exam.exam import Exam
from cpsprep.core.exam.machine import begin
from cpsprep.core.exam.paper import Paper
from fakes_exam import START_MS, FakeExamLog, at, paper, texts_of
from fakes_study import FakeClock
from fakes_tui import WIDE

_CHARACTERS = {"enter": "\r", "space": " "}


@dataclass
class ExamDesk:
    """What a test holds on to: keys go in, text comes out; the clock moves when it is told to."""

    app: ExamApp
    pilot: Pilot[None]
    sitting: ExamSitting
    log: FakeExamLog
    clock: FakeClock

    async def press(self, *keys: str) -> None:
        for key in keys:
            character = key if len(key) == 1 else _CHARACTERS.get(key)
            name = _character_to_key(key) if len(key) == 1 else key
            self.app.post_message(events.Key(name, character))
            for _ in ("the application", "its screen or focus", "the binding or what follows"):
                await self.pilot._wait_for_screen()
        await self.pilot.pause()

    async def wait(self, ms: int) -> None:
        """Let this time go by, and the screen look at the clock."""
        self.clock.at_ms += ms
        self.app.exam.look()
        await self.pilot.pause()

    async def click(self, text: str) -> None:
        rows = self.text.splitlines()
        y = next(n for n, row in enumerate(rows) if text in row)
        await self.pilot.click(offset=Offset(rows[y].index(text), y))
        await self.pilot.pause()

    async def resize(self, width: int, height: int) -> None:
        await self.pilot.resize_terminal(width, height)
        await self.pilot.pause()

    @property
    def exam(self) -> Exam:
        return self.sitting.exam

    @property
    def chosen(self) -> str:
        """The letters of the present answer."""
        return "".join(self.exam.place.chosen)

    @property
    def said(self) -> str:
        """The text of the screen, wherever its lines break."""
        return " ".join(self.text.split())

    @property
    def text(self) -> str:
        """The screen as a person sees it, without colour."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips) + "\n"


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
