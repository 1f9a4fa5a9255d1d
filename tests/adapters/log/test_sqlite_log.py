"""The log keeps what it is given, and folds it as the core does."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from cpsprep.core.events import Event, EventType, Mode
from cpsprep.core.item import Version
from cpsprep.core.replay import canonical, replay
from cpsprep.core.sm2 import Profile
from effort import percent_of_examples
from fakes_log import DAY, answer, event, fact, insert, log_at, logs, moment, void


def test_an_answer_comes_back_as_it_was_given(tmp_path: Path) -> None:
    made = answer("a", 3, correct=True, payload={"chosen": ["a", "c"], "note": "na\u00efve \ud800", "ms": 1})
    with log_at(tmp_path) as log:
        log.append([made], moment(ms=7), {})
    with log_at(tmp_path) as log:
        held = log.event("a")
    assert held == Event(made, 2, "here", "sitting", moment(ms=7).at_ms, 60, DAY, "plain")


def test_an_unknown_event_is_none(tmp_path: Path) -> None:
    with log_at(tmp_path) as log:
        assert log.event("nowhere") is None


def test_a_version_is_kept_once(tmp_path: Path) -> None:
    with log_at(tmp_path) as log:
        log.append([answer("a")], moment(), {Version("v1"): "{}"})
        log.append([answer("b")], moment(), {Version("v1"): "{}"})
        assert (log.version(Version("v1")), log.version(Version("v2"))) == ("{}", None)


def test_the_first_facts_bring_the_learner_along(tmp_path: Path) -> None:
    with log_at(tmp_path) as log:
        before = log.history(DAY).learner
        log.append([answer("a")], moment(), {})
        log.append([answer("b")], moment(), {})
        kinds = [one.fact.type for one in log.events()]
        after = log.history(DAY).learner
    assert (kinds, before != "", before == after) == (["learner", "answered", "answered"], True, True)


def test_a_learner_of_another_machine_is_taken_over(tmp_path: Path) -> None:
    with log_at(tmp_path) as log:
        insert(log, [event(fact("z", EventType.LEARNER, None, payload={"id": "z"}))])
        log.append([answer("a")], moment(), {})
        assert log.history(DAY).learner == "z"


def test_numbers_never_fall_though_the_clock_does(tmp_path: Path) -> None:
    with log_at(tmp_path) as log:
        log.append([answer("a"), answer("b")], moment(ms=5000), {})
    with log_at(tmp_path) as log:
        log.append([answer("c")], moment(ms=1), {})
        by_number = sorted(log.events(), key=lambda one: one.seq)
    assert [one.fact.id for one in by_number][1:] == ["a", "b", "c"]


def test_numbers_go_on_after_own_events_came_by_a_merge(tmp_path: Path) -> None:
    with log_at(tmp_path) as log:
        insert(log, [event(answer("a"), seq=70, device="here"), event(answer("b"), seq=900, device="there")])
        log.append([answer("c")], moment(), {})
        held = log.event("c")
    assert held is not None
    assert held.seq == 72  # The learner is 71.


def test_all_facts_are_kept_or_none(tmp_path: Path) -> None:
    with log_at(tmp_path) as log:
        with pytest.raises(ValueError, match="JSON"):
            log.append([answer("a"), answer("b", payload={"ms": float("nan")})], moment(), {})
        assert list(log.events()) == []


def test_a_device_is_chosen_once(tmp_path: Path) -> None:
    with log_at(tmp_path) as first, log_at(tmp_path, device="other") as second:
        assert first.device == second.device == "here"


def test_a_missing_log_reads_as_empty_and_leaves_no_trace(tmp_path: Path) -> None:
    with log_at(tmp_path, create=False, snapshot=tmp_path / "cache" / "snapshot") as log:
        history = log.history(DAY)
    assert (history.records, history.last_answer, list(tmp_path.iterdir())) == ({}, None, [])


def test_a_log_for_reading_takes_no_answer(tmp_path: Path) -> None:
    with log_at(tmp_path, create=False) as log, pytest.raises(ValueError, match="opened for reading"):
        log.append([answer("a")], moment(), {})


def test_the_day_is_prepared_once_and_not_for_an_empty_log(tmp_path: Path) -> None:
    days: list[int] = []
    with log_at(tmp_path, before_append=days.append) as log:
        log.append([answer("a")], moment(), {})
    with log_at(tmp_path, before_append=days.append) as log:
        log.append([answer("b")], moment(DAY + 3), {})
        log.append([answer("c")], moment(DAY + 3), {})
    assert days == [DAY + 3]


def test_undo_of_the_last_answer_goes_back_to_the_one_before(tmp_path: Path) -> None:
    with log_at(tmp_path) as log:
        log.append([answer("a")], moment(ms=1), {})
        log.append([answer("b"), answer("p", mode=Mode.PRACTICE)], moment(ms=2), {})
        log.append([void("x", "b")], moment(ms=3), {})
        last = log.history(DAY).last_answer
    assert last is not None
    assert last.fact.id == "a"


@given(logs())
@percent_of_examples(60)
def test_the_database_folds_as_the_core_does(events: list[Event]) -> None:
    with TemporaryDirectory() as folder:
        for profile in Profile:
            with log_at(Path(folder), create=False, profile=profile) as log:
                insert(log, events)
                expected = replay(events, DAY + 4, profile)
                held = log.history(DAY + 4)
                assert list(log.events()) == sorted(events, key=canonical)
        # An empty log has a learner of its own, whom no event names.
        assert replace(held, learner=expected.learner or held.learner) == replace(
            expected, learner=expected.learner or held.learner
        )
