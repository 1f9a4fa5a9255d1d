"""The walk through what was wrong, left open or guessed: the question once more, with its reasons."""

from collections.abc import Callable, Iterator

from cpsprep.cli.exam.telling import as_session
from cpsprep.cli.study.feedback import feedback_blocks, more_blocks
from cpsprep.cli.study.plain import Page
from cpsprep.cli.study.telling import Block, Role, question_blocks
from cpsprep.cli.typed_words import NO, QUIT
from cpsprep.core.exam.exam import Exam
from cpsprep.core.exam.report import Report


def walk(exam: Exam, report: Report, page: Page, read: Callable[[], str]) -> None:
    """Show one after the other; Enter goes on, m tells more, q or the end of input stops."""
    for nth, place in enumerate(report.missed, start=1):
        page.blocks(walk_blocks(exam, place, f"{nth} of {len(report.missed)}"))
        if not _go_on(exam, place, page, read, is_last=nth == len(report.missed)):
            return


def walk_blocks(exam: Exam, place: int, where: str) -> Iterator[Block]:
    """One question as it was asked, what was chosen, and why the best option is the best."""
    session = as_session(exam, place, told=True)
    yield Block(Role.HEADING, f"{where}: question {place + 1}.")
    for block in question_blocks(session, several=""):
        if block.role is not Role.HEADING:
            yield block
    if not exam.places[place].chosen:
        yield Block(Role.REASON, "You left this one open.")
    elif session.answered is not None and session.answered.correct:
        yield Block(Role.REASON, "You were guessing.")
    yield from feedback_blocks(session, own_words=True)


def _go_on(exam: Exam, place: int, page: Page, read: Callable[[], str], *, is_last: bool) -> bool:
    """Wait for a line; whether to go on."""
    page.say("Enter: end. m: more." if is_last else "Enter: next. m: more. q: stop.")
    while True:
        page.out.write(page.prompt)
        page.out.flush()
        line = read()
        word = line.strip().casefold()
        if word in {"m", "more"}:
            more = more_blocks(as_session(exam, place, told=True), None)
            # The log keeps what was asked, and not where it came from.
            page.blocks(block for block in more if block.role is not Role.HINT)
            page.say("Enter: end." if is_last else "Enter: next. q: stop.")
        else:
            return bool(line) and word not in QUIT | NO
