"""Someone who is asked at a terminal: one question a line, each of which may be skipped."""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

TRIES: Final = 3
"""After so many answers that cannot be read a question counts as skipped."""
Understood = tuple[Mapping[str, object], str]
"""What is to be kept of a line, and how it was understood."""
_ENOUGH: Final = frozenset({"q", "quit"})
_HELP: Final = frozenset({"?", "help"})


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
        if not line or line.strip().casefold() in _ENOUGH:
            raise EnoughError
        return line.strip()


def read_line(text: str, read: Callable[[str], Understood]) -> Understood:
    """What a line means, and how it was understood.

    Raises:
        ValueError: it cannot be read; the message says how to write it.
    """
    if text.casefold() in _HELP:
        raise ValueError("Type your answer")
    return read(text)
