"""The snapshot says what the log says, whatever happened to its file."""

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.adapters.log import reads as log_reads
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.core.events import Event
from cpsprep.core.history import CardKey
from cpsprep.core.item import CardId
from cpsprep.core.replay import replay
from cpsprep.core.sm2 import Profile
from effort import percent_of_examples
from fakes_log import BANK, DAY, answer, event, insert, log_at, logs, moment, void

KEY: CardKey = (BANK, CardId("al-0001"))
OTHER: CardKey = (BANK, CardId("al-0002"))


def open_log(folder: Path, profile: Profile = Profile.TEXT) -> SqliteLog:
    return log_at(folder, snapshot=folder / "cache" / "snapshot", profile=profile)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A log of two cards with a snapshot."""
    with open_log(tmp_path) as log:
        log.append([answer("a"), answer("b", 1, OTHER[1])], moment(), {})
        log.history(DAY)
    return tmp_path


def test_a_kept_snapshot_is_used(folder: Path) -> None:
    before = (folder / "cache" / "snapshot").stat()
    with open_log(folder) as log:
        assert set(log.history(DAY).records) == {KEY, OTHER}
    assert (folder / "cache" / "snapshot").stat() == before


def test_it_follows_within_a_sitting(folder: Path) -> None:
    with open_log(folder) as log:
        first = log.history(DAY).records
        log.append([answer("c", 5)], moment(DAY + 1), {})
        second = log.history(DAY + 1).records
    assert (first[KEY].answers, second[KEY].answers, second[OTHER]) == (1, 2, first[OTHER])


def test_a_void_since_then_counts(folder: Path) -> None:
    with open_log(folder) as log:
        log.append([void("x", "a")], moment(ms=5), {})
    with open_log(folder) as log:
        assert set(log.history(DAY).records) == {OTHER}


def test_an_answer_that_was_voided_before_it_arrived_stays_out(folder: Path) -> None:
    with open_log(folder) as log:
        log.append([void("x", "late")], moment(ms=5), {})
        log.history(DAY)
        insert(log, [event(answer("late", card="al-0009"))])
    with open_log(folder) as log:
        assert set(log.history(DAY).records) == {KEY, OTHER}


def test_the_other_profile_has_its_own_records(folder: Path) -> None:
    with open_log(folder, profile=Profile.DELPHI) as log:
        assert log.history(DAY).records[OTHER].state.ease == 196


def test_another_log_in_its_place_is_noticed(folder: Path) -> None:
    (folder / "log.db").unlink()
    with open_log(folder) as log:
        assert log.history(DAY).records == {}


def test_a_log_that_went_back_is_noticed(folder: Path) -> None:
    """A copy of an older state that took another way since has the same name and as many rows."""
    with open_log(folder) as log:
        log.connection.execute("pragma wal_checkpoint(truncate)")
    old = (folder / "log.db").read_bytes()
    with open_log(folder) as log:
        log.append([answer("c", card="al-0003")], moment(ms=9), {})
        log.history(DAY)
    (folder / "log.db").write_bytes(old)
    with open_log(folder) as log:
        log.append([answer("d", card="al-0004")], moment(ms=9), {})
        assert (BANK, CardId("al-0003")) not in log.history(DAY).records


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-7])


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def _empty(path: Path) -> None:
    path.write_bytes(b"")


def _nonsense(path: Path) -> None:
    path.write_bytes(b"\0\0\0\0")


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize("harm", [_cut, _flip, _empty, _nonsense, _folder])
def test_a_broken_file_only_costs_time(folder: Path, harm: Callable[[Path], None]) -> None:
    harm(folder / "cache" / "snapshot")
    with open_log(folder) as log:
        assert log.history(DAY).records == log_reads.folded(log.connection, Profile.TEXT)


def test_a_cache_folder_that_cannot_be_made_only_costs_time(tmp_path: Path) -> None:
    (tmp_path / "cache").touch()
    with open_log(tmp_path) as log:
        log.append([answer("a")], moment(), {})
        assert set(log.history(DAY).records) == {KEY}


def test_what_a_caller_does_with_the_records_stays_with_the_caller(folder: Path) -> None:
    with open_log(folder) as log:
        records = log.history(DAY).records
        assert isinstance(records, dict)
        records.clear()
        assert set(log.history(DAY).records) == {KEY, OTHER}


@given(logs(), st.data())
@percent_of_examples(40)
def test_records_brought_up_to_date_step_by_step_equal_a_refold(
    events: list[Event], data: st.DataObject
) -> None:
    with TemporaryDirectory() as name:
        folder, done = Path(name), 0
        while done < len(events):
            more = data.draw(st.integers(1, len(events) - done))
            with open_log(folder) as log:
                insert(log, events[done : done + more])
                done += more
                assert log.history(DAY).records == replay(events[:done], DAY).records
