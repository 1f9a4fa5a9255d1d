"""A sitting as a value: where it stands, what may be done there, and what came of it so far.

Legal actions are the table `LEGAL`; how one leads to the next value is in `core.sitting.steps`.
"""

from dataclasses import dataclass
from enum import Enum
from typing import Final

from cpsprep.core.events import EventId
from cpsprep.core.item import Kind, OptionId
from cpsprep.core.sitting import actions as act
from cpsprep.core.sitting.answering import Answered, SittingRules
from cpsprep.core.sitting.drill import Waiting
from cpsprep.core.sitting.question import Question


class Phase(Enum):
    """Where a sitting stands; the value is how a learner would say it."""

    NOTE = "a content note is shown"
    ASKING = "a question is asked"
    RECALLING = "a question is asked, its answer is hidden"
    REVEALED = "the answer is shown"
    FEEDBACK = "an answer was given"
    GRADING = "the four grades are shown"
    DONE = "the sitting is over"


_LOOK: Final = frozenset({act.Repeat, act.Info, act.Help})
_LEAVE: Final = frozenset({act.Undo, act.Skip, act.SetAside, act.Flag, act.Quit})

LEGAL: Final[dict[Phase, frozenset[type]]] = {
    Phase.NOTE: _LOOK | _LEAVE | {act.Continue},
    Phase.ASKING: _LOOK | _LEAVE | {act.Choose, act.Options, act.Edit},
    Phase.RECALLING: _LOOK | _LEAVE | {act.Continue, act.Edit},
    Phase.REVEALED: _LOOK | _LEAVE | {act.Judge, act.More, act.Edit},
    Phase.FEEDBACK: _LOOK
    | {act.Continue, act.More, act.Options, act.ChangeGrade}
    | {act.Undo, act.SetAside, act.Flag, act.Edit, act.Quit},
    Phase.GRADING: _LOOK | {act.Rate, act.Continue, act.Undo, act.Quit},
    Phase.DONE: frozenset({act.Undo, act.Help, act.Quit}),
}


class IllegalActionError(Exception):
    """An action that the phase does not allow; the session is unchanged."""


class Ending(Enum):
    """Why a sitting is over."""

    FINISHED = "finished"
    STOPPED = "stopped"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Tally:
    """What happened in a sitting: first answers of the day, of these right ones, and drill answers."""

    answered: int = 0
    right: int = 0
    drilled: int = 0
    sure_but_wrong: int = 0


@dataclass(frozen=True, slots=True)
class Previous:
    """The last answer of the sitting before, so that it too can be taken back."""

    question: Question
    event: EventId


@dataclass(frozen=True, slots=True)
class Session:
    """One sitting. `before` and `made` are what undo goes back to and takes back."""

    rules: SittingRules
    queue: tuple[Question, ...]
    day: int
    next: int = 0
    phase: Phase = Phase.DONE
    current: Question | None = None
    round: int = 0
    order: tuple[OptionId, ...] = ()
    asked: int = 0
    shown_at: int = 0
    revealed_at: int | None = None
    waiting: tuple[Waiting, ...] = ()
    answered: Answered | None = None
    tally: Tally = Tally()
    ending: Ending | None = None
    previous: Previous | None = None
    before: "Session | None" = None
    made: tuple[EventId, ...] = ()

    @property
    def is_over(self) -> bool:
        return self.phase is Phase.DONE

    @property
    def takes_several(self) -> bool:
        """Whether the question that is asked has more than one right option."""
        kind = self.current.item.kind if self.current else None
        return self.phase is Phase.ASKING and kind is Kind.MULTIPLE

    @property
    def left(self) -> int:
        """How many questions wait behind the present one, drill included."""
        return len(self.queue) - self.next + len(self.waiting)
