"""The one screen of a mock exam: keys and clicks become actions, and what the exam says is shown."""

from typing import assert_never

from cpsprep.app.errors import CpsprepError
from cpsprep.app.exam_sitting import ExamSitting
from cpsprep.cli.exam.telling import exam_letters, overview_lines, stayed_words, written_words
from cpsprep.cli.exam.time_words import left_words, notice_words
from cpsprep.cli.study.telling import Block, Role
from cpsprep.cli.tui.bars import Foot, Top
from cpsprep.cli.tui.exam_dialogs import HandIn
from cpsprep.cli.tui.exam_keys import (
    HAND_IN,
    Digit,
    Do,
    Feel,
    Meaning,
    StrikeNext,
    choices,
    exam_footer,
    exam_help,
    meaning,
    takes_several,
)
from cpsprep.cli.tui.exam_view import exam_parts, top_words
from cpsprep.cli.tui.keys import Move, Pick, Scroll, Toggle
from cpsprep.cli.tui.page import Page
from cpsprep.cli.tui.paged_screen import PagedScreen
from cpsprep.cli.tui.signs import Signs
from cpsprep.cli.tui.troubles import failure_words, is_small, small_words
from cpsprep.cli.tui.view import Part
from cpsprep.core.events import Confidence
from cpsprep.core.exam import actions as act
from cpsprep.core.exam.exam import Exam, IllegalActionError, Phase

_HINTED = 2
"""Questions at the start that say what can be pressed."""
_LONGEST_NUMBER = 3


