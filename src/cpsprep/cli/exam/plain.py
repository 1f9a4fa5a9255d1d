"""A mock exam in plain lines: line in, line out, every line useful by ear."""

from collections.abc import Callable
from typing import Final, assert_never

from cpsprep.app.exam_sitting import ExamSitting
from cpsprep.cli.exam.lines import help_lines, parse
from cpsprep.cli.exam.telling import (
    answer_words,
    confirm_words,
    exam_blocks,
    heading_words,
    overview_lines,
    stayed_words,
    struck_blocks,
    written_words,
)
from cpsprep.cli.exam.time_words import duration, left_words, notice_words
from cpsprep.cli.study.lines import Refused
from cpsprep.cli.study.plain import Page
from cpsprep.core.exam import actions as act
from cpsprep.core.exam.clock import break_left
from cpsprep.core.exam.exam import Exam, How, IllegalActionError, Phase

NOTE_HINT: Final = "Press Enter to see the question, or type n to go past it."
_HINT: Final = (
    "Type the letter of your answer, then Enter. Press Enter alone for the next question. "
    "Type ? for help, submit to hand it in, q to leave."
)
_HAND_IN: Final = "To hand it in, type submit."
_TOO_LATE: Final = "The time was up before this line, so it was not taken."
_HINTED: Final = 2
"""Questions at the start of a sitting that say what can be typed."""


def run(sitting: ExamSitting, page: Page, read: Callable[[], str]) -> None:
    """Hold an exam until it is over or left; `read` returns "" at the end of input, which means leave."""
    shown = 0
    if not sitting.exam.is_over:
        shown = _show(sitting.exam, page, shown)
    while not sitting.exam.is_over:
        page.out.write(page.prompt)
        page.out.flush()
        line = read()
        before = sitting.exam
        exam = sitting.look()
        if exam.is_over:
            if line.strip():
                page.say(_TOO_LATE)
            return
        # Before what the line brings: nobody should hear a whole question before the warning.
        _warn(sitting, page)
        if before.phase is Phase.BREAK and exam.phase is not Phase.BREAK:
            page.say(
                f"The time for your break is over; the clock runs again. {left_words(exam, sitting.now_ms)}"
            )
            shown = _show(exam, page, shown)
            continue
        action = parse(line, exam) if line else act.Leave()
        if isinstance(action, Refused):
            page.say(action.text)
            continue
        try:
            after = sitting.do(action)
        except IllegalActionError as refusal:
            text = str(refusal)
            page.say(f"{text[:1].upper()}{text[1:]}.")
            continue
        if isinstance(action, act.Leave):
            return
        if after.ended is not None and after.ended.how is How.TIME:
            page.say(_TOO_LATE)
        if not after.is_over:
            shown = _tell(action, before, sitting, page, shown)


def _tell(action: act.Action, before: Exam, sitting: ExamSitting, page: Page, shown: int) -> int:
    """Say what an action led to; returns how many questions were shown so far."""
    exam = sitting.exam
    match action:
        case act.Help() | act.Time() | act.Overview() | act.Options():
            _look(action, sitting, page)
        case act.Submit():
            for line in confirm_words(exam):
                page.say(line)
            page.say(f"{left_words(exam, sitting.now_ms)} Type yes or no.")
        case act.Pause():
            allowed = duration(break_left(exam, exam.break_since or 0))
            page.say(f"Break. The clock stands still for up to {allowed}. Press Enter to come back.")
        case act.Next() | act.Previous() | act.GoTo() | act.NextOpen() | act.NextMarked():
            if exam.at != before.at:
                return _show(exam, page, shown)
            page.say(stayed_words(action, exam, hand_in=_HAND_IN))
        case act.Continue():
            return _show(exam, page, shown, headed=False)
        case act.Repeat() | act.GoBack():
            return _show(exam, page, shown)
        case act.Return():
            page.say(f"The clock runs again. {left_words(exam, sitting.now_ms)}")
            return _show(exam, page, shown)
        case _:
            page.say(written_words(action, before, exam))
    return shown


def _look(action: act.Help | act.Time | act.Overview | act.Options, sitting: ExamSitting, page: Page) -> None:
    match action:
        case act.Help():
            for line in help_lines(sitting.exam):
                page.say(line)
        case act.Time():
            page.say(left_words(sitting.exam, sitting.now_ms))
        case act.Overview():
            for line in overview_lines(sitting.exam):
                page.say(line)
        case act.Options():
            page.blocks(struck_blocks(sitting.exam))
        case _:
            assert_never(action)


def _show(exam: Exam, page: Page, shown: int, *, headed: bool = True) -> int:
    """Say the present question and what stands on the sheet for it."""
    if exam.phase is Phase.BREAK:
        page.say("You are on a break, and the clock stands still. Press Enter to come back.")
        return shown
    if headed:
        page.say(heading_words(exam))
        page.out.write("\n")
    page.blocks(exam_blocks(exam, note_hint=NOTE_HINT))
    if exam.phase is Phase.NOTE:
        return shown
    if words := answer_words(exam):
        page.say(words)
    elif shown < _HINTED:
        page.say(_HINT)
    return shown + 1


def _warn(sitting: ExamSitting, page: Page) -> None:
    if (notice := sitting.notice()) is not None:
        page.say(notice_words(notice, sitting.exam, sitting.now_ms))
