"""One course of study: a learner, a scheduler, a daily cap of minutes, and an exam at the end."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple, Protocol

from benchmarks.simulation.learner import Given, Learner
from cpsprep.core.item import BankId, Basic, CardId, Item, ItemId, Version
from cpsprep.core.problem import Place
from cpsprep.core.sitting.answering import SittingRules
from cpsprep.core.sitting.drill import Waiting, take
from cpsprep.core.sitting.question import Question

BANK = BankId("5a9d2f70-0000-4000-8000-000000000005")


class Scheduler(Protocol):
    """What decides which card comes when. Days count from 0, cards too."""

    def queue(self, day: int) -> Sequence[int]:
        """The cards of the day in order, those never seen among them."""

    def answered(self, card: int, day: int, given: Given, round_: int) -> bool:
        """Take an answer in; whether the card comes again this day. `round_` is 0 for the day's first."""


class Frame(NamedTuple):
    """What a course is given: so many cards, the exam after so many days, a cap of minutes each day."""

    cards: int
    days: int
    minutes: float


class Outcome(NamedTuple):
    """What came of a course: true recall on exam day, minutes in all, and the day's minutes."""

    recall: float
    minutes: float
    peak: float
    last_week: float
    """Minutes a day in the last seven days."""
    unseen: float
    """The share of cards never seen."""


def study(
    learner: Learner, scheduler: Scheduler, frame: Frame, watch: Callable[[int], None] | None = None
) -> Outcome:
    """A whole course; `watch` is called at the end of each day."""
    days = []
    for day in range(frame.days):
        before = learner.studied
        _sit(learner, scheduler, day, frame.minutes * 60)
        days.append((learner.studied - before) / 60)
        if watch is not None:
            watch(day)
    return Outcome(
        learner.exam(frame.days),
        sum(days),
        max(days),
        sum(days[-7:]) / len(days[-7:]),
        1 - len(learner.known) / frame.cards,
    )


def _sit(learner: Learner, scheduler: Scheduler, day: int, cap: float) -> None:
    """One sitting: the queue, with what is repeated between as the product repeats it, until the cap."""
    rules, waiting, asked, begun = SittingRules(seed=""), tuple[Waiting, ...](), 0, learner.studied
    queue = list(scheduler.queue(day))
    place = 0
    while learner.studied - begun < cap:
        again, waiting = take(waiting, asked, rules, queue_left=place < len(queue))
        if again is not None:
            card, round_ = int(again.question.card), again.round
        elif place < len(queue):
            card, round_ = queue[place], 0
            place += 1
        else:
            return
        asked += 1
        given = learner.answer(card, day, drill=round_ > 0)
        if scheduler.answered(card, day, given, round_):
            waiting = (*waiting, Waiting(question(card), round_ + 1, asked))


@cache
def question(card: int) -> Question:
    name = f"{card:04d}"
    item = Item(ItemId(name), Basic("front", "back"), Place("", 1, 1), "deck", "", "")
    return Question(BANK, item, CardId(name), Version(""))
