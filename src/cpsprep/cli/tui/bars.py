"""The two quiet bars around the page: how far one is, and which keys there are."""

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.message import Message
from textual.widget import Widget

from cpsprep.cli.tui.footer_keys import GAP, FooterKey, fit
from cpsprep.cli.tui.rows import printable
from cpsprep.cli.tui.signs import Signs


class Top(Widget):
    """Where in the sitting we are, in words, above a thin bar."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"top--full", "top--empty"}
    DEFAULT_CSS = """
    Top { height: 3; padding: 0 1; color: $quiet; }
    .top--full { color: $right; }
    .top--empty { color: $line; }
    """

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self._signs = signs
        self._text = ""
        self._share = 0.0

    def show(self, text: str, share: float) -> None:
        """Say `text`; `share` from 0 to 1 is how much of the sitting lies behind."""
        before = self._text, self._share
        self._text, self._share = printable(text), min(1.0, max(0.0, share))
        if before != (self._text, self._share):
            self.refresh()

    def render(self) -> Text:
        """The words, cut where they do not fit, and the bar."""
        width = self.content_size.width
        words = Text(f" {self._text}", no_wrap=True)
        if words.cell_len > width:
            words.truncate(max(0, width - len(self._signs.cut)))
            words.append(self._signs.cut)
        full = round(self._share * width)
        bar = Text(self._signs.full * full, self.get_component_rich_style("top--full", partial=True))
        empty = self.get_component_rich_style("top--empty", partial=True)
        return Text("\n").join((words, bar.append(self._signs.empty * (width - full), empty)))


class Foot(Widget):
    """What was just said, and the keys; a click on a key presses it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"foot--key", "foot--line", "foot--said"}
    DEFAULT_CSS = """
    Foot { height: auto; padding: 0 1; color: $quiet; }
    .foot--key { color: $foreground; text-style: bold; }
    .foot--line { color: $line; }
    .foot--said { color: $other; text-style: bold; }
    """

    class Pressed(Message):
        """A key of the footer was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, signs: Signs) -> None:
        super().__init__()
        self._signs = signs
        self._keys: tuple[FooterKey, ...] = ()
        self._said = ""
        self._below = False

    def show(self, keys: Sequence[FooterKey], said: str) -> None:
        """Show these keys, and above them what was just said."""
        before = self._keys, self._said
        self._keys, self._said = tuple(keys), printable(said)
        if before != (self._keys, self._said):
            self.refresh(layout=before[1] != self._said)

    def show_below(self, below: bool) -> None:
        """Say whether the text goes on below."""
        if below is not self._below:
            self._below = below
            self.refresh()

    def render(self) -> Text:
        """A line, what was said, the keys."""
        width = self.content_size.width or self.app.size.width - 2
        line = self.get_component_rich_style("foot--line", partial=True)
        words = f" {self._signs.below} more below " if self._below else ""
        rule = Text(self._signs.rule * max(0, width - len(words) - 2), line)
        rule.append(words, self.get_component_rich_style("foot--key", partial=True) if words else line)
        rule.append(self._signs.rule * 2, line)
        rows = [rule]
        if self._said:
            said = Text(self._said, self.get_component_rich_style("foot--said", partial=True))
            rows += said.wrap(self.app.console, width)
        keys = Text(" " * GAP).join(self._key(key) for key in fit(list(self._keys), width))
        return Text("\n").join([*rows, keys])

    def _key(self, key: FooterKey) -> Text:
        text = Text(key.shown, self.get_component_rich_style("foot--key", partial=True), no_wrap=True)
        return text.append(f" {key.word}", "not bold") if key.word else text

    def on_click(self, event: events.Click) -> None:
        """Press the key under the pointer."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y != self.content_size.height - 1:
            return
        start = 0
        for key in fit(list(self._keys), self.content_size.width):
            if start <= offset.x < start + len(key.text) and key.key:
                self.post_message(self.Pressed(key.key))
            start += len(key.text) + GAP
