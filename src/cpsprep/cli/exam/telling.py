"""What is said while a mock exam goes on, in words; both front ends show these blocks."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from cpsprep.cli.saying import counted
from cpsprep.cli.study.telling import SEVERAL, Block, Role, letters, option_blocks, question_blocks
from cpsprep.core.events import Confidence, Mode
from cpsprep.core.exam import actions as act
from cpsprep.core.exam.ending import is_right_at
from cpsprep.core.exam.exam import Exam, Phase
from cpsprep.core.exam.paper import ExamRules
from cpsprep.core.item import OptionId
from cpsprep.core.paragraphs import one_line
from cpsprep.core.records.board import GENERIC
from cpsprep.core.sitting import session as study
from cpsprep.core.sitting.actions import Choose
from cpsprep.core.sitting.answering import Answered, SittingRules
from cpsprep.core.sm2 import NEW

_RULES: Final = SittingRules(seed="", mode=Mode.EXAM)
_SURE: Final = {Confidence.GUESS: " You are guessing.", Confidence.SURE: " You are sure."}


def as_session(exam: Exam, index: int | None = None, *, told: bool = False) -> study.Session:
    """A question of the exam as study shows it; `told` with the answer judged, for the walk afterwards."""
    number = exam.at if index is None else index
    slot, place = exam.paper.slots[number], exam.places[number]
    phase = study.Phase.NOTE if exam.phase is Phase.NOTE and not told else study.Phase.ASKING
    return study.Session(
        rules=_RULES,
        queue=(),
        day=exam.paper.study_day,
        phase=study.Phase.FEEDBACK if told else phase,
        current=slot.question,
        order=slot.order,
        asked=number + 1,
        answered=Answered(
            Choose(place.chosen, place.confidence), is_right_at(slot, place), 0, 0, NEW, 0, 0, scheduled=False
        ),
    )


def exam_letters(exam: Exam) -> dict[str, OptionId]:
    """The letters on screen and the options they stand for."""
    return letters(as_session(exam))


def exam_title(rules: ExamRules) -> str:
    """Whose exam it is, inside a sentence."""
    return "no board in particular" if rules.outline == GENERIC else rules.title


def heading_words(exam: Exam) -> str:
    """Where in the exam we are."""
    flagged = ", flagged" if exam.place.marked else ""
    return f"Question {exam.at + 1} of {len(exam.places)}{flagged}."


def exam_blocks(exam: Exam, *, several: str = SEVERAL, note_hint: str) -> Iterator[Block]:
    """Everything a learner reads of a question without its heading: note, story, stem, options."""
    for block in question_blocks(as_session(exam), several=several):
        if block.role is Role.HEADING or (exam.phase is Phase.NOTE and block.role is Role.HINT):
            continue
        yield _struck(block, exam) if block.role is Role.OPTION else block
    if exam.phase is Phase.NOTE:
        yield Block(Role.HINT, note_hint)


def struck_blocks(exam: Exam) -> Iterator[Block]:
    """The options alone, with those that are struck out named so."""
    return (_struck(block, exam) for block in option_blocks(as_session(exam)))


def _struck(block: Block, exam: Exam) -> Block:
    return block._replace(text=f"(struck out) {block.text}") if block.option in exam.place.struck else block


def answer_words(exam: Exam) -> str:
    """What stands on the sheet for this question; "" for nothing."""
    place = exam.place
    if not place.chosen:
        return ""
    texts = [one_line(exam.slot.body.options[option]) for option in place.chosen]
    if texts[-1][-1:].isalnum():
        texts[-1] += "."
    quoted = " and ".join(text if text[:1] == '"' else f'"{text}"' for text in texts)
    return f"Your answer: {quoted}{_SURE.get(place.confidence, '') if place.confidence else ''}"


def written_words(action: act.Action, before: Exam, exam: Exam) -> str:
    """What is said after something was written on the sheet; "" after any other action."""
    match action:
        case act.Choose():
            return answer_words(exam)
        case act.Clear():
            return "Your answer is taken away." if before.place.chosen else "There is no answer to take away."
        case act.Strike(option=option):
            text = one_line(exam.slot.body.options[option])
            return f"{'Struck out' if option in exam.place.struck else 'Back again'}: {text}"
        case act.Mark():
            return "Flagged." if exam.place.marked else "No longer flagged."
        case act.HideClock():
            return (
                "The clock is hidden. You can still ask for it, and warnings come."
                if exam.hides_clock
                else ""
            )
        case _:
            return ""


def stayed_words(action: act.Action, exam: Exam, *, hand_in: str) -> str:
    """Why a move led nowhere; at the end of the questions with `hand_in`, the way to end the exam."""
    match action:
        case act.Next():
            return f"This is the last question. {sheet_words(exam)} {hand_in}"
        case act.Previous():
            return "This is the first question."
        case act.NextOpen() if exam.open_places:
            return "This is the only question without an answer."
        case act.NextOpen():
            return f"Every question has an answer. {hand_in}"
        case act.NextMarked() if exam.marked_places:
            return "This is the only flagged question."
        case act.NextMarked():
            return "No question is flagged."
        case _:
            return "You are there."


def sheet_words(exam: Exam) -> str:
    """How the answer sheet stands, in one sentence."""
    total, open_, marked = len(exam.places), len(exam.open_places), len(exam.marked_places)
    flagged = f", {marked} flagged" if marked else ""
    if not open_:
        return f"All {total} questions have an answer{flagged}."
    return f"{total - open_} of {total} answered, {open_} without an answer{flagged}."


def overview_lines(exam: Exam) -> list[str]:
    """Which questions are open, and which are flagged."""
    lines = [sheet_words(exam)]
    if exam.open_places:
        lines.append(f"Without an answer: {runs(exam.open_places)}.")
    if exam.marked_places:
        lines.append(f"Flagged: {runs(exam.marked_places)}.")
    return lines


def runs(places: Sequence[int]) -> str:
    """Numbers of questions, runs of them put together: 3, 12 to 20, 41."""
    parts: list[tuple[int, int]] = []
    for number in (place + 1 for place in places):
        if parts and parts[-1][1] == number - 1:
            parts[-1] = parts[-1][0], number
        else:
            parts.append((number, number))
    return ", ".join(_run(first, last) for first, last in parts)


def _run(first: int, last: int) -> str:
    if first == last:
        return str(first)
    return f"{first}, {last}" if last == first + 1 else f"{first} to {last}"


def confirm_words(exam: Exam) -> Iterable[str]:
    """What is asked before an exam is handed in."""
    yield from overview_lines(exam)
    yield "Hand it in? After that nothing can be changed."


def missed_words(count: int) -> str:
    """How much is worth a walk."""
    return (
        counted(count, "question is", "questions are") + " worth another look: wrong, left open or guessed."
    )
