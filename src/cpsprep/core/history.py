"""The fold: what the log says about each card, as it stands after the last event.

Answers count in the canonical order (study day, time, device, seq). The first unvoided graded answer of a
card on a study day schedules; later ones that day are drill. Practice and exam answers never schedule.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter
from types import MappingProxyType
from typing import Final, NamedTuple, Self

from cpsprep.core.events import Event
from cpsprep.core.item import BankId, CardId, ItemKey, Version
from cpsprep.core.sm2 import MAX_INTERVAL, NEW, PASS, CardState, Profile, schedule

CardKey = tuple[BankId, CardId]
Answer = tuple[BankId, CardId, int, int, Version | None]
"""An unvoided graded review answer as the fold reads it: bank, card, study day, grade, version."""


class CardRecord(NamedTuple):
    """What is known of a card that was answered at least once; days are study days since 1970-01-01.

    A named tuple, as `core.bank.Entry` is and for the same reason.
    """

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
    """What the learner said of the exam and their days, and what was worked out then; each may be unknown."""

    exam_date: str | None = None
    """An ISO date."""
    board: str | None = None
    minutes_per_day: int | None = None
    blueprint: str | None = None
    """The id of the board's blueprint."""
    days_off: tuple[int, ...] = ()
    """Weekdays, from 0 for Monday."""
    mocks: str | None = None
    """How mock exams are spread, `parts` or `day`."""
    mock_day: int | None = None
    """The weekday for one long mock exam, from 0 for Monday."""
    cut: float | None = None
    """The learner's own pass mark, in percent."""
    window: int | None = None
    """Study days before the exam in which every card comes once more."""
    core: int | None = None
    """How many cards the plan takes, those known when it was made included."""
    made_on: int | None = None
    """The study day on which `window` and `core` were worked out."""
    begun: int | None = None
    """The study day on which the way to this exam began; a new date on the way does not begin it anew."""


class BoardResult(NamedTuple):
    """What the board said of an exam: passed or not, and percent or `below`, `near`, `above` by area."""

    passed: bool | None = None
    date: str | None = None
    areas: Mapping[str, str | float] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class History:
    """Everything that planning and study need of the log."""

    records: Mapping[CardKey, CardRecord] = field(default_factory=dict)
    set_aside: frozenset[CardKey] = frozenset()
    skipped: Mapping[CardKey, int] = field(default_factory=dict)
    """Cards that wait, with the study day on which they come back."""
    plan: StudyPlan = StudyPlan()
    board_result: BoardResult | None = None
    """The last one."""
    pool_released: bool = False
    """Whether the learner gave the items kept for mock exams free."""
    seen: Mapping[ItemKey, int] = field(default_factory=dict)
    """Items shown other than by a review answer that counts, with the first study day: left unanswered,
    practised, in a mock exam, taken back. Empty unless an exam lies ahead, since only a plan asks."""
    missed_in_mock: Mapping[CardKey, int] = field(default_factory=dict)
    """Cards wrong, or guessed, when last asked in a mock exam, with its study day; reviewed since or not."""
    mocks_ended: tuple[int, ...] = ()
    """The study days on which a mock exam, or a part of one, ended."""
    learner: str = ""
    last_answer: Event | None = None
    """The last unvoided graded review answer, for undo across sittings."""
    seconds_per_answer: float | None = None
    """The median of the learner's last 200 answers, None below 20 of them."""
    seconds_today: float = 0.0
    """Time given to answers on the study day asked for, with practice and what was taken back."""

    def with_records(self, records: Mapping[CardKey, CardRecord]) -> Self:
        return replace(self, records=records)


def fold_cards(
    answers: Iterable[Answer], profile: Profile = Profile.TEXT
) -> Iterator[tuple[CardKey, CardRecord]]:
    """The record of each card, of answers that stand card by card, each card's in canonical order.

    Raises:
        ValueError: a grade is not a whole number from 0 to 5.
    """
    for key, group in groupby(answers, key=itemgetter(0, 1)):
        own = list(group)
        yield key, fold_one([answer[2:4] for answer in own], profile, own[-1][4])


def fold_one(
    answers: Iterable[tuple[int, int]], profile: Profile = Profile.TEXT, version: Version | None = None
) -> CardRecord:
    """The record of one card, of the study days and grades of its answers in canonical order.

    For the profile `wozniak_text` the loop is `core.sm2.schedule` written out, since a call for each answer
    would double its time; a property test holds the two equal.

    Args:
        answers: at least one.
        profile: which reading of SM-2.
        version: of the item at the last answer.

    Raises:
        ValueError: there is no answer, or a grade is not a whole number from 0 to 5.
    """
    changes, least, most = _CHANGE if profile is Profile.TEXT else {}, _LEAST_EASE, MAX_INTERVAL
    repetitions, interval, ease = NEW
    first = day = None
    answered = misses = rounds = grade = 0
    for its_day, its_grade in answers:
        grade = its_grade
        if its_day == day:
            rounds += 1
            continue
        day, rounds = its_day, 0
        answered += 1
        if first is None:
            first = its_day
        try:
            change = changes[its_grade]
        except KeyError:
            repetitions, interval, ease = schedule(CardState(repetitions, interval, ease), its_grade, profile)
            misses += its_grade < PASS
            continue
        if change is None:
            repetitions, interval = 0, 1
            misses += 1
            continue
        repetitions += 1
        if repetitions > 2:  # noqa: PLR2004  (I(2), as the text numbers it)
            interval = -(-interval * ease // 100)
            if interval > most:  # noqa: PLR1730  (a call would cost as much as the rest of the step)
                interval = most
        else:
            interval = 6 if repetitions == 2 else 1  # noqa: PLR2004
        if change:
            ease += change
            if ease < least:  # noqa: PLR1730
                ease = least
    if first is None or day is None:
        raise ValueError("there is no answer to fold")
    state = CardState(repetitions, interval, ease)
    return CardRecord(state, day + interval, first, day, answered, misses, grade, rounds, version)


# Read off `schedule`, so that the numbers of SM-2 stand in one place; None = a failure, which changes none.
_CHANGE: Final = {
    grade: None if grade < PASS else schedule(CardState(ease=1000), grade).ease - 1000 for grade in range(6)
}
_LEAST_EASE: Final = schedule(CardState(ease=0), PASS).ease
