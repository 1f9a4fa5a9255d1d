"""The scrolling page: it lays out its parts at the width it has and says which option was clicked."""

from collections.abc import Sequence
from itertools import zip_longest
from typing import ClassVar

from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from cpsprep.cli.tui.rows import LOOKS, Lines, lay_out
from cpsprep.cli.tui.view import Part


class Page(ScrollView):
    """Blocks of plain text, drawn line by line."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"page--{look}" for look in LOOKS}
    DEFAULT_CSS = """
    Page {
        height: 1fr; padding: 0 0 0 2; overflow-x: hidden; overflow-y: scroll;
        scrollbar-size-vertical: 1; scrollbar-size-horizontal: 0;
        scrollbar-color: $line; scrollbar-color-hover: $quiet; scrollbar-color-active: $quiet;
        scrollbar-background: $background; scrollbar-background-hover: $background;
        scrollbar-background-active: $background; scrollbar-corner-color: $background;
    }
    .page--right { color: $right; text-style: bold; }
    .page--other { color: $other; }
    .page--quiet { color: $quiet; }
    .page--story { color: $foreground; }
    .page--heading { text-style: bold; }
    .page--letter { color: $right; text-style: bold; }
    .page--chosen { background: $chosen; text-style: bold; }
    """

    class Clicked(Message):
        """An option was clicked."""

        def __init__(self, letter: str) -> None:
            super().__init__()
            self.letter = letter

    class Moved(Message):
        """What can be seen of the text has changed."""

    can_focus = False

    def __init__(self, parts: Sequence[Part] = (), *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._parts: tuple[Part, ...] = tuple(parts)
        self._lines = Lines()
        self._looks: dict[str, Style] = {}

    def show(self, parts: Sequence[Part], *, moved: bool = False) -> None:
        """Put these parts on the page; when `moved`, go to the fresh part, or to the top if there is none."""
        self._parts = tuple(parts)
        self._lay()
        if moved and self._lines.fresh is None:
            self.scroll_to(y=0, animate=False, force=True)
        elif moved:
            self.bring_fresh()

    def bring_fresh(self) -> None:
        """Scroll as little as shows the fresh part to its end, and never past its first line."""
        if self._lines.fresh is not None:
            self._bring(*self._lines.fresh)

    def bring(self, letter: str) -> None:
        """Scroll until the option can be seen."""
        rows = [n for n, row in enumerate(self._lines.rows) if row.letter == letter]
        if rows:
            self._bring(rows[0], rows[-1])

    def _bring(self, first: int, last: int) -> None:
        height = self.scrollable_content_region.height
        top = min(max(round(self.scroll_y), last - height + 1), first)
        self.scroll_to(y=max(0, top), animate=False, force=True)

    def pages(self, by: float) -> None:
        """Scroll by pages; an infinite number goes to an end."""
        height = max(1, self.scrollable_content_region.height - 1)
        target = min(max(0.0, self.scroll_y + by * height), self.max_scroll_y)
        self.scroll_to(y=target, animate=False, force=True)

    def lines(self, by: int) -> None:
        """Scroll by lines."""
        self.scroll_to(y=self.scroll_y + by, animate=False, force=True)

    @property
    def below(self) -> bool:
        """Whether there is text under the last line that can be seen."""
        return len(self._lines.rows) > round(self.scroll_y) + self.scrollable_content_region.height

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Tell of it, so that the footer can say whether there is more below."""
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Moved())

    def on_resize(self) -> None:
        """Wrap anew; what should be seen stays in sight."""
        self._lay()
        self.bring_fresh()
        self.post_message(self.Moved())

    def notify_style_update(self) -> None:
        """Take the colours of a new theme."""
        super().notify_style_update()
        self._looks = {}
        if self.is_mounted:
            self._lay()
            self.refresh()

    def _lay(self) -> None:
        width = self.scrollable_content_region.width
        if width <= 0:
            return
        if not self._looks:
            self._looks = {
                look: self.get_component_rich_style(f"page--{look}", partial=True) for look in LOOKS
            }
        before, self._lines = self._lines.rows, lay_out(self._parts, width, self._looks, self.app.console)
        size = Size(width, len(self._lines.rows))
        if size != self.virtual_size:
            self.virtual_size = size
            self.refresh()
            return
        for at, (old, new) in enumerate(zip_longest(before, self._lines.rows)):
            if old != new:
                self.refresh_lines(at)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The lines it needs at this width, for pages that are as tall as their text."""
        del container, viewport
        return len(lay_out(self._parts, width - 1, {}, self.app.console).rows)

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width, base = self.scrollable_content_region.width, self.rich_style
        at = y + round(self.scroll_y)
        if at >= len(self._lines.rows):
            return Strip.blank(width, base)
        row = self._lines.rows[at]
        style = base + self._looks["chosen"] if row.chosen else base
        segments = list(row.text.render(self.app.console))
        return Strip(segments).apply_style(style).adjust_cell_length(width, style)

    def on_click(self, event: events.Click) -> None:
        """Say which option was clicked, if any."""
        offset = event.get_content_offset(self)
        at = offset.y + round(self.scroll_y) if offset else -1
        if 0 <= at < len(self._lines.rows) and (letter := self._lines.rows[at].letter):
            self.post_message(self.Clicked(letter))
