"""When something was looked at, as far as a file says it."""

from datetime import date

import pytest

from cpsprep.core.records.as_of import is_stale, last_day


@pytest.mark.parametrize(
    ("as_of", "day"),
    [
        ("2026", date(2026, 12, 28)),
        ("2026-11", date(2026, 11, 28)),
        ("2026-11-23", date(2026, 11, 23)),
        ("", None),
        ("2026-13", None),
        ("2026-02-30", None),
        ("0000", None),
        ("2026-1", None),
        ("November", None),
        ("٢٠٢٦", None),
    ],
)
def test_a_date_is_a_year_a_month_or_a_day(as_of: str, day: date | None) -> None:
    assert last_day(as_of) == day


@pytest.mark.parametrize(
    ("as_of", "stale"),
    [("2026-11", False), ("2025-12", False), ("2025-10", True), ("2024", True), ("", False)],
)
def test_after_a_year_a_look_is_old(as_of: str, stale: bool) -> None:
    assert is_stale(as_of, date(2026, 11, 23)) is stale
