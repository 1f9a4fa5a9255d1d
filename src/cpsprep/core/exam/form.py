"""Drawing a form: which questions a mock exam asks, and in which order.

Pure and without chance: ties are lots, hashes of the seed and a name, so that one seed gives one form.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final, NamedTuple

from cpsprep.core.bank import Entry
from cpsprep.core.exam.outline import Outline
from cpsprep.core.exam.shares import apportion
from cpsprep.core.history import CardKey
from cpsprep.core.item import ItemKey, Kind
from cpsprep.core.planning.selection import STUDIED

ASKED: Final = frozenset({Kind.SINGLE, Kind.MULTIPLE, Kind.TRUEFALSE})
"""Kinds that can be scored without the learner's own judgement; no exam asks the others."""
_POOL, _NEW, _SEEN = range(3)


@dataclass(frozen=True, slots=True)
class Known:
    """What the log says of the questions.

    Args:
        pool: items kept for mock exams; they come first.
        last_seen: the study day on which an item was last shown, in whatever way.
        set_aside: cards that the learner put away. They are left out: who put a question away, because it
            hurts or is wrong, must not meet it where there is no way around it.
    """

    pool: frozenset[ItemKey] = frozenset()
    last_seen: Mapping[ItemKey, int] = field(default_factory=dict)
    set_aside: frozenset[CardKey] = frozenset()


class AreaCount(NamedTuple):
    """An area of the form: how many questions its share asks for, and how many there are."""

    area: str
    wanted: int
    got: int


@dataclass(frozen=True, slots=True)
class Form:
    """The questions in the order in which they are asked.

    Args:
        entries: one a question.
        counts: by area.
        asked_for: how many questions there should be; fewer are there where the banks lack them.
        set_aside: questions that were left out because the learner put them away.
    """

    entries: tuple[Entry, ...]
    counts: tuple[AreaCount, ...]
    asked_for: int
    set_aside: int = 0


class _Unit(NamedTuple):
    """A question that stands alone, or a scenario whole, with its lot."""

    lot: bytes
    entries: tuple[Entry, ...]


_Piles = dict[tuple[int, int], list[tuple[Entry, ...]]]
"""Units by how welcome they are: (pool, new or seen; the study day), the smallest first."""


def draw(entries: Iterable[Entry], outline: Outline, items: int, seed: str, known: Known) -> Form:
    """Draw a form of so many items.

    First come items of the pool, then others never seen, then those seen the longest ago; ties go by lot. A
    scenario comes whole and in order, so it is passed over where an area has less room than it needs.

    Args:
        entries: the catalog of the banks in use.
        outline: areas with shares, kinds.
        items: how many questions.
        seed: of the lots.
        known: what the log says.
    """
    shares = {area.id: area.share for area in outline.areas}
    piles, room, aside = _candidates(entries, outline, known)
    taken = list(_by_area(piles, apportion(items, shares, room), outline, seed))
    short = items - sum(len(unit.entries) for unit in taken)
    if short:
        taken += list(_filled(piles, taken, short, seed))
    taken.sort(key=_place)
    form = tuple(entry for unit in taken for entry in unit.entries)
    got = Counter(outline.area_of[entry.bank, entry.item] for entry in form)
    wanted = apportion(items, shares, dict.fromkeys(shares, items))
    counts = tuple(AreaCount(area, wanted[area], got[area]) for area in shares)
    return Form(form, counts, items, aside)


def _candidates(
    entries: Iterable[Entry], outline: Outline, known: Known
) -> tuple[_Piles, dict[str, int], int]:
    """What can be asked, scenarios put together; how many by area; how many were put away.

    Written for ten thousand entries: enums are compared and not hashed, which would cost a call each.
    """
    kinds, studied = tuple(outline.kinds & ASKED), tuple(STUDIED)
    area_of, seen, pool, set_aside = outline.area_of, known.last_seen, known.pool, known.set_aside
    room = {area.id: 0 for area in outline.areas}
    piles: _Piles = {}
    fresh: list[tuple[Entry, ...]] = []
    scenarios: dict[tuple[str, str], list[Entry]] = {}
    aside = 0
    for entry in entries:
        bank, item, card, kind, _, _, _, status, _, _, _, scenario, _, _ = entry
        if kind not in kinds or status not in studied:
            continue
        key = (bank, item)
        area = area_of.get(key)
        if area not in room:
            continue
        if set_aside and (bank, card) in set_aside:
            aside += 1
            continue
        room[area] += 1
        if scenario:
            scenarios.setdefault((bank, scenario), []).append(entry)
        elif seen and key in seen:
            piles.setdefault((_SEEN, seen[key]), []).append((entry,))
        elif pool and key in pool:
            piles.setdefault((_POOL, 0), []).append((entry,))
        else:
            fresh.append((entry,))
    if fresh:
        piles[_NEW, 0] = fresh
    for members in scenarios.values():
        piles.setdefault(_rank(members, known), []).append(tuple(members))
    return piles, room, aside


def _rank(members: Iterable[Entry], known: Known) -> tuple[int, int]:
    """How welcome a scenario is: as its question that was seen last."""
    keys = [(entry.bank, entry.item) for entry in members]
    days = [known.last_seen[key] for key in keys if key in known.last_seen]
    if days:
        return _SEEN, max(days)
    return _POOL if all(key in known.pool for key in keys) else _NEW, 0


def _drawn(pile: Collection[tuple[Entry, ...]], seed: str) -> Iterator[_Unit]:
    """One pile in the order of its lots."""
    salts = {bank: _salt(seed, bank) for bank in {unit[0][0] for unit in pile}}
    named = [(salts[unit[0][0]] + unit[0][1]).encode() for unit in pile]
    lots = dict(zip([sha256(name).digest() for name in named], pile, strict=True))
    return (_Unit(lot, lots[lot]) for lot in sorted(lots))


def _salt(seed: str, bank: str) -> str:
    """Short, so that the names of questions are hashed in one block whatever the seed."""
    return sha256(f"{seed}\n{bank}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _by_area(piles: _Piles, counts: Mapping[str, int], outline: Outline, seed: str) -> Iterator[_Unit]:
    """The most welcome first, as far as each of its questions has room in its area.

    Lots are drawn only for what still has room when its pile comes.
    """
    left, total, area_of = dict(counts), sum(counts.values()), outline.area_of
    for rank in sorted(piles):
        pile = piles[rank]
        if not all(left.values()):
            pile = [unit for unit in pile if left[area_of[unit[0][:2]]]]
        for unit in _drawn(pile, seed):
            areas = [area_of[entry.bank, entry.item] for entry in unit.entries]
            if all(left[area] >= areas.count(area) for area in areas):
                yield unit
                total -= len(areas)
                for area in areas:
                    left[area] -= 1
                if not total:
                    return


def _filled(piles: _Piles, taken: Iterable[_Unit], room: int, seed: str) -> Iterator[_Unit]:
    """Units of any area for what is left, because only scenarios that fit no area remain there."""
    have = {unit.lot for unit in taken}
    for unit in (unit for rank in sorted(piles) for unit in _drawn(piles[rank], seed)):
        if len(unit.entries) <= room and unit.lot not in have:
            yield unit
            room -= len(unit.entries)


def _place(unit: _Unit) -> bytes:
    """Where in the form a unit stands: by another lot, or the most welcome would all come first."""
    return sha256(unit.lot).digest()
