"""Catching up: when a pile is one, and what share of it belongs to today."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.planning.catchup import CatchUp, catch_up


@pytest.mark.parametrize(
    ("overdue", "done", "limit", "expected"),
    [
        (0, 0, 10, None),
        (20, 0, 10, None),
        (21, 0, 10, CatchUp(overdue=21, days=7, today=3)),
        (21, 0, 0, None),  # nothing a day was asked for: nothing to spread
        (0, 500, 10, None),
        (18, 3, 10, CatchUp(overdue=18, days=7, today=0)),
        (20, 1, 10, CatchUp(overdue=20, days=7, today=2)),
        (1000, 0, 200, CatchUp(overdue=1000, days=7, today=143)),
        (10_000, 0, 200, CatchUp(overdue=10_000, days=50, today=200)),
        (3, 0, 1, CatchUp(overdue=3, days=3, today=1)),
    ],
)
def test_the_share_of_today(overdue: int, done: int, limit: int, expected: CatchUp | None) -> None:
    assert catch_up(overdue, done, limit) == expected


@given(st.integers(0, 5000), st.integers(0, 400), st.integers(0, 300))
def test_a_share_never_exceeds_the_days_limit(overdue: int, done: int, limit: int) -> None:
    pile = catch_up(overdue, done, limit)
    assert pile is None or 0 <= pile.today <= limit


@given(st.integers(1, 5000), st.integers(1, 300), st.data())
def test_sittings_of_a_day_share_one_share(overdue: int, limit: int, data: st.DataObject) -> None:
    whole = catch_up(overdue, 0, limit)
    done = data.draw(st.integers(0, whole.today if whole else min(overdue, limit)))
    rest = catch_up(overdue - done, done, limit)
    if rest and whole:
        assert rest.today == whole.today - done
    else:
        assert whole is rest or done == overdue


@given(st.integers(1, 5000), st.integers(1, 300))
def test_a_pile_is_gone_in_about_a_week_or_at_the_pace_of_the_limit(overdue: int, limit: int) -> None:
    """What two days' limits can hold is no pile any more.

    Above 7 limits the share is the limit, so it takes ceil(overdue / limit) - 7 days to come down to 7.
    From there on the share is at least a seventh, so n days leave at most 7 * (6/7)^n limits, and that is
    below 2 from n = 9 on, since ln(7/2) / ln(7/6) = 8.13.
    """
    left, days = overdue, 0
    while pile := catch_up(left, 0, limit):
        left, days = left - pile.today, days + 1
    assert left <= 2 * limit
    assert days <= 9 + max(0, -(-overdue // limit) - 7)
