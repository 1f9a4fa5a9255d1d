"""What the form asks above itself: the id to save under, what comes next, and whether words may go."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from textual import events
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from cpsprep.cli.study.telling import Block, Role
from cpsprep.cli.tui.dialogs import Dialog
from cpsprep.cli.tui.rows import printable
from cpsprep.cli.tui.signs import Signs
from cpsprep.cli.tui.view import Part


class SaveDialog(Dialog[str]):
    """The last look: what was noted, and the id, which can be another one."""

    DEFAULT_CSS = """
    SaveDialog .refused { padding: 0 2; color: $other; text-style: bold; display: none; }
    SaveDialog .refused.-told { display: block; }
    """

    def __init__(self, name: str, words: Sequence[str], refusal: Callable[[str], str], signs: Signs) -> None:
        super().__init__("Save it?", "Enter saves it   Esc goes back", signs)
        self._name, self._words, self._refusal = name, words, refusal

    def parts(self) -> list[Part]:
        """What is good to know before."""
        told = [Block(Role.STEM, one) for one in self._words]
        return [Part(block) for block in (*told, Block(Role.STEM, "Its id, for good:"))]

    def below(self) -> Iterator[Widget]:
        """The id."""
        yield Input(value=self._name, max_length=40, compact=True)
        yield Static("", classes="refused", markup=False)

    def on_mount(self) -> None:
        """The id can be written at once."""
        self.query_one(Input).focus()

    def on_key(self, event: events.Key) -> None:
        """Escape goes back."""
        if event.key == "escape":
            event.stop()
            self.dismiss(None)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Save under this id, if it can be one."""
        message.stop()
        name = message.value.strip()
        if not self.is_active:
            return  # Enter was pressed twice
        if refused := self._refusal(name):
            note = self.query_one(".refused", Static)
            note.update(refused)
            note.add_class("-told")
        else:
            self.dismiss(name)


class YesOrNo(Dialog[bool]):
    """A question that one key answers with yes; any other key means no."""

    def __init__(self, title: str, words: str, keys: str, yes: Sequence[str], signs: Signs) -> None:
        super().__init__(title, keys, signs)
        self._words, self._yes = words, yes

    def parts(self) -> list[Part]:
        """What it is about."""
        return [Part(Block(Role.STEM, self._words))]

    def on_key(self, event: events.Key) -> None:
        """Only the keys that mean yes mean yes."""
        event.stop()
        self.dismiss(event.key.casefold() in self._yes)


class PickDialog(Dialog[str]):
    """A list of words to choose from; gives the value of the chosen one.

    Args:
        title: above it.
        keys: below it.
        choices: words by their values, in order.
        begin: where it begins.
    """

    def __init__(
        self, title: str, keys: str, choices: Mapping[str, str], signs: Signs, *, begin: int = 0
    ) -> None:
        super().__init__(title, keys, signs)
        self._choices, self._begin = choices, begin

    def below(self) -> Iterator[Widget]:
        """The words."""
        from rich.text import Text

        yield OptionList(*(Option(Text(printable(words))) for words in self._choices.values()))

    def on_mount(self) -> None:
        """Where it begins."""
        listed = self.query_one(OptionList)
        listed.highlighted = self._begin
        listed.focus()

    def on_key(self, event: events.Key) -> None:
        """Escape goes back."""
        if event.key == "escape":
            event.stop()
            self.dismiss(None)

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """Chosen."""
        message.stop()
        self.dismiss(list(self._choices)[message.option_index])


class ListDialog(PickDialog):
    """A list of words; the one that is chosen is added, or taken back where it was chosen before."""

    DEFAULT_CSS = """
    ListDialog OptionList { height: auto; max-height: 14; border: none; padding: 0 1; background: $surface; }
    ListDialog OptionList:focus { border: none; }
    ListDialog OptionList:focus > .option-list--option-highlighted { text-style: bold underline; }
    """

    def __init__(self, title: str, choices: Mapping[str, str], chosen: Collection[str], signs: Signs) -> None:
        marked = {one: f"[{'x' if one in chosen else ' '}] {words}" for one, words in choices.items()}
        begin = next((n for n, one in enumerate(choices) if one in chosen), 0)
        keys = "Enter chooses, once more takes it back   Esc goes back"
        super().__init__(title, keys, marked, signs, begin=begin)
