"""A question written on the whole screen; Textual is imported only when the form opens."""

from typing import TYPE_CHECKING

from cpsprep.cli.tui.opening import hold, look

if TYPE_CHECKING:
    from cpsprep.cli.bank.writing.add_desk import Desk


def run(desk: "Desk", *, theme: str = "") -> list[str]:
    """Show the form until it is left; what was saved, to be said once the terminal is itself again.

    Raises:
        Exception: whatever ended it against its will; the words are kept.
        KeyboardInterrupt: the process was told to end; the same holds.
    """
    looks = look(theme)

    from cpsprep.cli.tui.form.app import FormApp

    app = FormApp(desk, **looks)
    hold(app)
    return app.form.saved
