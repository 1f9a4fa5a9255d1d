"""From an answer to a grade from 0 to 5 (design 6). Time is logged and never changes a grade."""

from collections.abc import Collection
from enum import IntEnum
from typing import assert_never

from cpsprep.core.events import Confidence
from cpsprep.core.item import Choice, OptionId


class Rating(IntEnum):
    """The four names a learner may choose from, each with its SM-2 grade."""

    AGAIN = 1
    HARD = 3
    GOOD = 4
    EASY = 5


RIGHT, RIGHT_SURE, RIGHT_GUESS = 4, 5, 2
WRONG, WRONG_GUESS = 1, 0


def is_right(question: Choice, chosen: Collection[OptionId]) -> bool:
    """Right means exactly the key: with several right options, all of them and no other."""
    return set(chosen) == set(question.answer)


def propose(*, right: bool, confidence: Confidence | None, drill: bool = False) -> int:
    """The grade of an answer.

    A lucky hit must not grow the interval, so a right guess is 2; in the day's drill a right answer is 4,
    however sure, because drill does not schedule.
    """
    if right and drill:
        return RIGHT
    match confidence:
        case Confidence.SURE:
            return RIGHT_SURE if right else WRONG
        case Confidence.GUESS:
            return RIGHT_GUESS if right else WRONG_GUESS
        case None:
            return RIGHT if right else WRONG
        case _:
            assert_never(confidence)
