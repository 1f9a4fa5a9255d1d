"""What a learner is told at each step of a sitting, in words.

Both front ends show these blocks: plain as lines, full screen as styled text. A block's role says what it is,
never how it looks. The wording of feedback is in `cli.study.feedback`.
"""

from collections.abc import Iterator
from enum import Enum, auto
from string import ascii_lowercase
from typing import Final, NamedTuple, assert_never

from cpsprep.cli.day_words import in_days
from cpsprep.core.bank import BankHeader
from cpsprep.core.cloze import Blank, blanked, revealed
from cpsprep.core.events import FlagReason
from cpsprep.core.item import Basic, Choice, Cloze, Item, Kind, OptionId
from cpsprep.core.media import titles
from cpsprep.core.paragraphs import one_line, paragraphs
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.answering import waits_by_grade
from cpsprep.core.sitting.grading import Rating
from cpsprep.core.sitting.question import Question
from cpsprep.core.sitting.session import Phase, Session

FLAG_SAYS: Final[dict[FlagReason, str]] = {
    FlagReason.WRONG_KEY: "The answer given as right is not.",
    FlagReason.TWO_ANSWERS: "More than one answer is right.",
    FlagReason.UNCLEAR: "It is unclear.",
    FlagReason.LANGUAGE: "The language: spelling, or words that hurt.",
    FlagReason.OTHER: "Something else.",
}
REPORT_SAYS: Final = "Noted. To report it, send these lines to whoever keeps the questions:"
SEVERAL: Final = "Type all their letters with a space between, such as: a c."


class Role(Enum):
    """What a block of text is."""

    HEADING = auto()
    NOTE = auto()
    STORY = auto()
    STEM = auto()
    OPTION = auto()
    VERDICT_RIGHT = auto()
    VERDICT_OTHER = auto()
    REASON = auto()
    NEXT = auto()
    HINT = auto()


GRADES: Final = {
    Rating.AGAIN: "Again, I did not know it",
    Rating.HARD: "Hard, it took a lot",
    Rating.GOOD: "Good, I knew it",
    Rating.EASY: "Easy",
}


class Block(NamedTuple):
    """One piece of text; a letter stands before an option."""

    role: Role
    text: str
    letter: str = ""
    option: OptionId | None = None


def letters(session: Session) -> dict[str, OptionId]:
    """The letters on screen and the options they stand for now."""
    return dict(zip(ascii_lowercase, session.order, strict=False))


def said_after(action: act.Action, question: Question | None) -> str:
    """What is said after this question was put away or brought back; "" after any other action."""
    match action:
        case act.Undo():
            return "Taken back. Here it is again."
        case act.Skip():
            return "Left until tomorrow."
        case act.SetAside() if question is not None:
            return f"Set aside. To bring it back: cpsprep aside --return {question.card}"
        case _:
            return ""


def heading(session: Session, header: BankHeader | None) -> Block:
    """Where in the sitting we are: number, how many wait, and the domain."""
    question = session.current
    if question is None:
        return Block(Role.HEADING, "The end of this sitting.")
    title = next((d.title for d in header.domains if d.id == question.item.domain), "") if header else ""
    place = f"Question {session.asked} of {session.asked + session.left}"
    again = ", again" if session.round else ""
    return Block(Role.HEADING, f"{place}{again}: {title}." if title else f"{place}{again}.")


def question_blocks(
    session: Session, header: BankHeader | None = None, *, several: str = SEVERAL
) -> Iterator[Block]:
    """Everything a learner reads before answering, in the order to be read.

    `several` says how more than one option is given, which differs between front ends.
    """
    question = session.current
    yield heading(session, header)
    if question is None:
        return
    if session.phase is Phase.NOTE:
        yield Block(Role.NOTE, question.item.content_note)
        yield Block(Role.HINT, "Press Enter to go on, or type d to leave it until tomorrow.")
        return
    if question.key_changed:
        yield Block(Role.NOTE, "The answer to this question was corrected since you last saw it.")
    scenario = question.item.scenario
    if scenario is not None:
        yield from (Block(Role.STORY, part) for part in paragraphs(scenario.vignette))
        for update in scenario.updates:
            yield from (Block(Role.STORY, part) for part in paragraphs(update))
    for line in media_lines(question.item):
        yield Block(Role.STORY, line)
    yield from _stem(question, several)
    yield from option_blocks(session)


