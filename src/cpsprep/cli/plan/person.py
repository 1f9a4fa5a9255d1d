"""Someone who is asked at a terminal: one question a line, each of which may be skipped."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from cpsprep.cli.typed_words import QUIT, UNDO

TRIES: Final = 3
"""After so many answers that cannot be read a question counts as skipped."""
Understood = tuple[Mapping[str, object], str]
"""What is to be kept of a line, and how it was understood."""
BACK: Final = UNDO | {"b", "back"}


class EnoughError(Exception):
    """Someone who is asked wants to hear no more questions."""


class Person(NamedTuple):
    """Someone who is asked: `say` shows a line, `read` waits for one ("" at the end of input)."""

    say: Callable[[str], None]
    read: Callable[[], str]

    def ask(self, question: str) -> str:
        """The line that answers.

        Raises:
            EnoughError: they want to hear no more questions, or the input is at its end.
        """
        self.say(question)
        line = self.read()
        if not line or line.strip().casefold() in QUIT:
            raise EnoughError
        return line.strip()


class UnsureError(ValueError):
    """A line that may be meant as it is, or may be a slip; `meant` is what it would be."""

    def __init__(self, message: str, meant: Understood) -> None:
        super().__init__(message)
        self.meant = meant
