"""Holding a mock exam from its first screen to its report, plain or full screen."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from cpsprep.adapters.log.exams import Exams
from cpsprep.app.errors import CpsprepError, UsageError
from cpsprep.app.exam_sitting import ExamSitting
from cpsprep.app.exam_start import ExamWish, Offer, begin_exam, offer, offer_again
from cpsprep.app.exams import Begun, begun, end_if_over, named, running
from cpsprep.cli.exam.foretold import foretold
from cpsprep.cli.exam.looking_back import tell_report
from cpsprep.cli.exam.opening import offer_lines
from cpsprep.cli.exam.pages import terminal_page
from cpsprep.cli.exam.plain import run as run_plain
from cpsprep.cli.exam.telling import confirm_words, exam_title
from cpsprep.cli.exam.time_words import left_words, until_words
from cpsprep.cli.exam.walk import walk
from cpsprep.cli.saying import say
from cpsprep.cli.typed_words import YES
from cpsprep.cli.wiring import World, is_full, world
from cpsprep.core.exam import actions as act
from cpsprep.core.exam.exam import LEGAL, Exam
from cpsprep.core.exam.report import report


@dataclass(frozen=True, slots=True)
class Screen:
    """Where an exam is held: the settings of this run, and whether on the whole screen."""

    here: World
    is_full: bool

    @classmethod
    def of(cls, banks: Sequence[Path] | None, *, plain: bool = False, full: bool = False) -> Self:
        """As the flags say, else as the settings say.

        Raises:
            UsageError: both flags are given.
        """
        here = world(banks)
        return cls(here, is_full(here.settings, plain=plain, full=full))

    @property
    def source(self) -> str:
        return "full" if self.is_full else "plain"


def hold_new(screen: Screen, wish: ExamWish, blueprint: str) -> None:
    """Offer an exam, and hold it when it is taken.

    Raises:
        UsageError: one is running, or nothing fits.
    """
    here = screen.here
    shelf = here.shelf()
    with here.writing_log("a mock exam", screen.source) as writing:
        log = Exams(writing)
        _end_old(log, here)
        blueprints = here.blueprints()
        _offer_and_hold(
            screen, log, offer(shelf, log, here.clock, blueprints, replace(wish, blueprint=blueprint))
        )


def hold_again(screen: Screen, wish: ExamWish, name: str) -> None:
    """Offer an earlier form once more.

    Raises:
        UsageError: one is running, or there is no such exam.
    """
    here = screen.here
    with here.writing_log("a mock exam", screen.source) as writing:
        log = Exams(writing)
        _end_old(log, here)
        old = named(begun(log, here.clock.now()), name)
        _offer_and_hold(screen, log, offer_again(here.shelf(), log, here.clock, old, wish))


def hold_running(screen: Screen) -> None:
    """Go on with the exam that is running; one whose time ran out meanwhile gets its report.

    Raises:
        UsageError: there is none.
    """
    here = screen.here
    with here.writing_log("a mock exam", screen.source) as writing:
        log = Exams(writing)
        there = _running(log, here, "to take one: cpsprep exam start")
        if there is None:
            return
        number, sitting = there
        exam = sitting.sit_down()
        if not exam.is_over:
            title = exam_title(exam.paper.rules)
            say(f"Mock exam {number}: {title}. {left_words(exam, sitting.now_ms)}")
        _hold(screen, log, sitting, number)


def hand_in(screen: Screen, *, sure: bool) -> None:
    """Hand in the exam that is running.

    Raises:
        UsageError: there is none.
    """
    here = screen.here
    with here.writing_log("handing in a mock exam", "plain") as writing:
        log = Exams(writing)
        there = _running(log, here, "to see those so far: cpsprep exam list")
        if there is None:
            return
        number, sitting = there
        if not sure and not _is_confirmed(sitting.exam):
            say(f"It was not handed in. {until_words(sitting.exam, sitting.now_ms)}")
            return
        steps: tuple[act.Action, ...] = (act.Return(), act.Submit(), act.Confirm())
        for action in steps:
            if type(action) in LEGAL[sitting.look().phase]:
                sitting.do(action)
        _close(here, log, sitting, number)


def _is_confirmed(exam: Exam) -> bool:
    for line in confirm_words(exam):
        say(line)
    say("Type yes or no.")
    return sys.stdin.readline().strip().casefold() in YES


def _running(log: Exams, here: World, hint: str) -> tuple[int, ExamSitting] | None:
    """The number and the sitting of the exam that is running; None where it was told that its time ran out.

    Raises:
        UsageError: there is none; `hint` is the way out.
    """
    over = _end_old(log, here)
    one = running(begun(log, here.clock.now()))
    if one is not None and one.exam is not None:
        return one.number, ExamSitting(one.exam, log=log, clock=here.clock)
    if over:
        return None
    raise UsageError("no mock exam is running", hint)


def _end_old(log: Exams, here: World) -> tuple[Begun, ...]:
    """Note down, and tell, exams whose time ran out while nobody was there."""
    over = end_if_over(log, here.clock.now())
    for one in over:
        if one.exam is not None:
            tell_report(one.exam, report(one.exam), one.number, foretold(here, log.log, one.exam))
    return over


def _offer_and_hold(screen: Screen, log: Exams, offered: Offer) -> None:
    for line in offer_lines(offered):
        say(line)
    say("Press Enter to begin, or type q to leave it.")
    line = sys.stdin.readline()
    if not line or line.strip():
        say("It was not begun.")
        return
    sitting = begin_exam(offered, log, screen.here.clock)
    number = len(begun(log, screen.here.clock.now()))
    _hold(screen, log, sitting, number)


def _hold(screen: Screen, log: Exams, sitting: ExamSitting, number: int) -> None:
    """Until it is over or left; Ctrl+C leaves it, and the clock goes on."""
    try:
        if screen.is_full:
            from cpsprep.cli.tui.exam import run as run_full

            run_full(sitting)
        elif not sitting.exam.is_over:
            run_plain(sitting, terminal_page(), sys.stdin.readline)
    except KeyboardInterrupt:
        say("")
        with suppress(CpsprepError):
            if not sitting.look().is_over:
                sitting.do(act.Leave())
        _close(screen.here, log, sitting, number, asks=False)
        raise
    _close(screen.here, log, sitting, number)


def _close(here: World, log: Exams, sitting: ExamSitting, number: int, *, asks: bool = True) -> None:
    """Say how it ended, or that the clock goes on."""
    exam = sitting.exam
    if not exam.is_over:
        say(f"{until_words(exam, sitting.now_ms)} To go on: cpsprep exam resume")
        return
    made = report(exam)
    tell_report(exam, made, number, foretold(here, log.log, exam))
    if asks and made.missed and sys.stdin.isatty():
        say("To walk through them now, type w and Enter; to stop, press Enter alone.")
        if sys.stdin.readline().strip().casefold() in YES | {"w", "walk"}:
            walk(exam, made, terminal_page(), sys.stdin.readline)
