"""Marks: what is recorded while an exam goes on, and what each one does to it.

A mark says how something is from now on, never that it changed, so that marks of two machines can be put in
one order and read as one exam. The machine and the record carry them out with the same function.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from cpsprep.core.events import Confidence, Event, EventId, EventType, Fact
from cpsprep.core.exam.clock import end_break, spend, tick
from cpsprep.core.exam.exam import Exam, Response
from cpsprep.core.item import OptionId
from cpsprep.core.sitting.answering import fits

_CONFIDENCE: Final = {one.value: one for one in Confidence}


@dataclass(frozen=True, slots=True)
class Mark:
    """One entry; what is None stays as it is.

    Args:
        place: the question it is about, from 0 on; the present one when None.
        visit: this question is on the screen now.
        opened: somebody sits down at the exam; the time since the last mark was spent on nothing.
        shown: the question is shown, and not just its content note.
        chosen: the answer, empty for none; `confidence` is said with it.
        struck: all options that are struck out.
        marked: whether the question is flagged.
        on_break: whether a break begins or ends.
        hides_clock: whether the clock is hidden.
        left: nobody sits at the exam any more.
    """

    place: int | None = None
    visit: bool = False
    opened: bool = False
    shown: bool = False
    chosen: tuple[OptionId, ...] | None = None
    confidence: Confidence | None = None
    struck: tuple[OptionId, ...] | None = None
    marked: bool | None = None
    on_break: bool | None = None
    hides_clock: bool | None = None
    left: bool = False


def carry_out(exam: Exam, mark: Mark, at_ms: int) -> Exam:
    """The exam after this mark; one that comes after the end, or fits no question, changes nothing."""
    exam = tick(exam, at_ms)
    index = exam.at if mark.place is None else mark.place
    if exam.ended is not None or not 0 <= index < len(exam.places):
        return exam
    if not mark.opened:
        exam = spend(exam, at_ms)
    exam = replace(exam, latest_ms=max(exam.latest_ms, at_ms), confirming=False)
    if mark.visit:
        exam = _visit(exam, index)
    exam = _write(exam, index, mark)
    if mark.on_break is True and exam.break_since is None:
        exam = replace(exam, break_since=at_ms)
    elif mark.on_break is False:
        exam = end_break(exam, at_ms)
    if mark.hides_clock is not None:
        exam = replace(exam, hides_clock=mark.hides_clock)
    if mark.left:
        exam = replace(_settled(exam), is_open=False)
    return exam


def _visit(exam: Exam, index: int) -> Exam:
    if index != exam.at:
        exam = _settled(exam)
    return replace(exam, at=index, is_open=True)


def _settled(exam: Exam) -> Exam:
    """The first answer with which a question is left counts as its first."""
    place = exam.place
    if place.first is not None or not place.chosen:
        return exam
    return _put(exam, exam.at, replace(place, first=place.chosen))


def _write(exam: Exam, index: int, mark: Mark) -> Exam:
    slot, place = exam.paper.slots[index], exam.places[index]
    if mark.shown:
        place = replace(place, shown=True)
    if mark.chosen is not None and (not mark.chosen or fits(slot.body, mark.chosen)):
        place = replace(place, chosen=mark.chosen, confidence=mark.confidence if mark.chosen else None)
    if mark.struck is not None:
        place = replace(place, struck=tuple(option for option in slot.order if option in mark.struck))
    if mark.marked is not None:
        place = replace(place, marked=mark.marked)
    return _put(exam, index, place)


def _put(exam: Exam, index: int, place: Response) -> Exam:
    if place == exam.places[index]:
        return exam
    return replace(exam, places=(*exam.places[:index], place, *exam.places[index + 1 :]))


def mark_fact(exam: Exam, mark: Mark, at_ms: int, event: EventId) -> Fact:
    """The event of a mark; places count from 1 there, as on the screen."""
    payload: dict[str, object] = {"exam": exam.paper.id, "at": at_ms}
    payload["place"] = 1 + (exam.at if mark.place is None else mark.place)
    payload |= {name: True for name in _ONCE if getattr(mark, name)}
    payload |= {name: value for name in _STATES if (value := getattr(mark, name)) is not None}
    if mark.chosen is not None:
        payload["chosen"] = list(mark.chosen)
        payload["confidence"] = mark.confidence.value if mark.confidence else None
    if mark.struck is not None:
        payload["struck"] = list(mark.struck)
    return Fact(id=event, type=EventType.EXAM_MARKED, mode="exam", payload=payload)


_ONCE: Final = ("visit", "opened", "shown", "left")
_STATES: Final = ("marked", "on_break", "hides_clock")


def read_mark(event: Event) -> Mark:
    """The mark of an event. It may come from a merge, so what does not fit is passed over."""
    said: Mapping[str, Any] = event.fact.payload
    place = said.get("place")
    return Mark(
        place=place - 1 if type(place) is int else None,
        **{name: said.get(name) is True for name in _ONCE},
        **{name: value for name in _STATES if type(value := said.get(name)) is bool},
        chosen=_options(said.get("chosen")),
        confidence=_CONFIDENCE.get(str(said.get("confidence"))),
        struck=_options(said.get("struck")),
    )


def _options(value: object) -> tuple[OptionId, ...] | None:
    if not isinstance(value, list):
        return None
    return tuple(OptionId(one) for one in value if isinstance(one, str))
