"""The form of a question: fields that come and go with what is written, below them what is missing."""

from collections.abc import Awaitable, Callable

from textual import events, work
from textual.app import ComposeResult
from textual.screen import Screen
from textual.timer import Timer
from textual.widgets import TextArea

from cpsprep.app.errors import CpsprepError
from cpsprep.cli.bank.writing.add_desk import Desk, Look
from cpsprep.cli.study.telling import Block, Role
from cpsprep.cli.tui.bars import Foot, Top
from cpsprep.cli.tui.dialogs import Telling
from cpsprep.cli.tui.form.choice_field import ChoiceField
from cpsprep.cli.tui.form.dialogs import ListDialog, SaveDialog, YesOrNo
from cpsprep.cli.tui.form.form_field import FormField
from cpsprep.cli.tui.form.notes_panel import NotesPanel, lines_of
from cpsprep.cli.tui.form.row import chosen
from cpsprep.cli.tui.form.sheet import Sheet
from cpsprep.cli.tui.form.words import HELP, KEYS, OPENING, RESUMED, failure_words
from cpsprep.cli.tui.signs import Signs
from cpsprep.core.item import Kind
from cpsprep.core.writing.form import Form, is_begun, marking, tidied, without
from cpsprep.core.writing.form_fields import chosen_in, label_of
from cpsprep.core.writing.parts import ASK


