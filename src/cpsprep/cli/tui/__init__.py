"""The full-screen front end; Textual is imported only when a sitting opens in it."""

import os
import sys
from collections.abc import Callable

from cpsprep.app.sitting import Sitting
from cpsprep.cli.study.plain import Extras


def run(
    sitting: Sitting,
    extras: Extras,
    *,
    hints: int,
    summary: Callable[[], list[str]] | None = None,
    opening: str = "",
    theme: str = "",
) -> None:
    """Hold a sitting to its end on the whole screen.

    `hints` is for how many questions a line says what can be pressed. `summary` gives the paragraphs of a
    last screen, shown when the queue is finished (not when the learner quits). `opening` is said above the
    keys of the first screen. `theme` is "dark" or "light"; "" goes by what the terminal says of itself.
    Reports of flagged questions are printed after the screen closes, because text on it is awkward to copy.

    Raises:
        Exception: whatever ended the sitting against its will, after the terminal is itself again.
        KeyboardInterrupt: the process was told to end; the same holds.
    """
    if not os.environ.get("NO_COLOR"):
        # Textual drops colour for an empty NO_COLOR too; the convention asks for one that is not empty.
        os.environ.pop("NO_COLOR", None)

    from cpsprep.cli.tui.app import ReviewApp
    from cpsprep.cli.tui.signs import signs_for
    from cpsprep.cli.tui.themes import theme_for

    app = ReviewApp(
        sitting,
        extras,
        hints=hints,
        summary=summary,
        opening=opening,
        theme=theme_for(theme, os.environ.get("COLORFGBG", "")),
        colour="NO_COLOR" not in os.environ,
        signs=signs_for(getattr(sys.__stderr__, "encoding", None)),
    )
    app.run()
    for report in app.reports:
        print(report)
    if app.failure is not None:
        raise app.failure
    if app.ended:
        raise KeyboardInterrupt
