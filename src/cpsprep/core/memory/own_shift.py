"""How much more, or less, a learner recalls than FSRS's average learner: one number, from their own reviews.

The default parameters never learn that somebody misses more than most. In simulations (docs/simulation.md)
that made forecasts for learners of another kind 15 points too high; with this number it is about 5.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import groupby
from operator import itemgetter
from typing import Final

from cpsprep.core.history import CardKey
from cpsprep.core.memory.fsrs6 import HARD, RATINGS, Memory, first, recall, review
from cpsprep.core.memory.recall import Attempt, shifted

ENOUGH: Final = 50
"""Reviews below which chance would speak louder than the learner."""
SPREAD: Final = 2.0
"""How far learners may be apart: the variance of the number before anything is known."""
_MOST: Final = 6.0
_STEPS: Final = 40
_FINE: Final = 200


def own_shift(attempts: Iterable[Attempt], guess: Callable[[CardKey], float] = lambda _: 0.0) -> float:
    """What to add to the log odds of recall; 0.0 below 50 reviews.

    Only the first attempt of a day counts, on a card that was met on an earlier day. The number is where as
    many of these were passed as it foretells, drawn towards 0 as far as there are few.

    Args:
        attempts: card by card, each card's in canonical order.
        guess: the chance to pass a card without knowing it.
    """
    counts, passed = _foretold(attempts, guess)
    if counts.total() < ENOUGH:
        return 0.0

    def too_low(shift: float) -> bool:
        """Whether more were passed than this number foretells."""
        expected = sum(
            count * (chance + (1 - chance) * shifted(level / _FINE, shift))
            for (level, chance), count in counts.items()
        )
        return passed - expected > shift / SPREAD

    low, high = -_MOST, _MOST
    for _ in range(_STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if too_low(middle) else (low, middle)
    return (low + high) / 2


def _foretold(
    attempts: Iterable[Attempt], guess: Callable[[CardKey], float]
) -> tuple[Counter[tuple[int, float]], int]:
    """How many reviews were foretold at which chance, with which chance to guess; how many passed."""
    counts: Counter[tuple[int, float]] = Counter()
    passed = 0
    for key, group in groupby(attempts, key=itemgetter(0, 1)):
        memory: Memory | None = None
        last = 0
        for _, _, day, grade in group:
            rating = RATINGS[grade]
            if memory is None:
                memory = first(rating)
            else:
                if day > last:
                    level = round(recall(memory, day - last) * _FINE)
                    counts[min(max(level, 1), _FINE - 1), guess(key)] += 1
                    passed += rating >= HARD
                memory = review(memory, rating, day - last)
            last = day
    return counts, passed
