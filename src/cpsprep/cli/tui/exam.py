"""A mock exam on the whole screen; Textual is imported only when one opens in it."""

from cpsprep.app.exam_sitting import ExamSitting
from cpsprep.cli.tui.opening import hold, look


def run(sitting: ExamSitting, *, theme: str = "") -> None:
    """Hold an exam until it is over or left.

    Raises:
        Exception: whatever ended it against its will, after the terminal is itself again.
        KeyboardInterrupt: the process was told to end; the same holds.
    """
    looks = look(theme)

    from cpsprep.cli.tui.exam_app import ExamApp

    hold(ExamApp(sitting, **looks))
