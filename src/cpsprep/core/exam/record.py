"""Reading an exam back out of the log: after a crash, on another machine, in whatever order events came."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from cpsprep.core.events import Event, EventId, EventType
from cpsprep.core.exam.clock import submitted, tick
from cpsprep.core.exam.exam import Ended, Exam, How
from cpsprep.core.exam.machine import fresh
from cpsprep.core.exam.marks import carry_out, read_mark
from cpsprep.core.exam.paper import Paper


@dataclass(slots=True)
class Record:
    """The events of one exam. `started` is missing when only later ones came with a merge so far."""

    started: Event | None = None
    marks: list[Event] = field(default_factory=list)
    ends: list[Event] = field(default_factory=list)


def records(events: Iterable[Event]) -> dict[EventId, Record]:
    """The events of exams, exam by exam, in the order in which the exams began."""
    found: dict[EventId, Record] = {}
    for event in events:
        payload, type_ = event.fact.payload, event.fact.type
        if type_ == EventType.EXAM_STARTED:
            found.setdefault(event.fact.id, Record()).started = event
        elif isinstance(exam := payload.get("exam"), str):
            record = found.setdefault(EventId(exam), Record())
            if type_ == EventType.EXAM_MARKED:
                record.marks.append(event)
            elif type_ == EventType.EXAM_ENDED:
                record.ends.append(event)
    begun = [(one.started.at_ms, id_) for id_, one in found.items() if one.started is not None]
    return {id_: found[id_] for _, id_ in sorted(begun)}


def rebuild(paper: Paper, record: Record, at_ms: int | None = None) -> Exam:
    """The exam that these events tell, as it is at this time; without a time, as its last event left it.

    The earliest end that was recorded counts, or else the deadline. What a machine that did not know of the
    end recorded after it changes nothing.
    """
    exam = fresh(paper)
    end = min(
        (_ended(event) for event in record.ends), key=lambda one: (one.at_ms, one.how.value), default=None
    )
    for event in sorted(record.marks, key=_order):
        when = _at(event)
        if end is not None and when > end.at_ms:
            break
        exam = carry_out(exam, read_mark(event), when)
    if end is not None:
        return _end(exam, end)
    return exam if at_ms is None else tick(exam, max(at_ms, exam.latest_ms))


def _end(exam: Exam, end: Ended) -> Exam:
    if exam.ended is not None:
        return exam
    timed = tick(exam, end.at_ms)
    if timed.ended is not None:
        return timed
    return replace(submitted(timed, end.at_ms), ended=end)


def _ended(event: Event) -> Ended:
    how = How.TIME if event.fact.payload.get("how") == How.TIME.value else How.SUBMITTED
    return Ended(how, _at(event))


def _order(event: Event) -> tuple[int, str, int, str]:
    return _at(event), event.device, event.seq, event.fact.id


def _at(event: Event) -> int:
    """The exam's own time of an event, which never falls although a machine's clock may."""
    at_ms = event.fact.payload.get("at")
    return at_ms if type(at_ms) is int else event.at_ms
