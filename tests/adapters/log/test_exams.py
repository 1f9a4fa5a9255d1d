"""Mock exams in the log itself: what is on disk, what two machines make of one exam, what others read."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest

from cpsprep.adapters.log.exams import Exams
from cpsprep.adapters.log.merge import export, merge_files
from cpsprep.adapters.log.open_exams import has_open_exam
from cpsprep.adapters.log.salvage import gaps
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.app.errors import CpsprepError
from cpsprep.app.exam_sitting import ExamSitting
from cpsprep.app.exams import begun, end_if_over, running
from cpsprep.core.events import EventType, Moment
from cpsprep.core.exam import actions as act
from cpsprep.core.exam.machine import begin
from cpsprep.core.exam.paper import Paper
from fakes_exam import MINUTE, START_MS, at, chosen, paper, slots, texts_of
from fakes_log import answer, fact, insert, log_at
from fakes_log import event as stored
from fakes_study import BANK, DAY, FakeClock


def clock(minutes: float = 0) -> FakeClock:
    """Two clocks that do not start together make no id twice."""
    ms = round(minutes * MINUTE)
    return FakeClock(at_ms=START_MS + ms, step_ms=1_000, ids=count(ms + 1))


def later(minutes: float) -> Moment:
    return at(round(minutes * MINUTE))


@contextmanager
def exams(folder: Path, name: str = "log.db", device: str = "here") -> Iterator[Exams]:
    with log_at(folder, name, device=device) as log:
        yield Exams(log)


def started(log: Exams, made: Paper | None = None) -> ExamSitting:
    made = made or paper()
    exam, facts = begin(made, at(0, "exam-1", "e0"))
    log.append(facts, at(0), texts_of(made))
    return ExamSitting(exam, log=log, clock=clock())


def go_on(log: Exams, minutes: float) -> ExamSitting:
    one = running(begun(log, later(minutes)))
    assert one is not None
    assert one.exam is not None
    return ExamSitting(one.exam, log=log, clock=clock(minutes))


def merge(log: SqliteLog, other: SqliteLog, folder: Path) -> None:
    file = folder / f"{other.device}.jsonl"
    file.write_text("\n".join(export(other.connection)) + "\n", encoding="utf-8")
    merge_files(log.connection, log.path, [file])


def everything(log: SqliteLog) -> list[object]:
    return list(
        log.connection.execute("select id, at_ms, device, seq, payload from events order by id").fetchall()
    )


def test_another_process_finds_the_exam_as_it_was_left(tmp_path: Path) -> None:
    with exams(tmp_path) as log:
        sitting = started(log)
        sitting.do(chosen("b"))
        sitting.do(act.GoTo(3))
    with exams(tmp_path) as log:
        again = go_on(log, 2)

    assert again.exam.places == sitting.exam.places
    assert again.exam.at == 2


def test_the_last_events_are_there_once_whoever_writes_them(tmp_path: Path) -> None:
    with exams(tmp_path) as log:
        started(log)
        over = end_if_over(log, later(99))
        (before,) = log.log.connection.execute("select count(*) from events").fetchone()
        log.seal([e for e in log.log.events() if e.source == "exam"], later(99))

        assert [one.number for one in over] == [1]
        assert log.log.connection.execute("select count(*) from events").fetchone() == (before,)


def test_two_machines_that_end_the_same_exam_can_be_merged(tmp_path: Path) -> None:
    with exams(tmp_path) as here, exams(tmp_path, "other.db", "there") as there:
        started(here).do(chosen("b"))
        merge(there.log, here.log, tmp_path)
        end_if_over(here, later(50))
        end_if_over(there, later(90))
        merge(here.log, there.log, tmp_path)
        merge(there.log, here.log, tmp_path)

        ends = [e for e in here.log.events() if e.fact.type == EventType.EXAM_ENDED]
        assert len(ends) == 1
        assert everything(here.log) == everything(there.log)


def test_what_both_did_apart_makes_one_exam_on_both(tmp_path: Path) -> None:
    with exams(tmp_path) as here, exams(tmp_path, "other.db", "there") as there:
        first = started(here)
        merge(there.log, here.log, tmp_path)
        first.do(chosen("b"))
        second = go_on(there, 3)
        second.do(act.GoTo(4))
        second.do(chosen("c"))
        merge(here.log, there.log, tmp_path)
        merge(there.log, here.log, tmp_path)

        one, two = begun(here, later(5)), begun(there, later(5))

    assert one[0].exam == two[0].exam
    assert one[0].exam is not None
    assert [place.chosen for place in one[0].exam.places] == [("b",), (), (), ("c",)]


def test_an_exam_makes_no_hole_in_the_numbers_of_any_device(tmp_path: Path) -> None:
    with exams(tmp_path) as log:
        sitting = started(log)
        sitting.do(act.GoTo(4))
        sitting.do(act.Submit())
        sitting.do(act.Confirm())

        assert list(gaps(log.log.connection)) == []


def test_an_exam_is_open_until_its_end_is_noted_down(tmp_path: Path) -> None:
    with exams(tmp_path) as log:
        seen = [has_open_exam(log.log)]
        started(log)
        seen.append(has_open_exam(log.log))
        end_if_over(log, later(99))
        seen.append(has_open_exam(log.log))

    assert seen == [False, True, False]


def test_it_schedules_nothing(tmp_path: Path) -> None:
    with exams(tmp_path) as log:
        sitting = started(log)
        sitting.do(chosen("a"))
        sitting.do(act.Submit())
        sitting.do(act.Confirm())

        assert log.history(DAY).records == {}


def test_last_seen_is_the_last_day_on_which_a_question_was_shown_in_any_way(tmp_path: Path) -> None:
    with exams(tmp_path) as log:
        insert(
            log.log,
            [
                stored(answer("e1", card="q-1", bank=BANK), DAY - 5, 1),
                stored(answer("e2", card="q-1", bank=BANK, mode="practice", grade=None), DAY - 2, 2),
                stored(fact("e3", "seen", "q-2", item="q-2", bank=BANK), DAY - 1, 3),
                stored(fact("e4", "set-aside", "q-3", item="q-3", bank=BANK), DAY, 4),
            ],
        )

        assert log.last_seen() == {(BANK, "q-1"): DAY - 2, (BANK, "q-2"): DAY - 1}


def test_texts_that_the_log_lacks_are_left_out(tmp_path: Path) -> None:
    with exams(tmp_path) as log:
        started(log)
        known = texts_of(paper())

        assert log.texts([*known, "unknown"]) == known  # type: ignore[list-item]


def test_where_the_log_cannot_be_written_nothing_is_half_there(tmp_path: Path) -> None:
    with exams(tmp_path) as log:
        sitting = started(log, paper(*slots(1) * 40))
        for number in range(2, 41):
            sitting.do(act.GoTo(number))
        sitting.do(act.Submit())
        (pages,) = log.log.connection.execute("pragma page_count").fetchone()
        log.log.connection.execute(f"pragma max_page_count = {pages}")
        before = everything(log.log)

        with pytest.raises(CpsprepError):
            sitting.do(act.Confirm())
        assert everything(log.log) == before
        log.log.connection.execute("pragma max_page_count = 9999999")
        assert sitting.do(act.Confirm()).is_over


def test_an_exam_whose_log_was_taken_away_is_not_ended_into_nothing(tmp_path: Path) -> None:
    with exams(tmp_path) as log:
        sitting = started(log)
        sitting.do(act.Submit())
        log.log.path.rename(tmp_path / "elsewhere.db")

        with pytest.raises(CpsprepError):
            sitting.do(act.Confirm())
