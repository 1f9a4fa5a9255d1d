"""What opens above the page and closes again: something told, and the form that flags a question."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from cpsprep.cli.study.telling import FLAG_SAYS, Block, Role
from cpsprep.cli.tui.page import Page
from cpsprep.cli.tui.signs import Signs
from cpsprep.cli.tui.view import Part
from cpsprep.core.events import FlagReason
from cpsprep.core.sitting import actions as act

Result = TypeVar("Result")
_AROUND = 8
"""Lines of a dialog that are not its page: title, note, keys and the room between them."""


class Dialog(ModalScreen[Result]):
    """A box with a title, a page and a line of keys; Escape or a click beside it closes it."""

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background; }
    Dialog > Vertical { background: $surface; width: 94%; max-width: 72; height: auto; }
    Dialog Page { height: auto; background: $surface; scrollbar-background: $surface; }
    Dialog .title { padding: 1 2; text-style: bold; color: $right; }
    Dialog .keys { padding: 1 2; color: $quiet; }
    Dialog Input { margin: 1 2 0 2; background: $panel; }
    Dialog Input:focus { background: $chosen; }
    """

    def __init__(self, title: str, keys: str, signs: Signs) -> None:
        super().__init__()
        self.signs = signs
        self._title, self._keys = title, keys

    def compose(self) -> ComposeResult:
        """The box."""
        with Vertical():
            yield Static(self._title, classes="title", markup=False)
            yield Page(self.parts())
            yield from self.below()
            yield Static(self._keys, classes="keys", markup=False)

    def parts(self) -> list[Part]:
        """What stands on the page."""
        return []

    def below(self) -> Iterator[Widget]:
        """What stands between page and keys."""
        return iter(())

    async def on_event(self, event: events.Event) -> None:
        """Keys and clicks that were on their way while it closed are left out: it has its answer."""
        if self.is_active or not isinstance(event, events.InputEvent):
            await super().on_event(event)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Close with this result, once: a second time would close what is below."""
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def on_resize(self) -> None:
        """Never taller than the window: the page scrolls instead."""
        self.query_one(Page).styles.max_height = max(3, self.app.size.height - _AROUND)

    def on_click(self, event: events.Click) -> None:
        """Close when the click was beside the box."""
        if event.widget is self:
            self.dismiss(None)


class Telling(Dialog[None]):
    """Says something; arrows and pages scroll, any other key closes it."""

    def __init__(self, title: str, blocks: Sequence[Block], signs: Signs) -> None:
        super().__init__(title, "Enter closes this", signs)
        self._blocks = blocks

    def parts(self) -> list[Part]:
        """The blocks as they are."""
        return [Part(block) for block in self._blocks]

    def on_key(self, event: events.Key) -> None:
        """Scroll or close."""
        event.stop()
        page = self.query_one(Page)
        match event.key:
            case "down" | "up":
                page.lines(1 if event.key == "down" else -1)
            case "pagedown" | "space":
                page.pages(1)
            case "pageup":
                page.pages(-1)
            case _:
                self.dismiss(None)


class FlagForm(Dialog[act.Flag]):
    """Asks what is wrong with a question: a reason, then a note in the learner's own words."""

    def __init__(self, signs: Signs) -> None:
        super().__init__("What is wrong?", "Enter goes on   Esc leaves it", signs)
        self._reasons = dict(zip("abcde", FlagReason, strict=True))
        self._chosen = ""

    def parts(self) -> list[Part]:
        """The reasons, with the chosen one marked."""
        return [
            Part(
                Block(Role.OPTION, FLAG_SAYS[reason], letter),
                self.signs.pick if letter == self._chosen else " ",
                chosen=letter == self._chosen,
            )
            for letter, reason in self._reasons.items()
        ]

    def below(self) -> Iterator[Widget]:
        """A line for the note."""
        yield Input(placeholder="A note, if you like", max_length=500, compact=True)

    def on_key(self, event: events.Key) -> None:
        """Letters and arrows choose a reason; while the note is written, its own keys are left to it."""
        note, letters = self.query_one(Input), list(self._reasons)
        if note.has_focus and event.key not in {"escape", "up", "down"}:
            return
        event.stop()
        at = letters.index(self._chosen) if self._chosen else None
        match event.key:
            case "escape":
                self.dismiss(None)
            case "down":
                self._choose(letters[0 if at is None else (at + 1) % len(letters)])
            case "up":
                self._choose(letters[-1 if at is None else at - 1])
            case "enter" | "tab" if self._chosen:
                note.focus()
            case key if key in self._reasons:
                self._choose(key)
            case _:
                pass

    def on_page_clicked(self, message: Page.Clicked) -> None:
        """A click chooses a reason, a second one goes on to the note."""
        message.stop()
        if message.letter == self._chosen:
            self.query_one(Input).focus()
        self._choose(message.letter)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Done; without a reason there is nothing to send yet."""
        message.stop()
        if self._chosen:
            self.dismiss(act.Flag(self._reasons[self._chosen], message.value.strip()))

    def _choose(self, letter: str) -> None:
        self._chosen = letter
        self.query_one(Page).show(self.parts())
