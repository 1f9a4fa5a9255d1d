"""The full-screen front end; Textual is imported only when a sitting opens in it."""

from collections.abc import Callable

from cpsprep.app.sitting import Sitting
from cpsprep.cli.study.plain import Extras
from cpsprep.cli.tui.opening import hold, look


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
    looks = look(theme)

    from cpsprep.cli.tui.app import ReviewApp

    app = ReviewApp(sitting, extras, hints=hints, summary=summary, opening=opening, **looks)
    try:
        hold(app)
    finally:
        for report in app.reports:
            print(report)
