"""How a full screen opens and ends: how it looks in this terminal, and what ended it against its will."""

import os
import sys
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from cpsprep.cli.tui.frame import Frame
    from cpsprep.cli.tui.signs import Signs


class Look(TypedDict):
    """What every full screen has to know of its terminal."""

    theme: str
    colour: bool
    signs: "Signs"


def look(theme: str) -> Look:
    """For a theme of the settings, "dark" or "light"; "" goes by what the terminal says of itself."""
    if not os.environ.get("NO_COLOR"):
        # Textual drops colour for an empty NO_COLOR too; the convention asks for one that is not empty.
        os.environ.pop("NO_COLOR", None)

    from cpsprep.cli.tui.signs import signs_for
    from cpsprep.cli.tui.themes import theme_for

    return {
        "theme": theme_for(theme, os.environ.get("COLORFGBG", "")),
        "colour": "NO_COLOR" not in os.environ,
        "signs": signs_for(getattr(sys.__stderr__, "encoding", None)),
    }


def hold(app: "Frame") -> None:
    """Show the screen until it is left.

    Raises:
        Exception: whatever ended it against its will, after the terminal is itself again.
        KeyboardInterrupt: the process was told to end; the same holds.
    """
    app.run()
    if app.failure is not None:
        raise app.failure
    if app.ended:
        raise KeyboardInterrupt
