"""The plain front end: line in, line out, linear text for screen readers, pipes and simple terminals."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, Protocol, TextIO, assert_never

from cpsprep.app.sitting import Sitting
from cpsprep.cli.saying import as_called, wrapped
from cpsprep.cli.study.feedback import feedback_blocks, graded_blocks, more_blocks
from cpsprep.cli.study.lines import Refused, help_lines, parse
from cpsprep.cli.study.telling import (
    REPORT_SAYS,
    Block,
    Role,
    answer_blocks,
    grade_blocks,
    option_blocks,
    question_blocks,
    said_after,
)
from cpsprep.core.bank import BankHeader
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.question import Question
from cpsprep.core.sitting.session import IllegalActionError, Phase, Session


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
            text = wrapped(text, self.width, indent)
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
        if last is not None:
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
        before = sitting.session
        try:
            session = sitting.do(action)
        except IllegalActionError as refusal:
            text = str(refusal)
            page.say(f"{text[:1].upper()}{text[1:]}.")
            continue
        if not isinstance(action, act.Looking | act.Flag):
            _arrive(action, before, session, extras, page, hints)
        elif before.current is not None:
            _look(action, session, before.current, extras, page)
            if isinstance(action, act.Repeat):
                show(session, extras, page, hints=hints)
        page.out.flush()


def _arrive(
    action: act.Action, before: Session, session: Session, extras: Extras, page: Page, hints: int
) -> None:
    """Say what an action led to, but nothing that was said a moment ago."""
    if said := said_after(action, before.current):
        page.say(as_called(said))
    if before.phase is Phase.GRADING and session.phase is Phase.FEEDBACK:
        page.blocks(graded_blocks(action, session))
        _say_hint(session, page, hints)
    else:
        if isinstance(action, act.Undo) and session.current is not None:
            page.blocks(_asked_again(session, session.current, extras))
        past_note = before.phase is Phase.NOTE and isinstance(action, act.Continue)
        show(session, extras, page, hints=hints, headed=not past_note)


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
            page.blocks(_asked_again(session, question, extras))
        case _:
            assert_never(action)


def _asked_again(session: Session, question: Question, extras: Extras) -> Iterator[Block]:
    """The question, where the sitting has gone past it and would not say it by itself."""
    if session.phase in {Phase.FEEDBACK, Phase.GRADING}:
        yield from question_blocks(session, extras.header(question), several="")
        yield from answer_blocks(question)
    elif session.phase is Phase.REVEALED:
        asked = question_blocks(session, extras.header(question))
        yield from (block for block in asked if block.role is not Role.OPTION)


def show(session: Session, extras: Extras, page: Page, *, hints: int = 0, headed: bool = True) -> None:
    """Say where the sitting stands now; `headed` is whether the question says its number and area."""
    question = session.current
    if question is None:
        return
    match session.phase:
        case Phase.NOTE | Phase.ASKING | Phase.RECALLING:
            blocks = question_blocks(session, extras.header(question))
            page.blocks(block for block in blocks if headed or block.role is not Role.HEADING)
        case Phase.REVEALED:
            page.blocks(answer_blocks(question))
            page.blocks(option_blocks(session))
        case Phase.FEEDBACK:
            page.blocks(feedback_blocks(session, own_words=True))
        case Phase.GRADING:
            page.blocks(grade_blocks(session))
        case Phase.DONE:
            pass
        case _:
            assert_never(session.phase)
    _say_hint(session, page, hints)


def _say_hint(session: Session, page: Page, hints: int) -> None:
    """What can be typed: all of it for the first questions ever, the way out at the first of a sitting."""
    said = [_HINTS[Phase.RECALLING]] if session.phase is Phase.RECALLING else []
    if session.asked <= hints and session.phase in _HINTS:
        said = [_SEVERAL if session.takes_several else _HINTS[session.phase]]
    if session.asked == 1 and session.phase in {Phase.ASKING, Phase.RECALLING}:
        said.append(_WAY_OUT)
    if said:
        page.say(" ".join(said))


_WAY_OUT = "Type ? for help, q to stop."
_SEVERAL = (
    "Type the letters of your answer and press Enter. Add g if you are guessing, "
    "s if you are sure, such as: a c s."
)
_HINTS = {
    Phase.ASKING: "Type the letter of your answer and press Enter. Add g if you are guessing, "
    "s if you are sure, such as: b s.",
    Phase.RECALLING: "Think of the answer, then press Enter.",
    Phase.REVEALED: "Type a or b, then press Enter.",
    Phase.FEEDBACK: "Press Enter to go on. Type m for more, u to undo, q to stop.",
}
