"""The Textual application around a mock exam."""

from cpsprep.app.exam_sitting import ExamSitting
from cpsprep.cli.tui.exam_screen import ExamScreen
from cpsprep.cli.tui.frame import Frame
from cpsprep.cli.tui.signs import Signs
from cpsprep.cli.tui.themes import DARK


class ExamApp(Frame):
    """Holds one exam; looks at the clock every so many seconds."""

    def __init__(
        self,
        sitting: ExamSitting,
        *,
        theme: str = DARK.name,
        signs: Signs | None = None,
        colour: bool = True,
        every: float = 1.0,
    ) -> None:
        super().__init__(theme=theme, colour=colour)
        self.exam = ExamScreen(sitting, signs or Signs(), every=every)

    def get_default_screen(self) -> ExamScreen:
        """The exam is the only screen below the dialogs."""
        return self.exam

    def action_leave(self) -> None:
        """Leave from anywhere, also from a dialog."""
        self.exam.leave()
