"""The plain front end: line in, line out, linear text for screen readers, pipes and simple terminals."""

import textwrap
from collections.abc import Callable, Iterable
from typing import NamedTuple, Protocol, TextIO, assert_never

from cpsprep.app.sitting import Sitting
from cpsprep.cli.feedback import feedback_blocks, more_blocks
from cpsprep.cli.lines import Refused, help_lines, parse
from cpsprep.cli.telling import (
    REPORT_SAYS,
    Block,
    Role,
    answer_blocks,
    grade_blocks,
    option_blocks,
    question_blocks,
    said_after,
)
from cpsprep.core import actions as act
from cpsprep.core.bank import BankHeader
from cpsprep.core.question import Question
from cpsprep.core.session import IllegalActionError, Phase, Session


class Extras(Protocol):
    """What a sitting can tell that is not in its session."""

    def header(self, question: Question) -> BankHeader | None: ...

    def why_today(self, question: Question) -> str: ...

    def report(self, question: Question, flag: act.Flag) -> str: ...

    def edit(self, question: Question) -> str: ...


class Page(NamedTuple):
    """Where text goes: `width` 0 leaves long lines to the reader; a prompt is for people at a terminal."""

    out: TextIO
    width: int = 0
    prompt: str = ""

    def say(self, text: str, indent: str = "") -> None:
        """Print one paragraph, wrapped between words where a width is known."""
        if self.width:
            wrapper = textwrap.TextWrapper(
                self.width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
            )
            text = wrapper.fill(text)
        print(text, file=self.out)

    def blocks(self, blocks: Iterable[Block]) -> None:
        """Print blocks: a blank line between paragraphs, none between options or reasons."""
        last: Role | None = None
        for block in blocks:
            together = {Role.OPTION} if block.role is Role.OPTION else {Role.REASON, Role.NEXT, Role.HINT}
            if last is not None and not (last is block.role and block.role in together):
                print(file=self.out)
            last = block.role
            self.say(
                f"{block.letter}. {block.text}" if block.letter else block.text, "   " * bool(block.letter)
            )
        print(file=self.out, flush=True)


def run(sitting: Sitting, extras: Extras, page: Page, read: Callable[[], str], *, hints: int = 0) -> None:
    """Hold a sitting to its end; `read` returns "" at the end of input, which means stop.

    `hints` is for how many questions a line says what can be typed.
    """
    show(sitting.session, extras, page, hints=hints)
    while sitting.session.phase is not Phase.DONE:
        page.out.write(page.prompt)
        page.out.flush()
        line = read()
        action = parse(line, sitting.session) if line else act.Quit()
        if isinstance(action, Refused):
            page.say(action.text)
            page.out.flush()
            continue
        question = sitting.session.current
        try:
            session = sitting.do(action)
        except IllegalActionError as refusal:
            text = str(refusal)
            page.say(f"{text[:1].upper()}{text[1:]}.")
            continue
        if isinstance(action, act.Looking | act.Flag) and question is not None:
            _look(action, session, question, extras, page)
        if not isinstance(action, act.Looking | act.Flag) or isinstance(action, act.Repeat):
            if said := said_after(action, question):
                page.say(said)
            show(session, extras, page, hints=hints)
        page.out.flush()


def _look(
    action: act.Looking | act.Flag, session: Session, question: Question, extras: Extras, page: Page
) -> None:
    """Answer what a learner asks without anything changing."""
    match action:
        case act.Help():
            for line in help_lines(session):
                page.say(line)
        case act.Options():
            page.blocks(option_blocks(session))
        case act.More():
            page.blocks(more_blocks(session, extras.header(question)))
        case act.Info():
            page.say(extras.why_today(question))
        case act.Edit():
            page.say(extras.edit(question))
        case act.Flag():
            page.say(REPORT_SAYS)
            print(extras.report(question, action), file=page.out)
        case act.Repeat():
            pass
        case _:
            assert_never(action)


def show(session: Session, extras: Extras, page: Page, *, hints: int = 0) -> None:
    """Say where the sitting stands now."""
    question = session.current
    if question is None:
        return
    match session.phase:
        case Phase.NOTE | Phase.ASKING | Phase.RECALLING:
            page.blocks(question_blocks(session, extras.header(question)))
        case Phase.REVEALED:
            page.blocks(answer_blocks(question))
            page.blocks(option_blocks(session))
        case Phase.FEEDBACK:
            page.blocks(feedback_blocks(session))
        case Phase.GRADING:
            page.blocks(grade_blocks(session))
        case Phase.DONE:
            pass
        case _:
            assert_never(session.phase)
    hint = _HINTS.get(session.phase, "")
    if hint and (session.asked <= hints or session.phase is Phase.RECALLING):
        page.say(hint)


_HINTS = {
    Phase.ASKING: "Type the letter of your answer and press Enter. Add g if you are guessing, "
    "s if you are sure, such as: b s. Type ? for more.",
    Phase.RECALLING: "Think of the answer, then press Enter.",
    Phase.REVEALED: "Type a or b, then press Enter.",
    Phase.FEEDBACK: "Press Enter to go on. Type m for more, u to undo, q to stop.",
}
