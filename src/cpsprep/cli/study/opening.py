"""What is said before the first question of a sitting, and when there is none."""

from cpsprep.app.study import Opened
from cpsprep.cli.day_words import EMPTY, MORE_NEW, aside_words, left_out_words, next_words, piled_words
from cpsprep.cli.saying import counted
from cpsprep.core.planning.selection import Selection
from cpsprep.core.sitting.session import Phase

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
    return [*lines, MORE_NEW] if opened.more_new else lines


def _narrows(selection: Selection) -> bool:
    return bool(selection.decks or selection.domains or selection.tags or selection.misconceptions)
