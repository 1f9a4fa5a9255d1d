"""What stands on the page, and above it, at each point of a mock exam."""

from collections.abc import Iterator

from cpsprep.cli.exam.telling import exam_blocks
from cpsprep.cli.exam.time_words import left_words, short_left
from cpsprep.cli.study.telling import Block, Role
from cpsprep.cli.tui.exam_keys import takes_several
from cpsprep.cli.tui.signs import Signs
from cpsprep.cli.tui.view import Part
from cpsprep.core.events import Confidence
from cpsprep.core.exam.exam import Exam, How, Phase

_WIDE = 60
_HINT = "Choose a letter, then press Enter for the next question. You can come back to each."
_FELT = {Confidence.GUESS: "You are guessing.", Confidence.SURE: "You are sure."}


def exam_parts(exam: Exam, cursor: str, at_ms: int, signs: Signs, *, hinted: bool) -> list[Part]:
    """Everything on the page, top to bottom; in a break the question is hidden."""
    return list(_parts(exam, cursor, at_ms, signs, hinted=hinted))


def _parts(exam: Exam, cursor: str, at_ms: int, signs: Signs, *, hinted: bool) -> Iterator[Part]:
    if exam.phase is Phase.OVER:
        yield Part(Block(Role.STEM, _over(exam)))
        return
    if exam.phase is Phase.BREAK:
        yield Part(Block(Role.STEM, "This is your break. The question is hidden."))
        yield Part(Block(Role.STEM, left_words(exam, at_ms)))
        return
    for block in exam_blocks(
        exam, several="", note_hint="Press Enter to see the question, n to pass over it."
    ):
        yield _option(block, exam, cursor, signs) if block.role is Role.OPTION else Part(block)
    if (felt := exam.place.confidence) is not None:
        yield Part(Block(Role.HINT, _FELT[felt]), gap=True)
    elif hinted and exam.phase is Phase.ASKING and not exam.place.chosen:
        yield Part(Block(Role.HINT, _HINT), gap=True)


def _over(exam: Exam) -> str:
    if exam.ended is not None and exam.ended.how is How.TIME:
        return "The time is up. Every answer given by then counts. Press Enter for the report."
    return "It is handed in. Press Enter for the report."


def _option(block: Block, exam: Exam, cursor: str, signs: Signs) -> Part:
    chosen, here = block.option in exam.place.chosen, block.letter == cursor
    style = "quiet" if block.option in exam.place.struck else ""
    if takes_several(exam):
        return Part(block, f"{signs.pick if here else ' '}{'[x]' if chosen else '[ ]'}", chosen, style)
    return Part(block, signs.pick if chosen else signs.bullet if here else " ", chosen, style)


def top_words(exam: Exam, at_ms: int, width: int, signs: Signs) -> str:
    """Where one is, whether it is flagged, and the clock unless it is hidden."""
    if exam.is_over:
        return "The end of this mock exam"
    place = f"{exam.at + 1} of {len(exam.places)}"
    words = [f"Question {place}" if width >= _WIDE else place]
    if exam.place.marked:
        words.append("flagged")
    if not exam.hides_clock and (clock := short_left(exam, at_ms)):
        words.append(f"{clock} left" if width >= _WIDE else clock)
    return f" {signs.bullet} ".join(words)
