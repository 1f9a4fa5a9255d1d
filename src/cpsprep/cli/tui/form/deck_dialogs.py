"""What is asked before a form opens: which deck the question goes into, and what a new one is called."""

from collections.abc import Iterator
from typing import Final

from rich.text import Text
from textual import events
from textual.widget import Widget
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from cpsprep.adapters.bank.deck_file import Head
from cpsprep.cli.bank.writing.decks import Decks
from cpsprep.cli.study.telling import Block, Role
from cpsprep.cli.tui.dialogs import Dialog
from cpsprep.cli.tui.form.dialogs import PickDialog
from cpsprep.cli.tui.form.form_field import FormField
from cpsprep.cli.tui.form.words import HELP
from cpsprep.cli.tui.rows import printable
from cpsprep.cli.tui.signs import Signs
from cpsprep.cli.tui.view import Part
from cpsprep.core.writing.scalar import writable

_NEW: Final = "A new deck"
_EACH: Final = "None: each question names its own"
_LIST: Final = """
    height: auto; max-height: 40vh; border: none; padding: 0 2; background: $surface;
    & > .option-list--option-highlighted { text-style: bold underline; }
"""
"""Where one is, is seen without colour too."""


class _Line(Input, FormField):
    """A line that is left by Enter and Tab; `is_done`: by Enter."""

    is_done = False

    async def _on_key(self, event: events.Key) -> None:
        """Leave, or write."""
        if event.key not in {"enter", "tab", "shift+tab"}:
            await super()._on_key(event)
            return
        self.is_done = event.key == "enter"
        self.leave(-1 if event.key == "shift+tab" else 1)
        event.stop()
        event.prevent_default()


class DeckDialog(PickDialog):
    """The decks of a bank, each with its id; gives the id of the chosen one, "" for a new one."""

    DEFAULT_CSS = f"""
    DeckDialog > Vertical {{ max-height: 100%; overflow-y: auto; }}
    DeckDialog OptionList, DeckDialog OptionList:focus {{ {_LIST} margin: 1 0 0 0; }}
    """

    def __init__(self, decks: Decks, words: str, signs: Signs) -> None:
        choices = {name: f"{deck.title} ({name})" for name, deck in decks.known.items()}
        keys = "Arrows, then Enter   Esc leaves"
        super().__init__("Which deck?", keys, {**choices, "": _NEW}, signs)
        self._words = words

    def parts(self) -> list[Part]:
        """What was wrong with the one that was named, and the way line by line."""
        told = [self._words] if self._words else []
        return [Part(Block(Role.STEM, one)) for one in (*told, HELP[0])]


class NewDeckDialog(Dialog[Head]):
    """Id, title and domain of a deck that is not there yet; it is written with its first question."""

    DEFAULT_CSS = f"""
    NewDeckDialog > Vertical {{ max-height: 100%; overflow-y: auto; }}
    NewDeckDialog .label {{ padding: 0 2; }}
    NewDeckDialog OptionList, NewDeckDialog OptionList:focus {{ {_LIST} }}
    NewDeckDialog .refused {{ padding: 0 2; color: $other; text-style: bold; display: none; }}
    NewDeckDialog .refused.-told {{ display: block; }}
    """

    def __init__(self, decks: Decks, wanted: str, signs: Signs) -> None:
        super().__init__("A new deck", "Enter goes on   Esc goes back", signs)
        self._decks, self._wanted = decks, wanted
        self._domains = {**decks.domains, "": _EACH} if decks.domains else {}

    def parts(self) -> list[Part]:
        """Why it is asked."""
        words = f"There is no deck '{self._wanted}' yet. To make it, write a title for it."
        return [Part(Block(Role.STEM, words))] if self._wanted else []

    def below(self) -> Iterator[Widget]:
        """What a deck has."""
        yield Static("Its id, for good, such as lesson-2:", classes="label", markup=False)
        yield _Line(value=self._wanted, max_length=40, compact=True, id="deck-id")
        yield Static("Its title, which learners read:", classes="label", markup=False)
        yield _Line(max_length=200, compact=True, id="deck-title")
        if self._domains:
            yield Static("The domain of its questions:", classes="label", markup=False)
            yield OptionList(*(Option(Text(printable(words))) for words in self._domains.values()))
        yield Static("", classes="refused", markup=False)

    def on_mount(self) -> None:
        """Where something is still to be written."""
        self._at("title" if self._wanted else "id").focus()
        for listed in self.query(OptionList):
            listed.highlighted = len(self._domains) - 1

    def on_key(self, event: events.Key) -> None:
        """Escape goes back."""
        if event.key == "escape":
            event.stop()
            self.dismiss(None)

    def on_form_field_left(self, message: FormField.Left) -> None:
        """On to what comes next; Enter in the last line makes the deck."""
        lines: list[Widget] = [self._at("id"), self._at("title"), *self.query(OptionList)]
        at = lines.index(self.focused) if self.focused in lines else 0
        is_done = isinstance(self.focused, _Line) and self.focused.is_done
        if is_done and at == len(lines) - 1:
            if self._is_sound():
                self._done("")
            return
        if at == 0 and is_done:
            self._say(self._decks.refusal(self._wished))
        self.set_focus(lines[(at + message.by) % len(lines)])

    def on_option_list_option_selected(self, message: OptionList.OptionSelected) -> None:
        """The domain is the last thing."""
        message.stop()
        if self._is_sound():
            self._done(list(self._domains)[message.option_index])

    @property
    def _wished(self) -> str:
        return self._at("id").value.strip()

    @property
    def _title_words(self) -> str:
        return " ".join(writable(self._at("title").value).split())

    def _at(self, which: str) -> _Line:
        return self.query_one(f"#deck-{which}", _Line)

    def _is_sound(self) -> bool:
        """Whether a deck can be called this; what is wrong is said and gone to."""
        refused = self._decks.refusal(self._wished)
        words = refused or ("" if self._title_words else "It needs a title.")
        self._say(words)
        if words:
            self.set_focus(self._at("id" if refused else "title"))
        return not words

    def _say(self, words: str) -> None:
        note = self.query_one(".refused", Static)
        note.update(words)
        note.set_class(bool(words), "-told")

    def _done(self, domain: str) -> None:
        self.dismiss(self._decks.made(self._wished, self._title_words, domain))
