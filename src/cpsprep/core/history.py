"""The fold: what the log says about each card, as it stands after the last event.

Answers count in the canonical order (study day, time, device, seq). The first unvoided graded answer of a
card on a study day schedules; later ones that day are drill. Practice and exam answers never schedule.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from cpsprep.core.events import Event
from cpsprep.core.item import BankId, CardId, Version
from cpsprep.core.sm2 import NEW, PASS, CardState, Profile, schedule

CardKey = tuple[BankId, CardId]
Answer = tuple[BankId, CardId, int, int, Version | None]
"""An unvoided graded review answer as the fold reads it: bank, card, study day, grade, version."""


@dataclass(frozen=True, slots=True)
class CardRecord:
    """What is known of a card that was answered at least once; days are study days since 1970-01-01."""

    state: CardState
    due: int
    first_day: int
    last_day: int
    answers: int
    """Answers that scheduled."""
    misses: int
    """Of these, those below the pass grade."""
    today_grade: int
    """The last grade given on `last_day`, drill included."""
    rounds: int
    """Drill answers given on `last_day`."""
    version: Version | None
    """The version of the item at the last graded answer."""


@dataclass(frozen=True, slots=True)
class StudyPlan:
    """What the learner said at the start; each may be unknown. The exam date is an ISO date."""

    exam_date: str | None = None
    board: str | None = None
    minutes_per_day: int | None = None


@dataclass(frozen=True, slots=True)
class History:
    """Everything that planning and study need of the log."""

    records: Mapping[CardKey, CardRecord] = field(default_factory=dict)
    set_aside: frozenset[CardKey] = frozenset()
    skipped: Mapping[CardKey, int] = field(default_factory=dict)
    """Cards that wait, with the study day on which they come back."""
    plan: StudyPlan = StudyPlan()
    learner: str = ""
    last_answer: Event | None = None
    """The last unvoided graded review answer, for undo across sittings."""
    seconds_per_answer: float | None = None
    """The median of the learner's last 200 answers, None below 20 of them."""


def fold_card(answers: Iterable[Answer], profile: Profile = Profile.TEXT) -> CardRecord:
    """The record of one card, of all its unvoided graded review answers in canonical order.

    Raises:
        ValueError: there is no answer, there are answers of several cards, or a grade is not from 0 to 5.
    """
    records = [record for _, record in fold_cards(answers, profile)]
    if len(records) != 1:
        raise ValueError(f"the answers are of {len(records)} cards, not of one")
    return records[0]


def fold_cards(
    answers: Iterable[Answer], profile: Profile = Profile.TEXT
) -> Iterator[tuple[CardKey, CardRecord]]:
    """The record of each card, of answers that stand card by card, each card's in canonical order.

    Raises:
        ValueError: a grade is not a whole number from 0 to 5.
    """
    paths = _Paths(profile)
    spot = paths.start
    key: CardKey | None = None
    card: CardId | None = None
    bank: BankId | None = None
    day = first = answered = misses = rounds = grade = 0
    version: Version | None = None
    for its_bank, its_card, its_day, its_grade, its_version in answers:
        if its_card != card or its_bank != bank:
            if key:
                due = day + spot.state.interval
                yield key, CardRecord(spot.state, due, first, day, answered, misses, grade, rounds, version)
            key = bank, card = its_bank, its_card
            spot, first, answered, misses = paths.start, its_day, 0, 0
        elif its_day == day:
            rounds, grade, version = rounds + 1, its_grade, its_version
            continue
        day, grade, version, rounds = its_day, its_grade, its_version, 0
        answered += 1
        misses += grade < PASS
        try:
            spot = spot.after[grade]
        except KeyError:
            spot = paths.lead(spot, grade)
    if key:
        due = day + spot.state.interval
        yield key, CardRecord(spot.state, due, first, day, answered, misses, grade, rounds, version)


class _Spot:
    """A state, and the spots that grades lead to from it, as far as they have been asked for."""

    __slots__ = ("after", "state")

    def __init__(self, state: CardState) -> None:
        self.state = state
        self.after: dict[int, _Spot] = {}


class _Paths:
    """The states that cards pass through, each worked out once by `schedule`.

    Many cards share a path, so a fold of a million answers asks `schedule` some thousand times and follows
    references otherwise: as fast as the arithmetic written into the loop, with one truth about SM-2.
    """

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self.start = _Spot(NEW)
        self._spots = {NEW: self.start}

    def lead(self, spot: _Spot, grade: int) -> _Spot:
        state = schedule(spot.state, grade, self._profile)
        spot.after[grade] = self._spots.setdefault(state, _Spot(state))
        return spot.after[grade]
