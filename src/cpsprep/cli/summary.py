"""What is said when a sitting is over: what was done, and what comes tomorrow."""

from cpsprep.app.study import Closing
from cpsprep.core.session import Ending, Session


def summary_lines(session: Session, closing: Closing) -> list[str]:
    """The closing words."""
    tally, lines = session.tally, []
    if session.ending is Ending.TIME:
        lines.append("Time is up.")
    if tally.answered or tally.drilled:
        drilled = f", {_count(tally.drilled, 'repeat')}" if tally.drilled else ""
        lines.append(f"{tally.answered} answered, {tally.right} right{drilled}. All answers are saved.")
    elif session.ending is Ending.STOPPED:
        lines.append("Stopped. Nothing was answered, nothing is lost.")
    if tally.sure_but_wrong:
        lines.append(
            f"{_count(tally.sure_but_wrong, 'answer')} felt sure and was not right: worth a second look."
        )
    if closing.tricky:
        lines.append(f"{_count(closing.tricky, 'tricky question')}, missed often: see cpsprep stats")
    if session.left and session.ending is not Ending.FINISHED:
        lines.append(f"{session.left} still waiting today. Next, type: cpsprep review")
    lines.append(_tomorrow(closing.due_tomorrow, closing.new_waiting))
    return lines


def _tomorrow(due: int, new: int) -> str:
    if due and new:
        return f"Tomorrow: {due} to review, and new ones."
    if due:
        return f"Tomorrow: {due} to review."
    return "Tomorrow: new questions." if new else "Nothing is due tomorrow."


def _count(number: int, name: str) -> str:
    return f"{number} {name}" if number == 1 else f"{number} {name}s"
