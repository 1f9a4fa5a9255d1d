"""What a learner can do in a mock exam, and the words for it; keys and help of both front ends use them."""

from dataclasses import dataclass

from cpsprep.core.events import Confidence
from cpsprep.core.item import OptionId
from cpsprep.core.sitting.actions import Bare, Words


@dataclass(frozen=True, slots=True)
class Choose:
    """Answer the present question, or answer it anew."""

    options: tuple[OptionId, ...]
    confidence: Confidence | None = None


class Clear(Bare):
    """Take the answer to the present question away."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Strike:
    """Strike out an option, or bring it back when it was struck out."""

    option: OptionId


class Mark(Bare):
    """Flag the present question to come back to it, or take the flag away."""

    __slots__ = ()


class Continue(Bare):
    """Go on past a content note."""

    __slots__ = ()


class Next(Bare):
    """Go to the next question; at the last one, stay."""

    __slots__ = ()


class Previous(Bare):
    """Go to the question before; at the first one, stay."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class GoTo:
    """Go to a question by its number, from 1 on."""

    number: int


class NextOpen(Bare):
    """Go to the next question without an answer, round from last to first; stay when there is none."""

    __slots__ = ()


class NextMarked(Bare):
    """Go to the next flagged question, likewise."""

    __slots__ = ()


class Pause(Bare):
    """Begin a break: the clock stands still while the allowance lasts, and the question is hidden."""

    __slots__ = ()


class Return(Bare):
    """Come back from a break."""

    __slots__ = ()


class HideClock(Bare):
    """Hide the clock, or show it again."""

    __slots__ = ()


class Submit(Bare):
    """Ask to hand the exam in; nothing happens before it is confirmed."""

    __slots__ = ()


class Confirm(Bare):
    """Hand it in: the exam is over."""

    __slots__ = ()


class GoBack(Bare):
    """Do not hand it in yet."""

    __slots__ = ()


class Leave(Bare):
    """Close the window; the clock goes on."""

    __slots__ = ()


class Time(Bare):
    """Ask for the time left; changes nothing."""

    __slots__ = ()


class Overview(Bare):
    """Show which questions are answered, open, flagged; changes nothing."""

    __slots__ = ()


class Repeat(Bare):
    """Show everything again; changes nothing."""

    __slots__ = ()


class Options(Bare):
    """Show the options again; changes nothing."""

    __slots__ = ()


class Help(Bare):
    """Say what can be typed now; changes nothing."""

    __slots__ = ()


Looking = Time | Overview | Repeat | Options | Help
"""Actions that only show: they change nothing in the exam."""
Moving = Next | Previous | GoTo | NextOpen | NextMarked
Action = (
    Choose | Clear | Strike | Mark | Continue | Moving | Pause | Return
    | HideClock | Submit | Confirm | GoBack | Leave | Looking
)  # fmt: skip

WORDS: dict[type, Words] = {
    Choose: Words("", "", "a letter answers"),
    Continue: Words("", "Enter", "go on"),
    Next: Words("n", "next", "next question"),
    Previous: Words("p", "previous", "the question before"),
    GoTo: Words("", "", "a number goes to that question"),
    NextOpen: Words("u", "unanswered", "next question without an answer"),
    Mark: Words("f", "flag", "flag this question to come back to it, or take the flag away"),
    NextMarked: Words("m", "flagged", "next flagged question"),
    Strike: Words("x", "strike", "strike out an option, or bring it back, such as: x b"),
    Clear: Words("", "clear", "take your answer to this question away"),
    Overview: Words("l", "list", "which questions are answered, unanswered, flagged"),
    Time: Words("t", "time", "how much time is left"),
    HideClock: Words("", "clock", "hide the clock, or show it again"),
    Repeat: Words("r", "repeat", "show the question again"),
    Options: Words("o", "options", "show the options again"),
    Pause: Words("", "break", "begin a break: the clock stands still"),
    Return: Words("", "Enter", "come back from the break"),
    Submit: Words("", "submit", "hand in the exam; you are asked once more"),
    Confirm: Words("y", "yes", "hand it in"),
    GoBack: Words("n", "no", "go back to the questions"),
    Help: Words("?", "help", "what you can type now"),
    Leave: Words("q", "leave", "close this and go on later; a clock goes on meanwhile"),
}
