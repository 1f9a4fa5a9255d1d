"""The last events of an exam: one answer for each question that was shown, the same from every machine."""

from dataclasses import replace
from uuid import UUID

from cpsprep.core.events import Confidence, Event, EventType, Mode
from cpsprep.core.exam import actions as act
from cpsprep.core.exam.clock import tick
from cpsprep.core.exam.ending import last_events
from cpsprep.core.exam.record import rebuild, records
from fakes_exam import MINUTE, START_MS, Walk, at, chosen, paper
from fakes_study import DAY


def handed_in(walk: Walk) -> tuple[Event, ...]:
    walk.do(act.Submit())
    return last_events(walk.do(act.Confirm()))


def test_before_the_end_there_are_none() -> None:
    assert last_events(Walk.of().exam) == ()


def test_the_end_says_how_it_went() -> None:
    walk = Walk.of()
    walk.do(chosen("a"))
    walk.do(act.Next())
    walk.do(chosen("a"))

    end, *_ = handed_in(walk)

    assert (end.fact.type, end.fact.mode) == (EventType.EXAM_ENDED, Mode.EXAM)
    assert end.fact.payload == {
        "exam": "exam-1", "at": at(walk.ms).at_ms, "how": "submitted",
        "right": 1, "answered": 2, "shown": 2, "of": 4,
    }  # fmt: skip


def test_there_is_an_answer_for_each_question_that_was_shown_and_no_other() -> None:
    walk = Walk.of()
    walk.do(act.GoTo(3))
    walk.do(act.GoTo(4))

    answers = [event.fact for event in handed_in(walk)[1:]]

    assert [fact.item for fact in answers] == ["q-1", "q-4"]
    assert all((fact.type, fact.mode, fact.grade) == ("answered", "exam", None) for fact in answers)


def test_an_answer_says_all_that_other_readers_need() -> None:
    walk = Walk.of()
    walk.do(chosen("b"))
    walk.do(act.Next())
    walk.do(act.Previous())
    walk.do(chosen("a", confidence=Confidence.GUESS))

    answer = handed_in(walk)[1].fact

    assert (answer.correct, answer.card) == (True, "q-1")
    assert answer.version == walk.exam.paper.slots[0].question.version
    assert answer.payload == {
        "exam": "exam-1", "place": 1, "shown": ["a", "b", "c", "d"], "chosen": ["a"],
        "confidence": "guess", "first": ["b"], "ms": 5_000,
    }  # fmt: skip


def test_a_question_without_an_answer_is_not_right() -> None:
    walk = Walk.of()
    walk.do(act.Next())

    blank = handed_in(walk)[2].fact

    assert (blank.correct, blank.payload["chosen"], blank.payload["seen"]) == (False, [], DAY - 9)


def test_ids_are_uuids_of_names() -> None:
    walk = Walk.of()

    assert {UUID(event.fact.id).version for event in handed_in(walk)} == {5}


def test_two_machines_that_know_the_same_write_the_same() -> None:
    walk = Walk.of()
    walk.do(chosen("b"))
    record = records(reversed(walk.events))[walk.exam.paper.id]

    here = last_events(tick(walk.exam, at(60 * MINUTE).at_ms))
    there = last_events(rebuild(walk.exam.paper, record, at(90 * MINUTE).at_ms))

    assert here == there != ()


def test_machines_that_know_different_things_write_events_that_can_both_be_kept() -> None:
    walk = Walk.of()
    here = last_events(tick(walk.exam, at(60 * MINUTE).at_ms))
    walk.do(chosen("b"))
    there = last_events(tick(walk.exam, at(60 * MINUTE).at_ms))

    assert {event.fact.id for event in here}.isdisjoint(event.fact.id for event in there)


def test_the_end_falls_on_the_study_day_of_its_time() -> None:
    late = replace(paper(minutes=24 * 60.0), started_ms=START_MS + 17 * 3_600_000, study_day=DAY)
    over = tick(Walk.of(late).exam, START_MS + 99 * 3_600_000)

    assert {event.study_day for event in last_events(over)} == {DAY + 1}
    assert {event.at_ms for event in last_events(over)} == {late.deadline_ms}


def test_they_come_from_no_machine() -> None:
    events = handed_in(Walk.of())

    assert {(event.device, event.source, event.session) for event in events} == {("exam", "exam", "exam-1")}
    assert [event.seq for event in events] == [0, 1]
