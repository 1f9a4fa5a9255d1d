"""Today's queue: which cards come, in which order, why, and what waits. Pure planning over the fold.

The order: cards whose key changed, those missed in a mock exam, then due ones, the oldest first, then cards
asked for ahead of time, then new ones; what is left of the day's drill comes after the first few others.
Under a plan to an exam the day's new cards come before the due ones: where minutes are short, a review that
waits costs little and a card that was never met costs nearly all of it (docs/simulation.md).
Nothing due disappears without being counted: due cards are in the queue, left for later or tomorrow, or
waiting for a sibling.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import chain, islice
from typing import TYPE_CHECKING

from cpsprep.core.bank import Catalog, Entry
from cpsprep.core.config.settings import Settings
from cpsprep.core.history import CardKey, History
from cpsprep.core.item import ItemKey
from cpsprep.core.planning.catchup import CatchUp, catch_up
from cpsprep.core.planning.introducing import Unit, new_units
from cpsprep.core.planning.limits import Amount, done_today, room_today
from cpsprep.core.planning.mocks import missed_before
from cpsprep.core.planning.ordering import Known, lot, missed_first, oldest_first
from cpsprep.core.planning.piles import Piles, sort_cards
from cpsprep.core.planning.planned import Counts, Planned, Queue, Reason, Why
from cpsprep.core.planning.selection import Selection
from cpsprep.core.planning.siblings import Siblings

if TYPE_CHECKING:
    from cpsprep.core.planning.course import Course  # Only where a plan is in force: start-up is a promise.


def plan(
    catalog: Catalog,
    history: History,
    today: int,
    settings: Settings,
    seed: str,
    selection: Selection = Selection(),  # noqa: B008  (frozen)
    key_changed: AbstractSet[CardKey] = frozenset(),
    course: "Course | None" = None,
) -> Queue:
    """Plan a sitting.

    Args:
        catalog: the banks in use; entries in the order of their bank.
        history: the fold of the log; see `core.planning.course.with_plan`.
        today: a study day.
        settings: the limits and the rules of the drill.
        seed: decides ties; the same seed gives the same plan.
        selection: what the learner asked for.
        key_changed: cards whose key, and not just some wording, changed since they were last answered; those
            answered with the present version are ignored.
        course: the plan to an exam that is in force, if there is one: it says how many new cards come, in
            which order, and which are kept.
    """
    kept = course.pool.kept if course else frozenset[ItemKey]()
    piles = sort_cards(catalog, history, today, settings, selection, key_changed, kept)
    if selection.practice:
        return _practice(piles, seed, selection)
    done = done_today(history.records.values(), today)
    overdue = sum(record.due < today for _, record in piles.due)
    pile = catch_up(overdue, done.reviews, settings.reviews_per_day)
    missed = missed_before(history, today)
    room = _room(_limits(settings, done, piles, today, course, missed), piles, overdue, pile, selection)
    reviews, siblings = _take_reviews(piles, room.reviews, seed, today, missed)
    units = course.ranking.drill if course else new_units(piles.matching, catalog.headers, piles.new.keys())
    a_day = done.new + room.new if course else settings.new_per_day
    new = _take_new(units, piles, room.new, a_day if selection.new is None else selection.new, missed)
    others = _new_before_due(new, reviews) if course else [*reviews, *new]
    cards = _cut(_with_drill(others, piles.drill, seed, settings.drill_gap), selection.limit)
    return Queue(cards, _count(piles, overdue, reviews, siblings, cards), pile)


def _limits(
    settings: Settings,
    done: Amount,
    piles: Piles,
    today: int,
    course: "Course | None",
    missed: AbstractSet[CardKey],
) -> Amount:
    """What the day's limits leave; a plan has a number of its own for new cards."""
    room = room_today(settings, done)
    if course is None:
        return room
    new = course.new_room(today, done)
    if not course.deadline.days.is_off(today):
        new = max(new, len(missed & piles.new.keys()))
    # Nobody who waits for another day would see the card again before the exam.
    piles.siblings.apart = today < course.deadline.last
    return Amount(new, room.reviews)


def _room(room: Amount, piles: Piles, overdue: int, pile: CatchUp | None, selection: Selection) -> Amount:
    reviews = room.reviews
    new = room.new
    if pile:
        reviews = min(reviews, pile.today + len(piles.due) - overdue + len(piles.changed))
        new = 0
    return Amount(new if selection.new is None else selection.new, reviews)


def _take_reviews(
    piles: Piles, room: int, seed: str, today: int, missed: AbstractSet[CardKey]
) -> tuple[list[Planned], int]:
    """The reviews for which there is room, and how many due or changed cards a sibling held back."""
    chosen: list[Planned] = []
    held = 0
    for reason, (entry, record) in _reviews_in_order(piles, seed, today, missed):
        if len(chosen) == room:
            break
        if piles.siblings.allow(entry, new=False):
            piles.siblings.note(entry, new=False)
            chosen.append(Planned(entry, reason, record))
        elif reason.why is not Why.AHEAD:
            held += 1
    return chosen, held


