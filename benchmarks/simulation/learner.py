"""How a simulated learner answers: right or not, the rating, the seconds it takes.

Shares and seconds are those of the simulator srs-simulator: medians of what real Anki users do.
"""

from random import Random
from typing import Final, NamedTuple

from benchmarks.simulation.fsrs6 import AGAIN, GOOD, HARD
from benchmarks.simulation.truths import Truth

FIRST: Final = (0.24, 0.094, 0.495, 0.171)
"""Of new cards, how often again, hard, good, easy."""
PASSED: Final = (0.224, 0.631, 0.145)
"""Of remembered cards, how often hard, good, easy."""
NEW_SECONDS: Final = (33.8, 24.3, 13.7, 6.5)
REVIEW_SECONDS: Final = (23.0, 11.7, 7.3, 5.6)
DRILL_SECONDS: Final = 12.3


class Given(NamedTuple):
    """One answer."""

    rating: int
    seconds: float


class Learner:
    """A hidden memory with a behaviour.

    Chance is paired: each card has a stream of its own, so that the n-th answer to a card meets the same
    luck under every scheduler.
    """

    def __init__(self, truth: Truth, learner: int, cards: int, seed: int) -> None:
        self.truth = truth
        self.chances = [Random(f"{seed}:{learner}:{card}") for card in range(cards)]
        self.known: set[int] = set()
        self.studied = 0.0
        """All the seconds of study so far."""

    def answer(self, card: int, day: int, *, drill: bool) -> Given:
        luck = self.chances[card]
        held, kind = luck.random(), luck.random()
        if card not in self.known:
            self.known.add(card)
            rating = _draw(FIRST, kind) + AGAIN
            seconds = NEW_SECONDS[rating - 1]
        elif held >= self.truth.recall(card, day, self.studied):
            rating = AGAIN
            seconds = DRILL_SECONDS if drill else REVIEW_SECONDS[0]
        elif drill:  # as the product grades it: right is right
            rating, seconds = GOOD, DRILL_SECONDS
        else:
            rating = _draw(PASSED, kind) + HARD
            seconds = REVIEW_SECONDS[rating - 1]
        self.studied += seconds
        self.truth.seen(card, day, self.studied, rating)
        return Given(rating, seconds)

    def exam(self, day: int) -> float:
        """The true recall on the morning of a day, over all cards; one never seen counts as not known."""
        cards = len(self.chances)
        return sum(self.truth.recall(card, day, self.studied) for card in self.known) / cards


def _draw(shares: tuple[float, ...], luck: float) -> int:
    for place, share in enumerate(shares[:-1]):
        luck -= share
        if luck < 0:
            return place
    return len(shares) - 1
