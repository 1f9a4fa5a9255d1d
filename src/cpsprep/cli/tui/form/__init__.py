"""A question written on the whole screen; Textual is imported only when the form opens."""

from typing import TYPE_CHECKING

from cpsprep.cli.tui.opening import hold, look

if TYPE_CHECKING:
    from cpsprep.cli.bank.writing.add_desk import Desk
    from cpsprep.cli.bank.writing.decks import Entrance


def run(at: "Desk | Entrance", *, theme: str = "") -> list[str]:
    """Show the form, before it the decks where one is still to be chosen, until it is left.

    Gives what was saved, to be said once the terminal is itself again.

    Raises:
        Exception: whatever ended it against its will; the words are kept.
        KeyboardInterrupt: the process was told to end; the same holds.
    """
    looks = look(theme)

    from cpsprep.cli.tui.form.app import FormApp

    app = FormApp(at, **looks)
    hold(app)
    return app.form.saved if app.form else []
