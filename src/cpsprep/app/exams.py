"""Mock exams that were begun: which there are, which one still runs, and ending those whose time is over."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from cpsprep.app.errors import UsageError
from cpsprep.core.events import Event, EventId, Fact, Moment
from cpsprep.core.exam.ending import last_events
from cpsprep.core.exam.exam import Exam
from cpsprep.core.exam.paper import read_paper, versions_of
from cpsprep.core.exam.record import Record, rebuild, records
from cpsprep.core.history import History
from cpsprep.core.item import ItemKey, Version


class ExamLog(Protocol):
    """The log as exams see it."""

    def append(self, facts: Sequence[Fact], at: Moment, versions: Mapping[Version, str]) -> None:
        """As `app.ports.Log.append`."""
        ...

    def seal(self, events: Sequence[Event], at: Moment) -> None:
        """Put the last events of exams on disk as they are, all or none; what is there already stays.

        Raises:
            CpsprepError: they could not be saved; then none of them is.
        """
        ...

    def exam_events(self) -> Iterable[Event]:
        """The events of all exams, in any order."""
        ...

    def texts(self, versions: Iterable[Version]) -> Mapping[Version, str]:
        """The canonical texts of these versions, as far as the log has them."""
        ...

    def last_seen(self) -> Mapping[ItemKey, int]:
        """The study day on which each item was last on a screen."""
        ...

    def history(self, today: int) -> History: ...


@dataclass(frozen=True, slots=True)
class Begun:
    """One exam of the log.

    Args:
        number: counts from 1 in the order in which they began, so that it can be named shortly.
        started: its first event.
        exam: as it is now; None where this machine lacks the text of a question, or it is of a later cpsprep.
        is_sealed: whether its last events are in the log.
    """

    number: int
    started: Event
    exam: Exam | None
    is_sealed: bool

    @property
    def id(self) -> EventId:
        return self.started.fact.id

    @property
    def runs(self) -> bool:
        """Whether it can be gone on with."""
        return self.exam is not None and not self.exam.is_over

    @property
    def waits_for_seal(self) -> bool:
        """Whether its time ran out and its last events are still to be noted down."""
        return not self.is_sealed and self.exam is not None and self.exam.is_over


def begun(log: ExamLog, now: Moment) -> tuple[Begun, ...]:
    """Every exam of the log, the oldest first; one whose time is over has ended, noted down or not."""
    found = records(log.exam_events())
    return tuple(
        Begun(number, record.started, _exam(record, record.started, log, now), bool(record.ends))
        for number, record in enumerate(found.values(), start=1)
        if record.started is not None
    )


def _exam(record: Record, started: Event, log: ExamLog, now: Moment) -> Exam | None:
    paper = read_paper(started, log.texts(versions_of(started)))
    return None if paper is None else rebuild(paper, record, now.at_ms)


def end_if_over(log: ExamLog, now: Moment) -> tuple[Begun, ...]:
    """Write the last events of exams whose time ran out while nobody was there; says which these are.

    Raises:
        CpsprepError: they could not be saved.
    """
    over = tuple(one for one in begun(log, now) if one.waits_for_seal)
    events = [event for one in over if one.exam is not None for event in last_events(one.exam)]
    if events:
        log.seal(events, now)
    return over


def running(exams: Iterable[Begun]) -> Begun | None:
    """The exam that can be gone on with; of several, which only a merge can bring, the latest."""
    return next((one for one in reversed(list(exams)) if one.runs), None)


def named(exams: Sequence[Begun], name: str) -> Begun:
    """An exam by its number, by its id or the beginning of that; without a name, the last that is over.

    Raises:
        UsageError: there is no such exam, or none yet.
    """
    if not exams:
        raise UsageError("there is no mock exam yet", "to take one: cpsprep exam start")
    if name:
        fitting = [one for one in exams if name == str(one.number)]
        fitting = fitting or [one for one in exams if one.id.startswith(name.lower())]
    else:
        fitting = [one for one in exams if one.exam is not None and one.exam.is_over][-1:]
    if len(fitting) == 1:
        return fitting[0]
    if not name:
        raise UsageError("no mock exam is over yet", "to go on with yours: cpsprep exam resume")
    raise UsageError(f"there is no mock exam '{name}'", "to see them all: cpsprep exam list")
