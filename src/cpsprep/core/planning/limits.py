"""The day's limits: how many new and how many due questions are still to come, over all sittings of a day."""

from collections.abc import Iterable
from typing import NamedTuple

from cpsprep.core.config.settings import Settings
from cpsprep.core.history import CardRecord


class Amount(NamedTuple):
    """A number of new questions and one of reviews."""

    new: int
    reviews: int


def done_today(records: Iterable[CardRecord], today: int) -> Amount:
    """What was answered today for the first time ever, and what was answered today again."""
    new = reviews = 0
    for record in records:
        if record.last_day == today:
            if record.first_day == today:
                new += 1
            else:
                reviews += 1
    return Amount(new, reviews)


def room_today(settings: Settings, done: Amount) -> Amount:
    """What the limits leave; nothing below zero, also when a limit was lowered during the day."""
    return Amount(
        new=max(0, settings.new_per_day - done.new), reviews=max(0, settings.reviews_per_day - done.reviews)
    )
