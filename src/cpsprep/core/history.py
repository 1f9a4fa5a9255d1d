"""The fold: what the log says about each card, as it stands after the last event.

Answers count in the canonical order (study day, time, device, seq). The first unvoided graded answer of a
card on a study day schedules; later ones that day are drill. Practice and exam answers never schedule.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from cpsprep.core.events import Event
from cpsprep.core.item import BankId, CardId, Version
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

    For the profile `wozniak_text` the loop is `core.sm2.schedule` written out, since a call for each answer
    would double its time; a property test holds the two equal.

    Raises:
        ValueError: a grade is not a whole number from 0 to 5.
    """
    is_text = profile is Profile.TEXT
    key: CardKey | None = None
    card: CardId | None = None
    bank: BankId | None = None
    repetitions, interval, ease = NEW.repetitions, NEW.interval, NEW.ease
    day = first = answered = misses = rounds = grade = 0
    version: Version | None = None
    for its_bank, its_card, its_day, its_grade, its_version in answers:
        if its_card != card or its_bank != bank:
            if key:
                state, due = CardState(repetitions, interval, ease), day + interval
                yield key, CardRecord(state, due, first, day, answered, misses, grade, rounds, version)
            key = bank, card = its_bank, its_card
            repetitions, interval, ease = NEW.repetitions, NEW.interval, NEW.ease
            first, answered, misses = its_day, 0, 0
        elif its_day == day:
            rounds, grade, version = rounds + 1, its_grade, its_version
            continue
        day, grade, version, rounds = its_day, its_grade, its_version, 0
        answered += 1
        if grade < PASS:
            misses += 1
        if not is_text or grade not in _EASE_CHANGE:
            state = schedule(CardState(repetitions, interval, ease), grade, profile)
            repetitions, interval, ease = state.repetitions, state.interval, state.ease
        elif grade < PASS:
            repetitions, interval = 0, 1
        else:
            repetitions += 1
            if repetitions > 2:  # noqa: PLR2004  (I(2), as the text numbers it)
                interval = -(-interval * ease // 100)
                if interval > MAX_INTERVAL:  # noqa: PLR1730  (a call costs as much as the rest of the step)
                    interval = MAX_INTERVAL
            else:
                interval = 6 if repetitions == 2 else 1  # noqa: PLR2004
            if grade != _NO_CHANGE:
                ease = max(ease + _EASE_CHANGE[grade], _LEAST_EASE)
    if key:
        state, due = CardState(repetitions, interval, ease), day + interval
        yield key, CardRecord(state, due, first, day, answered, misses, grade, rounds, version)


# Read off `schedule`, so that the numbers of SM-2 stand in one place.
_EASE_CHANGE: Final = {
    grade: schedule(CardState(ease=1000), grade, Profile.DELPHI).ease - 1000 for grade in range(6)
}
_NO_CHANGE: Final = next(grade for grade, change in _EASE_CHANGE.items() if not change)
_LEAST_EASE: Final = schedule(CardState(ease=0), PASS, Profile.DELPHI).ease
