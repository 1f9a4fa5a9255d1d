"""Schedulers to compare with, which are no part of the product: random, Leitner, Anki's SM-2, FSRS-6.

Each with new cards at a given pace, and with or without an exam plan (`Exam`), which caps due days.
"""

from collections.abc import Sequence
from math import ceil
from random import Random
from typing import Final, NamedTuple, Protocol

from benchmarks.simulation.course import Frame
from benchmarks.simulation.fsrs6 import AGAIN, DEFAULTS, EASY, GOOD, HARD, Fsrs6, Memory
from benchmarks.simulation.learner import Given

SECONDS: Final = 11.0
"""What an answer takes, for estimates (the report's default)."""
NEW_A_DAY: Final = 20
INTRODUCED: Final = 0.7
"""Of the days to the exam, those on which new cards come."""


class Step(NamedTuple):
    """What an answer leads to: the days until the card is due, and whether it comes again today."""

    wait: int
    again: bool


class Algorithm(Protocol):
    def answer(self, card: int, day: int, rating: int, *, drill: bool) -> Step: ...


class Exam:
    """Section 4.1 of the report to the letter: a final window, due days capped into it on the least loaded
    day, new cards spread over the first part."""

    def __init__(self, frame: Frame) -> None:
        longest = max(3, frame.days // 3)
        wanted = ceil(frame.cards * SECONDS / (0.8 * 60 * frame.minutes))
        self.day = frame.days
        self.begins = frame.days - min(max(wanted, 3), longest)
        self.last_new = int(INTRODUCED * frame.days)
        self.load = [0] * (frame.days + 1)

    def due(self, day: int, natural: int) -> int:
        if natural < self.day or day >= self.begins:
            return natural
        choice = range(max(day + 1, self.begins), self.day)
        return min(choice, key=lambda one: (self.load[one], one))

    def new(self, day: int, unseen: int) -> int:
        """How many new cards come on a day."""
        if day >= self.day - 2:
            return 0
        return ceil(unseen / max(1, self.last_new - day))


class DueByDay:
    """Any algorithm that gives a card a due day: due cards, the oldest first, and new ones.

    New ones come last without a plan and first with one, as in the product.
    """

    def __init__(self, algorithm: Algorithm, frame: Frame, *, exam: bool, seed: str) -> None:
        self.algorithm = algorithm
        self.exam = Exam(frame) if exam else None
        self.due: dict[int, int] = {}
        self.lots = list(range(frame.cards))
        Random(seed).shuffle(self.lots)
        self.unseen = list(self.lots)

    def queue(self, day: int) -> Sequence[int]:
        lots = self.lots
        due = sorted((when, lots[card], card) for card, when in self.due.items() if when <= day)
        self.unseen = [card for card in self.unseen if card not in self.due]
        new = NEW_A_DAY if self.exam is None else self.exam.new(day, len(self.unseen))
        known = [card for _, _, card in due]
        return known + self.unseen[:new] if self.exam is None else self.unseen[:new] + known

    def answered(self, card: int, day: int, given: Given, round_: int) -> bool:
        step = self.algorithm.answer(card, day, given.rating, drill=round_ > 0)
        due = day + step.wait
        if self.exam is not None:
            before = self.due.get(card, 0)
            if before > day:
                self.exam.load[min(before, self.exam.day)] -= 1
            due = self.exam.due(day, due)
            self.exam.load[min(due, self.exam.day)] += 1
        self.due[card] = due
        return step.again


class Leitner:
    """Boxes of 1, 2, 4, ... 64 days: remembered moves up one, missed goes back to the first."""

    BOXES: Final = (1, 2, 4, 8, 16, 32, 64)

    def __init__(self) -> None:
        self.box: dict[int, int] = {}

    def answer(self, card: int, day: int, rating: int, *, drill: bool) -> Step:  # noqa: ARG002  (boxes know no date)
        if not drill:
            up = min(self.box.get(card, -1) + 1, len(self.BOXES) - 1)
            self.box[card] = 0 if rating == AGAIN else up
        return Step(self.BOXES[self.box[card]], rating == AGAIN)


class AnkiSm2:
    """Anki's variant of SM-2 with its defaults, without fuzz: steps of 1 and 10 minutes, ease 2.5, ...

    `steps` False leaves out the second showing of a new card that was remembered, as simulators do.
    """

    def __init__(self, *, steps: bool) -> None:
        self.steps = steps
        self.ease: dict[int, float] = {}
        self.interval: dict[int, int] = {}
        self.last: dict[int, int] = {}

    def answer(self, card: int, day: int, rating: int, *, drill: bool) -> Step:
        if card not in self.interval:
            self.ease[card], self.interval[card] = 2.5, 4 if rating == EASY else 1
            again = rating != EASY if self.steps else rating == AGAIN
        elif drill:
            again = rating == AGAIN
        else:
            self._review(card, day, rating)
            again = rating == AGAIN
        self.last[card] = day
        return Step(self.interval[card], again)

    def _review(self, card: int, day: int, rating: int) -> None:
        before, ease = self.interval[card], self.ease[card]
        gone = day - self.last[card]
        late = gone - before
        if rating == AGAIN:
            after, change = 1.0, -0.2
        elif late >= 0:
            hard = max(before * 1.2, before + 1)
            good = max((before + late / 2) * ease, int(hard) + 1)
            easy = max((before + late) * ease * 1.3, int(good) + 1)
            after, change = {HARD: (hard, -0.15), GOOD: (good, 0.0), EASY: (easy, 0.15)}[rating]
        else:
            hard, good = max(gone * 1.2, before * 0.6), max(gone * ease, before)
            after, change = {HARD: (hard, -0.15), GOOD: (good, 0.0), EASY: (good * 1.15, 0.15)}[rating]
        self.interval[card] = max(1, round(after))
        self.ease[card] = max(1.3, ease + change)


class FsrsDefaults:
    """FSRS-6 with its default parameters; knows nothing of the learner's own."""

    def __init__(self, *, steps: bool, retention: float = 0.9) -> None:
        self.model = Fsrs6(DEFAULTS)
        self.steps = steps
        self.retention = retention
        self.memory: dict[int, Memory] = {}
        self.last: dict[int, int] = {}

    def answer(self, card: int, day: int, rating: int, *, drill: bool) -> Step:
        known = self.memory.get(card)
        self.memory[card] = (
            self.model.first(rating)
            if known is None
            else self.model.after(known, day - self.last[card], rating)
        )
        self.last[card] = day
        new = known is None and self.steps
        again = rating != EASY if new and not drill else rating == AGAIN
        return Step(self.model.interval(self.memory[card].stability, self.retention), again)


class AtRandom:
    """All the day's minutes: new cards at the pace, then seen ones by chance; missed ones come again.

    With a plan, cards not yet seen in the final window come before those that were.
    """

    def __init__(self, frame: Frame, *, exam: bool, seed: str, drills: bool = True) -> None:
        self.chance = Random(seed)
        self.frame = frame
        self.plan = Exam(frame)
        self.exam = exam
        self.drills = drills
        self.last: dict[int, int] = {}
        self.unseen = list(range(frame.cards))
        self.chance.shuffle(self.unseen)

    def queue(self, day: int) -> Sequence[int]:
        self.unseen = [card for card in self.unseen if card not in self.last]
        new = self.unseen[: self.plan.new(day, len(self.unseen)) if self.exam else NEW_A_DAY]
        seen = list(self.last)
        self.chance.shuffle(seen)
        if self.exam and day >= self.plan.begins:
            seen.sort(key=lambda card: self.last[card] >= self.plan.begins)
        return new + seen

    def answered(self, card: int, day: int, given: Given, round_: int) -> bool:  # noqa: ARG002  (chance knows no round)
        self.last[card] = day
        return self.drills and given.rating == AGAIN
