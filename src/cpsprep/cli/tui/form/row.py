"""One field with its label."""

from typing import assert_never

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Static

from cpsprep.cli.tui.form.choice_field import ChoiceField
from cpsprep.cli.tui.form.text_field import TextField
from cpsprep.cli.tui.signs import Signs
from cpsprep.core.writing.form import Form
from cpsprep.core.writing.form_fields import Field


class Row(Horizontal):
    """A label that says where one is, what is right and where something was found; and the field."""

    DEFAULT_CSS = """
    Row { height: auto; }
    Row.-apart { margin-top: 1; }
    Row Static { width: 15; color: $quiet; }
    Row:focus-within Static { color: $right; text-style: bold; }
    FormScreen.-narrow Row { layout: vertical; }
    FormScreen.-narrow Row Static { width: 100%; }
    """

    def __init__(self, field: Field, form: Form, signs: Signs) -> None:
        super().__init__()
        self.field, self._signs, self._form = field, signs, form
        self._is_noted = False
        self.label = Static("", markup=False)
        self.widget: TextField | ChoiceField = (
            ChoiceField(field.choices, chosen(field, form), field.words, many=field.many)
            if is_choice(field)
            else TextField(form.text(field.part), field.words, has_lines=field.has_lines)
        )
        head = field.part.partition(".")[0]
        self.set_class(
            head not in {"kind", "why", "misconception", "source", "topic", "tags", "level"}, "-apart"
        )

    def compose(self) -> ComposeResult:
        """Label and field."""
        yield self.label
        yield self.widget

    def on_mount(self) -> None:
        """Write the label."""
        self._label()

    def on_descendant_focus(self) -> None:
        """The label says so."""
        self._label()

    def on_descendant_blur(self) -> None:
        """The label says so."""
        self._label()

    def show(self, field: Field, form: Form) -> None:
        """What the form has now; what stands in a field that is being written in is left alone."""
        self.field, self._form = field, form
        match self.widget:
            case ChoiceField():
                self.widget.show(field.choices, chosen(field, form), many=field.many)
            case TextField():
                self.widget.placeholder = field.words
                if self.widget.text != form.text(field.part):
                    self.widget.load_text(form.text(field.part))
            case _:
                assert_never(self.widget)
        self._label()

    def note(self, is_noted: bool) -> None:
        """Whether something was found here."""
        self._is_noted = is_noted
        self._label()

    def _label(self) -> None:
        here = self._signs.pick if self.widget.has_focus else " "
        head, _, letter = self.field.part.partition(".")
        words = f"Option {letter}" if head == "option" else self.field.label
        right = f" {self._signs.right}" if head == "option" and letter in self._form.right else ""
        inner = "  " if head in {"why", "misconception"} else ""
        self.label.update(Text(f"{here} {inner}{words}{right}{' !' if self._is_noted else ''}", no_wrap=True))


def is_choice(field: Field) -> bool:
    """Whether words are chosen in it."""
    return bool(field.choices) or field.part == "answer"


def chosen(field: Field, form: Form) -> frozenset[str]:
    """What is chosen in it."""
    match field.part:
        case "kind":
            return frozenset({form.kind.value})
        case "answer":
            return form.right
        case part:
            return frozenset({form.text(part)} - {""})


def field_of(widget: Widget | None) -> Row | None:
    """The row around a widget, if any."""
    return widget.parent if widget is not None and isinstance(widget.parent, Row) else None
