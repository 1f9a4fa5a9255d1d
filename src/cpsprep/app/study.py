"""Opening a sitting: today's plan made into questions, with what undo needs of the sitting before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from cpsprep.app.errors import UnreadableError
from cpsprep.app.planning import Boards, look
from cpsprep.app.ports import Clock, Log, Shelf
from cpsprep.core.bank import Catalog, Entry
from cpsprep.core.config.settings import Settings
from cpsprep.core.events import FROM_ANKI, Event, Mode
from cpsprep.core.history import CardKey, CardRecord, History
from cpsprep.core.planning.coming import next_in, offers_new
from cpsprep.core.planning.planned import Planned, Queue, Why
from cpsprep.core.planning.selection import Selection
from cpsprep.core.sitting.answering import SittingRules
from cpsprep.core.sitting.question import Question
from cpsprep.core.sitting.session import Previous, Session
from cpsprep.core.sitting.steps import start
from cpsprep.core.sm2 import NEW

if TYPE_CHECKING:
    from cpsprep.core.planning.course import Course

_MOST_MINUTES: Final = 7 * 24 * 60
"""A longer time than a week has no end; neither has one that is no number."""


@dataclass(frozen=True, slots=True)
class SittingWish:
    """What a learner asks of one sitting.

    `seed` fixes the order; `minutes` ends it in time, by default with the minutes a day of the plan.
    """

    selection: Selection = field(default_factory=Selection)
    minutes: float | None = None
    seed: str | None = None
    app: str = ""


@dataclass(frozen=True, slots=True)
class Opened:
    """A sitting ready to be held, and what it was made from.

    Args:
        missing: cards that could not be read, because the bank changed this moment.
        next_in: days until more questions like these come, for when there are none now.
        more_new: whether to offer new questions beyond these.
        course: the plan to an exam that is in force, and where its outline comes from.
    """

    session: Session
    plan: Queue
    catalog: Catalog
    history: History
    today: int
    wish: SittingWish = field(default_factory=SittingWish)
    missing: tuple[str, ...] = ()
    next_in: int | None = None
    more_new: bool = False
    planned: Mapping[CardKey, Planned] = field(default_factory=dict)
    course: "Course | None" = None
    boards: Boards | None = None


def open_sitting(
    shelf: Shelf,
    log: Log,
    clock: Clock,
    settings: Settings,
    wish: SittingWish,
    boards: Boards | None = None,
) -> Opened:
    """Plan today's sitting and show its first question.

    Raises:
        UsageError: see `look`.
    """
    now = clock.now()
    seen = look(shelf, log, now.study_day, settings, wish.selection, wish.seed, boards)
    made, catalog, history, course = seen
    queue: list[Question] = []
    missing: list[str] = []
    for planned in made.cards:
        try:
            queue.append(_question(planned, shelf, course))
        except UnreadableError:
            missing.append(planned.entry.card)
    practice = wish.selection.practice
    asked_for = (entry for entry in catalog.entries if wish.selection.matches(entry))
    rules = SittingRules(
        seed=wish.seed or now.ids[0],
        mode=Mode.PRACTICE if practice else Mode.REVIEW,
        profile=settings.profile,
        drill_below=settings.drill_below,
        drill_gap=settings.drill_gap,
        drill_passes=settings.drill_passes,
        deadline_ms=_deadline(now.at_ms, wish.minutes, None if practice else _minutes_left(history)),
        app=wish.app,
        exam=course.deadline if course else None,
    )
    new_today = settings.new_per_day if wish.selection.new is None else wish.selection.new
    coming = next_in(asked_for, history, made.counts, now.study_day, settings.new_per_day, course)
    previous = None if practice else _previous(history.last_answer, catalog, shelf, log, course)
    return Opened(
        session=start(tuple(queue), rules, now, previous),
        plan=made,
        catalog=catalog,
        history=history,
        today=now.study_day,
        wish=wish,
        missing=tuple(missing),
        next_in=coming,
        more_new=offers_new(made, new_today, coming, now.study_day, course),
        planned={(card.entry.bank, card.entry.card): card for card in made.cards},
        course=course,
        boards=boards,
    )


def _minutes_left(history: History) -> float | None:
    """What the day's studying has left of the plan; once it is used up, more studying has no end."""
    planned = history.plan.minutes_per_day
    if planned is None or not 0 < planned <= _MOST_MINUTES:
        return None
    left = planned - history.seconds_today / 60
    return left if left >= 1 else None


def _deadline(at_ms: int, wished: float | None, planned: float | None) -> int | None:
    """When the time is up: after the minutes wished for, else those of the learner's plan, if sensible."""
    minutes = planned if wished is None else wished
    if minutes is None or not 0 < minutes <= _MOST_MINUTES:
        return None
    return at_ms + round(minutes * 60_000)


def _question(planned: Planned, shelf: Shelf, course: "Course | None") -> Question:
    changed = planned.reason.why is Why.KEY_CHANGED
    return as_question(planned.entry, planned.record, shelf, course, key_changed=changed)


def as_question(
    entry: Entry,
    record: CardRecord | None,
    shelf: Shelf,
    course: "Course | None" = None,
    *,
    key_changed: bool = False,
) -> Question:
    """A card of the catalog with its item read in full.

    Raises:
        UnreadableError: the bank changed and the item is gone.
    """
    return Question(
        bank=entry.bank,
        item=shelf.item(entry.bank, entry.item),
        card=entry.card,
        version=entry.version,
        state=record.state if record else NEW,
        last_day=record.last_day if record else None,
        rounds=record.rounds if record else 0,
        due=record.due if record else None,
        key_changed=key_changed,
        place=course.places.get((entry.bank, entry.card), 0.0) if course else 0.0,
    )


def _previous(
    event: Event | None, catalog: Catalog, shelf: Shelf, log: Log, course: "Course | None"
) -> Previous | None:
    """The last answer given here, as a question in the state it had before that answer.

    Answers given in Anki are taken back there.
    """
    if event is None or event.source == FROM_ANKI:
        return None
    fact = event.fact
    entry = next((e for e in catalog.entries if (e.bank, e.card) == (fact.bank, fact.card)), None)
    if entry is None:
        return None
    try:
        question = as_question(entry, log.record_before(event), shelf, course)
    except UnreadableError:
        return None
    return Previous(question, fact.id)
