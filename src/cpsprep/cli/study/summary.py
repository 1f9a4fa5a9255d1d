"""What is said when a sitting is over: what was done, and what comes tomorrow."""

from cpsprep.app.closing import Closing
from cpsprep.cli.saying import counted
from cpsprep.core.events import Mode
from cpsprep.core.sitting.session import Ending, Session


def summary_lines(session: Session, closing: Closing) -> list[str]:
    """The closing words."""
    tally, lines = session.tally, []
    if session.ending is Ending.TIME:
        lines.append("Time is up.")
    if tally.answered or tally.drilled:
        lines.append(f"{_done(session)}. All answers are saved.")
    elif session.ending is Ending.STOPPED:
        lines.append("Stopped. Nothing was answered, nothing is lost.")
    if tally.sure_but_wrong:
        felt = counted(tally.sure_but_wrong, "answer felt sure and was", "answers felt sure and were")
        lines.append(f"{felt} not right. To see which: cpsprep stats")
    if closing.tricky:
        lines.append(f"{counted(closing.tricky, 'tricky question')}, missed often: see cpsprep stats")
    waiting = _waiting(session)
    if waiting and session.rules.mode is Mode.REVIEW:
        lines.append(f"{waiting} still waiting today. Next, type: cpsprep review")
    lines.append(_tomorrow(closing.due_tomorrow, closing.new_tomorrow))
    return lines


def _done(session: Session) -> str:
    tally = session.tally
    parts = [f"{tally.answered} answered, {tally.right} right"] if tally.answered else []
    return ", ".join([*parts, counted(tally.drilled, "repeat")] if tally.drilled else parts)


def _waiting(session: Session) -> int:
    """Questions that are still to be answered, the one that was shown last included."""
    if session.ending is Ending.FINISHED:
        return 0
    before = session.before
    is_answered = before is not None and before.asked == session.asked
    return session.left + (session.current is not None and not is_answered)


def _tomorrow(due: int, new: int) -> str:
    if due and new:
        return f"Tomorrow: {due} to review, {new} new."
    if due:
        return f"Tomorrow: {due} to review."
    return f"Tomorrow: {counted(new, 'new question')}." if new else "Nothing is due tomorrow."
