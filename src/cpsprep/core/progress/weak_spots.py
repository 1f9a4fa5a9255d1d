"""Where it goes wrong: right answers by domain, hardest questions, misconceptions, tricky questions."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from cpsprep.core.bank import Catalog
from cpsprep.core.history import CardKey, History
from cpsprep.core.item import BankId, ItemId, ItemKey, OptionId
from cpsprep.core.progress.answer_rows import ENOUGH, AnswerRow, Share, share
from cpsprep.core.progress.tricky import is_tricky

SHOWN: Final = 5
"""How many hardest questions and misconceptions are named."""

Traps = Mapping[tuple[BankId, ItemId, OptionId], str]
"""The misconception that an option of an item appeals to."""


@dataclass(frozen=True, slots=True)
class DomainShare:
    """The first answers of each day in one domain; `id` is empty for questions without one."""

    id: str
    title: str
    share: Share


@dataclass(frozen=True, slots=True)
class ItemShare:
    bank: BankId
    item: ItemId
    share: Share


@dataclass(frozen=True, slots=True)
class Misconception:
    """How often options of one misconception were chosen, of `n` answers that offered one."""

    id: str
    title: str
    times: int
    n: int


@dataclass(frozen=True, slots=True)
class Tricky:
    key: CardKey
    misses: int


def by_domain(catalog: Catalog, rows: Iterable[AnswerRow]) -> tuple[tuple[DomainShare, ...], Share]:
    """A share for each domain, in the order of the banks, and one for questions that left those banks."""
    homes = {(entry.bank, entry.item): (entry.bank, entry.domain) for entry in catalog.entries}
    titles = {(bank.id, domain.id): domain.title for bank in catalog.headers for domain in bank.domains}
    results: dict[tuple[BankId, str], list[bool]] = {key: [] for key in titles}
    gone: list[bool] = []
    for row in rows:
        home = homes.get((row.bank, row.item))
        (gone if home is None else results.setdefault(home, [])).append(row.right)
    named = (DomainShare(key[1], titles.get(key, key[1]), share(seen)) for key, seen in results.items())
    return tuple(named), share(gone)


def hardest(rows: Iterable[AnswerRow], present: set[ItemKey]) -> tuple[ItemShare, ...]:
    """Lowest share first, then more answers first; only with enough answers, and a wrong one among them."""
    results: dict[ItemKey, list[bool]] = {}
    for row in rows:
        if (row.bank, row.item) in present:
            results.setdefault((row.bank, row.item), []).append(row.right)
    ranked = sorted(
        (sum(seen) / len(seen), -len(seen), bank, item)
        for (bank, item), seen in results.items()
        if len(seen) >= ENOUGH and not all(seen)
    )
    return tuple(ItemShare(bank, item, share(results[bank, item])) for _, _, bank, item in ranked[:SHOWN])


def sure_errors(rows: Iterable[AnswerRow], present: set[ItemKey]) -> tuple[ItemKey, ...]:
    """Questions answered wrongly although sure, and not right on a later day yet; the latest first.

    Such errors are mended well at first and then tend to come back (docs/design.md section 6).
    """
    found: dict[ItemKey, int] = {}
    for row in rows:
        key = (row.bank, row.item)
        if row.sure and not row.right:
            found.pop(key, None)
            found[key] = row.day
        elif row.right and row.day > found.get(key, row.day):
            del found[key]
    return tuple(key for key in reversed(found) if key in present)[:SHOWN]


def most_chosen(catalog: Catalog, rows: Iterable[AnswerRow], traps: Traps) -> tuple[Misconception, ...]:
    """Most chosen first; an answer counts once for each misconception that its item offers."""
    offered: dict[ItemKey, set[str]] = {}
    for (bank, item, _), name in traps.items():
        offered.setdefault((bank, item), set()).add(name)
    chances: Counter[tuple[BankId, str]] = Counter()
    chosen: Counter[tuple[BankId, str]] = Counter()
    for row in rows:
        for name in offered.get((row.bank, row.item), ()):
            chances[row.bank, name] += 1
        hits = {traps.get((row.bank, row.item, option)) for option in row.chosen}
        chosen.update((row.bank, name) for name in hits if name is not None)
    titles = {bank.id: bank.misconceptions for bank in catalog.headers}
    ranked = sorted(chosen.items(), key=lambda one: (-one[1], chances[one[0]], one[0]))
    return tuple(
        Misconception(name, titles.get(bank, {}).get(name, name), times, chances[bank, name])
        for (bank, name), times in ranked[:SHOWN]
    )


def tricky_questions(history: History, known: Iterable[CardKey]) -> tuple[Tricky, ...]:
    """Most missed first."""
    found = [Tricky(key, history.records[key].misses) for key in known]
    return tuple(
        sorted(
            (one for one in found if is_tricky(one.misses)),
            key=lambda one: (-one.misses, one.key),
        )
    )
