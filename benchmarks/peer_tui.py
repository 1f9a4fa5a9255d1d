"""The full screen's peer: about thirty lines of Textual that show the same text and keep nothing."""

import json
import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Footer, OptionList, Static


class Peer(App[None]):
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = [("u", "undo", "undo"), ("m", "more", "more"), ("q", "quit", "quit")]  # noqa: RUF012

    def __init__(self, questions: list[dict[str, str]]) -> None:
        super().__init__()
        self.questions, self.number, self.answered = questions, 0, False

    def compose(self) -> ComposeResult:
        yield Static(id="heading", markup=False)
        with VerticalScroll(can_focus=False):
            yield Static(id="stem", markup=False)
            yield OptionList(id="options", markup=False)
            yield Static(id="why", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        self.ask()

    def ask(self) -> None:
        question, options = self.questions[self.number], self.query_one(OptionList)
        self.query_one("#heading", Static).update(
            f"Question {self.number + 1} of {len(self.questions)}: one."
        )
        self.query_one("#stem", Static).update(question["stem"])
        options.clear_options().add_options([question[letter] for letter in "abcd"])
        self.query_one("#why", Static).update("")
        options.focus()

    def on_key(self, event: object) -> None:
        key = getattr(event, "key", "")
        if key in "abcd":
            self.query_one(OptionList).highlighted = "abcd".index(key)

    def on_option_list_option_selected(self) -> None:
        if self.answered:
            self.number += 1
            self.ask()
        else:
            self.query_one("#why", Static).update(self.questions[self.number]["why"])
        self.answered = not self.answered


if __name__ == "__main__":
    Peer(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))).run()
