"""Answers as statistics read them, and which of them are a card's first, a review, or drill."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from cpsprep.core.events import Mode
from cpsprep.core.item import BankId, CardId, ItemId, OptionId
from cpsprep.core.sm2 import PASS

ENOUGH: Final = 5
"""Answers below which a share says nothing."""


class AnswerRow(NamedTuple):
    """One answer that was not taken back; a named tuple, since a long log holds very many.

    `correct` and `grade` may be unknown in imported answers; `ms` is the time it took, None when unknown.
    """

    day: int
    bank: BankId
    item: ItemId
    card: CardId
    mode: str
    grade: int | None = None
    correct: bool | None = None
    chosen: tuple[OptionId, ...] = ()
    ms: int | None = None
    sure: bool = False
    """Whether the learner said so."""

    @property
    def right(self) -> bool:
        """Whether the answer was right; where nobody said, whether its grade passes."""
        return self.correct if self.correct is not None else (self.grade or 0) >= PASS


class Role(StrEnum):
    """What an answer was for its card: the first ever, a review on a later day, drill, or no review."""

    FIRST = "new"
    REVIEW = "review"
    DRILL = "drill"
    OTHER = "practice"


def roles(rows: Iterable[AnswerRow]) -> Iterator[tuple[AnswerRow, Role]]:
    """Each answer with its role, for rows in the canonical order of the log.

    The first graded review answer of a card on a study day schedules, as in the fold; the others are drill.
    """
    last: dict[tuple[BankId, CardId], int] = {}
    for row in rows:
        if row.mode != Mode.REVIEW or row.grade is None:
            yield row, Role.OTHER
            continue
        key = (row.bank, row.card)
        before = last.get(key)
        last[key] = row.day
        if before is None:
            yield row, Role.FIRST
        else:
            yield row, Role.DRILL if before == row.day else Role.REVIEW


@dataclass(frozen=True, slots=True)
class Share:
    """So many right out of `n`."""

    right: int = 0
    n: int = 0

    @property
    def value(self) -> float | None:
        """From 0 to 1; None while `n` is too small to say anything."""
        return self.right / self.n if self.n >= ENOUGH else None


def share(results: Iterable[bool]) -> Share:
    seen = list(results)
    return Share(sum(seen), len(seen))
