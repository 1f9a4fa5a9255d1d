"""Drawing a form: which questions a mock exam asks, and in which order.

Pure and without chance: ties are lots, hashes of the seed and a name, so that one seed gives one form.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final, NamedTuple

from cpsprep.core.bank import Entry
from cpsprep.core.exam.outline import ItemKey, Outline
from cpsprep.core.exam.shares import apportion
from cpsprep.core.history import CardKey
from cpsprep.core.item import Kind
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
        counts: by area; a scenario counts for the area of its first question.
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
"""Units of one area by how welcome they are: (never seen or not, study day), the smallest first."""


def draw(entries: Iterable[Entry], outline: Outline, items: int, seed: str, known: Known) -> Form:
    """Draw a form of so many items.

    Within an area come items of the pool, then others never seen, then those seen the longest ago; ties go by
    lot. A scenario comes whole and in order, so it is passed over where less room is left than it needs.

    Args:
        entries: the catalog of the banks in use.
        outline: areas with shares, kinds.
        items: how many questions.
        seed: of the lots.
        known: what the log says.
    """
    found, aside = _candidates(entries, outline, known)
    shares = {area.id: area.share for area in outline.areas}
    room = {area: sum(len(unit) for pile in piles.values() for unit in pile) for area, piles in found.items()}
    taken = {
        area: list(_filled(_in_order(found[area], seed), count))
        for area, count in apportion(items, shares, room).items()
    }
    short = items - sum(_size(units) for units in taken.values())
    if short:
        _fill_up(taken, found, short, seed)
    units = sorted((unit for units in taken.values() for unit in units), key=_place)
    wanted = apportion(items, shares, dict.fromkeys(shares, items))
    return Form(
        entries=tuple(entry for unit in units for entry in unit.entries),
        counts=tuple(AreaCount(area, wanted[area], _size(taken[area])) for area in shares),
        asked_for=items,
        set_aside=aside,
    )


def _candidates(entries: Iterable[Entry], outline: Outline, known: Known) -> tuple[dict[str, _Piles], int]:
    """By area what can be asked, scenarios put together; and how many questions were put away.

    Written for ten thousand entries: enums are compared and not hashed, which would cost a call each.
    """
    kinds, studied = tuple(outline.kinds & ASKED), tuple(STUDIED)
    area_of, seen, pool, set_aside = outline.area_of, known.last_seen, known.pool, known.set_aside
    piles: dict[str, _Piles] = {area.id: {} for area in outline.areas}
    scenarios: dict[tuple[str, str], list[Entry]] = {}
    aside = 0
    for entry in entries:
        bank, item, card, kind, _, _, _, status, _, _, _, scenario, _, _ = entry
        if kind not in kinds or status not in studied:
            continue
        key = (bank, item)
        area = area_of.get(key)
        if area not in piles:
            continue
        if set_aside and (bank, card) in set_aside:
            aside += 1
        elif scenario:
            scenarios.setdefault((bank, scenario), []).append(entry)
        else:
            day = seen.get(key)
            rank = (_SEEN, day) if day is not None else (_POOL if key in pool else _NEW, 0)
            piles[area].setdefault(rank, []).append((entry,))
    for members in scenarios.values():
        area = area_of[members[0].bank, members[0].item]
        piles[area].setdefault(_rank(members, known), []).append(tuple(members))
    return piles, aside


def _rank(members: Iterable[Entry], known: Known) -> tuple[int, int]:
    """How welcome a scenario is: as its question that was seen last."""
    keys = [(entry.bank, entry.item) for entry in members]
    days = [known.last_seen[key] for key in keys if key in known.last_seen]
    if days:
        return _SEEN, max(days)
    return _POOL if all(key in known.pool for key in keys) else _NEW, 0


def _in_order(piles: _Piles, seed: str) -> Iterator[_Unit]:
    """The most welcome first; lots are drawn only where they are needed."""
    for rank in sorted(piles):
        pile = piles[rank]
        salts = {bank: _salt(seed, bank) for bank in {unit[0][0] for unit in pile}}
        named = [(salts[unit[0][0]] + unit[0][1]).encode() for unit in pile]
        lots = dict(zip([sha256(name).digest() for name in named], pile, strict=True))
        yield from (_Unit(lot, lots[lot]) for lot in sorted(lots))


def _salt(seed: str, bank: str) -> str:
    """Short, so that the names of questions are hashed in one block whatever the seed."""
    return sha256(f"{seed}\n{bank}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _filled(units: Iterable[_Unit], room: int) -> Iterator[_Unit]:
    """Units one after another, without those that are too large for the room left."""
    for unit in units if room > 0 else ():
        if len(unit.entries) <= room:
            yield unit
            room -= len(unit.entries)
            if not room:
                return


def _fill_up(taken: dict[str, list[_Unit]], found: Mapping[str, _Piles], room: int, seed: str) -> None:
    """Give what an area could not use, because only scenarios too large were left, to any area."""
    for area, piles in found.items():
        have = {unit.lot for unit in taken[area]}
        others = (unit for unit in _in_order(piles, seed) if unit.lot not in have)
        more = list(_filled(others, room))
        taken[area] += more
        room -= _size(more)


def _size(units: Iterable[_Unit]) -> int:
    return sum(len(unit.entries) for unit in units)


def _place(unit: _Unit) -> bytes:
    """Where in the form a unit stands: by another lot, or the areas would come one after another."""
    return sha256(unit.lot).digest()
