"""A mock exam on the whole screen; Textual is imported only when one opens in it."""

import os
import sys

from cpsprep.app.exam_sitting import ExamSitting


def run(sitting: ExamSitting, *, theme: str = "") -> None:
    """Hold an exam until it is over or left.

    Raises:
        Exception: whatever ended it against its will, after the terminal is itself again.
        KeyboardInterrupt: the process was told to end; the same holds.
    """
    if not os.environ.get("NO_COLOR"):
        # Textual drops colour for an empty NO_COLOR too; the convention asks for one that is not empty.
        os.environ.pop("NO_COLOR", None)

    from cpsprep.cli.tui.exam_app import ExamApp
    from cpsprep.cli.tui.signs import signs_for
    from cpsprep.cli.tui.themes import theme_for

    app = ExamApp(
        sitting,
        theme=theme_for(theme, os.environ.get("COLORFGBG", "")),
        colour="NO_COLOR" not in os.environ,
        signs=signs_for(getattr(sys.__stderr__, "encoding", None)),
    )
    app.run()
    if app.failure is not None:
        raise app.failure
    if app.ended:
        raise KeyboardInterrupt
