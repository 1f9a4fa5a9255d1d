"""Numbers of questions by area: as close to the shares as whole numbers can be, within what there is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.exam.shares import apportion


@pytest.mark.parametrize(
    ("total", "shares", "counts"),
    [
        (75, {"a": 0.25, "b": 0.25, "c": 0.25, "d": 0.25}, {"a": 19, "b": 19, "c": 19, "d": 18}),
        (10, {"a": 0.43, "b": 0.38, "c": 0.19}, {"a": 4, "b": 4, "c": 2}),
        (100, {"a": 0.29, "b": 0.71}, {"a": 29, "b": 71}),
        (1, {"a": 0.1, "b": 0.9}, {"a": 0, "b": 1}),
        (0, {"a": 1.0}, {"a": 0}),
        (5, {"a": 0.0, "b": 1.0}, {"a": 0, "b": 5}),
    ],
)
def test_the_largest_remainders_get_what_is_left(
    total: int, shares: dict[str, float], counts: dict[str, int]
) -> None:
    assert apportion(total, shares, dict.fromkeys(shares, 1000)) == counts


def test_what_an_area_lacks_goes_to_the_others_by_their_shares() -> None:
    shares, room = {"a": 0.5, "b": 0.25, "c": 0.25}, {"a": 2, "b": 100, "c": 100}

    assert apportion(20, shares, room) == {"a": 2, "b": 9, "c": 9}


def test_an_area_that_runs_out_only_after_that_gives_its_rest_too() -> None:
    shares, room = {"a": 0.5, "b": 0.25, "c": 0.25}, {"a": 2, "b": 6, "c": 100}

    assert apportion(20, shares, room) == {"a": 2, "b": 6, "c": 12}


def test_where_all_lack_there_are_fewer() -> None:
    assert apportion(20, {"a": 0.5, "b": 0.5}, {"a": 2, "b": 3}) == {"a": 2, "b": 3}


def test_without_any_room_there_are_none() -> None:
    assert apportion(20, {"a": 1.0}, {}) == {"a": 0}


_PARTS = st.lists(st.tuples(st.floats(0.01, 1), st.integers(0, 30)), min_size=1, max_size=8)


@given(total=st.integers(0, 150), parts=_PARTS)
def test_all_that_fits_is_given_and_no_area_gets_more_than_it_has(
    total: int, parts: list[tuple[float, int]]
) -> None:
    shares = {str(n): share for n, (share, _) in enumerate(parts)}
    room = {str(n): space for n, (_, space) in enumerate(parts)}

    counts = apportion(total, shares, room)

    assert sum(counts.values()) == min(total, sum(room.values()))
    assert all(counts[area] <= room[area] for area in shares)


@given(total=st.integers(0, 150), parts=_PARTS)
def test_with_room_enough_no_area_is_a_whole_question_from_its_share(
    total: int, parts: list[tuple[float, int]]
) -> None:
    shares = {str(n): share for n, (share, _) in enumerate(parts)}
    whole = sum(shares.values())

    counts = apportion(total, shares, dict.fromkeys(shares, total))

    assert all(abs(counts[area] - total * share / whole) < 1 + 1e-6 for area, share in shares.items())
