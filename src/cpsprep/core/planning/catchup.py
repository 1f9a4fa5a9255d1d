"""Catching up after a break: a pile of overdue questions is spread over a week, so that it does not crush."""

from typing import Final, NamedTuple

DAYS: Final = 7
PILE: Final = 2
"""How many days' limits of overdue questions make a pile."""


class CatchUp(NamedTuple):
    """A pile and its share of today; `days` is about how many days it takes, a week unless it is very large.

    The share is taken of what is left each day, so the pile shrinks gently and a day missed does no harm.
    """

    overdue: int
    days: int
    today: int


def catch_up(overdue: int, done: int, limit: int) -> CatchUp | None:
    """The share of a pile that belongs to today, or None when there is no pile.

    Args:
        overdue: questions still overdue.
        done: reviews already answered today. They count as part of the pile, since the most overdue come
            first, so a second sitting neither starts the sharing anew nor ends it.
        limit: reviews a day; a share never exceeds it, a larger pile takes more days instead.
    """
    pile = overdue + done
    if not overdue or limit <= 0 or pile <= PILE * limit:
        return None
    share = min(limit, -(-pile // DAYS))
    return CatchUp(overdue, -(-pile // share), max(0, share - done))
