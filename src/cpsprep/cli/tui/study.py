"""The one screen of a sitting: keys and clicks become actions, and what the session says is shown."""

from collections.abc import Callable
from typing import assert_never

from cpsprep.app.errors import CpsprepError
from cpsprep.app.sitting import Sitting
from cpsprep.cli.study.feedback import more_blocks
from cpsprep.cli.study.plain import Extras
from cpsprep.cli.study.telling import REPORT_SAYS, Block, Role, heading, said_after
from cpsprep.cli.tui.bars import Foot, Top
from cpsprep.cli.tui.editing import edited
from cpsprep.cli.tui.footer_keys import footer_keys
from cpsprep.cli.tui.hand import Hand, answer, choices, move, pick
from cpsprep.cli.tui.keys import (
    Command,
    Meaning,
    Move,
    Pick,
    Scroll,
    Submit,
    Toggle,
    help_blocks,
    meaning,
    nothing_selected,
)
from cpsprep.cli.tui.page import Page
from cpsprep.cli.tui.paged_screen import PagedScreen
from cpsprep.cli.tui.signs import Signs
from cpsprep.cli.tui.troubles import closing_parts, failure_words, is_small, small_words
from cpsprep.cli.tui.view import Part, page_parts
from cpsprep.core.bank import BankHeader
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.session import IllegalActionError, Phase, Session

_AT_ONCE = (act.Continue, act.Undo, act.Skip, act.SetAside, act.ChangeGrade)
QUIET = 0.15
"""Seconds after an answer was shown in which keys do nothing, so that a double press skips no feedback."""


