"""Planning a study day from the banks and the log; light, because bare `cpsprep` waits for it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.app.ports import Log, Shelf
from cpsprep.core.bank import Catalog
from cpsprep.core.config.settings import Settings
from cpsprep.core.history import CardKey, History
from cpsprep.core.key_change import key_changed
from cpsprep.core.planning.deadline import deadline_of
from cpsprep.core.planning.mocks import after_mocks
from cpsprep.core.planning.planned import Queue
from cpsprep.core.planning.queue import plan
from cpsprep.core.planning.selection import Selection, unknown_words
from cpsprep.core.version import canonical

if TYPE_CHECKING:
    from cpsprep.app.outlines import Blueprints
    from cpsprep.core.planning.course import Course

Boards = Callable[[], "Blueprints"]
"""What is known of boards, read where a plan to an exam asks for it."""


class Looked(NamedTuple):
    """A day's queue and what it was made from; `course` is the plan to an exam, if one is in force."""

    plan: Queue
    catalog: Catalog
    history: History
    course: "Course | None" = None


def look(
    shelf: Shelf,
    log: Log,
    today: int,
    settings: Settings,
    selection: Selection = Selection(),  # noqa: B008  (frozen)
    seed: str | None = None,
    boards: Boards | None = None,
) -> Looked:
    """Today's plan, without opening a sitting; without a seed the order is the same all day.

    Without `boards` a plan to an exam goes by the areas of the banks.

    Raises:
        UsageError: the selection names a deck, domain, tag or misconception that no question has.
    """
    catalog = shelf.catalog()
    for unknown in unknown_words(selection, catalog.entries):
        raise UsageError(
            f"no question has the {unknown.filter} '{unknown.word}'",
            f"there is: {', '.join(unknown.known) or 'none'}",
        )
    history, course = under_way(catalog, log.history(today), today, settings, boards)
    changed = _changed_keys(catalog, history, shelf, log)
    lots = seed or f"{history.learner}:{today}"
    made = plan(catalog, history, today, settings, lots, selection, key_changed=changed, course=course)
    return Looked(made, catalog, history, course)


def under_way(
    catalog: Catalog, history: History, today: int, settings: Settings, boards: Boards | None = None
) -> "tuple[History, Course | None]":
    """The history with the days on which cards really come, and the plan to an exam that is in force."""
    if deadline_of(history.plan, today) is None:
        return after_mocks(history), None
    from cpsprep.app.courses import course_for  # noqa: PLC0415  (start-up is a promise to those without a plan)

    return course_for(catalog, history, today, settings, boards() if boards else None)


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
