"""A question written on the whole screen; Textual is imported only when the form opens."""

import os
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cpsprep.cli.bank.writing.add_desk import Desk


def run(desk: "Desk", *, theme: str = "") -> list[str]:
    """Show the form until it is left; what was saved, to be said once the terminal is itself again.

    Raises:
        Exception: whatever ended it against its will; the words are kept.
        KeyboardInterrupt: the process was told to end; the same holds.
    """
    if not os.environ.get("NO_COLOR"):
        # Textual drops colour for an empty NO_COLOR too; the convention asks for one that is not empty.
        os.environ.pop("NO_COLOR", None)

    from cpsprep.cli.tui.form.app import FormApp
    from cpsprep.cli.tui.signs import signs_for
    from cpsprep.cli.tui.themes import theme_for

    app = FormApp(
        desk,
        theme=theme_for(theme, os.environ.get("COLORFGBG", "")),
        colour="NO_COLOR" not in os.environ,
        signs=signs_for(getattr(sys.__stderr__, "encoding", None)),
    )
    app.run()
    if app.failure is not None:
        raise app.failure
    if app.ended:
        raise KeyboardInterrupt
    return app.form.saved
