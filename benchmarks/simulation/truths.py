"""The hidden memories of simulated learners: no scheduler sees them, and the exam asks them."""

import json
from functools import lru_cache
from math import exp, log
from pathlib import Path
from random import Random
from typing import Final, Protocol

from benchmarks.simulation.fsrs6 import Fsrs6, Memory

USERS: Final = Path(__file__).parents[1] / "data" / "fsrs6-users.json"
DAY: Final = 86_400.0


class Truth(Protocol):
    """The memory of one learner. `studied` is all the seconds of study before this moment."""

    def recall(self, card: int, day: int, studied: float) -> float:
        """The probability that a card which was seen before is remembered now."""

    def seen(self, card: int, day: int, studied: float, rating: int) -> None:
        """A card was answered, and its answer was shown."""


@lru_cache(maxsize=1)
def users() -> tuple[tuple[float, ...], ...]:
    """The FSRS-6 parameters of 30 real learners."""
    return tuple(tuple(one) for one in json.loads(USERS.read_text(encoding="utf-8"))["users"].values())


class FsrsTruth:
    """A memory that follows FSRS-6 with a real learner's parameters.

    FSRS says nothing of how often a question is missed again a few minutes later, so that follows the
    shares that its authors' simulator uses (state transitions of fsrs-rs).
    """

    MISSED_AGAIN: Final = {(True, 1): 0.3687, (False, 1): 0.2157}
    """By whether the card is new today, and the rating before."""
    SLIPPED: Final = 0.05

    def __init__(self, learner: int) -> None:
        self.model = Fsrs6(users()[learner % len(users())])
        self.memories: dict[int, Memory] = {}
        self.first_day: dict[int, int] = {}
        self.last: dict[int, tuple[int, int]] = {}

    def recall(self, card: int, day: int, studied: float) -> float:  # noqa: ARG002  (a day is as fine as FSRS counts)
        last_day, rating = self.last[card]
        if last_day == day:
            return 1 - self.MISSED_AGAIN.get((self.first_day[card] == day, rating), self.SLIPPED)
        return self.model.recall(self.memories[card].stability, day - last_day)

    def seen(self, card: int, day: int, studied: float, rating: int) -> None:  # noqa: ARG002
        if card not in self.memories:
            self.memories[card] = self.model.first(rating)
            self.first_day[card] = day
        else:
            self.memories[card] = self.model.after(self.memories[card], day - self.last[card][0], rating)
        self.last[card] = (day, rating)


class ActrTruth:
    """Pavlik and Anderson's ACT-R memory with spacing: each showing leaves a trace, which decays by a power.

    A trace decays faster the more active the memory was when it was laid. Time between sittings counts
    `H`-fold. Activation is shifted for an easier matter than word pairs, by learner and by card.
    """

    A: Final = 0.177
    C: Final = 0.217
    TAU: Final = -0.704
    S: Final = 0.255
    H: Final = 0.025
    SHIFT, LEARNER_SD, CARD_SD = 0.8, 0.2, 0.35

    def __init__(self, learner: int, cards: int, seed: int) -> None:
        chance = Random(f"{seed}:actr:{learner}")
        own = chance.gauss(self.SHIFT, self.LEARNER_SD)
        self.shifts = [own + chance.gauss(0, self.CARD_SD) for _ in range(cards)]
        self.traces: dict[int, list[tuple[float, float]]] = {}

    def _sum(self, card: int, now: float) -> float:
        """The traces' sum, whose logarithm is the activation; no trace is younger than a second."""
        total = 0.0
        for laid, decay in self.traces[card]:
            total += max(1.0, now - laid) ** -decay
        return total

    def recall(self, card: int, day: int, studied: float) -> float:
        active = log(self._sum(card, day * DAY * self.H + studied)) + self.shifts[card]
        return 1 / (1 + exp((self.TAU - active) / self.S))

    def seen(self, card: int, day: int, studied: float, rating: int) -> None:  # noqa: ARG002  (a showing is a showing)
        now = day * DAY * self.H + studied
        traces = self.traces.setdefault(card, [])
        decay = self.C * exp(self.shifts[card]) * self._sum(card, now) + self.A if traces else self.A
        traces.append((now, decay))


def truth_of(name: str, learner: int, cards: int, seed: int) -> Truth:
    return FsrsTruth(learner) if name == "FSRS" else ActrTruth(learner, cards, seed)
