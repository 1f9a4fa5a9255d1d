"""A field for text, as tall as what stands in it; arrows and Enter go on to the next one."""

from textual import events
from textual.widgets import TextArea

from cpsprep.cli.tui.form.form_field import FormField
from cpsprep.cli.tui.rows import printable


class TextField(TextArea, FormField):
    """One text; Enter begins a new line only where the text may have several."""

    DEFAULT_CSS = """
    TextField { height: auto; min-height: 1; padding: 0 1; background: $surface; }
    TextField:focus { background: $chosen; }
    TextField .text-area--placeholder { color: $quiet; }
    TextField .text-area--cursor-line { background: $surface; }
    """

    def __init__(self, text: str, words: str, *, has_lines: bool) -> None:
        super().__init__(text, compact=True, highlight_cursor_line=False, placeholder=words)
        self.has_lines = has_lines

    @property
    def cursor_line(self) -> int:
        """The line of the cursor, as wrapped."""
        return self.wrapped_document.location_to_offset(self.cursor_location).y

    async def _on_key(self, event: events.Key) -> None:
        """Leave, or write."""
        by = self._leaves(event.key)
        if not by:
            await super()._on_key(event)
            return
        self.leave(by)
        event.stop()
        event.prevent_default()

    def _leaves(self, key: str) -> int:
        """Where a key goes from here; 0 where it belongs to the text."""
        match key:
            case "tab" | "enter" if key == "tab" or not self.has_lines:
                return 1
            case "shift+tab":
                return -1
            case "down" if self.navigator.is_last_wrapped_line(self.cursor_location):
                return 1
            case "up" if self.navigator.is_first_wrapped_line(self.cursor_location):
                return -1
            case _:
                return 0

    async def _on_paste(self, event: events.Paste) -> None:
        """What is pasted loses its signs that nobody sees, and in a field of one line its breaks."""
        event.stop()
        event.prevent_default()
        text = printable(event.text.replace("\r\n", "\n").replace("\r", "\n"))
        text = text if self.has_lines else " ".join(text.split())
        if result := self._replace_via_keyboard(text, *self.selection):
            self.move_cursor(result.end_location)
