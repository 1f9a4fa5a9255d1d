"""Tricky questions: those missed so often that another round of the same will not help."""

from typing import Final

FIRST: Final = 8
EVERY: Final = 4


def is_tricky(misses: int) -> bool:
    """Whether a question was missed 8 times or more."""
    return misses >= FIRST


def is_told_at(misses: int) -> bool:
    """Whether to report a question now, with its latest miss: at 8 misses and at every 4 more."""
    return is_tricky(misses) and (misses - FIRST) % EVERY == 0
