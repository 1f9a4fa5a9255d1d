"""One field with its label."""

from typing import assert_never

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static

from cpsprep.cli.tui.form.choice_field import ChoiceField
from cpsprep.cli.tui.form.text_field import TextField
from cpsprep.cli.tui.signs import Signs
from cpsprep.core.writing.form import Form, listed
from cpsprep.core.writing.form_fields import Field


class Row(Horizontal):
    """A label that says where one is, what is right and where something was found; and the field."""

    DEFAULT_CSS = """
    Row { height: auto; }
    Row.-apart { margin-top: 1; }
    Row Static { width: 15; color: $quiet; }
    Row.-right Static { color: $right; }
    Row.-noted Static { color: $other; }
    Row.-here Static { color: $right; text-style: bold; }
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
        self.set_class(field.is_apart, "-apart")

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

    def show(self, field: Field, form: Form, *, written: bool) -> None:
        """What the form has now; a text only where it was `written` by other hands than those at the keys."""
        self.field, self._form = field, form
        match self.widget:
            case ChoiceField():
                self.widget.show(field.choices, chosen(field, form), many=field.many)
            case TextField():
                self.widget.placeholder = field.words
                if written and self.widget.text != form.text(field.part):
                    self.widget.load_text(form.text(field.part))
            case _:
                assert_never(self.widget)
        self._label()

    def note(self, is_noted: bool) -> None:
        """Whether something was found here."""
        self._is_noted = is_noted
        self._label()

    def _label(self) -> None:
        head, _, letter = self.field.part.partition(".")
        is_here, is_right = self.widget.has_focus, head == "option" and letter in self._form.right
        self.set_class(is_here, "-here").set_class(is_right, "-right").set_class(self._is_noted, "-noted")
        words = f"Option {letter}" if head == "option" else self.field.label
        inner = "  " if head in {"why", "misconception"} else ""
        signs = f"{f' {self._signs.right}' if is_right else ''}{' !' if self._is_noted else ''}"
        here = self._signs.pick if is_here else " "
        self.label.update(Text(f"{here} {inner}{words}{signs}", no_wrap=True))


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
        case part if field.many:
            return frozenset(listed(form.text(part)))
        case part:
            return frozenset({form.text(part)} - {""})
