"""What an exam asks, settled for the banks in use: areas with shares, length, time, pass mark.

Named tuples, because a learner with a plan needs them at every start.
"""

from collections.abc import Mapping
from typing import NamedTuple

from cpsprep.core.item import ItemKey, Kind


class Area(NamedTuple):
    """A content area of an exam; the shares of all areas of an outline add up to 1."""

    id: str
    title: str
    share: float


class Outline(NamedTuple):
    """One blueprint, settled for the banks in use.

    Args:
        id: of the blueprint.
        title: as a learner reads it.
        areas: at least one, in the order of the blueprint.
        area_of: the area of each item that can be asked; items that are missing here are in no area.
        shares_known: whether the board publishes the shares; otherwise they are equal, and that is said.
        areas_known: whether these are the board's areas; otherwise areas and shares are those of the banks.
        items: how many questions the exam has; where the board does not say, a number of ours.
        items_known: whether `items` is the board's.
        minutes: the time for that many, None where the board does not say one or the other.
        cut: the least share of right answers that passes, from 0 to 1; None where it is unknown or scaled.
        kinds: the kinds of item that the board uses.
    """

    id: str
    title: str
    areas: tuple[Area, ...]
    area_of: Mapping[ItemKey, str]
    shares_known: bool = False
    areas_known: bool = True
    items: int = 75
    items_known: bool = False
    minutes: int | None = None
    cut: float | None = None
    kinds: frozenset[Kind] = frozenset({Kind.SINGLE})
