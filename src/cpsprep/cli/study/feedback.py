"""The wording of feedback: kind, in layers, options quoted by their text and never by letter."""

from collections.abc import Iterator

from cpsprep.cli.day_words import in_days
from cpsprep.cli.study.telling import GRADES, Block, Role
from cpsprep.core.bank import BankHeader
from cpsprep.core.events import Confidence
from cpsprep.core.item import Choice, Item, Kind, OptionId
from cpsprep.core.paragraphs import one_line
from cpsprep.core.sitting.actions import Action, Choose, Rate
from cpsprep.core.sitting.answering import Answered
from cpsprep.core.sitting.session import Session


def feedback_blocks(session: Session, *, own_words: bool = False) -> Iterator[Block]:
    """What is said at once after an answer: the verdict, why, and when the question comes back.

    With `own_words` the option that was chosen is quoted too, for those who cannot glance back at it.
    """
    question, answered = session.current, session.answered
    if question is None or answered is None:
        return
    body = question.item.body
    match answered.action:
        case Choose(options=chosen) if isinstance(body, Choice):
            yield from _verdict(body, chosen, right=answered.correct, own_words=own_words)
            if not any(body.why.values()):
                yield Block(Role.REASON, question.item.explanation or "There is no explanation yet.")
        case _:
            text = "Good." if answered.correct else "Not yet, and that is all right."
            yield Block(Role.VERDICT_RIGHT if answered.correct else Role.VERDICT_OTHER, text)
    yield from _next(session, answered)


def graded_blocks(action: Action, session: Session) -> Iterator[Block]:
    """What is said when a learner comes back from the grades; the reasons were told before."""
    changed = isinstance(action, Rate)
    grade = GRADES[action.rating].partition(",")[0].lower() if isinstance(action, Rate) else ""
    yield Block(Role.REASON, f"Changed to: {grade}." if changed else "Left as it is.")
    if session.answered is not None:
        yield from _next(session, session.answered)


def _next(session: Session, answered: Answered) -> Iterator[Block]:
    if session.rules.mode == "review":
        yield Block(Role.NEXT, next_words(answered))


def _verdict(body: Choice, chosen: tuple[OptionId, ...], *, right: bool, own_words: bool) -> Iterator[Block]:
    if right:
        yield Block(Role.VERDICT_RIGHT, "Right.")
        yield from _reasons(body, body.answer)
        return
    match body.kind:
        case Kind.TRUEFALSE:
            yield Block(Role.VERDICT_OTHER, f"Not right here. The statement is {body.answer[0]}.")
            yield from _reasons(body, body.answer)
        case Kind.MULTIPLE:
            yield Block(Role.VERDICT_OTHER, f"Not the best answer here. Best: {_quoted(body, body.answer)}")
            missed = tuple(option for option in body.answer if option not in chosen)
            extra = tuple(option for option in chosen if option not in body.answer)
            for option in extra:
                yield _named(body, option, "Does not belong")
            for option in missed:
                yield _named(body, option, "Was missing")
        case _:
            yield Block(Role.VERDICT_OTHER, f"Not the best answer here. Best: {_quoted(body, body.answer)}")
            for option in chosen:
                if own_words:
                    yield _named(body, option, "Yours")
                else:
                    yield from _why(body, option, "Yours: ")
            for option in body.answer:
                yield from _why(body, option, "The best one: ")


def _reasons(body: Choice, options: tuple[OptionId, ...]) -> Iterator[Block]:
    for option in options:
        yield from _why(body, option, "")


def _why(body: Choice, option: OptionId, label: str) -> Iterator[Block]:
    if why := body.why.get(option):
        yield Block(Role.REASON, f"{label}{one_line(why)}")


def _named(body: Choice, option: OptionId, label: str) -> Block:
    why = one_line(body.why.get(option, ""))
    return Block(Role.REASON, f"{label}: {_quoted(body, (option,))} {why}".rstrip())


def _quoted(body: Choice, options: tuple[OptionId, ...]) -> str:
    """The options by their text, in quotation marks unless the text brings its own.

    The last one ends like a sentence: quotation marks are not heard, a full stop is.
    """
    texts = [one_line(body.options[option]) for option in options]
    if texts and texts[-1][-1:].isalnum():
        texts[-1] += "."
    return " and ".join(text if text[:1] == '"' else f'"{text}"' for text in texts)


def next_words(answered: Answered) -> str:
    """When the question comes back."""
    if answered.again_today and answered.correct and answered.action.confidence is Confidence.GUESS:
        return "You were guessing, so it comes back later today."
    if answered.again_today:
        return "It comes back later today."
    if answered.rests:
        return "Enough for today: it rests until tomorrow."
    return f"Next: {in_days(answered.wait)}."


def more_blocks(session: Session, header: BankHeader | None) -> Iterator[Block]:
    """The second layer: the other options, the explanation and the source; nothing that was told before."""
    question, answered = session.current, session.answered
    if question is None:
        return
    body = question.item.body
    if isinstance(body, Choice) and answered is not None and isinstance(answered.action, Choose):
        told = set(body.answer) | set(answered.action.options)
        for option in session.order:
            if option not in told and option in body.why:
                yield _named(body, option, "Other option")
        if any(body.why.values()) and question.item.explanation:
            yield Block(Role.REASON, f"Explanation: {one_line(question.item.explanation)}")
    yield from _sources(question.item, header)


def _sources(item: Item, header: BankHeader | None) -> Iterator[Block]:
    if not item.source:
        yield Block(Role.HINT, "No source is given for this question.")
        return
    known = header.sources if header else {}
    for key in item.source:
        yield Block(Role.HINT, f"Source: {known.get(key, key)}")
