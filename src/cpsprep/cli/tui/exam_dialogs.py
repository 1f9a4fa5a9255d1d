"""The one question before a mock exam is handed in."""

from textual import events

from cpsprep.cli.exam.telling import confirm_words
from cpsprep.cli.study.telling import Block, Role
from cpsprep.cli.tui.dialogs import Dialog
from cpsprep.cli.tui.signs import Signs
from cpsprep.cli.tui.view import Part
from cpsprep.core.exam.exam import Exam


class HandIn(Dialog[bool]):
    """Yes hands it in; any other key goes back, Enter too, since it is pressed so often."""

    def __init__(self, exam: Exam, signs: Signs) -> None:
        super().__init__("Hand it in?", "y hands it in   any other key goes back", signs)
        self._lines = tuple(confirm_words(exam))

    def parts(self) -> list[Part]:
        """How the answer sheet stands."""
        return [Part(Block(Role.STEM, line)) for line in self._lines]

    def on_key(self, event: events.Key) -> None:
        """Only a y means yes."""
        event.stop()
        self.dismiss(event.key.casefold() == "y")
