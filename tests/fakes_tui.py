"""A full-screen sitting over hand-made questions, driven by keys, and its screen as text."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

from cpsprep.app.sitting import Sitting
from cpsprep.cli.tui.app import ReviewApp
from cpsprep.cli.tui.page import Page
from cpsprep.cli.tui.signs import Signs
from cpsprep.core.item import OptionId
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.question import Question
from cpsprep.core.sitting.session import Phase, Session
from cpsprep.core.sitting.steps import step
from fakes_study import BASIC, FakeClock, FakeExtras, FakeLog, question, session
from fakes_window import WIDE, Window


def at(phase: Phase) -> Session:
    """A session that stands at this phase."""
    clock = FakeClock()

    def after(start: Question, *actions: act.Action) -> Session:
        now = session(start, clock=clock)
        for action in actions:
            now, _ = step(now, action, clock.now())
        return now

    single, recall = question(), question(body=BASIC)
    chosen = act.Choose((OptionId("a"),))
    match phase:
        case Phase.NOTE:
            return after(question(content_note="This touches on loss."))
        case Phase.ASKING:
            return after(single)
        case Phase.RECALLING:
            return after(recall)
        case Phase.REVEALED:
            return after(recall, act.Continue())
        case Phase.FEEDBACK:
            return after(single, chosen)
        case Phase.GRADING:
            return after(single, chosen, act.ChangeGrade())
        case Phase.DONE:
            return after(single, act.Quit())


@dataclass
class Watch:
    """A stopwatch that only moves when a test says so."""

    at: float = 0.0

    def now(self) -> float:
        return self.at


@dataclass
class Screen(Window[ReviewApp]):
    """A sitting on the screen, its log, and the stopwatch of the answers."""

    sitting: Sitting
    log: FakeLog
    watch: Watch

    @property
    def session(self) -> Session:
        return self.sitting.session

    @property
    def types(self) -> list[str]:
        return [fact.type for fact in self.log.facts]

    @property
    def page(self) -> Page:
        return self.app.screen.query_one(Page)


@asynccontextmanager
async def opened(
    *queue: Question,
    size: tuple[int, int] = WIDE,
    quiet: float = 0.0,
    hints: int = 0,
    extras: FakeExtras | None = None,
    summary: Callable[[], list[str]] | None = None,
    signs: Signs | None = None,
    opening: str = "",
) -> AsyncIterator[Screen]:
    """A sitting on the screen; keys are not ignored after an answer unless `quiet` says so."""
    clock, log, watch = FakeClock(), FakeLog(), Watch()
    sitting = Sitting(session(*queue, clock=clock), log=log, clock=clock)
    app = ReviewApp(
        sitting,
        extras or FakeExtras(),
        hints=hints,
        summary=summary,
        opening=opening,
        signs=signs,
        now=watch.now,
        quiet=quiet,
    )
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Screen(app, pilot, sitting, log, watch)
