"""Starting a mock exam: draw a form, read its questions, say what is offered; begin only when told to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.app.exam_sitting import ExamSitting
from cpsprep.app.exams import Begun, ExamLog, begun, running
from cpsprep.app.outlines import Blueprints, outline_named
from cpsprep.app.ports import Clock, Shelf
from cpsprep.core.bank import Catalog, Entry
from cpsprep.core.exam.clock import warned
from cpsprep.core.exam.form import Form, Known, draw
from cpsprep.core.exam.machine import begin
from cpsprep.core.exam.outline import Outline
from cpsprep.core.exam.pace import has_pace, minutes_for
from cpsprep.core.exam.paper import ExamRules, Paper, Slot
from cpsprep.core.history import StudyPlan
from cpsprep.core.item import BankId, CardId, Choice, Item, ItemId, Version
from cpsprep.core.planning.pool import held_out
from cpsprep.core.sitting.question import Question, option_order
from cpsprep.core.version import canonical, version_of


@dataclass(frozen=True, slots=True)
class ExamWish:
    """What a learner asks of an exam; what is None comes from the outline.

    Args:
        blueprint: whose exam; "" for that of the learner's plan.
        items: how many questions.
        minutes: the time, `untimed` for none at all.
        extra: what the time is multiplied with.
        break_minutes: how long the clock may stand still, in all.
        seed: fixes the form.
        cut: the learner's own pass mark, from 0 to 1.
        app: the version of cpsprep.
    """

    blueprint: str = ""
    items: int | None = None
    minutes: float | None = None
    untimed: bool = False
    extra: float = 1.0
    break_minutes: float = 0.0
    seed: str | None = None
    cut: float | None = None
    app: str = ""


@dataclass(frozen=True, slots=True)
class Offer:
    """An exam that could begin now.

    Args:
        outline: what it follows; None when an old form is run again.
        form: how the questions were drawn; None likewise.
        rules: what will hold.
        slots: the questions.
        has_pace: whether the time is ours, because the board's is unknown.
        kept: how many of the questions were kept for mock exams.
        gone: questions of an old form that the banks no longer have, `edited` those that read otherwise now.
    """

    outline: Outline | None
    form: Form | None
    rules: ExamRules
    slots: tuple[Slot, ...]
    has_pace: bool = False
    kept: int = 0
    gone: int = 0
    edited: int = 0


def offer(shelf: Shelf, log: ExamLog, clock: Clock, blueprints: Blueprints, wish: ExamWish) -> Offer:
    """Draw a form and read its questions.

    Questions kept for mock exams are those of the learner's plan, also where another board is asked for.

    Raises:
        UsageError: an exam is running, there is no such board, or no question fits.
        UnreadableError: the banks or the log cannot be read.
    """
    now = clock.now()
    _refuse_second(begun(log, now))
    catalog, history = shelf.catalog(), log.history(now.study_day)
    planned = outline_named(history.plan.blueprint or "", blueprints, catalog)
    outline = outline_named(wish.blueprint, blueprints, catalog) if wish.blueprint else planned
    pool = held_out(catalog.entries, planned, history, now.study_day)
    known = Known(pool, log.last_seen(), history.set_aside)
    cut, own_cut = _cut(wish, outline, history.plan)
    seed = wish.seed or now.ids[0]
    items = wish.items or outline.items
    form, read = _drawn(shelf, catalog, outline, items, seed, known)
    if not form.entries:
        raise UsageError(
            f"no question fits the exam '{outline.title}'",
            "to see what there is: cpsprep exam blueprints; to look at the bank: cpsprep bank lint",
        )
    slots = tuple(
        _slot(_question(entry.bank, read[entry.bank, entry.item]), seed, outline, known)
        for entry in form.entries
    )
    # A form that is shorter than asked for gets no more time for each question.
    minutes, has_pace = _minutes(wish, outline, len(slots))
    rules = ExamRules(
        outline=outline.id,
        title=outline.title,
        areas=outline.areas,
        shares_known=outline.shares_known,
        cut=cut,
        own_cut=own_cut,
        minutes=minutes,
        extra=wish.extra,
        break_minutes=0.0 if minutes is None else wish.break_minutes,
        seed=seed,
        app=wish.app,
    )
    kept = sum((entry.bank, entry.item) in pool for entry in form.entries)
    return Offer(outline, form, rules, slots, has_pace, kept)


def offer_again(shelf: Shelf, log: ExamLog, clock: Clock, old: Begun, wish: ExamWish) -> Offer:
    """The form of an earlier exam once more: the same questions in the same order, under the same rules.

    Time, breaks and cut may be asked for anew. A question that was mended since is asked as it is now.

    Raises:
        UsageError: an exam is running, the old one cannot be read, or none of its questions is left.
    """
    now = clock.now()
    _refuse_second(begun(log, now))
    if old.exam is None:
        raise UsageError(
            f"mock exam {old.number} cannot be read here", "to see the others: cpsprep exam list"
        )
    paper, catalog, last_seen = old.exam.paper, shelf.catalog(), log.last_seen()
    there = {(entry.bank, entry.item) for entry in catalog.entries}
    slots: list[Slot] = []
    edited = 0
    for slot in paper.slots:
        key = (slot.question.bank, slot.question.item.id)
        item = _read(shelf, *key) if key in there else None
        if item is None:
            continue
        question = _question(key[0], item)
        edited += question.version != slot.question.version
        order = option_order(question, paper.rules.seed, 0)
        if sorted(order) == sorted(slot.order):
            order = slot.order
        slots.append(replace(slot, question=question, order=order, seen=last_seen.get(key, paper.study_day)))
    if not slots:
        raise UsageError("the banks in use have none of its questions any more", "cpsprep exam start")
    rules = replace(paper.rules, again=paper.id, app=wish.app)
    if wish.untimed or wish.minutes is not None:
        rules = replace(rules, minutes=None if wish.untimed else wish.minutes)
    if wish.extra != 1:
        rules = replace(rules, extra=wish.extra)
    if wish.break_minutes:
        rules = replace(rules, break_minutes=wish.break_minutes)
    if wish.cut is not None:
        rules = replace(rules, cut=wish.cut, own_cut=True)
    return Offer(None, None, rules, tuple(slots), gone=len(paper.slots) - len(slots), edited=edited)


def begin_exam(offered: Offer, log: ExamLog, clock: Clock) -> ExamSitting:
    """Begin it: from here on its clock runs.

    Raises:
        CpsprepError: its beginning could not be put on disk.
    """
    now = clock.now()
    paper = Paper(now.ids[0], offered.rules, offered.slots, now.at_ms, now.offset_min, now.study_day)
    exam, facts = begin(paper, now)
    texts: dict[Version, str] = {
        slot.question.version: canonical(slot.question.item) for slot in offered.slots
    }
    log.append(facts, now, texts)
    return ExamSitting(warned(exam, now.at_ms)[0], log=log, clock=clock)


def _refuse_second(exams: Sequence[Begun]) -> None:
    """One exam at a time.

    Raises:
        UsageError: one is running.
    """
    if (one := running(exams)) is not None:
        raise UsageError(
            f"mock exam {one.number} is still running",
            "to go on with it: cpsprep exam resume; to hand it in as it is: cpsprep exam submit",
        )


def _cut(wish: ExamWish, outline: Outline, plan: StudyPlan) -> tuple[float | None, bool]:
    """The pass mark, and whether it is the learner's own: what they say now, then what their plan says."""
    if wish.cut is not None:
        return wish.cut, True
    if plan.cut is not None and (not wish.blueprint or outline.id == plan.blueprint):
        return plan.cut / 100, True
    return outline.cut, False


