"""A whole history from events in any order: the plain meaning of the log.

A database folds faster (`core.history.fold_cards` over an index); this is what it has to equal.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from cpsprep.core.events import FROM_ANKI, Confidence, Event, EventId, EventType, Mode
from cpsprep.core.history import Answer, BoardResult, CardKey, History, StudyPlan, fold_cards
from cpsprep.core.item import ItemKey
from cpsprep.core.planning.deadline import deadline_of
from cpsprep.core.planning.said import Said, number_of, result_of, text_of
from cpsprep.core.sm2 import Profile

RECENT: Final = 200
"""How many of the last answers tell how long one takes."""
ENOUGH: Final = 20


@dataclass(frozen=True, slots=True)
class Marks:
    """What the events other than answers say."""

    set_aside: frozenset[CardKey]
    skipped: dict[CardKey, int]
    plan: StudyPlan
    learner: str
    board_result: BoardResult | None
    pool_released: bool
    mocks_ended: tuple[int, ...]


def canonical(event: Event) -> tuple[int, int, str, int]:
    """The key of the canonical order, in which all machines read the same log (frozen, design 5)."""
    return event.study_day, event.at_ms, event.device, event.seq


def voided(events: Iterable[Event]) -> set[EventId]:
    """What was taken back, also of events that are not here yet."""
    return {
        event.fact.target
        for event in events
        if event.fact.type == EventType.VOIDED and event.fact.target is not None
    }


def answer_of(event: Event) -> Answer | None:
    """A graded review answer as the fold reads it; no other event schedules."""
    fact = event.fact
    if fact.type != EventType.ANSWERED or fact.mode != Mode.REVIEW:
        return None
    if fact.grade is None or fact.bank is None or fact.card is None:
        return None
    return fact.bank, fact.card, event.study_day, fact.grade, fact.version


def replay(events: Iterable[Event], today: int, profile: Profile = Profile.TEXT) -> History:
    """The history that these events tell on a study day."""
    ordered = sorted(events, key=canonical)
    gone = voided(ordered)
    graded = [
        (answer, event) for event in ordered if event.fact.id not in gone and (answer := answer_of(event))
    ]
    marks = read_marks(ordered, gone, today)
    kept = (event for event in ordered if event.fact.id not in gone)
    return History(
        records=dict(fold_cards(sorted((answer for answer, _ in graded), key=_by_card), profile)),
        set_aside=marks.set_aside,
        skipped=marks.skipped,
        plan=marks.plan,
        board_result=marks.board_result,
        pool_released=marks.pool_released,
        seen=first_shown(ordered, gone) if asks_what_was_seen(marks.plan, today) else {},
        missed_in_mock=missed_in_mock(kept) if marks.mocks_ended else {},
        mocks_ended=marks.mocks_ended,
        learner=marks.learner,
        last_answer=graded[-1][1] if graded else None,
        seconds_today=seconds_in(e for e in ordered if e.study_day == today),
        seconds_per_answer=seconds_per_answer(event for _, event in reversed(graded)),
    )


def _by_card(answer: Answer) -> CardKey:
    return answer[0], answer[1]


def asks_what_was_seen(plan: StudyPlan, today: int) -> bool:
    """Whether it matters which questions were shown without a review answer: only to a plan in force."""
    return deadline_of(plan, today) is not None


def first_shown(events: Iterable[Event], gone: Collection[EventId]) -> dict[ItemKey, int]:
    """The first study day on which each item was shown without a review answer that counts.

    What was taken back had been shown, but for copies of answers that came home from Anki.
    """
    found: dict[ItemKey, int] = {}
    for event in events:
        fact = event.fact
        if fact.bank is None or fact.item is None:
            continue
        if fact.type == EventType.ANSWERED:
            is_review = fact.mode in {None, Mode.REVIEW} and fact.grade is not None
            if is_review and (fact.id not in gone or event.device == FROM_ANKI):
                continue
        elif fact.type != EventType.SEEN:
            continue
        key = (fact.bank, fact.item)
        found[key] = min(event.study_day, found.get(key, event.study_day))
    return found


def missed_in_mock(ordered: Iterable[Event]) -> dict[CardKey, int]:
    """Cards whose last answer in a mock exam was wrong or a guess, with its study day."""
    found: dict[CardKey, int] = {}
    for event in ordered:
        fact = event.fact
        if (
            fact.type != EventType.ANSWERED
            or fact.mode != Mode.EXAM
            or fact.bank is None
            or fact.card is None
        ):
            continue
        found.pop((fact.bank, fact.card), None)
        if fact.correct is False or fact.payload.get("confidence") == Confidence.GUESS:
            found[fact.bank, fact.card] = event.study_day
    return found


def read_marks(ordered: Iterable[Event], gone: Collection[EventId], today: int) -> Marks:
    """The marks left by events in canonical order, without those taken back: the last word counts.

    A learner stays known although the event is taken back, or machines would disagree for ever.
    """
    aside: dict[CardKey, bool] = {}
    skips: dict[CardKey, int] = {}
    said = Said()
    learners: set[str] = set()
    result: BoardResult | None = None
    released = False
    mocks: dict[str, int] = {}
    for event in ordered:
        fact = event.fact
        if fact.type == EventType.LEARNER:
            learners.add(text_of(fact.payload, "id") or fact.id)
        if fact.id in gone:
            continue
        if fact.type == EventType.PLANNED:
            said.take(fact.payload, event.study_day)
        elif fact.type == EventType.BOARD_RESULT:
            result = result_of(fact.payload)
        elif fact.type == EventType.POOL_RELEASED:
            released = True
        elif fact.type == EventType.EXAM_ENDED:
            mocks.setdefault(text_of(fact.payload, "exam") or fact.id, event.study_day)
        elif fact.bank is None or fact.card is None:
            continue
        elif fact.type in {EventType.SET_ASIDE, EventType.RETURNED}:
            aside[fact.bank, fact.card] = fact.type == EventType.SET_ASIDE
        elif fact.type == EventType.SKIPPED:
            skips[fact.bank, fact.card] = number_of(fact.payload, "until") or 0
    return Marks(
        set_aside=frozenset(key for key, is_aside in aside.items() if is_aside),
        skipped={key: until for key, until in skips.items() if until > today},
        plan=said.plan(),
        learner=min(learners, default=""),
        board_result=result,
        pool_released=released,
        mocks_ended=tuple(sorted(mocks.values())),
    )


def seconds_in(events: Iterable[Event]) -> float:
    """The time that these answers say they took."""
    times = (number_of(e.fact.payload, "ms") for e in events if e.fact.type == EventType.ANSWERED)
    return sum(ms for ms in times if ms is not None) / 1000


def seconds_per_answer(latest_first: Iterable[Event]) -> float | None:
    """The median time of the last 200 answers that tell theirs, None below 20 of them."""
    times = [number_of(event.fact.payload, "ms") for event in islice(latest_first, RECENT)]
    known = [ms for ms in times if ms is not None]
    return _median(known) / 1000 if len(known) >= ENOUGH else None


def _median(numbers: list[int]) -> float:
    """The middle of the sorted numbers; `statistics` would cost a twentieth of every start."""
    ordered, middle = sorted(numbers), len(numbers) // 2
    return ordered[middle] if len(numbers) % 2 else (ordered[middle - 1] + ordered[middle]) / 2
