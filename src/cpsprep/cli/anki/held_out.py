"""Questions that a plan keeps for mock exams, and whether they go to Anki."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from cpsprep.cli.saying import counted
from cpsprep.cli.wiring import World
from cpsprep.core.bank import Bank
from cpsprep.core.item import ItemKey
from cpsprep.core.which import Which

if TYPE_CHECKING:
    from cpsprep.adapters.bank.shelf import BankShelf

WithoutHeldOut = Annotated[
    bool, typer.Option("--without-held-out", help="Leave out what your plan keeps for mock exams.")
]


def kept_for_mocks(here: World, shelf: "BankShelf") -> frozenset[ItemKey] | None:
    """What the plan in force keeps; None without a plan."""
    from cpsprep.app.courses import course_for

    today = here.clock.now().study_day
    with here.log() as log:
        history = log.history(today)
        if history.plan.exam_date is None:
            return None
        _, course = course_for(shelf.catalog(), history, today, here.settings, here.blueprints())
    return course.pool.kept if course else None


def held_out_lines(
    banks: Sequence[Bank], which: Which, kept: frozenset[ItemKey] | None, *, left_out: bool
) -> Iterator[str]:
    """What became of them, or what could be done."""
    if kept is None:
        if left_out:
            yield "Nothing was held out: there is no plan to an exam. To make one: cpsprep plan set"
        return
    here = sum(
        (bank.header.id, item.id) in kept and which.matches(item)
        for bank in banks
        for item in bank.items.values()
    )
    if here and left_out:
        questions = counted(here, "question")
        yield f"Left out: {questions} that your plan keeps for mock exams."
        yield "Those that are in Anki from an earlier export stay there."
    elif here:
        are = "is one" if here == 1 else f"are {here}"
        yield f"Among them {are} that your plan keeps for mock exams; whatever you answer in Anki is used up."
        yield "To leave them out: --without-held-out"