def _minutes(wish: ExamWish, outline: Outline, items: int) -> tuple[float | None, bool]:
    """The time for so many questions, in proportion to the whole exam, and whether it is ours."""
    if wish.untimed:
        return None, False
    if wish.minutes is not None:
        return wish.minutes, False
    return float(minutes_for(outline, items)), has_pace(outline)


def _drawn(
    shelf: Shelf, catalog: Catalog, outline: Outline, items: int, seed: str, known: Known
) -> tuple[Form, dict[tuple[BankId, ItemId], Item]]:
    """A form whose questions can all be read; what the bank lost this very moment is drawn anew."""
    entries: Sequence[Entry] = catalog.entries
    while True:
        form = draw(entries, outline, items, seed, known)
        read = {(entry.bank, entry.item): _read(shelf, entry.bank, entry.item) for entry in form.entries}
        kept = {key: item for key, item in read.items() if item is not None}
        if len(kept) == len(read):
            return form, kept
        entries = [entry for entry in entries if read.get((entry.bank, entry.item), entry) is not None]


def _read(shelf: Shelf, bank: BankId, item: ItemId) -> Item | None:
    """A question with options; None where it is gone, or has become something else."""
    try:
        found = shelf.item(bank, item)
    except UnreadableError:
        return None
    return found if isinstance(found.body, Choice) else None


def _question(bank: BankId, item: Item) -> Question:
    return Question(bank, item, CardId(item.id), version_of(canonical(item)))


def _slot(question: Question, seed: str, outline: Outline, known: Known) -> Slot:
    key = (question.bank, question.item.id)
    return Slot(
        question=question,
        order=option_order(question, seed, 0),
        area=outline.area_of.get(key, ""),
        seen=known.last_seen.get(key),
    )
