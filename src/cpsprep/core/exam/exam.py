"""A mock exam as a value: where it stands, what stands on the answer sheet, what may be done.

Legal actions are the table `LEGAL`; how one leads to the next value is in `core.exam.machine`.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from cpsprep.core.events import Confidence
from cpsprep.core.exam import actions as act
from cpsprep.core.exam.paper import Paper, Slot
from cpsprep.core.item import OptionId


class Phase(Enum):
    """Where an exam stands; the value is how a learner would say it."""

    NOTE = "a content note is shown"
    ASKING = "a question is asked"
    BREAK = "you are on a break"
    CONFIRMING = "handing in is being confirmed"
    OVER = "the exam is over"


_LOOK: Final = frozenset({act.Time, act.Overview, act.Help})
_GO: Final = frozenset(
    {act.Next, act.Previous, act.GoTo, act.NextOpen, act.NextMarked, act.Mark}
    | {act.Pause, act.HideClock, act.Submit, act.Leave, act.Repeat}
)

LEGAL: Final[dict[Phase, frozenset[type]]] = {
    Phase.NOTE: _LOOK | _GO | {act.Continue},
    Phase.ASKING: _LOOK | _GO | {act.Choose, act.Clear, act.Strike, act.Options},
    Phase.BREAK: frozenset({act.Return, act.Time, act.Help, act.Leave}),
    Phase.CONFIRMING: _LOOK | {act.Confirm, act.GoBack, act.Leave},
    Phase.OVER: frozenset({act.Help, act.Leave}),
}


class IllegalActionError(Exception):
    """An action that the exam does not allow now; it is unchanged."""


class How(Enum):
    """Why an exam is over."""

    SUBMITTED = "submitted"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Ended:
    """The end of an exam, in milliseconds since 1970; a time-out is at the deadline, however late noticed."""

    how: How
    at_ms: int


@dataclass(frozen=True, slots=True)
class Response:
    """What stands on the answer sheet for one question.

    Args:
        chosen: the answer; empty for none.
        confidence: as the learner said with the answer.
        struck: options that were struck out.
        marked: whether it is flagged to come back to.
        shown: whether the question itself was ever on the screen, and not just its content note.
        first: the answer that stood when the question was first left with one; None before that.
        ms: the time that was spent on it.
    """

    chosen: tuple[OptionId, ...] = ()
    confidence: Confidence | None = None
    struck: tuple[OptionId, ...] = ()
    marked: bool = False
    shown: bool = False
    first: tuple[OptionId, ...] | None = None
    ms: int = 0


@dataclass(frozen=True, slots=True)
class Exam:
    """One exam.

    Args:
        paper: what is asked.
        places: the answer sheet, one a question.
        at: the present question, from 0 on.
        latest_ms: the time of the last thing that was recorded; the exam's own clock never falls below it.
        is_open: whether somebody sits at it, so that time is spent on the present question.
        break_since: when the break began that still goes on.
        break_ms: how long the clock stood still in earlier breaks.
        hides_clock: whether the learner hid the clock.
        ended: how it ended, if it did.
        confirming: whether handing in is being confirmed; not recorded, as nothing was done yet.
        told_ms: the time left when the learner last heard of it; not recorded.
    """

    paper: Paper
    places: tuple[Response, ...]
    latest_ms: int
    at: int = 0
    is_open: bool = False
    break_since: int | None = None
    break_ms: int = 0
    hides_clock: bool = False
    ended: Ended | None = None
    confirming: bool = False
    told_ms: int | None = None

    @property
    def phase(self) -> Phase:
        if self.ended is not None:
            return Phase.OVER
        if self.break_since is not None:
            return Phase.BREAK
        if self.confirming:
            return Phase.CONFIRMING
        return Phase.ASKING if self.places[self.at].shown else Phase.NOTE

    @property
    def slot(self) -> Slot:
        """The present question."""
        return self.paper.slots[self.at]

    @property
    def place(self) -> Response:
        """What stands on the sheet for the present question."""
        return self.places[self.at]

    @property
    def is_over(self) -> bool:
        return self.ended is not None

    @property
    def open_places(self) -> tuple[int, ...]:
        """Places without an answer."""
        return tuple(n for n, place in enumerate(self.places) if not place.chosen)

    @property
    def marked_places(self) -> tuple[int, ...]:
        return tuple(n for n, place in enumerate(self.places) if place.marked)
