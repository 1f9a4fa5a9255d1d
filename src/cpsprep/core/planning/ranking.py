"""In which order new cards come under a plan: all areas of the exam at once, each as often as it is asked.

One order for the whole way to an exam, drawn by the learner: whatever its beginning, it covers every area in
proportion, so the cards that fit are simply the first ones. What is kept for mock exams is not in it.
"""

from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import zip_longest
from operator import itemgetter
from typing import Final, NamedTuple

from cpsprep.core.bank import Entry
from cpsprep.core.exam.outline import Outline
from cpsprep.core.exam.shares import apportion
from cpsprep.core.history import BoardResult
from cpsprep.core.item import ItemKey, Kind
from cpsprep.core.planning.introducing import Unit
from cpsprep.core.planning.places import lots_of
from cpsprep.core.planning.selection import STUDIED

POOL_SHARE: Final = 0.2
"""The part of the questions that is kept for mock exams."""
MOST_OF_AREA: Final = 0.5
"""No area gives more of its questions away than this, however large its part of the exam."""
_WEAKER: Final[Mapping[str, float]] = {"below": 2.0, "near": 1.4, "above": 0.8}
"""How much more often an area comes after a failed attempt, by what the board said of it."""
_LEAST_WEIGHT: Final = 0.5
_MOST_WEIGHT: Final = 2.0
_FULL: Final = 100.0


class Ranking(NamedTuple):
    """Units in the order in which they come, and those that are kept for mock exams."""

    drill: tuple[Unit, ...]
    pool: tuple[Unit, ...]


def rank(
    entries: Iterable[Entry],
    outline: Outline,
    learner: str,
    seen: Container[ItemKey] = frozenset(),
    result: BoardResult | None = None,
) -> Ranking:
    """Rank the cards that are studied.

    Args:
        entries: the cards of the banks in use.
        outline: the exam.
        learner: decides the lots.
        seen: items shown before the plan began; they cannot be kept for mock exams.
        result: of an earlier attempt; weak areas come more often.
    """
    areas: dict[str, list[Unit]] = {area.id: [] for area in outline.areas}
    outside: list[Unit] = []
    for unit in _units(entries):
        areas.get(_area(unit, outline), outside).append(unit)
    ordered = {area: _in_turn(units, learner) for area, units in areas.items()}
    shares = {area.id: area.share for area in outline.areas}
    pools = _pools(ordered, shares, outline, seen)
    kept = {id(unit) for pool in pools.values() for unit in pool}
    drill = {area: [unit for unit in units if id(unit) not in kept] for area, units in ordered.items()}
    weighted = {area: share * weight_of(area, result) for area, share in shares.items()}
    return Ranking((*_blended(drill, weighted), *_in_turn(outside, learner)), tuple(_blended(pools, shares)))


def weight_of(area: str, result: BoardResult | None) -> float:
    """How much more often than its share an area comes, by an earlier result in it; 1.0 without one."""
    said = result.areas.get(area) if result else None
    if said is None:
        return 1.0
    if isinstance(said, str):
        return _WEAKER.get(said, 1.0)
    return min(_MOST_WEIGHT, max(_LEAST_WEIGHT, 2 * (_FULL - said) / _FULL + _LEAST_WEIGHT))


def _units(entries: Iterable[Entry]) -> Iterator[Unit]:
    """Scenarios and cloze items whole, other cards one by one."""
    shared: dict[tuple[str, str, bool], Unit] = {}
    for entry in entries:
        if entry.status not in STUDIED:
            continue
        if not entry.scenario and entry.kind is not Kind.CLOZE:
            yield [entry]
        else:
            in_scenario = bool(entry.scenario)
            shared.setdefault((entry.bank, entry.scenario or entry.item, in_scenario), []).append(entry)
    yield from shared.values()


def _area(unit: Unit, outline: Outline) -> str:
    """The area of a unit's first question that has one."""
    if len(unit) == 1:
        return outline.area_of.get(unit[0][:2], "")
    found = (outline.area_of.get((entry.bank, entry.item)) for entry in unit)
    return next((area for area in found if area is not None), "")


def _in_turn(units: Iterable[Unit], learner: str) -> list[Unit]:
    """One topic after the other in turn; topics, and units inside one, by lot."""
    topics: dict[tuple[str, str], list[tuple[float, str, Unit]]] = {}
    lot = lots_of(learner)
    for unit in units:
        first = unit[0]
        name = first.scenario or first.item
        topics.setdefault((first.bank, first.topic), []).append((lot(name), name, unit))
    drawn = sorted((lot(f"{bank}\n{topic}"), bank, topic) for bank, topic in topics)
    columns = [sorted(topics[bank, topic], key=itemgetter(0, 1)) for _, bank, topic in drawn]
    return [one[2] for turn in zip_longest(*columns) for one in turn if one is not None]


def _pools(
    ordered: Mapping[str, list[Unit]],
    shares: Mapping[str, float],
    outline: Outline,
    seen: Container[ItemKey],
) -> dict[str, list[Unit]]:
    """The units of each area that are kept, its last ones: in proportion to the shares, scenarios whole."""
    asked = {
        area: [unit for unit in units if _is_asked(unit, outline.kinds)] for area, units in ordered.items()
    }
    sizes = {area: sum(map(len, units)) for area, units in asked.items()}
    room = {area: int(size * MOST_OF_AREA) for area, size in sizes.items()}
    wanted = apportion(round(POOL_SHARE * sum(sizes.values())), shares, room)
    pools: dict[str, list[Unit]] = {}
    for area, units in asked.items():
        pool, left = pools.setdefault(area, []), wanted.get(area, 0)
        for unit in reversed(units):
            if not left:
                break
            if len(unit) <= left and not any((entry.bank, entry.item) in seen for entry in unit):
                pool.append(unit)
                left -= len(unit)
    return pools


def _is_asked(unit: Unit, kinds: frozenset[Kind]) -> bool:
    if len(unit) == 1:
        return unit[0].kind in kinds
    return all(entry.kind in kinds for entry in unit)


def _blended(areas: Mapping[str, list[Unit]], shares: Mapping[str, float]) -> list[Unit]:
    """All areas in one row, each met as often as its share says, as long as it lasts."""
    marked: list[tuple[float, int, Unit]] = []
    for number, (area, units) in enumerate(areas.items()):
        share, before = max(shares.get(area, 0.0), 1e-9), 0
        for unit in units:
            marked.append(((before + len(unit) / 2) / share, number, unit))
            before += len(unit)
    marked.sort(key=itemgetter(0, 1))
    return [unit for *_, unit in marked]
