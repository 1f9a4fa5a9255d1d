"""The Textual application around the form of a question."""

import os
import signal
from asyncio import get_running_loop

from textual.message import Message

from cpsprep.cli.bank.writing.add_desk import Desk
from cpsprep.cli.tui.form.screen import FormScreen
from cpsprep.cli.tui.frame import Frame
from cpsprep.cli.tui.signs import Signs
from cpsprep.cli.tui.themes import DARK


class FormApp(Frame):
    """Holds one form; `pause` is after how many seconds without a key the words are kept and looked at."""

    class Leaving(Message):
        """Somebody leaves."""

    def __init__(
        self,
        desk: Desk,
        *,
        theme: str = DARK.name,
        signs: Signs | None = None,
        colour: bool = True,
        pause: float = 0.4,
    ) -> None:
        super().__init__(theme=theme, colour=colour)
        self.form = FormScreen(desk, signs or Signs(), pause=pause)

    def on_mount(self) -> None:
        """A terminal that is closed ends the process too."""
        super().on_mount()
        if os.name != "nt":
            get_running_loop().add_signal_handler(signal.SIGHUP, self._end)

    def get_default_screen(self) -> FormScreen:
        """The form is the only screen below the dialogs."""
        return self.form

    def action_leave(self) -> None:
        """Leave from anywhere, also from a dialog, but after the keys that are on their way to a field."""
        (self.focused or self.screen).post_message(self.Leaving())

    def on_form_app_leaving(self) -> None:
        """Now."""
        self.form.leave()

    def _end(self) -> None:
        self.form.keep()
        super()._end()

    def _fatal_error(self) -> None:
        self.form.keep()
        super()._fatal_error()
