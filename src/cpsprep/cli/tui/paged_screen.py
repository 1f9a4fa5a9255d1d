"""A screen of bars around a page, on which every key and every click on the footer is one `press`."""

from abc import abstractmethod

from textual import events
from textual.app import ComposeResult
from textual.screen import Screen

from cpsprep.cli.tui.bars import Foot, Top
from cpsprep.cli.tui.page import Page
from cpsprep.cli.tui.signs import Signs


class PagedScreen(Screen[None]):
    """What the screens of a sitting and of a mock exam have in common."""

    DEFAULT_CSS = """
    PagedScreen { align-horizontal: center; background: $background; color: $foreground; }
    PagedScreen > * { max-width: 96; }
    """

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self._signs = signs

    def compose(self) -> ComposeResult:
        """Bars around a page."""
        yield Top(self._signs)
        yield Page()
        yield Foot(self._signs)

    def on_key(self, event: events.Key) -> None:
        """Every key comes through here; those that came while a dialog was opening are left out."""
        event.stop()
        if not self.is_active:
            return
        name = event.character.casefold() if event.is_printable and event.character else event.key
        self.press("space" if name == " " else name)

    def on_foot_pressed(self, message: Foot.Pressed) -> None:
        """A click on the footer is the key."""
        self.press(message.key)

    def on_page_moved(self) -> None:
        """Say whether there is more below."""
        self.query_one(Foot).show_below(self.query_one(Page).below)

    @abstractmethod
    def press(self, key: str) -> None:
        """Do what the key means now."""
