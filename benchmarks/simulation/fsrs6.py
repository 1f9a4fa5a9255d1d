"""FSRS-6: how a memory grows and fades, by its published formulas (docs/simulation.md names the source).

Tests hold it equal to the package `fsrs`. Ratings: 1 again, 2 hard, 3 good, 4 easy. Stability in days.
"""

from math import exp
from typing import Final, NamedTuple

AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
LEAST_STABILITY: Final = 0.001
DEFAULTS: Final = (
    *(0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796),
    *(1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542),
)


class Memory(NamedTuple):
    """Stability: the days after which recall has fallen to 0.9; difficulty from 1 to 10."""

    stability: float
    difficulty: float


class Fsrs6:
    """The formulas with one learner's 21 parameters."""

    def __init__(self, parameters: tuple[float, ...]) -> None:
        self.w = w = parameters
        self.decay = -w[20]
        self.factor = 0.9 ** (1 / self.decay) - 1
        self.growth = exp(w[8])
        self.lapse_floor = exp(w[17] * w[18])
        self.easiest = w[4] - exp(w[5] * 3) + 1

    def recall(self, stability: float, days: float) -> float:
        return float((1 + self.factor * days / stability) ** self.decay)

    def interval(self, stability: float, retention: float) -> int:
        """Whole days until recall has fallen to this, at least one."""
        days: float = stability / self.factor * (retention ** (1 / self.decay) - 1)
        return max(1, round(days))

    def first(self, rating: int) -> Memory:
        difficulty = self.w[4] - exp(self.w[5] * (rating - 1)) + 1
        return Memory(max(LEAST_STABILITY, self.w[rating - 1]), min(10.0, max(1.0, difficulty)))

    def after(self, memory: Memory, days: int, rating: int) -> Memory:
        """The memory after an answer so many days after the one before; 0 is the same day."""
        s, d = memory
        if days < 1:
            stability = self._same_day(s, rating)
        elif rating == AGAIN:
            stability = self._forgotten(s, d, self.recall(s, days))
        else:
            stability = self._recalled(s, d, self.recall(s, days), rating)
        return Memory(max(LEAST_STABILITY, stability), self._difficulty(d, rating))

    def _same_day(self, s: float, rating: int) -> float:
        w = self.w
        change: float = exp(w[17] * (rating - 3 + w[18])) * s ** -w[19]
        return s * (max(1.0, change) if rating >= HARD else change)

    def _forgotten(self, s: float, d: float, recall: float) -> float:
        w = self.w
        left: float = w[11] * d ** -w[12] * ((s + 1) ** w[13] - 1) * exp((1 - recall) * w[14])
        return min(left, s / self.lapse_floor)

    def _recalled(self, s: float, d: float, recall: float, rating: int) -> float:
        w = self.w
        bonus = w[15] if rating == HARD else w[16] if rating == EASY else 1.0
        gain: float = self.growth * (11 - d) * s ** -w[9] * (exp((1 - recall) * w[10]) - 1) * bonus
        return s * (1 + gain)

    def _difficulty(self, d: float, rating: int) -> float:
        moved = d - self.w[6] * (rating - 3) * (10 - d) / 9
        return min(10.0, max(1.0, self.w[7] * self.easiest + (1 - self.w[7]) * moved))
