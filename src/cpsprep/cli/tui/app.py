"""The Textual application around a sitting."""

from collections.abc import Callable
from time import monotonic

from cpsprep.app.sitting import Sitting
from cpsprep.cli.study.plain import Extras
from cpsprep.cli.tui.frame import Frame
from cpsprep.cli.tui.signs import Signs
from cpsprep.cli.tui.study import QUIET, Study
from cpsprep.cli.tui.themes import DARK


class ReviewApp(Frame):
    """Holds one sitting."""

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
        super().__init__(theme=theme, colour=colour)
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
