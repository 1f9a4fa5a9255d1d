"""The fold: what the log says about each card, as it stands after the last event.

Answers count in the canonical order (study day, time, device, seq). The first unvoided graded answer of a
card on a study day schedules; later ones that day are drill. Practice and exam answers never schedule.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from cpsprep.core.events import Event
from cpsprep.core.item import BankId, CardId, Version
from cpsprep.core.sm2 import CardState

CardKey = tuple[BankId, CardId]


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