def _reviews_in_order(
    piles: Piles, seed: str, today: int, missed: AbstractSet[CardKey]
) -> Iterator[tuple[Reason, Known]]:
    for card in oldest_first(piles.changed, seed):
        yield Reason(Why.KEY_CHANGED), card
    due: list[Known] = piles.due
    if missed:
        due = [card for card in piles.due if _key(card[0]) not in missed]
        for card in oldest_first((card for card in piles.due if _key(card[0]) in missed), seed):
            yield Reason(Why.MOCK), card
    for card in oldest_first(due, seed):
        late = today - card[1].due
        yield Reason(Why.OVERDUE, late) if late else Reason(Why.DUE), card
    for card in oldest_first(piles.ahead, seed):
        yield Reason(Why.AHEAD, card[1].due - today), card


def _new_before_due(new: list[Planned], reviews: list[Planned]) -> list[Planned]:
    """What has to be set right comes first all the same: corrected keys, and what a mock exam missed."""
    wrong = [card for card in reviews if card.reason.why in {Why.KEY_CHANGED, Why.MOCK}]
    return [*wrong, *new, *reviews[len(wrong) :]]


def _key(entry: Entry) -> CardKey:
    return entry.bank, entry.card


def _take_new(
    units: Iterable[Unit], piles: Piles, room: int, most: int, missed: AbstractSet[CardKey]
) -> list[Planned]:
    """New cards up to the room, those missed in a mock exam first.

    A scenario that does not fit waits, unless it exceeds a day's limit.
    """
    chosen: list[Planned] = []
    if not piles.new or room <= 0:
        return chosen
    if not missed.isdisjoint(piles.new):
        units = sorted(units, key=lambda unit: all(_key(entry) not in missed for entry in unit))
    for unit in units:
        left = room - len(chosen)
        if not left:
            break
        cards = list(_allowed([entry for entry in unit if _key(entry) in piles.new], piles.siblings))
        if len(cards) <= left or len(cards) > most:
            for entry in cards[:left]:
                why = Why.MOCK if _key(entry) in missed else Why.NEW
                chosen.append(Planned(entry, Reason(why)))
    return chosen


def _allowed(unit: list[Entry], siblings: Siblings) -> Iterator[Entry]:
    for entry in unit:
        if siblings.allow(entry, new=True):
            siblings.note(entry, new=True)
            yield entry


def _with_drill(others: list[Planned], drill: list[Known], seed: str, gap: int) -> Iterator[Planned]:
    """An earlier sitting's drill comes after `gap` other cards, so that it is not the first thing to meet."""
    ordered = sorted(drill, key=lambda card: lot(seed, card[0].card))
    middle = (Planned(entry, Reason(Why.DRILL), record) for entry, record in ordered)
    return chain(others[:gap], middle, others[gap:])


def _cut(cards: Iterator[Planned], limit: int | None) -> tuple[Planned, ...]:
    return tuple(islice(cards, limit))


def _count(
    piles: Piles, overdue: int, reviews: list[Planned], held: int, cards: tuple[Planned, ...]
) -> Counts:
    owed = {Why.KEY_CHANGED, Why.OVERDUE, Why.DUE, Why.MOCK}
    planned = sum(card.reason.why in owed for card in reviews)
    kept = sum(card.record is not None and card.reason.why in owed for card in cards)
    return Counts(
        due=len(piles.due),
        overdue=overdue,
        changed=len(piles.changed),
        drill=len(piles.drill),
        new_available=len(piles.new),
        reviews_today=kept,
        new_today=sum(card.record is None for card in cards),
        left_for_later=planned - kept,
        left_for_tomorrow=len(piles.due) + len(piles.changed) - planned - held,
        siblings=held,
        set_aside=piles.set_aside,
        skipped=piles.skipped,
        kept=piles.kept,
    )


def _practice(piles: Piles, seed: str, selection: Selection) -> Queue:
    """Missed cards first, then other known ones, then those never asked; no limits, siblings or due days."""
    known = missed_first([*piles.changed, *piles.due, *piles.ahead, *piles.drill, *piles.later], seed)
    fresh = sorted(piles.new.values(), key=lambda entry: lot(seed, entry.card))
    reason = Reason(Why.PRACTICE)
    cards = chain(
        (Planned(entry, reason, record) for entry, record in known),
        (Planned(entry, reason) for entry in fresh),
    )
    counts = Counts(set_aside=piles.set_aside, skipped=piles.skipped, kept=piles.kept)
    return Queue(_cut(cards, selection.limit), counts)
