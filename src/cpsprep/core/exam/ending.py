"""The last events of an exam: that it ended, and one answer for each question that was shown.

They are made of the exam alone, envelope and ids too, and not of the machine that notices the end. So two
machines that both know an exam, and both find its time over, write the very same events and can be merged.
"""

from hashlib import sha1
from typing import Final

from cpsprep.core.days import ROLLOVER_HOUR
from cpsprep.core.events import Event, EventId, EventType, Fact, Mode
from cpsprep.core.exam.exam import Ended, Exam, Response
from cpsprep.core.exam.paper import Slot
from cpsprep.core.sitting.grading import is_right

FROM_EXAM: Final = "exam"
"""The source, and the device, of the last events of an exam."""
_NAMESPACE: Final = bytes.fromhex("b7a0f3c86d0e5c0fb9d53a4c5f1e2d77")
_DAY_MS: Final = 86_400_000
_BORDER_MS: Final = ROLLOVER_HOUR * 3_600_000


def last_events(exam: Exam) -> tuple[Event, ...]:
    """The end and the answers, in order; none before the exam is over.

    Each id names all that its event says. Machines that knew different things therefore write events of
    different ids: both are kept by a merge, and the earliest end counts.
    """
    ended = exam.ended
    if ended is None:
        return ()
    answers = [
        _answer(exam, ended, number, slot, place)
        for number, (slot, place) in enumerate(zip(exam.paper.slots, exam.places, strict=True), start=1)
        if place.shown
    ]
    return (_end(exam, ended, answers), *answers)


def is_right_at(slot: Slot, place: Response) -> bool:
    """Whether the answer is right; none is not."""
    return is_right(slot.body, place.chosen)


def _end(exam: Exam, ended: Ended, answers: list[Event]) -> Event:
    payload = {
        "exam": exam.paper.id,
        "at": ended.at_ms,
        "how": ended.how.value,
        "right": sum(event.fact.correct is True for event in answers),
        "answered": len(exam.places) - len(exam.open_places),
        "shown": len(answers),
        "of": len(exam.places),
    }
    digest = sha1("".join(event.fact.id for event in answers).encode(), usedforsecurity=False).hexdigest()
    name = f"{exam.paper.id}\nend\n{ended.how.value}\n{ended.at_ms}\n{digest}"
    fact = Fact(_id(name), EventType.EXAM_ENDED, mode=Mode.EXAM, payload=payload)
    return _event(exam, ended, fact, 0)


def _answer(exam: Exam, ended: Ended, number: int, slot: Slot, place: Response) -> Event:
    question = slot.question
    payload: dict[str, object] = {
        "exam": exam.paper.id,
        "place": number,
        "shown": list(slot.order),
        "chosen": list(place.chosen),
        "ms": place.ms,
    }
    if place.confidence is not None:
        payload["confidence"] = place.confidence.value
    if place.first is not None and place.first != place.chosen:
        payload["first"] = list(place.first)
    if slot.seen is not None:
        payload["seen"] = slot.seen
    said = "\n".join(f"{name} {value}" for name, value in sorted(payload.items()))
    fact = Fact(
        id=_id(f"{question.bank}\n{question.card}\n{question.version}\n{ended.at_ms}\n{said}"),
        type=EventType.ANSWERED,
        bank=question.bank,
        item=question.item.id,
        card=question.card,
        version=question.version,
        mode=Mode.EXAM,
        correct=is_right_at(slot, place),
        payload=payload,
    )
    return _event(exam, ended, fact, number)


def _event(exam: Exam, ended: Ended, fact: Fact, seq: int) -> Event:
    paper = exam.paper
    day = paper.study_day + _day(ended.at_ms, paper.offset_min) - _day(paper.started_ms, paper.offset_min)
    return Event(
        fact=fact,
        seq=seq,
        device=FROM_EXAM,
        session=paper.id,
        at_ms=ended.at_ms,
        offset_min=paper.offset_min,
        study_day=day,
        source=FROM_EXAM,
    )


def _day(at_ms: int, offset_min: int) -> int:
    """Days from 04:00 to 04:00, by the clock with which the exam began."""
    return (at_ms + offset_min * 60_000 - _BORDER_MS) // _DAY_MS


def _id(name: str) -> EventId:
    """A UUIDv5 (RFC 9562) of this name."""
    digest = int.from_bytes(sha1(_NAMESPACE + name.encode(), usedforsecurity=False).digest()[:16])
    digits = f"{digest & ~(0xF << 76) & ~(0b11 << 62) | 5 << 76 | 0b10 << 62:032x}"
    return EventId("-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:])))
