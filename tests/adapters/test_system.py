"""The clock, ids and folders."""

from datetime import datetime, timedelta, timezone
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.adapters.system import Folders, OrderedIds, SystemClock, typed
from cpsprep.core.days import study_day

NOON_MS = 1_795_000_000_000


def test_the_clock_tells_one_moment_in_all_its_forms() -> None:
    moment = SystemClock(read=lambda: NOON_MS / 1000 + 0.25).now()
    local = datetime.fromtimestamp(NOON_MS / 1000, timezone(timedelta(minutes=moment.offset_min)))
    assert (moment.at_ms, moment.study_day) == (NOON_MS + 250, study_day(local))


def test_a_moment_brings_three_different_ids() -> None:
    assert len(set(SystemClock().now().ids)) == 3


def test_a_later_rollover_can_only_make_the_day_earlier() -> None:
    days = [SystemClock(hour, read=lambda: NOON_MS / 1000).now().study_day for hour in (0, 23)]
    assert days[1] <= days[0] <= days[1] + 1


def test_an_id_is_a_uuid_of_version_7_and_tells_its_time() -> None:
    made = UUID(OrderedIds().next(NOON_MS))
    assert (made.version, made.variant, made.int >> 80) == (7, UUID(int=0x8 << 60).variant, NOON_MS)


@given(st.lists(st.integers(NOON_MS - 5, NOON_MS + 5), min_size=2, max_size=50))
def test_ids_rise_though_the_clock_falls(times: list[int]) -> None:
    ids = OrderedIds()
    made = [ids.next(at) for at in times]
    assert made == sorted(set(made))


def test_a_millisecond_can_make_more_ids_than_it_has_room_for() -> None:
    ids = OrderedIds(chance=lambda size: b"\xff" * size)
    made = [ids.next(NOON_MS) for _ in range(5000)]
    assert made == sorted(set(made))


def test_two_clocks_do_not_meet() -> None:
    assert OrderedIds().next(NOON_MS) != OrderedIds().next(NOON_MS)


def test_one_variable_moves_everything(tmp_path: Path) -> None:
    folders = Folders.find({"CPSPREP_HOME": str(tmp_path)})
    assert [folders.data, folders.config, folders.cache] == [
        tmp_path / name for name in ("data", "config", "cache")
    ]


@pytest.mark.parametrize("environ", [{}, {"CPSPREP_HOME": ""}])
def test_without_it_the_platform_decides(environ: dict[str, str]) -> None:
    folders = Folders.find(environ)
    assert all("cpsprep" in str(folder) for folder in (folders.data, folders.config, folders.cache))


def test_a_relative_home_is_meant_from_here() -> None:
    assert Folders.find({"CPSPREP_HOME": "here"}).data == Path.cwd() / "here" / "data"


@pytest.mark.parametrize(
    ("windows", "name", "words"),
    [
        (False, "data", "data"),
        (False, "Application Support", "'Application Support'"),
        (False, "it's", """'it'"'"'s'"""),
        (True, "data", "data"),
        (True, "My Data", '"My Data"'),
    ],
)
def test_a_path_in_a_command_can_be_pasted(windows: bool, name: str, words: str) -> None:
    assert typed(Path(name), windows=windows) == words
