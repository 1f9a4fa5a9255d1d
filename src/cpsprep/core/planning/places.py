"""Where in the final window a card belongs: a lot from 0 to below 1, drawn once by the learner and the card.

A lot needs no other card's state, so a day that was promised stays. It spreads cards nearly as evenly as
always taking the emptiest day would: of 300 cards over 5 days the fullest gets about 69 in place of 60.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final
from zlib import crc32

from cpsprep.core.bank import Entry
from cpsprep.core.history import CardKey, CardRecord, History
from cpsprep.core.item import Kind
from cpsprep.core.planning.deadline import Deadline, deadline_of
from cpsprep.core.planning.mocks import after_mocks
from cpsprep.core.planning.selection import STUDIED

_GOLDEN: Final = 0.6180339887498949
"""Steps of the golden section fall far apart, however many there are."""
_ALL: Final = 2**32


def lots_of(learner: str) -> Callable[[str], float]:
    """Draws a learner's lot for a name, from 0 to below 1.

    A checksum is random enough to spread cards, and costs a quarter of a hash.
    """
    start = crc32(_bytes(learner))
    return lambda name: crc32(name.encode("utf-8", "surrogatepass"), start) / _ALL


def places(entries: Iterable[Entry], learner: str) -> dict[CardKey, float]:
    """The place of each card that is studied; siblings, which give one another away, stand far apart."""
    found: dict[CardKey, float] = {}
    met: dict[tuple[str, str], int] = {}
    draw = lots_of(learner)
    for entry in entries:
        if entry.status not in STUDIED:
            continue
        name: str = entry.item
        turn = 0
        if entry.scenario or entry.kind is Kind.CLOZE:
            name = entry.scenario or name
            turn = met[entry.bank, name] = met.get((entry.bank, name), -1) + 1
        lot = draw(name)
        found[entry.bank, entry.card] = (lot + turn * _GOLDEN) % 1.0 if turn else lot
    return found


def under_plan(history: History, entries: Iterable[Entry], deadline: Deadline | None) -> History:
    """The history whose records carry the days of the plan; the very same one without a plan."""
    return history if deadline is None else moved(history, deadline, places(entries, history.learner))


def on_planned_days(history: History, entries: Iterable[Entry], today: int) -> History:
    """The history with the days of the plan in force, and of mock exams, for what only looks at days."""
    return after_mocks(under_plan(history, entries, deadline_of(history.plan, today)))


def moved(history: History, deadline: Deadline, lots: Mapping[CardKey, float]) -> History:
    """The history whose records carry the days of the plan, with the places of the cards in the window.

    Cards of banks that are not in use have no place, and keep the scheduler's day.
    """
    last, first = deadline.last, deadline.first
    records = history.records
    number, window, day = deadline.days.number(first), deadline.window, deadline.days.day
    targets = [day(number + step) for step in range(window)]
    capped = {
        key: CardRecord._make((record[0], targets[int(lots[key] * window)], *record[2:]))
        for key, record in records.items()
        if record.due > last and record.last_day < first and key in lots
    }
    return history.with_records({**records, **capped}) if capped else history


def _bytes(name: str) -> bytes:
    """A name from a log of elsewhere may hold half of a surrogate pair."""
    return name.encode("utf-8", "surrogatepass")
