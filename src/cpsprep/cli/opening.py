"""What is said before the first question of a sitting, and when there is none."""

from cpsprep.app.study import Opened
from cpsprep.cli.saying import counted
from cpsprep.cli.telling import in_days
from cpsprep.core.catchup import CatchUp
from cpsprep.core.selection import Selection
from cpsprep.core.session import Phase

MORE_NEW = "For more new questions today: cpsprep review --new 10"
EMPTY = "There are no questions to study yet. To check the bank: cpsprep bank lint"
_NONE_FIT = "No question fits all of that together. Leave one condition out."


def opening_lines(opened: Opened) -> list[str]:
    """Whatever is out of the ordinary today; on most days nothing."""
    lines = [left_out_words(opened.catalog.left_out)] if opened.catalog.left_out else []
    if opened.plan.catch_up is not None:
        lines.append(piled_words(opened.plan.catch_up))
    if opened.missing:
        waits = counted(len(opened.missing), "question waits", "questions wait")
        lines.append(f"The bank changed this moment, so {waits} for another time.")
    if opened.session.phase is Phase.DONE:
        lines += _nothing(opened)
    return lines


def left_out_words(count: int) -> str:
    """How many questions a mistake in the bank hides, and where to look."""
    are = counted(count, "question is", "questions are")
    return f"{are} left out because of mistakes in the bank. To see them: cpsprep bank lint"


def piled_words(pile: CatchUp) -> str:
    """That a break is fine, and how the pile grows small."""
    have = counted(pile.overdue, "question has", "questions have")
    share = f"Today brings {pile.today} of them" if pile.today else "Today's share is done"
    return f"{have} piled up; that happens. {share}, and in about {pile.days} days you have caught up."


def next_words(days: int | None) -> str:
    """When more questions come, as a sentence; "" when none are in sight."""
    return "" if days is None else f"The next questions come {in_days(days)}."


def _nothing(opened: Opened) -> list[str]:
    """Why there is nothing to ask, and what could be done instead."""
    counts, selection = opened.plan.counts, opened.wish.selection
    if not any(map(selection.matches, opened.catalog.entries)):
        return [_NONE_FIT if _narrows(selection) else EMPTY]
    if opened.missing:
        return ["To study the bank as it is now: cpsprep review"]
    if selection.practice:
        return ["Nothing to practice: all of it is set aside, or left until tomorrow."]
    waiting = counts.left_for_tomorrow + counts.siblings
    if waiting:
        said = f"Today's share is done; {counted(waiting, 'more waits', 'more wait')}."
    else:
        said = "Nothing is due now."
    lines = [f"{said} {next_words(opened.next_in)}".rstrip()]
    if counts.set_aside:
        lines.append(aside_words(counts.set_aside))
    return [*lines, MORE_NEW] if counts.new_available else lines


def _narrows(selection: Selection) -> bool:
    return bool(selection.decks or selection.domains or selection.tags or selection.misconceptions)


def aside_words(count: int) -> str:
    """How many questions were put away, and where they are."""
    return f"{counted(count, 'question is', 'questions are')} set aside. To see them: cpsprep aside"
