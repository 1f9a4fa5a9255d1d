"""How long an exam of so many questions takes: its board's time in proportion, else a pace of ours."""

from math import ceil
from typing import Final

from cpsprep.core.exam.outline import Outline

PACE_S: Final = 90
"""Seconds a question where the board's time is unknown; a pace of ours."""


def has_pace(outline: Outline) -> bool:
    """Whether the time is ours, because the board's is unknown."""
    return outline.minutes is None


def minutes_for(outline: Outline, items: int) -> int:
    """The time for so many questions, in proportion to the whole exam, in minutes."""
    if outline.minutes is None:
        return ceil(items * PACE_S / 60)
    return max(1, round(outline.minutes * items / outline.items))
