"""A mock exam that is kept: on disk before it shows, and honest after whatever broke it off."""

import pytest

from cpsprep.app.errors import UnreadableError
from cpsprep.app.exam_sitting import ExamSitting
from cpsprep.app.exams import begun, end_if_over, named, running
from cpsprep.core.events import Event, Moment
from cpsprep.core.exam import actions as act
from cpsprep.core.exam.clock import Notice
from cpsprep.core.exam.exam import IllegalActionError, Phase
from cpsprep.core.exam.machine import begin
from fakes_exam import MINUTE, START_MS, FakeExamLog, at, chosen, paper, texts_of
from fakes_study import DAY, FakeClock


def clock(minutes: float = 0) -> FakeClock:
    return FakeClock(at_ms=START_MS + round(minutes * MINUTE), step_ms=1_000)


def started(log: FakeExamLog, **rules: object) -> ExamSitting:
    made = paper(**rules)
    exam, facts = begin(made, at(0, "exam-1", "e0"))
    log.append(facts, at(0), texts_of(made))
    return ExamSitting(exam, log=log, clock=clock())


def later(minutes: float) -> Moment:
    return at(round(minutes * MINUTE))


def reopened(log: FakeExamLog, minutes: float) -> ExamSitting:
    one = running(begun(log, later(minutes)))
    assert one is not None
    assert one.exam is not None
    sitting = ExamSitting(one.exam, log=log, clock=clock(minutes))
    sitting.sit_down()
    return sitting


def test_an_answer_is_on_disk_before_it_shows() -> None:
    log = FakeExamLog()
    sitting = started(log)

    exam = sitting.do(chosen("b"))

    assert exam.place.chosen == ("b",)
    assert log.events[-1].fact.payload["chosen"] == ["b"]


def test_when_the_disk_refuses_nothing_has_changed_and_it_can_be_tried_again() -> None:
    log = FakeExamLog()
    sitting = started(log)
    log.broken = UnreadableError("the disk is full")

    with pytest.raises(UnreadableError):
        sitting.do(chosen("b"))
    assert sitting.exam.place.chosen == ()
    log.broken = None
    assert sitting.do(chosen("b")).place.chosen == ("b",)


def test_what_is_not_allowed_changes_nothing() -> None:
    log = FakeExamLog()
    sitting = started(log)

    with pytest.raises(IllegalActionError):
        sitting.do(act.Confirm())
    assert len(log.events) == 2


def test_handing_in_writes_the_end_and_the_answers() -> None:
    log = FakeExamLog()
    sitting = started(log)
    sitting.do(chosen("a"))
    sitting.do(act.Submit())
    sitting.do(act.Confirm())

    assert log.types[-2:] == ["exam-ended", "answered"]


def test_an_end_that_cannot_be_saved_can_be_tried_again() -> None:
    log = FakeExamLog()
    sitting = started(log)
    sitting.do(act.Submit())
    log.broken = UnreadableError("the disk is full")
    with pytest.raises(UnreadableError):
        sitting.do(act.Confirm())
    log.broken = None

    assert sitting.do(act.Confirm()).is_over
    assert log.types.count("exam-ended") == 1


def test_a_time_out_writes_what_is_there() -> None:
    log = FakeExamLog()
    sitting = started(log, minutes=1.0)
    sitting.do(chosen("a"))
    for _ in range(99):
        sitting.look()

    assert sitting.exam.is_over
    end = next(event for event in log.events if event.fact.type == "exam-ended")
    assert (end.fact.payload["how"], end.at_ms) == ("time", START_MS + MINUTE)
    assert log.types.count("exam-ended") == 1


def test_after_a_crash_it_goes_on_where_it_was() -> None:
    log = FakeExamLog()
    sitting = started(log)
    sitting.do(chosen("b"))
    sitting.do(act.GoTo(3))

    again = reopened(log, 5)

    assert (again.exam.at, again.exam.phase) == (2, Phase.NOTE)
    assert again.exam.places[0].chosen == ("b",)


def test_sitting_down_after_the_time_is_over_ends_it() -> None:
    log = FakeExamLog()
    sitting = ExamSitting(started(log).exam, log=log, clock=clock(99))

    assert sitting.sit_down().is_over
    assert log.types[-2:] == ["exam-ended", "answered"]


def test_warnings_come_once_and_none_for_what_was_slept_through() -> None:
    log = FakeExamLog()
    started(log, minutes=30.0)
    sitting = reopened(log, 16)

    assert sitting.notice() is None
    sitting = ExamSitting(sitting.exam, log=log, clock=clock(20.5))
    assert [sitting.notice(), sitting.notice()] == [Notice.TEN, None]


def test_an_exam_that_ran_out_while_nobody_was_there_has_ended_for_every_reader() -> None:
    log = FakeExamLog()
    started(log)

    (one,) = begun(log, later(99))

    assert (one.runs, one.is_sealed) == (False, False)
    assert one.exam is not None
    assert one.exam.ended is not None
    assert running(begun(log, later(99))) is None


def test_its_last_events_are_written_once() -> None:
    log = FakeExamLog()
    started(log)

    assert [one.number for one in end_if_over(log, later(99))] == [1]
    assert end_if_over(log, later(100)) == ()
    assert log.types.count("exam-ended") == 1
    assert {event.study_day for event in log.events} == {DAY}


def test_an_exam_that_still_runs_is_not_ended() -> None:
    log = FakeExamLog()
    started(log)

    assert end_if_over(log, later(5)) == ()
    assert "exam-ended" not in log.types


def test_an_exam_whose_texts_are_missing_cannot_be_held_and_is_not_ended() -> None:
    log = FakeExamLog()
    started(log)
    log.versions.clear()

    (one,) = begun(log, later(99))

    assert (one.exam, one.runs) == (None, False)
    assert end_if_over(log, later(99)) == ()


def second(log: FakeExamLog) -> None:
    """Another exam, begun later on another machine."""
    log.events += [
        Event(
            fact=type(event.fact)(
                id=type(event.fact.id)(f"x-{event.fact.id}"),
                type=event.fact.type,
                payload={
                    **event.fact.payload,
                    **({"exam": "x-exam-1"} if "exam" in event.fact.payload else {}),
                },
            ),
            seq=event.seq,
            device="there",
            session="",
            at_ms=event.at_ms + MINUTE,
            offset_min=0,
            study_day=DAY,
            source="plain",
        )
        for event in list(log.events)
    ]


def test_of_two_that_run_the_later_one_goes_on() -> None:
    log = FakeExamLog()
    started(log)
    second(log)

    found = running(begun(log, later(5)))

    assert found is not None
    assert found.id == "x-exam-1"


def test_an_exam_is_named_by_number_or_id() -> None:
    log = FakeExamLog()
    started(log)
    second(log)
    exams = begun(log, later(99))

    assert [named(exams, name).number for name in ("", "1", "2", "exam", "X-EX")] == [2, 1, 2, 1, 2]
