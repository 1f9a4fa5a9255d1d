"""How the questions that were studied would go: a line of its own, for they are easier than the exam's."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from cpsprep.core.bank import Entry
from cpsprep.core.history import CardKey, CardRecord
from cpsprep.core.item import ItemKey
from cpsprep.core.memory.recall import Comes, Trace, foreseen, recalled
from cpsprep.core.readiness.guessing import chance_of, guessed
from cpsprep.core.sm2 import Profile


@dataclass(frozen=True, slots=True)
class Practised:
    """Shares of right answers among `n` studied questions, guessing included.

    Args:
        now: if they were asked today; right after studying that flatters.
        faded: on the day of the exam without another review, None without an exam ahead.
        planned: on the day of the exam with the reviews that are planned until then.
        tomorrow: if they were asked on the next day; None where nothing was studied today.
    """

    n: int
    now: float
    faded: float | None = None
    planned: float | None = None
    tomorrow: float | None = None


def practised(
    entries: Iterable[Entry],
    traces: Mapping[CardKey, Trace],
    records: Mapping[CardKey, CardRecord],
    today: int,
    exam: int | None = None,
    comes: Callable[[CardKey], Comes] = lambda _: lambda _, natural: natural,
    profile: Profile = Profile.TEXT,
    shift: float = 0.0,
) -> Practised | None:
    """What is left of all that was studied, on average; None where nothing was.

    Args:
        entries: the cards that count.
        traces: what is left of each card's answers.
        records: where each card stands in the schedule, with the day on which the plan brings it back.
        today: the study day.
        exam: that of the exam; what is not ahead does not count.
        comes: how the plan moves the due days of a card.
        profile: the reading of SM-2.
        shift: how much more the learner recalls than most; see `core.memory.own_shift`.
    """
    items: set[ItemKey] = set()
    now: list[float] = []
    tomorrow: list[float] = []
    is_fresh = False
    faded: list[float] = []
    planned: list[float] = []
    for entry in entries:
        key = (entry.bank, entry.card)
        trace, record = traces.get(key), records.get(key)
        if trace is None:
            continue
        guess = chance_of(entry.kind)
        items.add((entry.bank, entry.item))
        now.append(guessed(recalled(trace, today, shift), guess))
        tomorrow.append(guessed(recalled(trace, today + 1, shift), guess))
        is_fresh = is_fresh or trace.day >= today
        if exam is None or exam <= today:
            continue
        alone = recalled(trace, exam, shift)
        faded.append(guessed(alone, guess))
        if record is not None:
            due = max(record.due, today + (record.last_day >= today))
            alone = foreseen(trace, record.state, due, exam, comes(key), profile, shift)
        planned.append(guessed(alone, guess))
    if not now:
        return None
    return Practised(
        len(items),
        _mean(now),
        _mean(faded) if faded else None,
        _mean(planned) if faded else None,
        _mean(tomorrow) if is_fresh else None,
    )


def _mean(parts: list[float]) -> float:
    return sum(parts) / len(parts)
