"""A field in which one or several of a few words are chosen."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.geometry import Size
from textual.message import Message

from cpsprep.cli.tui.form.form_field import FormField
from cpsprep.cli.tui.rows import printable

_GAP = 3
_MOST, _LONGEST = 8, 160
"""So many words, and letters in all, stand side by side; more open as a list."""


class ChoiceField(FormField, can_focus=True):
    """Arrows move, Space or the first letter chooses; what is chosen has a sign, never a colour alone."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--here", "choice--chosen", "choice--quiet"}
    DEFAULT_CSS = """
    ChoiceField { width: 1fr; height: auto; padding: 0 1; background: $surface; color: $foreground; }
    ChoiceField:focus { background: $chosen; }
    .choice--here { text-style: reverse; }
    .choice--chosen { color: $right; text-style: bold; }
    .choice--quiet { color: $quiet; }
    """

    class Chosen(Message):
        """A word was chosen, or no longer."""

        def __init__(self, field: "ChoiceField", value: str) -> None:
            super().__init__()
            self.field, self.value = field, value

    class Listed(Message):
        """The list of all words is wanted."""

        def __init__(self, field: "ChoiceField") -> None:
            super().__init__()
            self.field = field

    def __init__(self, choices: Mapping[str, str], chosen: frozenset[str], words: str, *, many: bool) -> None:
        super().__init__()
        self._words, self._many = words, many
        self.choices, self.chosen = dict(choices), chosen
        self._at = 0

    def show(self, choices: Mapping[str, str], chosen: frozenset[str], *, many: bool) -> None:
        """Show these words, with those that are chosen."""
        before = self.choices, self.chosen, self._many
        self.choices, self.chosen, self._many = dict(choices), chosen, many
        self._at = min(self._at, max(0, len(choices) - 1))
        if before != (self.choices, self.chosen, self._many):
            self.refresh(layout=before[0] != self.choices or self.is_long)

    @property
    def is_long(self) -> bool:
        """Whether the words stand in a list of their own."""
        return len(self.choices) > _MOST or sum(map(len, self.choices.values())) > _LONGEST

    def on_focus(self) -> None:
        """Begin at what is chosen."""
        values = list(self.choices)
        self._at = next((n for n, value in enumerate(values) if value in self.chosen), 0)

    def on_key(self, event: events.Key) -> None:
        """Move, choose, or go on."""
        values, letter = list(self.choices), (event.character or "").casefold()
        begun = [n for n, words in enumerate(self.choices.values()) if words.casefold().startswith(letter)]
        match event.key:
            case "up" | "shift+tab":
                self.leave(-1)
            case "down" | "tab":
                self.leave(1)
            case "enter" | "space" if self.is_long:
                self.post_message(self.Listed(self))
            case "enter":
                self.leave(1)
            case "left" | "right" if values and not self.is_long:
                self._at = (self._at + (1 if event.key == "right" else -1)) % len(values)
                self.refresh()
            case "space" if values:
                self._choose(self._at)
            case _ if letter and begun and not self.is_long:
                self._choose(begun[0])
            case _:
                return
        event.stop()

    def on_click(self, event: events.Click) -> None:
        """Choose the word under the pointer."""
        offset = event.get_content_offset(self)
        if self.is_long:
            self.post_message(self.Listed(self))
        elif offset is not None:
            for n, (x, y, text) in enumerate(self._placed(self.content_size.width)):
                if y == offset.y and x <= offset.x < x + len(text):
                    self._choose(n)

    def _choose(self, at: int) -> None:
        self._at = at
        self.post_message(self.Chosen(self, list(self.choices)[at]))
        self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Lines at this width."""
        del container, viewport
        return 1 if self.is_long else max((y for _, y, _ in self._placed(width)), default=0) + 1

    def render(self) -> Text:
        """The words, each with its sign."""
        quiet = self.get_component_rich_style("choice--quiet", partial=True)
        here = self.get_component_rich_style("choice--here", partial=True)
        chosen = self.get_component_rich_style("choice--chosen", partial=True)
        if self.is_long:
            told = [self.choices.get(one, one) for one in sorted(self.chosen)]
            text = Text().append(printable(", ".join(told)), chosen).append(" " * _GAP * bool(told))
            text.append("Enter: the list", quiet)
            text.truncate(self.content_size.width)
            return text
        if not self.choices:
            return Text(self._words, quiet)
        text, line = Text(), 0
        values = list(self.choices)
        for n, (x, y, words) in enumerate(self._placed(self.content_size.width)):
            text.append("\n" if y > line else " " * (_GAP if x else 0))
            line = y
            style = chosen if values[n] in self.chosen else quiet
            text.append(words, style + here if n == self._at and self.has_focus else style)
        return text

    def _placed(self, width: int) -> Iterator[tuple[int, int, str]]:
        """Each word with its sign, and where it stands."""
        x = y = 0
        for value, words in self.choices.items():
            sign = "x" if value in self.chosen else " "
            text = f"[{sign}] {printable(words)}" if self._many else f"({sign}) {printable(words)}"
            if x and x + len(text) > width:
                x, y = 0, y + 1
            yield x, y, text[: max(1, width)]
            x += len(text) + _GAP
