"""Whether lines such as `Answer: B` stand above the questions that they are of, so that none is sure."""

from collections.abc import Sequence
from typing import Final

from cpsprep.core.interchange.listed.ahead import ASKS, Ahead
from cpsprep.core.interchange.listed.fields import Said
from cpsprep.core.interchange.listed.keys.lists import answers_of
from cpsprep.core.interchange.listed.line import Line, Sort
from cpsprep.core.interchange.listed.raw import Grouped

UNSURE: Final = (
    "its answer may be that of the question below: some answers of the file stand above a question"
)
_BEGINS: Final = frozenset({Sort.NUMBER, Sort.QUESTION})


def may_stand_above(lines: Sequence[Line], ahead: Ahead, done: Grouped) -> bool:
    """Whether an answer stands above all questions, or some lie on numbers and the last question has none.

    Args:
        lines: of the file.
        ahead: what they say.
        done: the questions that they became.
    """
    places = [place for place in range(len(lines)) if _is_answer(ahead, place)]
    if not places or not done.questions:
        return False
    if _is_above_all(lines, places[0]):
        return True
    on_top = any(
        lines[at].gap and not after.gap and _begins(after)
        for at in places
        for after in lines[at + 1 : at + 2]
    )
    return on_top and done.questions[-1].answer is None


def _is_answer(ahead: Ahead, place: int) -> bool:
    said = ahead.said(place)
    return said is not None and said.said is Said.ANSWER and bool(answers_of(said.text))


def _is_above_all(lines: Sequence[Line], place: int) -> bool:
    """Whether nothing above an answer can be its question: only headings, or words that ask nothing."""
    before = lines[:place]
    if any(line.label or ASKS.search(line.text) for line in before if not line.heading):
        return False
    following = next((line for line in lines[place + 1 :] if line.label), None)
    only_headings = all(line.heading for line in before)
    return following is not None and (only_headings or _begins(following))


def _begins(line: Line) -> bool:
    return line.label is not None and line.label.sort in _BEGINS
