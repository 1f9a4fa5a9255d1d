"""What is missing, wrong and much alike, in a few lines below the form."""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from rich.text import Text
from textual.geometry import Size
from textual.widget import Widget

from cpsprep.cli.bank.writing.add_desk import Look
from cpsprep.cli.tui.rows import printable
from cpsprep.core.writing.form import Form, set_aside
from cpsprep.core.writing.form_fields import label_of
from cpsprep.core.writing.form_notes import holds_options
from cpsprep.core.writing.parts import ASK

LOOKS = ("quiet", "note", "error", "alike", "whole")
_MOST, _FEW, _LOW = 4, 3, 22
"""So many lines of notes at most, and so many in a window that has fewer lines than that."""

INSIDE = "options stand in it. Each has a field of its own below; cpsprep bank import takes whole questions."


class Line(NamedTuple):
    """One thing to know; `look` is how it looks, which never means more than its words."""

    text: str
    look: str = "quiet"


def lines_of(form: Form, look: Look) -> Iterator[Line]:
    """All that can be said of a form, the most pressing first."""
    if holds_options(form.text(ASK)):
        yield Line(f"Note: {label_of(ASK, form)}: {INSIDE}", "note")
    for note in look.notes:
        where = f"{label_of(note.part, form)}: " if note.part else ""
        word = "Error" if note.is_error else "Note"
        yield Line(f"{word}: {where}{note.text}.", "error" if note.is_error else "note")
    yield from (Line(words, "alike") for words in look.alike)
    if aside := set_aside(form):
        named = ", ".join(dict.fromkeys(label_of(part, form) for part in aside))
        yield Line(f"Kept for another kind of question, not saved with this one: {named}.")
    if look.lacks:
        named = ", ".join(label_of(part, form) for part in look.lacks)
        yield Line(f"Still to fill in: {named}.")
    elif look.name and not any(note.is_error for note in look.notes):
        yield Line("Nothing is missing. Ctrl+S saves it.", "whole")


class NotesPanel(Widget):
    """As much of it as fits into a few lines; F2 tells the rest."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"notes--{look}" for look in LOOKS}
    DEFAULT_CSS = """
    NotesPanel { height: auto; max-height: 5; padding: 0 1; color: $quiet; }
    .notes--quiet { color: $quiet; }
    .notes--note { color: $foreground; }
    .notes--error { color: $other; text-style: bold; }
    .notes--alike { color: $other; }
    .notes--whole { color: $right; }
    """

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()

    def show(self, form: Form, look: Look) -> None:
        """Say how the form stands."""
        before, self.lines = self.lines, tuple(lines_of(form, look))
        if before != self.lines:
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as it shows at this width."""
        del container, viewport
        return len(self._rows(width))

    def render(self) -> Text:
        """The lines, the last of them telling how many more there are."""
        return Text("\n").join(self._rows(self.content_size.width))

    def _rows(self, width: int) -> list[Text]:
        rows: list[Text] = []
        most = _FEW if self.app.size.height < _LOW else _MOST
        for n, line in enumerate(self.lines):
            style = self.get_component_rich_style(f"notes--{line.look}", partial=True)
            wrapped = list(Text(printable(line.text), style).wrap(self.app.console, max(1, width)))
            left = len(self.lines) - n
            if rows and len(rows) + len(wrapped) + (left > 1) > most:
                quiet = self.get_component_rich_style("notes--quiet", partial=True)
                return [*rows, Text(f"{left} more: F2 tells all", quiet)]
            rows += wrapped[:most]
        return rows
