"""The fields on their page: they come and go with what is written, and the cursor stays in sight."""

from collections.abc import Collection, Sequence

from textual import events
from textual.containers import VerticalScroll
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets import TextArea

from cpsprep.cli.tui.form.row import Row
from cpsprep.cli.tui.form.text_field import TextField
from cpsprep.cli.tui.signs import Signs
from cpsprep.core.writing.form import Form
from cpsprep.core.writing.form_fields import Field

_NARROW = 60


class Sheet(VerticalScroll, can_focus=False):
    """A scrolling page of rows."""

    DEFAULT_CSS = """
    Sheet {
        height: 1fr; padding: 0 1 1 1; scrollbar-size-vertical: 1; scrollbar-color: $line;
        scrollbar-color-hover: $quiet; scrollbar-color-active: $quiet; scrollbar-background: $background;
        scrollbar-background-hover: $background; scrollbar-background-active: $background;
    }
    Sheet.-narrow Row { layout: vertical; }
    Sheet.-narrow Row Static { width: 100%; }
    """

    def __init__(self, fields: Sequence[Field], form: Form, signs: Signs) -> None:
        self.rows = [Row(field, form, signs) for field in fields]
        """The fields, in order."""
        super().__init__(*self.rows)
        self._signs = signs

    def row_of(self, widget: Widget | None) -> Row | None:
        """The row around a widget, if any."""
        return next((row for row in self.rows if row.widget is widget), None)

    async def fill(self, fields: Sequence[Field], form: Form, *, written: bool) -> None:
        """Show these fields; texts that are there stay, unless the form was `written` by other hands.

        What a person types may be ahead of what the form knows.
        """
        there, here = {row.field.part: row for row in self.rows}, self.row_of(self.screen.focused)
        rows: list[Row] = []
        for field in fields:
            row = there.pop(field.part, None)
            if row is None:
                row = Row(field, form, self._signs)
                await self.mount(row, after=rows[-1] if rows else None)
            else:
                row.show(field, form, written=written)
            rows.append(row)
        at = self.rows.index(here) if here is not None and here in there.values() else None
        self.rows = rows
        for row in there.values():  # not waited for: what goes may still have a message for who waits
            row.remove()
        if at is not None:
            rows[min(at, len(rows) - 1)].widget.focus()

    def gathered(self, form: Form) -> Form:
        """With what stands in the fields now, also what no message has told of yet."""
        for row in self.rows:
            if isinstance(row.widget, TextField) and row.widget.text != form.text(row.field.part):
                form = form.having(row.field.part, row.widget.text)
        return form

    def note(self, parts: Collection[str]) -> None:
        """Mark the fields in which something was found."""
        for row in self.rows:
            row.note(row.field.part in parts)

    def go_to(self, part: str) -> None:
        """Into the field of this part, if it is shown."""
        for row in self.rows:
            if row.field.part == part:
                row.widget.focus()

    def step(self, by: int) -> None:
        """From field to field, also to one that has just come and waits for its first frame."""
        rows, here = self.rows, self.row_of(self.screen.focused)
        if here is not None:
            rows[(rows.index(here) + by) % len(rows)].widget.focus()

    def on_text_area_selection_changed(self, message: TextArea.SelectionChanged) -> None:
        """The cursor stays in sight, also in a text that is taller than the window."""
        if message.text_area.has_focus:
            self.call_after_refresh(self._follow, message.text_area)

    def on_descendant_focus(self, message: events.DescendantFocus) -> None:
        """A field is shown whole, with its label, where there is room for it."""
        self.call_after_refresh(self._follow, message.widget)

    def on_resize(self) -> None:
        """In a narrow window labels stand above their fields, and what has the keys stays in sight."""
        self.set_class(self.app.size.width < _NARROW, "-narrow")
        if (focused := self.screen.focused) is not None:
            self.call_after_refresh(self._follow, focused)

    def _follow(self, widget: Widget) -> None:
        row = self.row_of(widget)
        if row is None:
            return
        seen = row.virtual_region
        if seen.height > self.size.height and isinstance(widget, TextField):
            seen = Region(0, seen.y + widget.virtual_region.y + widget.cursor_line, 1, 1)
        self.scroll_to_region(seen, animate=False, force=True)