class ExamScreen(PagedScreen):
    """Shows the exam and moves it on; looks at the clock every so many seconds, 0 for never."""

    def __init__(self, sitting: ExamSitting, signs: Signs, *, every: float) -> None:
        super().__init__(signs)
        self._sitting, self._every = sitting, every
        self._cursor, self._number, self._said = "", "", ""
        self._strikes = self._leaving = False
        self._seen: set[int] = set()

    def on_mount(self) -> None:
        """Show the present question, and look at the clock from now on."""
        if self._every:
            self.set_interval(self._every, self.look)
        self._arrive()

    @property
    def _exam(self) -> Exam:
        return self._sitting.exam

    # Input

    def on_page_clicked(self, message: Page.Clicked) -> None:
        """A click chooses an option."""
        self.press(message.letter)

    def on_resize(self) -> None:
        """Say it when the window becomes too small, and go on where we were when it is large again."""
        self._show(moved=True)

    def press(self, key: str) -> None:
        """Do what the key means now."""
        if self._exam.is_over and key in {"enter", "space", "q", "escape"}:
            self.app.exit()
            return
        if is_small(self.app.size):
            if key == "q":
                self.leave()
            return
        if self._strikes:
            self._strike(key)
        elif self._number and key in {"enter", "escape", "backspace"}:
            self._type(key)
        elif (meant := meaning(key, self._exam)) is not None:
            self._do(meant)

    def _do(self, meant: Meaning) -> None:
        page = self.query_one(Page)
        if not isinstance(meant, Digit):
            self._number = ""
        match meant:
            case Pick(letter):
                self._cursor = letter
                self._choose(letter)
            case Move(by):
                self._move(by)
            case Toggle():
                if self._cursor:
                    self._choose(self._cursor)
            case Scroll(by, lines):
                page.pages(by) if by else page.lines(lines)
            case Digit(digit):
                self._number = (self._number + digit)[-_LONGEST_NUMBER:]
                self._say(f"Go to question {self._number}? Press Enter, or Esc to stay.")
            case StrikeNext():
                self._strikes = True
                self._say("Strike out which option? Press its letter, or Esc.")
            case Feel(confidence):
                self._feel(confidence)
            case Do(action):
                self._act(action)
            case _:
                assert_never(meant)

    def _choose(self, letter: str) -> None:
        option, chosen = exam_letters(self._exam)[letter], self._exam.place.chosen
        if not takes_several(self._exam):
            self.carry_out(act.Choose((option,)))
        elif chosen == (option,):
            self.carry_out(act.Clear())
        else:
            self.carry_out(act.Choose(tuple(set(chosen) ^ {option})))

    def _move(self, by: int) -> None:
        order = choices(self._exam)
        at = order.index(self._cursor) + by if self._cursor in order else (0 if by > 0 else -1)
        self._cursor = order[at % len(order)]
        self._show()
        self.query_one(Page).bring(self._cursor)

    def _strike(self, key: str) -> None:
        self._strikes = False
        option = exam_letters(self._exam).get(key)
        if option is None:
            self._say("")
        else:
            self.carry_out(act.Strike(option))

    def _type(self, key: str) -> None:
        """Finish, drop or mend the number of a question that is being typed."""
        number, self._number = self._number, self._number[:-1] if key == "backspace" else ""
        if key == "enter":
            self.carry_out(act.GoTo(int(number)))
        else:
            self._say(f"Go to question {self._number}? Press Enter, or Esc to stay." if self._number else "")

    def _feel(self, confidence: Confidence) -> None:
        chosen = self._exam.place.chosen
        if not chosen:
            self._say("Choose your answer first, then say how sure you are.")
        else:
            again = self._exam.place.confidence is confidence
            self.carry_out(act.Choose(chosen, None if again else confidence))

    def _act(self, action: act.Action) -> None:
        match action:
            case act.Help():
                self._tell("Keys", exam_help(self._exam))
            case act.Overview():
                self._tell("Your answers", [Block(Role.STEM, line) for line in overview_lines(self._exam)])
            case act.Time():
                self._say(left_words(self._exam, self._sitting.now_ms))
            case act.Leave():
                self.leave()
            case act.Submit():
                if self.carry_out(action) and self._exam.phase is Phase.CONFIRMING:
                    self.app.push_screen(HandIn(self._exam, self._signs), self._confirmed)
            case _:
                self.carry_out(action)

    def _confirmed(self, confirmed: bool | None) -> None:
        if self._exam.phase is Phase.CONFIRMING:
            self.carry_out(act.Confirm() if confirmed else act.GoBack())

    def carry_out(self, action: act.Action) -> bool:
        """Do it in the exam and show what follows; on failure say so and stay. Whether it was done."""
        before = self._exam
        try:
            self._sitting.do(action)
        except (IllegalActionError, CpsprepError, OSError) as error:
            self._said = failure_words(error)
            self._show()
            return False
        exam = self._exam
        if exam.at != before.at or exam.phase is not before.phase:
            self._said = ""
            self._arrive()
            return True
        moves = isinstance(action, act.Next | act.Previous | act.GoTo | act.NextOpen | act.NextMarked)
        writes = isinstance(action, act.Strike | act.Mark | act.HideClock)
        self._said = (
            stayed_words(action, exam, hand_in=HAND_IN)
            if moves
            else written_words(action, before, exam)
            if writes
            else ""
        )
        self._show()
        return True

    def look(self) -> None:
        """Notice what the clock did: a warning, the end of a break, the end of the exam."""
        before = self._exam
        try:
            exam = self._sitting.look()
        except (CpsprepError, OSError) as error:
            self._say(failure_words(error))
            return
        if exam.phase is not before.phase:
            while len(self.app.screen_stack) > 1:
                self.app.pop_screen()
            self._said = "The time for your break is over; the clock runs again." if not exam.is_over else ""
            self._arrive()
        elif not exam.is_over and (notice := self._sitting.notice()) is not None:
            self._say(notice_words(notice, exam, self._sitting.now_ms))
        self._show_top()
        if exam.phase is Phase.BREAK:
            self._show()

    def leave(self) -> None:
        """Close the screen; when that cannot be saved, say so once and go at the second try."""
        if not self._leaving and not self._exam.is_over:
            try:
                self._sitting.do(act.Leave())
            except (IllegalActionError, CpsprepError, OSError) as error:
                self._leaving = True
                self._say(
                    f"{failure_words(error)} Your answers are kept. To leave all the same, press q again."
                )
                return
        self.app.exit()

    # Output

    def _tell(self, title: str, blocks: list[Block]) -> None:
        from cpsprep.cli.tui.dialogs import Telling

        self.app.push_screen(Telling(title, blocks, self._signs))

    def _arrive(self) -> None:
        """A new place in the exam: the page starts at its top."""
        self._cursor, self._number, self._strikes = "", "", False
        if self._exam.phase is Phase.ASKING:
            self._seen.add(self._exam.at)
        self._show(moved=True)

    def _say(self, text: str) -> None:
        self._said = text
        self._show_foot()

    def _show(self, *, moved: bool = False) -> None:
        page, now = self.query_one(Page), self._sitting.now_ms
        hinted = len(self._seen) <= _HINTED
        parts = exam_parts(self._exam, self._cursor, now, self._signs, hinted=hinted)
        if is_small(self.app.size):
            parts = [Part(Block(Role.STEM, small_words(self.app.size)))]
        page.show(parts, moved=moved)
        self._show_top()
        self._show_foot()

    def _show_top(self) -> None:
        exam = self._exam
        words = top_words(exam, self._sitting.now_ms, self.app.size.width, self._signs)
        self.query_one(Top).show(words, 1 - len(exam.open_places) / len(exam.places))

    def _show_foot(self) -> None:
        foot = self.query_one(Foot)
        keys = exam_footer(self._exam)
        foot.show([key for key in keys if key.key == "q"] if is_small(self.app.size) else keys, self._said)
        foot.show_below(self.query_one(Page).below)
