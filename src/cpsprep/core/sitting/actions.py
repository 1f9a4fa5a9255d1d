"""What a learner can do in a sitting, and the words for it.

Every front end takes its keys and its help from `WORDS`, so that they cannot drift apart.
"""

from dataclasses import dataclass

from cpsprep.core.events import Confidence, FlagReason
from cpsprep.core.item import OptionId
from cpsprep.core.sitting.grading import Rating


class Bare:
    """An action that says all by its type; a dataclass for each would cost every start some milliseconds."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self)

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


@dataclass(frozen=True, slots=True)
class Choose:
    """Answer with one or more options."""

    options: tuple[OptionId, ...]
    confidence: Confidence | None = None


class Continue(Bare):
    """Go on: past a content note, to the hidden side, to the next question, back from the grades."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Judge:
    """Say whether one knew the hidden side."""

    knew: bool
    confidence: Confidence | None = None


class ChangeGrade(Bare):
    """Ask for the four grades."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Rate:
    rating: Rating


class Undo(Bare):
    """Take the last answer back."""

    __slots__ = ()


class Skip(Bare):
    """Leave this question until tomorrow, without penalty."""

    __slots__ = ()


class SetAside(Bare):
    """Put this question away until it is brought back."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Flag:
    """Report a problem with this question."""

    reason: FlagReason
    note: str = ""


class Repeat(Bare):
    """Show everything again; changes nothing."""

    __slots__ = ()


class Options(Bare):
    """Show the options again; changes nothing."""

    __slots__ = ()


class More(Bare):
    """Show the other options' reasons, the explanation and the source; changes nothing."""

    __slots__ = ()


class Info(Bare):
    """Say why this question is asked today; changes nothing."""

    __slots__ = ()


class Edit(Bare):
    """Open the question in the learner's editor, in a bank they own; changes nothing here."""

    __slots__ = ()


class Help(Bare):
    """Say what can be typed now; changes nothing."""

    __slots__ = ()


class Quit(Bare):
    """Stop; every answer so far is kept."""

    __slots__ = ()


Looking = Repeat | Options | More | Info | Edit | Help
"""Actions that only show: they change nothing in the session."""
Action = Choose | Continue | Judge | ChangeGrade | Rate | Undo | Skip | SetAside | Flag | Looking | Quit


@dataclass(frozen=True, slots=True)
class Words:
    """How an action is called: the letter of the plain protocol ("" if none), a word, and what it does."""

    letter: str
    word: str
    says: str


WORDS: dict[type, Words] = {
    Choose: Words("", "", "a letter answers"),
    Continue: Words("", "Enter", "go on"),
    Judge: Words("", "", "a or b answers"),
    ChangeGrade: Words("c", "change", "change how well you knew it"),
    Rate: Words("", "", "1 again, 2 hard, 3 good, 4 easy"),
    Undo: Words("u", "undo", "take the last answer back"),
    Skip: Words("d", "defer", "leave this question until tomorrow"),
    SetAside: Words("", "aside", "set this question aside until you bring it back"),
    Flag: Words("f", "flag", "report a problem with this question"),
    Repeat: Words("r", "repeat", "show the question again"),
    Options: Words("o", "options", "show the options again"),
    More: Words("m", "more", "more about the options, and the source"),
    Info: Words("i", "info", "why this question comes today"),
    Edit: Words("e", "edit", "open the question in your editor (your own banks)"),
    Help: Words("?", "help", "what you can type now"),
    Quit: Words("q", "quit", "stop; all answers are kept"),
}
