"""Merging logs: nothing is lost, nothing comes twice, and the order does not matter."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from cpsprep.adapters.log.merge import Merged, export, merge_files
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.app.errors import UnreadableError
from cpsprep.core.events import Event, EventId, EventType
from cpsprep.core.item import Version
from cpsprep.core.replay import canonical, replay
from cpsprep.core.version import version_of
from effort import percent_of_examples
from fakes_log import DAY, answer, event, fact, insert, log_at, logs, moment, void


def text(log: SqliteLog) -> str:
    return "".join(export(log.connection))


def exported(folder: Path, name: str, events: list[Event]) -> Path:
    """The export of a log of these events."""
    path = folder / f"{name}.jsonl"
    with log_at(folder, f"{name}.db", create=False) as log:
        insert(log, events)
        path.write_text(text(log), encoding="utf-8", newline="\n")
    return path


def merge(log: SqliteLog, *paths: Path) -> Merged:
    return merge_files(log.connection, log.path, paths)


@contextmanager
def merged(folder: Path, *paths: Path) -> Iterator[SqliteLog]:
    """A new log of these exports, merged one by one."""
    with log_at(folder, "new.db", create=False) as log:
        for path in paths:
            merge(log, path)
        yield log


@given(logs())
@percent_of_examples(30)
def test_a_round_trip_loses_nothing(events: list[Event]) -> None:
    with TemporaryDirectory() as name:
        path = exported(Path(name), "one", events)
        with merged(Path(name), path) as log:
            assert text(log) == path.read_text(encoding="utf-8")
            assert list(log.events()) == sorted(events, key=canonical)


@given(logs(["one"]), logs(["two"]))
@percent_of_examples(30)
def test_merging_commutes_and_repeating_changes_nothing(first: list[Event], second: list[Event]) -> None:
    second = [replace(one, fact=replace(one.fact, id=EventId(f"t{one.fact.id}"))) for one in second]
    with TemporaryDirectory() as name:
        one, two = exported(Path(name), "one", first), exported(Path(name), "two", second)
        with merged(Path(name), one, two) as forth, merged(Path(name), two, one, two, one) as back:
            assert text(forth) == text(back)
            assert forth.history(DAY + 4).records == replay([*first, *second], DAY + 4).records


def test_what_was_added_and_what_was_known_is_told(tmp_path: Path) -> None:
    path = exported(tmp_path, "one", [event(answer("a"), seq=1), event(answer("b"), seq=2)])
    with log_at(tmp_path) as log:
        insert(log, [event(answer("a"), seq=1)])
        assert merge(log, path, path) == Merged(1, 3)


def test_a_void_may_come_before_its_target(tmp_path: Path) -> None:
    later = exported(tmp_path, "later", [event(void("x", "a"), seq=2)])
    earlier = exported(tmp_path, "earlier", [event(answer("a"), seq=1)])
    with merged(tmp_path, later, earlier) as log:
        assert log.history(DAY).records == {}


def test_versions_come_along(tmp_path: Path) -> None:
    name = version_of("{}")
    with log_at(tmp_path, "one.db") as log:
        log.append([answer("a", version=name)], moment(), {name: "{}"})
        (tmp_path / "one.jsonl").write_text(text(log), encoding="utf-8")
    with merged(tmp_path, tmp_path / "one.jsonl", tmp_path / "one.jsonl") as log:
        assert log.version(name) == "{}"


def test_a_log_itself_can_be_merged(tmp_path: Path) -> None:
    with log_at(tmp_path, "one.db") as log:
        insert(log, [event(answer("a"))])
    with merged(tmp_path, tmp_path / "one.db") as log:
        assert log.event("a") == event(answer("a"))


def test_both_learners_are_recorded_and_the_smaller_wins(tmp_path: Path) -> None:
    paths = [
        exported(
            tmp_path, name, [event(fact(name, EventType.LEARNER, None, payload={"id": name}), device=name)]
        )
        for name in ("m", "c")
    ]
    with merged(tmp_path, *paths) as log:
        assert [one.fact.id for one in log.events()] == ["c", "m"]
        assert log.history(DAY).learner == "c"


def test_one_id_for_two_events_is_refused_and_both_are_named(tmp_path: Path) -> None:
    fine = exported(tmp_path, "fine", [event(answer("b"), seq=2)])
    other = exported(tmp_path, "other", [event(answer("a", 5))])
    with log_at(tmp_path) as log:
        insert(log, [event(answer("a", 1))])
        before = text(log)
        with pytest.raises(UnreadableError) as told:
            merge(log, fine, other)
        assert text(log) == before
    assert str(told.value) == (
        f"{other}:2: event a is not the same as in your log: grade is 1 there and 5 here"
    )


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with log_at(tmp_path) as log, pytest.raises(UnreadableError, match="cannot read"):
        merge(log, tmp_path / "missing.jsonl")


def test_a_bad_line_late_in_the_last_file_merges_nothing(tmp_path: Path) -> None:
    path = exported(tmp_path, "one", [event(answer("a"))])
    bad = tmp_path / "bad.jsonl"
    bad.write_bytes(path.read_bytes() + b"oops\n")
    with log_at(tmp_path) as log:
        with pytest.raises(UnreadableError, match=r"bad\.jsonl:3: this is not JSON"):
            merge(log, path, bad)
        assert list(log.events()) == []


def test_events_of_types_from_the_future_survive(tmp_path: Path) -> None:
    made = event(fact("a", "dreamt", payload={"of": {"sheep": [1, None]}}, version=Version("v9")))
    with merged(tmp_path, exported(tmp_path, "one", [made])) as log:
        assert log.event("a") == made
