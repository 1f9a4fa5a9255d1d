"""The Textual application around a screen: themes, leaving, and failures that must not paint tracebacks."""

import os
import signal
from asyncio import get_running_loop
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from cpsprep.cli.tui.themes import DARK, LIGHT


class Frame(App[None]):
    """Around one screen, which the application itself gives, with `action_leave`, which closes it.

    `failure` is what ended it against its will; `ended`: somebody ended the process.
    """

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,ctrl+q", "leave", show=False, priority=True),
        Binding("ctrl+t", "turn_theme", show=False, priority=True),
    ]

    def __init__(self, *, theme: str = DARK.name, colour: bool = True) -> None:
        # Without colour Textual would paint shades of grey; as an ANSI application it keeps to the
        # terminal's own two.
        super().__init__(ansi_color=None if colour else True)
        self.failure: Exception | None = None
        self.ended = False
        self.register_theme(DARK)
        self.register_theme(LIGHT)
        # Setting `theme` would work too, but Textual would then lay out and paint the first screen twice.
        self.set_reactive(App.theme, theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_class(self.current_theme.dark, "-dark-mode", update=False)
        self.set_class(not self.current_theme.dark, "-light-mode", update=False)

    def on_mount(self) -> None:
        """Listen for the end of the process: its terminal must not stay a screen that nobody draws."""
        if os.name != "nt":
            get_running_loop().add_signal_handler(signal.SIGTERM, self._end)

    def _end(self) -> None:
        self.ended = True
        self.exit()

    def action_turn_theme(self) -> None:
        """Dark becomes light, light becomes dark."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def _fatal_error(self) -> None:
        # In place of Textual's traceback on the terminal: the command's boundary says it in words.
        self.failure = self._exception
        self._close_messages_no_wait()
