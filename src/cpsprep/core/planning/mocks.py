"""What a mock exam missed joins the queue from the next study day on, and stays until it is reviewed once."""

from cpsprep.core.history import CardKey, History


def missed_before(history: History, today: int) -> frozenset[CardKey]:
    """The cards that a mock exam of an earlier day missed, and that were not reviewed on a later day."""
    records = history.records
    return frozenset(
        key
        for key, day in history.missed_in_mock.items()
        if day < today and (key not in records or records[key].last_day <= day)
    )


def after_mocks(history: History) -> History:
    """The history in which such cards are due on the day after; only the day is another one, no state.

    Without a mock exam it is the very same history.
    """
    if not history.missed_in_mock:
        return history
    moved = dict(history.records)
    for key, day in history.missed_in_mock.items():
        record = moved.get(key)
        if record is not None and record.last_day <= day and record.due > day + 1:
            moved[key] = record._replace(due=day + 1)
    return history.with_records(moved)
