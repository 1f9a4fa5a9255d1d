"""The Textual application around a sitting: themes, quitting, and failures that must not paint tracebacks."""

import os
import signal
from asyncio import get_running_loop
from collections.abc import Callable
from time import monotonic
from typing import ClassVar

from textual.app import App
from textual.binding import Binding, BindingType

from cpsprep.app.sitting import Sitting
from cpsprep.cli.study.plain import Extras
from cpsprep.cli.tui.signs import Signs
from cpsprep.cli.tui.study import QUIET, Study
from cpsprep.cli.tui.themes import DARK, LIGHT


class ReviewApp(App[None]):
    """Holds one sitting. `failure` is what ended it against its will; `ended`: somebody ended the process."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c,ctrl+q", "leave", show=False, priority=True),
        Binding("ctrl+t", "turn_theme", show=False, priority=True),
    ]

    def __init__(
        self,
        sitting: Sitting,
        extras: Extras,
        *,
        hints: int = 0,
        summary: Callable[[], list[str]] | None = None,
        opening: str = "",
        theme: str = DARK.name,
        signs: Signs | None = None,
        now: Callable[[], float] = monotonic,
        quiet: float = QUIET,
        colour: bool = True,
    ) -> None:
        # Without colour Textual would paint shades of grey; as an ANSI application it keeps to the
        # terminal's own two.
        super().__init__(ansi_color=None if colour else True)
        self.study = Study(
            sitting,
            extras,
            signs or Signs(),
            hints=hints,
            summary=summary,
            opening=opening,
            now=now,
            quiet=quiet,
        )
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

    @property
    def reports(self) -> list[str]:
        """What flagged questions gave, ready to be pasted."""
        return self.study.reports

    def get_default_screen(self) -> Study:
        """The sitting is the only screen below the dialogs."""
        return self.study

    def action_leave(self) -> None:
        """Stop from anywhere, also from a dialog."""
        self.study.leave()

    def action_turn_theme(self) -> None:
        """Dark becomes light, light becomes dark."""
        self.theme = LIGHT.name if self.theme == DARK.name else DARK.name

    def _fatal_error(self) -> None:
        # In place of Textual's traceback on the terminal: the command's boundary says it in words.
        self.failure = self._exception
        self._close_messages_no_wait()