def media_lines(item: Item) -> Iterator[str]:
    """Pictures and sounds in words: a terminal shows none, and many people would only hear of them."""
    for name, title in titles(item.media).items():
        yield f"{title}: {one_line(item.media[name])}"


def _stem(question: Question, several: str) -> Iterator[Block]:
    body = question.item.body
    match body:
        case Choice():
            yield from (Block(Role.STEM, part) for part in paragraphs(body.stem))
            if asks_for_exception(body.stem):
                yield Block(Role.HINT, "This asks for the exception.")
            if body.kind is Kind.MULTIPLE:
                yield Block(Role.HINT, f"More than one is right. {several}".rstrip())
        case Cloze():
            text = "".join(
                _blank(part) if isinstance(part, Blank) else part.text
                for part in blanked(body.text, question.number or 1)
            )
            yield from (Block(Role.STEM, part) for part in paragraphs(text))
        case Basic():
            yield from (Block(Role.STEM, part) for part in paragraphs(body.front))
        case _:
            assert_never(body)


def _blank(part: Blank) -> str:
    """A hidden part in words, so that it is heard as well as seen."""
    return f"[blank, hint: {part.hint}]" if part.hint else "[blank]"


def asks_for_exception(stem: str) -> bool:
    """Whether the stem asks for what does NOT fit: such a word counts in capitals only."""
    words = set(stem.replace("?", " ").replace(":", " ").replace(",", " ").split())
    return bool(words & {"NOT", "EXCEPT", "LEAST"})


def option_blocks(session: Session) -> Iterator[Block]:
    """The options with the letters they have now."""
    question = session.current
    if question is not None and isinstance(question.item.body, Choice):
        for letter, option in letters(session).items():
            yield Block(Role.OPTION, one_line(question.item.body.options[option]), letter, option)
    if session.phase is Phase.REVEALED:
        yield Block(Role.OPTION, "I knew it.", "a")
        yield Block(Role.OPTION, "I did not.", "b")


def answer_blocks(question: Question) -> Iterator[Block]:
    """The hidden side of a basic or cloze card, and its explanation."""
    body = question.item.body
    match body:
        case Basic():
            first, *rest = list(paragraphs(body.back)) or [""]
            yield Block(Role.VERDICT_RIGHT, f"Answer: {first}")
            yield from (Block(Role.VERDICT_RIGHT, part) for part in rest)
        case Cloze():
            parts = blanked(body.text, question.number or 1)
            hidden = "; ".join(part.answer for part in parts if isinstance(part, Blank))
            yield Block(Role.VERDICT_RIGHT, f"Answer: {one_line(hidden)}")
            yield from (Block(Role.REASON, part) for part in paragraphs(revealed(body.text)))
        case Choice():
            return
        case _:
            assert_never(body)
    yield from (Block(Role.REASON, part) for part in paragraphs(question.item.explanation))


def grade_blocks(session: Session) -> Iterator[Block]:
    """The four grades; each with its next day where they differ."""
    asked = session.before.current if session.before else session.current
    answered = session.answered
    if asked is None or answered is None:
        return
    yield Block(Role.HEADING, "How well did you know it?")
    waits = waits_by_grade(asked, session.rules, session.day)
    differ = answered.scheduled and len(set(waits)) > 1
    for number, (text, days) in enumerate(zip(GRADES.values(), waits, strict=True), start=1):
        next_ = f" Next: {in_days(days)}." if differ else ""
        yield Block(Role.OPTION, f"{text}.{next_}", str(number))
    yield Block(Role.HINT, "Choose 1 to 4, or press Enter to leave it as it is.")