class FormScreen(Screen[None]):
    """Holds the form: what is typed changes it, and what it is changes the fields."""

    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    FormScreen { align-horizontal: center; background: $background; color: $foreground; }
    FormScreen > * { max-width: 96; }
    """

    def __init__(self, desk: Desk, signs: Signs, *, pause: float) -> None:
        super().__init__()
        self._desk, self._signs, self._pause = desk, signs, pause
        self._form = desk.begun()
        self._look = Look()
        self._sheet = Sheet(desk.fields(self._form), self._form, signs)
        self._said = OPENING if self._form.is_empty else RESUMED
        self._timer: Timer | None = None
        self._kept = self._form
        self._leaving = False
        self.saved: list[str] = []

    def compose(self) -> ComposeResult:
        """Bars around the fields."""
        yield Top(self._signs)
        yield self._sheet
        yield NotesPanel()
        yield Foot(self._signs)

    def on_mount(self) -> None:
        """Begin with the words of the question; its kind is one up."""
        self._sheet.go_to(ASK)
        self._settle()
        self._show()

    # What is typed and chosen

    async def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Words were written."""
        row = self._sheet.row_of(message.text_area)
        if row is not None and self._form.text(row.field.part) != message.text_area.text:
            await self._become(self._form.having(row.field.part, message.text_area.text))

    async def on_choice_field_chosen(self, message: ChoiceField.Chosen) -> None:
        """A word was chosen; once more takes it back, where none is needed."""
        row = self._sheet.row_of(message.field)
        if row is None:
            return
        match row.field.part:
            case "kind":
                await self._become(Form(Kind(message.value), self._form.texts, self._form.right))
            case "answer":
                await self._become(marking(self._form, message.value))
            case _:
                await self._become(chosen_in(self._form, row.field, message.value))

    def on_choice_field_listed(self, message: ChoiceField.Listed) -> None:
        """All words, in a list."""
        row = self._sheet.row_of(message.field)
        if row is None:
            return
        field = row.field

        async def done(value: str | None) -> None:
            if value is not None:
                await self._become(chosen_in(self._form, field, value))
                message.field.focus()

        dialog = ListDialog(field.label, field.choices, chosen(field, self._form), self._signs)
        self.app.push_screen(dialog, done)

    async def on_form_field_left(self, message: FormField.Left) -> None:
        """On to another field, which may be one that the last words open."""
        await self._catch_up()
        self._sheet.step(message.by)

    def on_descendant_blur(self) -> None:
        """A field was left: the words are kept and looked at now."""
        if self._timer is not None:
            self._settle()

    async def _catch_up(self) -> None:
        """Take what was typed and not told of yet."""
        form = self._sheet.gathered(self._form)
        if form != self._form:
            await self._become(form)

    async def _become(self, form: Form, *, written: bool = False) -> None:
        """Fields come and go with the form, and after a pause it is kept and looked at; see `Sheet.fill`."""
        self._form, self._said, self._leaving = form, "", False
        await self._sheet.fill(self._desk.fields(form), form, written=written)
        self._show()
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(self._pause, self._settle)

    def _settle(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
        self.keep()
        self._look_at(self._form)

    def keep(self) -> bool:
        """Keep the words on disk; whether they are."""
        form = self._sheet.gathered(self._form)
        if self._kept == form:
            return True
        try:
            self._desk.keep(form)
        except (CpsprepError, OSError) as error:
            self._say(failure_words(error, "Your words are still here, but they could not be kept"))
            return False
        self._kept = form
        return True

    @work(thread=True, exclusive=True, exit_on_error=True)
    def _look_at(self, form: Form) -> None:
        """Look at it beside the keys, so that typing never waits."""
        look = self._desk.look(form)
        self.app.call_from_thread(self._looked, form, look)

    def _looked(self, form: Form, look: Look) -> None:
        if form == self._form:
            self._look = look
            self._show()

    # Keys

    async def on_key(self, event: events.Key) -> None:
        """What no field takes for itself."""
        key = "?" if event.character == "?" else event.key
        if await self.press(key):
            event.stop()

    async def on_foot_pressed(self, message: Foot.Pressed) -> None:
        """A click on the footer is the key."""
        if message.key == "tab":
            self._sheet.step(1)
        await self.press(message.key)

    async def press(self, key: str) -> bool:
        """Do what the key means; whether it means anything here. Below a dialog none does."""
        match key:
            case _ if not self.is_active:
                pass
            case "ctrl+s":
                await self._save()
            case "escape":
                self.leave()
            case "f1" | "?":
                self.app.push_screen(Telling("Keys", [Block(Role.OPTION, one) for one in HELP], self._signs))
            case "f2":
                told = [Block(Role.STEM, line.text) for line in lines_of(self._form, self._look)]
                self.app.push_screen(Telling("Notes", told, self._signs))
            case "ctrl+r":
                self._remove()
            case "ctrl+n":
                self._empty()
            case _:
                return False
        return True

    def leave(self) -> None:
        """Close the form with its words kept; where that fails, say so once and go at the second try."""
        if self.keep() or self._leaving:
            self.app.exit()
            return
        self._leaving = True
        self._say(f"{self._said} To leave all the same and lose them, press Esc again.")

    def _remove(self) -> None:
        """Take the option out that the cursor is in."""
        row = self._sheet.row_of(self.focused)
        head, _, letter = row.field.part.partition(".") if row else ("", "", "")
        if (
            head not in {"option", "why", "misconception"}
            or letter not in self._form.marks
            or len(letter) > 1
        ):
            self._say("Go to the option first, then press Ctrl+R to remove it.")
            return

        async def done(yes: bool | None) -> None:
            if yes:
                await self._become(without(self._form, letter), written=True)
                self._say(f"Option {letter} is removed.")

        if not is_begun(self._form, letter):
            return
        words = f"Remove option {letter}: {tidied(self._form.text(f'option.{letter}')) or 'no words yet'}"
        self._ask("Remove it?", words, done)

    def _empty(self) -> None:
        async def done(yes: bool | None) -> None:
            if yes:
                await self._begin()
                self._say("The form is empty.")

        if not self._form.is_empty:
            self._ask("Throw these words away?", "They cannot be brought back.", done)

    def _ask(self, title: str, words: str, done: Callable[[bool | None], Awaitable[None]]) -> None:
        dialog = YesOrNo(title, words, "y yes   any other key goes back", ("y",), self._signs)
        self.app.push_screen(dialog, done)

    async def _begin(self) -> None:
        """An empty form of the same kind."""
        await self._become(Form(self._form.kind), written=True)
        self._settle()
        self._sheet.go_to(ASK)

    # Saving

    async def _save(self) -> None:
        """The last look; what is missing is gone to instead."""
        await self._catch_up()
        self.keep()
        self._look = look = self._desk.look(self._form)
        self._show()
        wrong = [note for note in look.notes if note.is_error]
        if self._form.is_empty:
            self._say("There is nothing to save yet.")
        elif look.lacks:
            self._say(
                f"Before it can be saved: {', '.join(label_of(one, self._form) for one in look.lacks)}."
            )
            self._sheet.go_to(look.lacks[0])
        elif wrong:
            self._say(f"It cannot be saved like this: {wrong[0].text}.")
            self._sheet.go_to(wrong[0].part)
        else:
            words = [line.text for line in lines_of(self._form, look) if line.look != "whole"]
            dialog = SaveDialog(look.name, words, self._desk.finish.refusal, self._signs)
            self.app.push_screen(dialog, self._saved)

    async def _saved(self, name: str | None) -> None:
        if name is None:
            return
        try:
            said = self._desk.save(self._form, name)
        except (CpsprepError, OSError) as error:
            self._say(failure_words(error, "It is not saved, and your words are kept"))
            return
        self.saved.append(said)
        await self._begin()
        keys = "Enter writes another in this deck   Esc leaves"
        dialog = YesOrNo("Done", said, keys, ("escape", "q"), self._signs)
        self.app.push_screen(dialog, lambda leaves: self.app.exit() if leaves else None)

    # Output

    def _say(self, text: str) -> None:
        self._said = text
        self._show()

    def _show(self) -> None:
        """Bars, notes and marks."""
        self.query_one(NotesPanel).show(self._form, self._look)
        noted = {note.part for note in self._look.notes}
        self._sheet.note(noted)
        needed = [field for field in self._desk.fields(self._form) if field.needed]
        share = 0.0 if self._form.is_empty else self._look.share(len(needed))
        self.query_one(Top).show(f"A question for {self._desk.title}", share)
        self.query_one(Foot).show(KEYS, self._said)
