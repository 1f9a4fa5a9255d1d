"""FSRS-6 with its default parameters: how memory of a card grows with reviews and fades between them.

Source of all formulas and parameters: Open Spaced Repetition, "The Algorithm", FSRS-6
(https://github.com/open-spaced-repetition/awesome-fsrs/wiki/The-Algorithm); the tests hold it equal to the
package `fsrs`. It only predicts; intervals come from SM-2 (docs/design.md section 6).
"""

from math import exp
from typing import Final, NamedTuple

W: Final = (
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796,
    1.4835, 0.0614, 0.2629, 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
)  # fmt: skip
"""The default parameters w0 to w20, fitted to very many collections of Anki users."""
AGAIN, HARD, GOOD, EASY = 1, 2, 3, 4
RATINGS: Final = (AGAIN, AGAIN, AGAIN, HARD, GOOD, EASY)
"""The rating of each grade from 0 to 5 (docs/design.md section 6)."""
_LEAST_STABILITY: Final = 0.001
_EASIEST, _HARDEST = 1.0, 10.0
_DECAY: Final = -W[20]
_FACTOR: Final = 0.9 ** (1 / _DECAY) - 1


class Memory(NamedTuple):
    """What FSRS remembers of a card.

    Args:
        stability: days after which it is recalled with a chance of 90 %.
        difficulty: from 1 (easy) to 10.
    """

    stability: float
    difficulty: float


def recall(memory: Memory, days: int) -> float:
    """R(t) = (1 + F t / S)^-w20 with F = 0.9^(-1/w20) - 1: the chance of recall `days` after a review."""
    return float((1 + _FACTOR * max(0, days) / memory.stability) ** _DECAY)


def first(rating: int) -> Memory:
    """The memory after the first answer to a card; `rating` is 1 (again) to 4 (easy).

    S0 = w[g-1]; D0 = w4 - e^(w5 (g-1)) + 1, from 1 to 10.
    """
    return Memory(W[rating - 1], min(_HARDEST, max(_EASIEST, _difficulty(rating))))


def review(memory: Memory, rating: int, days: int) -> Memory:
    """The memory after an answer so many days after the last one; 0 days is the same day.

    Same day:  S' = S max(1 from hard on, e^(w17 (g - 3 + w18)) S^-w19).
    Recalled:  S' = S (1 + e^w8 (11 - D) S^-w9 (e^(w10 (1 - R)) - 1) {hard w15, easy w16}).
    Forgotten: S' = min(w11 D^-w12 ((S + 1)^w13 - 1) e^(w14 (1 - R)), S / e^(w17 w18)).
    D' = w7 D0(4) + (1 - w7) (D - w6 (g - 3) (10 - D) / 9), from 1 to 10.
    """
    stability, difficulty = memory
    if days < 1:
        grown = _AT_ONCE[rating] * stability ** -W[19]
        new = stability * (max(grown, 1.0) if rating >= HARD else grown)
    else:
        faded = 1 - (1 + _FACTOR * days / stability) ** _DECAY
        if rating == AGAIN:
            new = min(
                W[11] * difficulty ** -W[12] * ((stability + 1) ** W[13] - 1) * exp(W[14] * faded),
                stability * _KEPT,
            )
        else:
            growth = _GROWTH * (11 - difficulty) * stability ** -W[9] * (exp(W[10] * faded) - 1)
            new = stability * (1 + growth * _BONUS[rating])
    moved = difficulty - W[6] * (rating - 3) * (10 - difficulty) / 9
    changed = _TOWARDS + (1 - W[7]) * moved
    return Memory(max(new, _LEAST_STABILITY), min(_HARDEST, max(_EASIEST, changed)))


def _difficulty(rating: int) -> float:
    return W[4] - exp(W[5] * (rating - 1)) + 1


_AT_ONCE: Final = (0.0, *(exp(W[17] * (rating - 3 + W[18])) for rating in (AGAIN, HARD, GOOD, EASY)))
_KEPT: Final = exp(-W[17] * W[18])
_GROWTH: Final = exp(W[8])
_BONUS: Final = (0.0, 0.0, W[15], 1.0, W[16])
_TOWARDS: Final = W[7] * _difficulty(EASY)
