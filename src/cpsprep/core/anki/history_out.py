"""A learner's answers and schedule in Anki's own terms: rows of its review log, and how each card stands.

A row has the time of its answer as its number (moved on by some milliseconds where two answers share one).
So no record of it is needed: `core.anki.history_in` knows a row again by its card and time, on any machine.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from itertools import groupby
from typing import Final, NamedTuple

from cpsprep.core.events import FROM_ANKI, Mode
from cpsprep.core.history import CardKey
from cpsprep.core.item import BankId, CardId
from cpsprep.core.sm2 import NEW, PASS, Profile, schedule

BUTTONS: Final[Mapping[int, int]] = {0: 1, 1: 1, 2: 1, 3: 2, 4: 3, 5: 4}
"""Anki's buttons by grade (design 6)."""
_AGAIN, _GOOD = 1, 3
_LONGEST_MS: Final = 60_000
"""Anki keeps no longer time for one answer."""
_MOST_FACTOR: Final = 65_535


class Given(NamedTuple):
    """An unvoided answer of the log, as it matters here; `ms` is the time it took, 0 when unknown."""

    bank: BankId
    card: CardId
    at_ms: int
    study_day: int
    device: str
    mode: str | None
    grade: int | None
    correct: bool | None
    ms: int


class RowKind(IntEnum):
    """Anki's kinds of a review. The first of a card has to be LEARNING, or FSRS passes over all of them."""

    LEARNING = 0
    REVIEW = 1
    RELEARNING = 2
    FILTERED = 3


class RevlogRow(NamedTuple):
    """A row of Anki's review log; intervals are days, the factor is the ease in thousandths."""

    number: int
    button: int
    interval: int
    last_interval: int
    factor: int
    ms: int
    kind: RowKind


@dataclass(frozen=True, slots=True)
class CardSchedule:
    """How a card stands. `due` is a study day, None for a card that was never scheduled."""

    rows: tuple[RevlogRow, ...]
    due: int | None = None
    interval: int = 0
    factor: int = 0
    lapses: int = 0

    @property
    def reviews(self) -> int:
        return sum(row.kind is not RowKind.FILTERED for row in self.rows)


@dataclass(frozen=True, slots=True)
class LearnerHistory:
    """What travels to Anki.

    Args:
        cards: every card that was answered.
        set_aside: cards that Anki shall suspend.
        first_day: the study day that Anki counts from.
        offset_min: minutes that local time is ahead of UTC.
        rollover_hour: when a study day begins.
        skewed: answers that have no time Anki would keep, such as one from the future; they have no row.
    """

    cards: Mapping[CardKey, CardSchedule]
    set_aside: frozenset[CardKey]
    first_day: int
    offset_min: int
    rollover_hour: int
    skewed: int = 0

    @property
    def rows(self) -> int:
        return sum(len(standing.rows) for standing in self.cards.values())


def standings(
    answers: Iterable[Given], now_ms: int, profile: Profile = Profile.TEXT
) -> tuple[dict[CardKey, CardSchedule], int]:
    """How each card stands, of answers in canonical order; and how many answers have no row."""
    ordered = [one for one in answers if _button(one) is not None]
    numbers = _numbers(ordered, now_ms)
    places = sorted(range(len(ordered)), key=lambda place: ordered[place][:2])
    made = {
        key: _stand([(ordered[place], numbers.get(place)) for place in group], profile)
        for key, group in groupby(places, key=lambda place: ordered[place][:2])
    }
    return made, len(ordered) - len(numbers)


def _numbers(answers: list[Given], now_ms: int) -> dict[int, int]:
    """The row number of each answer by its place. Rows that came from Anki keep theirs, so they go first."""
    numbers: dict[int, int] = {}
    taken: set[int] = set()
    for place in sorted(range(len(answers)), key=lambda place: answers[place].device != FROM_ANKI):
        number = answers[place].at_ms
        while number in taken:
            number += 1
        if 0 < number <= now_ms:
            numbers[place] = number
            taken.add(number)
    return numbers


def _stand(answers: Iterable[tuple[Given, int | None]], profile: Profile) -> CardSchedule:
    """One card's answers, in order, each with its row number."""
    rows: list[RevlogRow] = []
    state, lapses = NEW, 0
    first = last = None
    for answer, number in answers:
        before = state.interval
        if answer.mode != Mode.REVIEW or answer.grade is None:
            kind, factor = RowKind.FILTERED, 0
        else:
            day = answer.study_day
            first = day if first is None else first
            if day == last:
                kind = RowKind.LEARNING if day == first else RowKind.RELEARNING
            else:
                kind = RowKind.LEARNING if day == first else RowKind.REVIEW
                lapses += state.repetitions > 0 and answer.grade < PASS
                state = schedule(state, answer.grade, profile)
            last = day
            factor = _factor(state.ease)
        button = _button(answer)
        if number is not None and button is not None:
            rows.append(
                RevlogRow(number, button, state.interval, before, factor, min(answer.ms, _LONGEST_MS), kind)
            )
    if last is None:
        return CardSchedule(tuple(rows))
    return CardSchedule(tuple(rows), last + state.interval, state.interval, _factor(state.ease), lapses)


def _factor(ease: int) -> int:
    """Hundredths as thousandths."""
    return min(ease * 10, _MOST_FACTOR)


def _button(answer: Given) -> int | None:
    """The button in Anki; None for an answer that nobody judged."""
    if answer.grade is not None:
        return BUTTONS[answer.grade]
    if answer.correct is None:
        return None
    return _GOOD if answer.correct else _AGAIN
