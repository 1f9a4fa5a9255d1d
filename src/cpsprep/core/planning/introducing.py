"""In which order new cards come: bank by bank, domain by domain, and one topic after the other in turn."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import zip_longest

from cpsprep.core.bank import BankHeader, Entry
from cpsprep.core.history import CardKey
from cpsprep.core.item import BankId, Kind

Unit = list[Entry]
"""Cards that are introduced as one: those of a scenario, those of a cloze item, or a single one."""


def new_units(
    entries: Iterable[Entry], headers: Sequence[BankHeader], new: AbstractSet[CardKey]
) -> Iterator[Unit]:
    """The units that hold new cards, with only these, in the order in which to introduce them.

    A bank comes whole before the next one, what has no domain too: a class studies what its teacher wrote.
    Turns are counted over all `entries`, the known ones too, so the order is the same every day and a small
    limit does not drain the first topic before it comes to the second. Lazy by domain.
    """
    banks = {header.id: place for place, header in enumerate(headers)}
    ranks = {(header.id, domain.id): rank for header in headers for rank, domain in enumerate(header.domains)}
    domains = _by_domain(entries)
    for home in sorted(
        domains, key=lambda home: (banks.get(home[0], len(banks)), ranks.get(home, len(ranks)))
    ):
        inside = domains[home]
        if not any((entry.bank, entry.card) in new for entry in inside):
            continue
        for unit in _in_turn(inside):
            left = [entry for entry in unit if (entry.bank, entry.card) in new]
            if left:
                yield left


def _by_domain(entries: Iterable[Entry]) -> dict[tuple[BankId, str], list[Entry]]:
    """A scenario stands where its first card stands, also when a later one names another domain."""
    domains: dict[tuple[BankId, str], list[Entry]] = {}
    scenarios: dict[tuple[BankId, str], tuple[BankId, str]] = {}
    for entry in entries:
        home = (entry.bank, entry.domain)
        if entry.scenario:
            home = scenarios.setdefault((entry.bank, entry.scenario), home)
        domains.setdefault(home, []).append(entry)
    return domains


def _in_turn(entries: Iterable[Entry]) -> Iterator[Unit]:
    topics: dict[str, list[Unit]] = {}
    shared: dict[tuple[str, str], Unit] = {}
    for entry in sorted(entries, key=lambda entry: entry.order):
        if entry.scenario:
            mark = ("scenario", entry.scenario)
        elif entry.kind is Kind.CLOZE:
            mark = ("item", entry.item)
        else:
            topics.setdefault(entry.topic, []).append([entry])
            continue
        if mark not in shared:
            shared[mark] = []
            topics.setdefault(entry.topic, []).append(shared[mark])
        shared[mark].append(entry)
    for turn in zip_longest(*topics.values()):
        yield from (unit for unit in turn if unit)
