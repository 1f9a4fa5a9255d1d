"""How the questions that were studied would go, with the days that a plan gives them."""

from collections.abc import Iterable

from cpsprep.core.bank import Catalog
from cpsprep.core.history import CardKey, History
from cpsprep.core.memory.own_shift import own_shift
from cpsprep.core.memory.recall import Attempt, Comes, traces
from cpsprep.core.planning.deadline import deadline_of
from cpsprep.core.planning.places import places, under_plan
from cpsprep.core.planning.selection import STUDIED
from cpsprep.core.readiness.guessing import chance_of
from cpsprep.core.readiness.practised import Practised, practised
from cpsprep.core.sm2 import Profile


def studied_ones(
    catalog: Catalog,
    history: History,
    attempts: Iterable[Attempt],
    today: int,
    profile: Profile = Profile.TEXT,
) -> Practised | None:
    """The shares of right answers to be expected today and on the day of the exam; None before the first.

    Args:
        catalog: the banks in use.
        history: of the log; due days are moved here as the plan says. What was set aside is left out, and
            what a mock exam missed before it was ever reviewed.
        attempts: every attempt to recall a card, card by card (`adapters.log.attempts`).
        today: the study day.
        profile: the reading of SM-2.
    """
    studied = [entry for entry in catalog.entries if entry.status in STUDIED]
    deadline = deadline_of(history.plan, today)
    # What was only missed in a mock exam has shown no reason yet: nobody has studied it.
    missed = history.missed_in_mock.keys() - history.records.keys()
    kept = [entry for entry in studied if (entry.bank, entry.card) not in history.set_aside | missed]
    every = list(attempts)
    memory = dict(traces(every))
    guess = {(entry.bank, entry.card): chance_of(entry.kind) for entry in catalog.entries}
    shift = own_shift(every, lambda key: guess.get(key, 0.0))
    if deadline is None:
        return practised(kept, memory, history.records, today, profile=profile, shift=shift)
    planned = under_plan(history, studied, deadline)
    spread = places(studied, history.learner)

    def comes(key: CardKey) -> Comes:
        place = spread[key]
        return lambda day, natural: deadline.due(natural, day, place)

    return practised(kept, memory, planned.records, today, deadline.exam, comes, profile, shift)
