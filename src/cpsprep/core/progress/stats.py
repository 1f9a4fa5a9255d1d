"""How it is going and what comes next: all that `cpsprep stats` tells, from banks, fold and answers."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from cpsprep.core.bank import Catalog
from cpsprep.core.history import CardKey, History
from cpsprep.core.item import ItemKey, item_of
from cpsprep.core.planning.forecast import next_days
from cpsprep.core.planning.selection import STUDIED
from cpsprep.core.progress.answer_rows import ENOUGH, AnswerRow, Role, Share, roles, share
from cpsprep.core.progress.weak_spots import (
    DomainShare,
    ItemShare,
    Misconception,
    Traps,
    Tricky,
    by_domain,
    hardest,
    most_chosen,
    sure_errors,
    tricky_questions,
)
from cpsprep.core.sm2 import PASS

LONGEST_MS: Final = 300_000
"""What one answer counts for at most; longer, and the learner was elsewhere."""
MONTH: Final = 30
WEEK: Final = 7

Roled = Sequence[tuple[AnswerRow, Role]]


@dataclass(frozen=True, slots=True)
class Questions:
    """The questions of the banks in use that are studied: all, those answered at least once, those set aside.

    One with several cards counts once, and as answered from its first card on.
    """

    all: int
    answered: int
    set_aside: int


@dataclass(frozen=True, slots=True)
class Day:
    """The answers of one study day, by what they were for their card."""

    day: int
    new: int = 0
    review: int = 0
    drill: int = 0
    practice: int = 0

    @property
    def answers(self) -> int:
        return self.new + self.review + self.drill + self.practice


@dataclass(frozen=True, slots=True)
class Time:
    """Milliseconds spent on answers, and the median of one; None below five answers."""

    today: int
    week: int
    all: int
    median: int | None
    n: int


@dataclass(frozen=True, slots=True)
class Stats:
    """Everything at once; days are study days.

    `forecast` starts today, which holds the overdue ones; `days` are the last 30, the oldest first.
    `remembered` is the share of passed reviews, on days after a card's first; `lately` the same of 30 days.
    `gone` counts answers to questions that left the banks in use.
    """

    today: int
    questions: Questions
    overdue: int
    forecast: tuple[int, ...]
    days: tuple[Day, ...]
    remembered: Share
    lately: Share
    domains: tuple[DomainShare, ...]
    gone: Share
    time: Time
    hardest: tuple[ItemShare, ...]
    misconceptions: tuple[Misconception, ...]
    tricky: tuple[Tricky, ...]
    sure_errors: tuple[ItemKey, ...] = ()

    @property
    def due(self) -> int:
        return self.forecast[0]


def summarise(
    catalog: Catalog, history: History, rows: Iterable[AnswerRow], traps: Traps, today: int
) -> Stats:
    """The statistics on a study day; `rows` in the canonical order of the log, without those taken back."""
    answers = list(roles(rows))
    first = [row for row, role in answers if role in {Role.FIRST, Role.REVIEW}]
    again = [row for row, role in answers if role is Role.REVIEW]
    studied = [entry for entry in catalog.entries if entry.status in STUDIED]
    keys = [(entry.bank, entry.card) for entry in studied]
    known = [key for key in keys if key in history.records]
    waiting = [key for key in known if key not in history.set_aside]
    domains, gone = by_domain(catalog, first)
    return Stats(
        today=today,
        questions=Questions(_items(keys), _items(known), _items(history.set_aside.intersection(keys))),
        overdue=sum(
            history.records[key].due < today and history.skipped.get(key, today) <= today for key in waiting
        ),
        forecast=next_days(studied, history, today),
        days=_days(answers, today),
        remembered=_remembered(again),
        lately=_remembered(row for row in again if today - MONTH < row.day),
        domains=domains,
        gone=gone,
        time=_time([row for row, _ in answers], today),
        hardest=hardest(first, {(entry.bank, entry.item) for entry in catalog.entries}),
        misconceptions=most_chosen(catalog, [row for row, _ in answers], traps),
        tricky=tricky_questions(history, known),
        sure_errors=sure_errors(
            (row for row, _ in answers), {(entry.bank, entry.item) for entry in catalog.entries}
        ),
    )


def _items(cards: Iterable[CardKey]) -> int:
    """How many items these cards are of."""
    return len({(bank, item_of(card)) for bank, card in cards})


def _days(answers: Roled, today: int) -> tuple[Day, ...]:
    counts = Counter((row.day, role) for row, role in answers if today - MONTH < row.day <= today)
    return tuple(
        Day(
            day=day,
            new=counts[day, Role.FIRST],
            review=counts[day, Role.REVIEW],
            drill=counts[day, Role.DRILL],
            practice=counts[day, Role.OTHER],
        )
        for day in range(today - MONTH + 1, today + 1)
    )


def _remembered(rows: Iterable[AnswerRow]) -> Share:
    return share((row.grade or 0) >= PASS for row in rows)


def _time(rows: Sequence[AnswerRow], today: int) -> Time:
    times = [(row.day, min(row.ms, LONGEST_MS)) for row in rows if row.ms is not None]
    return Time(
        today=sum(ms for day, ms in times if day == today),
        week=sum(ms for day, ms in times if today - WEEK < day <= today),
        all=sum(ms for _, ms in times),
        median=round(median(ms for _, ms in times)) if len(times) >= ENOUGH else None,
        n=len(times),
    )
