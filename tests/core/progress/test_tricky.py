"""Tricky questions are told at 8 misses and at every 4 more."""

from cpsprep.core.progress.tricky import is_told_at, is_tricky


def test_told_at_8_and_every_4_more() -> None:
    assert [misses for misses in range(25) if is_told_at(misses)] == [8, 12, 16, 20, 24]


def test_tricky_from_8_on() -> None:
    assert [misses for misses in range(6, 11) if is_tricky(misses)] == [8, 9, 10]
