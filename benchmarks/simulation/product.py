"""cpsprep itself as a scheduler: its queue, its fold of the answers, its drill, and its plan to a date."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from statistics import median
from typing import Final

from benchmarks.simulation.course import BANK, Frame, question
from benchmarks.simulation.fsrs6 import AGAIN, EASY, GOOD, HARD
from benchmarks.simulation.learner import Given
from cpsprep.core.bank import BankHeader, Catalog, Domain, Entry
from cpsprep.core.config.settings import Settings
from cpsprep.core.exam.outline import Outline
from cpsprep.core.exam.outlines import own_outline
from cpsprep.core.history import CardKey, CardRecord, History, StudyPlan, fold_one
from cpsprep.core.item import CardId, ItemId, Kind, Status, Version
from cpsprep.core.planning.course import Course, course_on, with_plan
from cpsprep.core.planning.deadline import deadline_of
from cpsprep.core.planning.fitting import fit
from cpsprep.core.planning.pacing import INTRODUCING
from cpsprep.core.planning.queue import plan
from cpsprep.core.sitting.actions import Judge
from cpsprep.core.sitting.answering import Answered, SittingRules
from cpsprep.core.sitting.drill import after_answer
from cpsprep.core.sitting.grading import RIGHT, WRONG, Rating
from cpsprep.core.sm2 import NEW

GRADES: Final = {AGAIN: Rating.AGAIN, HARD: Rating.HARD, GOOD: Rating.GOOD, EASY: Rating.EASY}
DOMAINS: Final = ("listening", "role", "ethics", "communication", "recovery", "advocacy", "crisis")
START: Final = 20_780
"""The study day on which a course begins."""
SECONDS: Final = 11
"""What an answer is said to take before there are any (the product says 45, for questions with a story)."""


class Product:
    """One learner's cpsprep. The log is held in memory; everything that decides is the product's own."""

    def __init__(
        self,
        frame: Frame,
        settings: Settings,
        *,
        seed: str,
        exam: bool = True,
        window: int | None = None,
        introducing: float = INTRODUCING,
    ) -> None:
        self.frame, self.seed = frame, seed
        self.settings = replace(settings, seconds_per_question=SECONDS)
        self.rules = SittingRules(
            seed=seed,
            drill_below=settings.drill_below,
            drill_gap=settings.drill_gap,
            drill_passes=settings.drill_passes,
        )
        self.catalog = catalog_of(frame.cards)
        self.answers: dict[int, list[tuple[int, int]]] = {}
        self.records: dict[CardKey, CardRecord] = {}
        self.times: list[float] = []
        self.plan = self._made(window, introducing) if exam else StudyPlan()
        self.begun = course_on(self.catalog, self.history(), outline_of(frame.cards), START, SECONDS)

    def _made(self, window: int | None, introducing: float) -> StudyPlan:
        """The plan as it is made on the first day.

        The part of the days that brings new cards is a constant of the product. Another one is tried by a
        plan that says of itself that it was made on another day, which moves the end of that part alone.
        """
        exam = datetime.fromtimestamp(0, UTC).date() + timedelta(days=START + self.frame.days)
        said = StudyPlan(
            exam_date=exam.isoformat(), minutes_per_day=round(self.frame.minutes), made_on=START, begun=START
        )
        deadline = deadline_of(said, START)
        assert deadline is not None
        fits = fit((), deadline, self.frame.cards, SECONDS)
        core = None if fits.new >= self.frame.cards else fits.new
        moved = (introducing - INTRODUCING) / (1 - INTRODUCING) * self.frame.days
        return replace(said, window=window or fits.window, core=core, made_on=START + round(moved))

    def queue(self, day: int) -> Sequence[int]:
        today, history, course = START + day, self.history(), self.course()
        seen = with_plan(history, course)
        made = plan(self.catalog, seen, today, self.settings, f"{self.seed}:{today}", course=course)
        return [int(one.entry.card) for one in made.cards]

    def course(self) -> Course | None:
        """What `course_on` would say today; the order of cards and their places never change on the way."""
        if self.begun is None:
            return None
        known, core = len(self.records), self.begun.deadline.core
        free = self.frame.cards - known
        left = free if core is None else min(free, max(0, core - known))
        seconds = self.history().seconds_per_answer or SECONDS
        return replace(self.begun, known=known, left=left, beyond=free - left, seconds=seconds)

    def history(self) -> History:
        known = median(self.times[-200:]) if len(self.times) >= 20 else None
        return History(records=self.records, learner=self.seed, plan=self.plan, seconds_per_answer=known)

    def answered(self, card: int, day: int, given: Given, round_: int) -> bool:
        right = given.rating > AGAIN
        grade = int(GRADES[given.rating]) if round_ == 0 else RIGHT if right else WRONG
        mine = self.answers.setdefault(card, [])
        mine.append((START + day, grade))
        self.times.append(given.seconds)
        self.records[BANK, CardId(f"{card:04d}")] = fold_one(mine, self.settings.profile)
        told = Answered(Judge(right), right, grade, grade, state=NEW, due=0, wait=0, scheduled=round_ == 0)
        waiting, _ = after_answer((), question(card), told, self.rules, round_, 0)
        return bool(waiting)


class AsChoice(Product):
    """Tried: graded as questions with options are, where hard but right is 4, like all that is right."""

    def answered(self, card: int, day: int, given: Given, round_: int) -> bool:
        return super().answered(
            card, day, given._replace(rating=GOOD if given.rating == HARD else given.rating), round_
        )


class NoDrill(Product):
    """Tried: nothing comes twice on a day."""

    def answered(self, card: int, day: int, given: Given, round_: int) -> bool:
        super().answered(card, day, given, round_)
        return False


class EarlyStep(Product):
    """Tried: a new card comes twice on its first day, as in Anki's learning steps."""

    def answered(self, card: int, day: int, given: Given, round_: int) -> bool:
        first = card not in self.answers
        return super().answered(card, day, given, round_) or first


@lru_cache(maxsize=4)
def outline_of(cards: int) -> Outline:
    return own_outline(catalog_of(cards))


@lru_cache(maxsize=4)
def catalog_of(cards: int) -> Catalog:
    """A bank of flashcards over seven domains with seven topics each."""
    domains = tuple(Domain(name, name) for name in DOMAINS)
    return Catalog((BankHeader(BANK, "Made", domains=domains),), tuple(map(_entry, range(cards))))


def _entry(card: int) -> Entry:
    return Entry(
        bank=BANK,
        item=ItemId(f"{card:04d}"),
        card=CardId(f"{card:04d}"),
        kind=Kind.BASIC,
        deck="deck",
        domain=DOMAINS[card % 7],
        topic=f"topic-{card // 7 % 7}",
        status=Status.LIVE,
        order=card,
        version=Version("v"),
    )
