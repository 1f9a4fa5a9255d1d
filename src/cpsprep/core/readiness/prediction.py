"""What is foretold of the next exam, and what stands in its place while too little is known."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LEAST: Final = 20
"""Questions below which nothing is foretold."""


class Why(StrEnum):
    """Why a forecast is unsure."""

    FEW = "few"
    THIN_AREAS = "thin-areas"
    OUR_AREAS = "our-areas"
    EQUAL_SHARES = "equal-shares"
    OLD = "old"
    SEEN_BEFORE = "seen-before"
    NOT_THE_BOARDS = "not-the-boards"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One reason, with the number it is about and the areas it concerns, where it has any."""

    why: Why
    number: int = 0
    areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AreaLevel:
    """How it stands in one area.

    Args:
        share: of the exam, from 0 to 1.
        right: how many of `n` counting answers were right.
        level: the share of its questions that would be answered right, as an exam asks them.
    """

    id: str
    title: str
    share: float
    right: int
    n: int
    level: float

    @property
    def loss(self) -> float:
        """The share of the whole exam that this area would cost."""
        return self.share * (1 - self.level)


@dataclass(frozen=True, slots=True)
class Prediction:
    """The score of an exam that were written now, as shares of its questions.

    Args:
        n: how many questions it rests on.
        asked: how many the exam asks.
        share: the mean.
        low: the range from `low` to `high` holds nine scores of ten.
        areas: in the order of the outline.
        scores: the chance of each number of right answers, from 0 to `asked`.
    """

    n: int
    asked: int
    share: float
    low: float
    high: float
    areas: tuple[AreaLevel, ...]
    doubts: tuple[Doubt, ...]
    scores: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class NotYet:
    """Too little is known to foretell anything: `n` questions of the 20 that it takes at least."""

    n: int
    areas: tuple[AreaLevel, ...]

    @property
    def missing(self) -> int:
        return LEAST - self.n
