"""Events: the small immutable facts of the log, the only truth (frozen, design 5)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final, NewType

from cpsprep.core.item import BankId, CardId, ItemId, Version

EventId = NewType("EventId", str)
"""UUIDv7 for events made here, UUIDv5 of their origin for imported ones."""


FROM_ANKI: Final = "anki"
"""The source, and the device, of answers that came from Anki."""


class EventType(StrEnum):
    """The types this version knows; a log may hold others, and they survive export and merge."""

    ANSWERED = "answered"
    VOIDED = "voided"
    SEEN = "seen"
    SKIPPED = "skipped"
    SET_ASIDE = "set-aside"
    RETURNED = "returned"
    FLAGGED = "flagged"
    PLANNED = "planned"
    LEARNER = "learner"
    POOL_RELEASED = "pool-released"
    BOARD_RESULT = "board-result"
    EXAM_STARTED = "exam-started"
    EXAM_MARKED = "exam-marked"
    EXAM_ENDED = "exam-ended"


class Mode(StrEnum):
    """Only `review` schedules."""

    REVIEW = "review"
    PRACTICE = "practice"
    EXAM = "exam"


class Confidence(StrEnum):
    GUESS = "guess"
    SURE = "sure"


class FlagReason(StrEnum):
    WRONG_KEY = "wrong-key"
    TWO_ANSWERS = "two-answers"
    UNCLEAR = "unclear"
    LANGUAGE = "language"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Fact:
    """What a step of a session says happened: an event without its envelope.

    `target` names the event a `voided` fact takes back. `version` is the version of the item that was shown.
    """

    id: EventId
    type: str
    bank: BankId | None = None
    item: ItemId | None = None
    card: CardId | None = None
    version: Version | None = None
    mode: str | None = None
    grade: int | None = None
    correct: bool | None = None
    target: EventId | None = None
    payload: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Event:
    """A fact in its envelope, as stored.

    Args:
        seq: counts up on a device and never falls, also when its clock does.
        at_ms: milliseconds since 1970 UTC.
        offset_min: minutes that local time was ahead of UTC.
        study_day: days since 1970-01-01 of the learner's study day; see `core.days`.
        source: where it was made (plain, full, anki, ...).
    """

    fact: Fact
    seq: int
    device: str
    session: str
    at_ms: int
    offset_min: int
    study_day: int
    source: str


@dataclass(frozen=True, slots=True)
class Moment:
    """When something happens, with fresh ids for what it makes: time and chance as an argument."""

    at_ms: int
    offset_min: int
    study_day: int
    ids: tuple[EventId, ...]
