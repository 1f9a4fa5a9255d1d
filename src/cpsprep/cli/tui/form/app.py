"""The Textual application around the form of a question, and around what comes before it: its deck."""

import os
import signal
from asyncio import get_running_loop

from textual.screen import Screen

from cpsprep.adapters.bank.deck_file import Head
from cpsprep.cli.bank.writing.add_desk import Desk
from cpsprep.cli.bank.writing.decks import Entrance
from cpsprep.cli.tui.form.deck_dialogs import DeckDialog, NewDeckDialog
from cpsprep.cli.tui.form.in_turn import InTurn
from cpsprep.cli.tui.form.screen import FormScreen
from cpsprep.cli.tui.signs import Signs
from cpsprep.cli.tui.themes import DARK


class FormApp(InTurn):
    """Holds one form; `pause` is after how many seconds without a key the words are kept and looked at."""

    def __init__(
        self,
        at: Desk | Entrance,
        *,
        theme: str = DARK.name,
        signs: Signs | None = None,
        colour: bool = True,
        pause: float = 0.4,
    ) -> None:
        super().__init__(theme=theme, colour=colour)
        self._signs, self._pause = signs or Signs(), pause
        self._entrance = at if isinstance(at, Entrance) else None
        self.form = FormScreen(at, self._signs, pause=pause) if isinstance(at, Desk) else None
        """Nothing as long as no deck is chosen."""

    def on_mount(self) -> None:
        """A terminal that is closed ends the process too."""
        super().on_mount()
        if os.name != "nt":
            get_running_loop().add_signal_handler(signal.SIGHUP, self._end)
        if self._entrance:
            self._enter(self._entrance)

    def get_default_screen(self) -> Screen[None]:
        """The form is the only screen below the dialogs."""
        return self.form or Screen()

    def action_leave(self) -> None:
        """Leave from anywhere, also from a dialog; the keys before have done what they do."""
        if self.form:
            self.form.leave()
        else:
            self.exit()

    def _enter(self, at: Entrance) -> None:
        """Ask for a deck: for the words of a new one where only that can be meant, else which of these."""
        refused = at.decks.refusal(at.wanted) if at.wanted else ""
        if refused or (at.decks.known and not at.wanted):
            self.push_screen(DeckDialog(at.decks, refused, self._signs), self._chosen)
        else:
            self._make(at.wanted)

    def _chosen(self, name: str | None) -> None:
        """One of the decks, a new one, or none."""
        if name is None or self._entrance is None:
            self.exit()
        elif name:
            self._open(self._entrance.decks.known[name])
        else:
            self._make("")

    def _make(self, wanted: str) -> None:
        if self._entrance:
            self.push_screen(NewDeckDialog(self._entrance.decks, wanted, self._signs), self._made)

    def _made(self, deck: Head | None) -> None:
        """A new deck; who goes back sees the decks again, if there are any."""
        if deck:
            self._open(deck)
        elif self._entrance and self._entrance.decks.known:
            self._enter(self._entrance._replace(wanted=""))
        else:
            self.exit()

    def _open(self, deck: Head) -> None:
        if self._entrance:
            self.form = FormScreen(self._entrance.desk(deck), self._signs, pause=self._pause)
            self.push_screen(self.form)

    def _end(self) -> None:
        if self.form:
            self.form.keep()
        super()._end()

    def _fatal_error(self) -> None:
        if self.form:
            self.form.keep()
        super()._fatal_error()
