"""What is said before the first question of a sitting, and when there is none."""

from cpsprep.app.study import Opened
from cpsprep.cli.telling import in_days
from cpsprep.core.forecast import next_days
from cpsprep.core.session import Phase


def opening_lines(opened: Opened) -> list[str]:
    """Whatever is out of the ordinary today; on most days nothing."""
    lines = [*_left_out(opened), *_piled_up(opened)]
    if opened.session.phase is Phase.DONE:
        lines.append(_nothing(opened))
    return lines


def left_out_words(count: int) -> str:
    """How many questions a mistake in the bank hides, and where to look."""
    are = "question is" if count == 1 else "questions are"
    return f"{count} {are} left out because of mistakes in the bank. To see them: cpsprep bank lint"


def _left_out(opened: Opened) -> list[str]:
    lines = [left_out_words(opened.catalog.left_out)] if opened.catalog.left_out else []
    if opened.missing:
        lines.append(f"The bank changed just now; {len(opened.missing)} could not be read and wait.")
    return lines


def _piled_up(opened: Opened) -> list[str]:
    pile = opened.plan.catch_up
    if pile is None:
        return []
    share = f"Today brings {pile.today} of them, and in about {pile.days} days you have caught up."
    return [f"{pile.overdue} have piled up; that happens. {share}"]


def _nothing(opened: Opened) -> str:
    counts = opened.plan.counts
    ahead = next_days(opened.catalog.entries, opened.history, opened.today, days=60)
    following = next(((day, due) for day, due in enumerate(ahead) if day and due), None)
    said = "Nothing is due now."
    if following:
        said += f" Next: {following[1]} {in_days(following[0])}."
    if counts.new_available:
        said += " For more new questions today: cpsprep review --new 10"
    elif not opened.catalog.entries:
        said = "This bank has no questions to study."
    return said
