"""What stands on the page at each point of a sitting: the blocks of `telling` with their marks."""

from collections.abc import Iterator
from typing import NamedTuple

from cpsprep.cli.study.feedback import feedback_blocks, more_blocks
from cpsprep.cli.study.telling import Block, Role, answer_blocks, grade_blocks, option_blocks, question_blocks
from cpsprep.cli.tui.hand import Hand, choices
from cpsprep.cli.tui.keys import hint
from cpsprep.cli.tui.signs import Signs
from cpsprep.core.bank import BankHeader
from cpsprep.core.item import Choice
from cpsprep.core.sitting.actions import Choose
from cpsprep.core.sitting.session import Phase, Session


class Part(NamedTuple):
    """A block on the page.

    `sign` stands before it, `chosen` lights it up, `style` names a look other than its role's. `fresh` marks
    what a learner should see first: the page scrolls to it. `gap` puts an empty line above.
    """

    block: Block
    sign: str = ""
    chosen: bool = False
    style: str = ""
    fresh: bool = False
    gap: bool = False


def page_parts(
    session: Session, hand: Hand, header: BankHeader | None, signs: Signs, *, hints: int
) -> list[Part]:
    """Everything on the page, top to bottom."""
    parts = list(_parts(session, hand, header, signs))
    text = hint(session)
    if text and (session.asked <= hints or session.phase is Phase.RECALLING):
        parts.append(Part(Block(Role.HINT, text), gap=True))
    return parts


def _parts(session: Session, hand: Hand, header: BankHeader | None, signs: Signs) -> Iterator[Part]:
    question = session.current
    if question is None:
        return
    if session.phase in {Phase.NOTE, Phase.ASKING, Phase.RECALLING}:
        yield from _asked(session, hand, header, signs)
        return
    told = [b for b in question_blocks(session, header) if b.role not in {Role.HEADING, Role.HINT}]
    body = question.item.body
    if session.phase is Phase.REVEALED:
        yield from (Part(block) for block in told if block.role is not Role.OPTION)
        yield from _fresh(answer_blocks(question))
        yield from (_option(block, session, hand, signs) for block in option_blocks(session))
        return
    if not isinstance(body, Choice):
        told += answer_blocks(question)
    yield from (_judged(block, session, signs) for block in told)
    feedback = list(feedback_blocks(session))
    fresh = session.phase is Phase.FEEDBACK and not hand.more
    yield from _verdict(feedback, signs, fresh=fresh)
    if hand.more:
        rest = [b for b in more_blocks(session, header) if b not in told and b not in feedback]
        yield from _fresh(iter(rest))
    if session.phase is Phase.GRADING:
        for n, block in enumerate(grade_blocks(session)):
            part = _option(block, session, hand, signs)
            yield Part(part.block, part.sign, part.chosen, part.style, fresh=n == 0)


def _asked(session: Session, hand: Hand, header: BankHeader | None, signs: Signs) -> Iterator[Part]:
    for block in question_blocks(session, header, several=""):
        if block.role is not Role.HEADING:
            yield _option(block, session, hand, signs) if block.role is Role.OPTION else Part(block)


def _fresh(blocks: Iterator[Block]) -> Iterator[Part]:
    return (Part(block, fresh=n == 0) for n, block in enumerate(blocks))


def _option(block: Block, session: Session, hand: Hand, signs: Signs) -> Part:
    """An option that can be selected now: a box where several can be, else a pointer at the selected one."""
    if block.letter not in choices(session):
        return Part(block)
    picked, here = block.letter in hand.picked, block.letter == hand.cursor
    if session.takes_several:
        box = "[x]" if picked else "[ ]"
        return Part(block, f"{signs.pick if here else ' '}{box}", chosen=picked)
    return Part(block, signs.pick if picked else " ", chosen=picked)


def _judged(block: Block, session: Session, signs: Signs) -> Part:
    """A part of the question after the answer: the best options and the learner's own keep a sign."""
    body = session.current.item.body if session.current else None
    if block.role is not Role.OPTION or not isinstance(body, Choice):
        return Part(block)
    if block.option in body.answer:
        return Part(block, signs.right, style="right")
    action = session.answered.action if session.answered else None
    if isinstance(action, Choose) and block.option in action.options:
        return Part(block, signs.pick, style="other")
    return Part(block, " ", style="quiet")


def _verdict(blocks: list[Block], signs: Signs, *, fresh: bool) -> Iterator[Part]:
    marks = {Role.VERDICT_RIGHT: signs.right, Role.VERDICT_OTHER: signs.other}
    for n, block in enumerate(blocks):
        yield Part(block, marks.get(block.role, ""), fresh=fresh and n == 0)
