"""Planning a study day from the banks and the log; light, because bare `cpsprep` waits for it."""

from typing import NamedTuple

from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.app.outlines import Blueprints, outline_named
from cpsprep.app.ports import Log, Shelf
from cpsprep.core.bank import Catalog
from cpsprep.core.config.settings import Settings
from cpsprep.core.exam.outline import Outline
from cpsprep.core.exam.outlines import own_outline
from cpsprep.core.history import CardKey, History
from cpsprep.core.key_change import key_changed
from cpsprep.core.planning.course import Course, course_on, with_plan
from cpsprep.core.planning.deadline import deadline_of
from cpsprep.core.planning.planned import Plan
from cpsprep.core.planning.queue import plan
from cpsprep.core.planning.selection import Selection, unknown_words
from cpsprep.core.version import canonical


class Looked(NamedTuple):
    """A day's queue and what it was made from; `course` is the plan to an exam, if one is in force."""

    plan: Plan
    catalog: Catalog
    history: History
    course: Course | None = None


def look(
    shelf: Shelf,
    log: Log,
    today: int,
    settings: Settings,
    selection: Selection = Selection(),  # noqa: B008  (frozen)
    seed: str | None = None,
    blueprints: Blueprints | None = None,
) -> Looked:
    """Today's plan, without opening a sitting; without a seed the order is the same all day.

    Without `blueprints` a plan to an exam goes by the areas of the banks.

    Raises:
        UsageError: the selection names a deck, domain, tag or misconception that no question has.
    """
    catalog = shelf.catalog()
    for unknown in unknown_words(selection, catalog.entries):
        raise UsageError(
            f"no question has the {unknown.filter} '{unknown.word}'",
            f"there is: {', '.join(unknown.known) or 'none'}",
        )
    history, course = under_way(catalog, log.history(today), today, settings, blueprints)
    changed = _changed_keys(catalog, history, shelf, log)
    lots = seed or f"{history.learner}:{today}"
    made = plan(catalog, history, today, settings, lots, selection, key_changed=changed, course=course)
    return Looked(made, catalog, history, course)


def under_way(
    catalog: Catalog, history: History, today: int, settings: Settings, blueprints: Blueprints | None = None
) -> tuple[History, Course | None]:
    """The history with the days on which cards really come, and the plan to an exam that is in force."""
    if deadline_of(history.plan, today) is None:
        return with_plan(history, None), None
    seconds = history.seconds_per_answer or settings.seconds_per_question
    course = course_on(catalog, history, outline_for(history, catalog, blueprints), today, seconds)
    return with_plan(history, course), course


def outline_for(history: History, catalog: Catalog, blueprints: Blueprints | None) -> Outline:
    """The outline of the plan; where its blueprint cannot be had, that of the banks' own areas.

    A bank may change under a plan, and studying must go on all the same.
    """
    if blueprints is None:
        return own_outline(catalog)
    try:
        return outline_named(history.plan.blueprint or "", blueprints, catalog)
    except UsageError:
        return own_outline(catalog)


def _changed_keys(catalog: Catalog, history: History, shelf: Shelf, log: Log) -> frozenset[CardKey]:
    """Cards whose key, not just some wording, is another one than at their last answer."""
    changed = set()
    for entry in catalog.entries:
        record = history.records.get((entry.bank, entry.card))
        if record is None or record.version is None or record.version == entry.version:
            continue
        before = log.version(record.version)
        try:
            if before and key_changed(before, canonical(shelf.item(entry.bank, entry.item))):
                changed.add((entry.bank, entry.card))
        except UnreadableError:
            continue
    return frozenset(changed)
