"""Wilson's interval, against values from elsewhere."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.exam.intervals import wilson

Z_95 = 1.959963984540054


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [
        # R. G. Newcombe, Statistics in Medicine 17 (1998), table I, method 3, 95 %.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_published_values(right: int, of: int, low: float, high: float) -> None:
    assert wilson(right, of, Z_95) == pytest.approx((low, high), abs=5e-5)


def test_nothing_asked_says_nothing() -> None:
    assert wilson(0, 0) == (0.0, 1.0)


@given(st.integers(1, 400).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_the_share_lies_inside_and_the_range_mirrors_itself(score: tuple[int, int]) -> None:
    right, of = score
    low, high = wilson(right, of)

    assert 0 <= low <= right / of + 1e-12
    assert right / of - 1e-12 <= high <= 1
    assert wilson(of - right, of) == pytest.approx((1 - high, 1 - low))


def test_more_questions_make_it_narrower() -> None:
    widths = [high - low for low, high in (wilson(n * 3 // 4, n) for n in (20, 40, 80, 160))]

    assert widths == sorted(widths, reverse=True)
