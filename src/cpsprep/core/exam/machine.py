"""How a mock exam goes on: `step(exam, action, now)` gives the next exam and the facts to put on disk.

Everything that decides what may happen next lives here. An illegal action raises `IllegalActionError` and
changes nothing. The deadline wins over every action: who comes after it finds the exam over.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from cpsprep.core.events import Fact, Moment
from cpsprep.core.exam import actions as act
from cpsprep.core.exam.clock import break_left, submitted, tick
from cpsprep.core.exam.exam import LEGAL, Exam, IllegalActionError, Response
from cpsprep.core.exam.marks import Mark, carry_out, mark_fact
from cpsprep.core.exam.paper import Paper, started_fact
from cpsprep.core.sitting.answering import fits

Step = tuple[Exam, tuple[Fact, ...]]


def fresh(paper: Paper) -> Exam:
    """An exam in which nothing was done yet."""
    return Exam(paper, tuple(Response() for _ in paper.slots), latest_ms=paper.started_ms - 1)


def begin(paper: Paper, now: Moment) -> Step:
    """Begin an exam: its clock runs, and its first question is shown.

    The paper's id and time are those of `now`, whose first id has become the paper's.
    """
    exam, facts = sit_down(fresh(paper), replace(now, ids=now.ids[1:]))
    return exam, (started_fact(paper), *facts)


def sit_down(exam: Exam, now: Moment) -> Step:
    """Open an exam where it was left; nothing is recorded when its time is over."""
    at_ms = own_time(exam, now.at_ms)
    exam = tick(exam, at_ms)
    if exam.is_over:
        return exam, ()
    return _record(exam, replace(_arriving(exam, exam.at), opened=True), now)


def own_time(exam: Exam, at_ms: int) -> int:
    """The exam's own clock: that of the machine, but it never falls, and no two records share a time."""
    return max(at_ms, exam.latest_ms + 1)


def step(exam: Exam, action: act.Action, now: Moment) -> Step:
    """Carry out one action.

    When the time was up before it, the exam comes back over, with the answers that were there, and without
    facts: its last events are `core.exam.ending.last_events`.

    Raises:
        IllegalActionError: the exam does not allow it now, or the answer does not fit the question.
    """
    at_ms = own_time(exam, now.at_ms)
    was_over, exam = exam.is_over, tick(exam, at_ms)
    if exam.is_over and not was_over:
        return exam, ()
    if type(action) not in LEGAL[exam.phase]:
        raise IllegalActionError(f"{type(action).__name__} is not possible while {exam.phase.value}")
    if isinstance(action, act.Looking):
        return exam, ()
    match action:
        case act.Submit() | act.GoBack():
            return replace(exam, confirming=isinstance(action, act.Submit)), ()
        case act.Confirm():
            return submitted(exam, at_ms), ()
        case act.Next() | act.Previous() | act.GoTo() | act.NextOpen() | act.NextMarked():
            index = _target(exam, action)
            return (exam, ()) if index == exam.at else _record(exam, _arriving(exam, index), now)
        case act.Leave():
            return (exam, ()) if exam.is_over else _record(exam, Mark(left=True), now)
        case _:
            mark = _mark(exam, action, at_ms)
            return (exam, ()) if mark is None else _record(exam, mark, now)


def _record(exam: Exam, mark: Mark, now: Moment) -> Step:
    at_ms = own_time(exam, now.at_ms)
    return carry_out(exam, mark, at_ms), (mark_fact(exam, mark, at_ms, now.ids[0]),)


def _arriving(exam: Exam, index: int) -> Mark:
    """Going to a question shows it, unless a content note has to come first."""
    has_note = bool(exam.paper.slots[index].question.item.content_note)
    return Mark(place=index, visit=True, shown=not has_note)


def _target(exam: Exam, action: act.Moving) -> int:
    last = len(exam.places) - 1
    match action:
        case act.Next():
            return min(exam.at + 1, last)
        case act.Previous():
            return max(exam.at - 1, 0)
        case act.GoTo(number=number):
            if not 1 <= number <= last + 1:
                raise IllegalActionError(f"there are questions 1 to {last + 1}")
            return number - 1
        case act.NextOpen():
            return _next_of(exam.open_places, exam.at)
        case act.NextMarked():
            return _next_of(exam.marked_places, exam.at)
        case _:
            assert_never(action)


def _next_of(places: Iterable[int], at: int) -> int:
    """The first of these behind the present one, else the first of all, else the present one."""
    every = list(places)
    return next((place for place in every if place > at), every[0] if every else at)


_Writing = (
    act.Choose | act.Clear | act.Strike | act.Mark | act.Continue | act.Pause | act.Return | act.HideClock
)


def _mark(exam: Exam, action: _Writing, at_ms: int) -> Mark | None:
    """What an action writes on the answer sheet; None when it stands there already."""
    place = exam.place
    match action:
        case act.Choose():
            return _choice(exam, action)
        case act.Clear():
            return Mark(chosen=()) if place.chosen else None
        case act.Strike():
            return _strike(exam, action)
        case act.Mark():
            return Mark(marked=not place.marked)
        case act.Continue():
            return Mark(shown=True)
        case act.Pause():
            if exam.paper.rules.minutes is None:
                raise IllegalActionError(
                    "this exam has no clock, so you can stop at any time; type q to leave"
                )
            if break_left(exam, at_ms) <= 0:
                raise IllegalActionError(_no_break(exam))
            return Mark(on_break=True)
        case act.Return():
            return Mark(on_break=False)
        case act.HideClock():
            return Mark(hides_clock=not exam.hides_clock)
        case _:
            assert_never(action)


def _no_break(exam: Exam) -> str:
    if exam.paper.rules.break_minutes:
        return "the time for breaks is used up"
    return "this exam has no breaks; to have some, begin one with: cpsprep exam start --breaks 15"


def _choice(exam: Exam, action: act.Choose) -> Mark | None:
    slot, place = exam.slot, exam.place
    if not fits(slot.body, action.options):
        raise IllegalActionError("the answer does not fit the question")
    chosen = tuple(option for option in slot.order if option in action.options)
    if (chosen, action.confidence) == (place.chosen, place.confidence):
        return None
    # Who chooses an option that was struck out has brought it back.
    struck = tuple(option for option in place.struck if option not in chosen)
    return Mark(
        chosen=chosen, confidence=action.confidence, struck=None if struck == place.struck else struck
    )


def _strike(exam: Exam, action: act.Strike) -> Mark:
    place, option = exam.place, action.option
    if option not in exam.slot.order:
        raise IllegalActionError("the question has no such option")
    if option in place.chosen:
        raise IllegalActionError("that option is your answer; choose another one first, or type clear")
    if option in place.struck:
        return Mark(struck=tuple(one for one in place.struck if one != option))
    return Mark(struck=tuple(one for one in exam.slot.order if one in place.struck or one == option))
