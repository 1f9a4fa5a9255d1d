"""Which exam is meant, and what is said where there is none."""

import pytest

from cpsprep.app.errors import UsageError
from cpsprep.app.exams import begun, named
from cpsprep.core.exam.machine import begin
from fakes_exam import FakeExamLog, at, paper, texts_of


def running_log() -> FakeExamLog:
    log, made = FakeExamLog(), paper()
    _, facts = begin(made, at(0, "exam-1", "e0"))
    log.append(facts, at(0), texts_of(made))
    return log


def test_where_there_is_none_yet_it_says_how_to_take_one() -> None:
    with pytest.raises(UsageError, match="no mock exam yet") as refused:
        named((), "")
    assert "exam start" in refused.value.hint


def test_where_none_is_over_it_says_how_to_go_on() -> None:
    with pytest.raises(UsageError, match="no mock exam is over yet") as refused:
        named(begun(running_log(), at(1_000)), "")
    assert "resume" in refused.value.hint


def test_a_name_that_fits_none_is_told() -> None:
    with pytest.raises(UsageError, match="no mock exam '7'") as refused:
        named(begun(running_log(), at(1_000)), "7")
    assert "list" in refused.value.hint


def test_one_that_still_runs_can_be_named() -> None:
    assert named(begun(running_log(), at(1_000)), "1").runs