class Study(PagedScreen):
    """Shows the session and moves it on."""

    def __init__(
        self,
        sitting: Sitting,
        extras: Extras,
        signs: Signs,
        *,
        hints: int,
        summary: Callable[[], list[str]] | None,
        now: Callable[[], float],
        quiet: float,
        opening: str = "",
    ) -> None:
        super().__init__(signs)
        self._sitting, self._extras = sitting, extras
        self._hints, self._summary = hints, summary
        self._now, self._quiet, self._deaf_until = now, quiet, float("-inf")
        self._hand = Hand()
        self._said = opening
        self._leaving = False
        self.reports: list[str] = []

    def on_mount(self) -> None:
        """Show the first question."""
        self._arrive()

    @property
    def _session(self) -> Session:
        return self._sitting.session

    # Input

    def on_page_clicked(self, message: Page.Clicked) -> None:
        """A click selects an option; a second one on it answers, except where several can be selected."""
        if message.letter not in choices(self._session) or self._is_deaf() or self._is_small():
            return
        again = message.letter in self._hand.picked
        hand = pick(self._hand, message.letter, self._session)
        if again and message.letter in hand.picked:
            self._submit(Submit())
        else:
            self._hold(hand)

    def on_resize(self) -> None:
        """Say it when the window becomes too small, and go on where we were when it is large again."""
        self._show(moved=True)
        self.query_one(Page).bring(self._hand.cursor)

    def press(self, key: str) -> None:
        """Do what the key means now."""
        if self._is_deaf():
            return
        if self._session.phase is Phase.DONE and key in {"enter", "space", "q", "escape"}:
            self.app.exit()
            return
        meant = meaning(key, self._session)
        if self._is_small() and meant != Command(act.Quit):
            return
        if meant is not None:
            self._do(meant)

    def _is_deaf(self) -> bool:
        return self._now() < self._deaf_until

    def _is_small(self) -> bool:
        return is_small(self.app.size)

    def _do(self, meant: Meaning) -> None:
        page = self.query_one(Page)
        match meant:
            case Pick(letter):
                self._hold(pick(self._hand, letter, self._session))
                if self._session.phase is Phase.GRADING:
                    self._submit(Submit())
            case Move(by):
                self._hold(move(self._hand, by, self._session))
            case Toggle():
                if self._hand.cursor:
                    self._hold(pick(self._hand, self._hand.cursor, self._session))
            case Scroll(by, lines):
                page.pages(by) if by else page.lines(lines)
            case Submit():
                self._submit(meant)
            case Command(action):
                self._command(action)
            case _:
                assert_never(meant)

    def _hold(self, hand: Hand) -> None:
        self._hand, self._said = hand, ""
        self._show()
        self.query_one(Page).bring(hand.cursor)

    # Actions

    def _submit(self, meant: Submit) -> None:
        action = answer(self._hand, self._session, meant.confidence)
        if action is not None:
            self.carry_out(action)
        elif self._session.phase is Phase.GRADING:
            self.carry_out(act.Continue())
        else:
            self._say(nothing_selected(self._session))

    def _command(self, action: type[act.Action]) -> None:
        if action is act.Quit:
            self.leave()
        elif action is act.Flag:
            self._ask_for_flag()
        elif action is act.Help:
            self._tell("Keys", help_blocks(self._session))
        elif action is act.Info or action is act.Edit or action is act.More:
            self._look(action)
        elif issubclass(action, _AT_ONCE):
            self.carry_out(action())

    def carry_out(self, action: act.Action) -> bool:
        """Do it in the sitting and show what follows; on failure say so and stay. Whether it was done."""
        question = self._session.current
        try:
            self._sitting.do(action)
        except (IllegalActionError, CpsprepError, OSError) as error:
            self._say(failure_words(error))
            return False
        shows_answer = isinstance(action, act.Choose | act.Judge | act.Rate) or (
            self._session.phase is Phase.REVEALED
        )
        if shows_answer:
            self._deaf_until = self._now() + self._quiet
        self._said = said_after(action, question)
        if not isinstance(action, act.Flag):
            self._arrive()
        return True

    def leave(self) -> None:
        """Stop the sitting; when that cannot be saved, say so once and go at the second try."""
        if self._leaving or self._session.phase is Phase.DONE:
            self.app.exit()
            return
        try:
            self._sitting.do(act.Quit())
        except (IllegalActionError, CpsprepError, OSError) as error:
            self._leaving = True
            self._say(f"{failure_words(error)} Your answers are kept. To leave all the same, press q again.")
            return
        self.app.exit()

    def _look(self, action: type[act.Info | act.Edit | act.More]) -> None:
        question = self._session.current
        if question is None:
            return
        try:
            if action is act.Info:
                self._tell("Why today", [Block(Role.REASON, self._extras.why_today(question))])
            elif action is act.Edit:
                self._say(edited(self.app, self._extras, question))
            else:
                self._open_more()
        except (CpsprepError, OSError) as error:
            self._say(failure_words(error))

    def _open_more(self) -> None:
        """The second layer stays on the page; where the page has no place for it, it opens above."""
        if self._session.phase is Phase.REVEALED:
            self._tell("More", list(more_blocks(self._session, self._header())))
            return
        self._hand = Hand(more=True)
        self._show(moved=True)

    def _ask_for_flag(self) -> None:
        from cpsprep.cli.tui.dialogs import FlagForm

        self.app.push_screen(FlagForm(self._signs), self._flagged)

    def _flagged(self, flag: act.Flag | None) -> None:
        question = self._session.current
        if flag is None or question is None or not self.carry_out(flag):
            return
        report = self._extras.report(question, flag)
        self.reports.append(report)
        blocks = [Block(Role.OPTION, line) for line in report.splitlines()]
        after = Block(Role.STEM, "They are printed again when you leave, so that you can copy them.")
        self._tell("Flagged", [Block(Role.STEM, REPORT_SAYS), *blocks, after])

    def _tell(self, title: str, blocks: list[Block]) -> None:
        from cpsprep.cli.tui.dialogs import Telling

        self.app.push_screen(Telling(title, blocks, self._signs))

    # Output

    def _arrive(self) -> None:
        """A new place in the sitting: nothing is selected, and the page starts at its top."""
        self._hand = Hand()
        if self._session.phase is Phase.DONE and self._summary is None:
            self.app.exit()
            return
        self._show(moved=True)

    def _say(self, text: str) -> None:
        self._said = text
        self._show_foot()

    def _header(self) -> BankHeader | None:
        question = self._session.current
        return self._extras.header(question) if question else None

    def _show(self, *, moved: bool = False) -> None:
        session, page = self._session, self.query_one(Page)
        parts = closing_parts(self._summary) if session.phase is Phase.DONE else self._parts()
        if self._is_small():
            parts = [Part(Block(Role.STEM, small_words(self.app.size)))]
        page.show(parts, moved=moved)
        done = session.asked - (session.phase not in {Phase.FEEDBACK, Phase.GRADING, Phase.DONE})
        total = session.asked + session.left
        self.query_one(Top).show(heading(session, self._header()).text, done / total if total else 1.0)
        self._show_foot()

    def _show_foot(self) -> None:
        foot = self.query_one(Foot)
        keys = footer_keys(self._session)
        foot.show([key for key in keys if key.key == "q"] if self._is_small() else keys, self._said)
        foot.show_below(self.query_one(Page).below)

    def _parts(self) -> list[Part]:
        return page_parts(self._session, self._hand, self._header(), self._signs, hints=self._hints)
