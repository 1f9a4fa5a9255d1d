"""What installing a pack would do: the first time, a newer version, an older one."""

import re
from collections.abc import Mapping
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from cpsprep.core.item import ItemId, Version


class Step(StrEnum):
    """How a pack relates to what is installed of its bank."""

    FIRST = "first"
    SAME = "same"
    NEWER = "newer"
    OLDER = "older"
    OTHER = "other"
    """Other contents under the same version, or without one: nobody can tell which is newer."""


class Changes(NamedTuple):
    """How many questions an update brings, changes and takes away."""

    new: int
    changed: int
    gone: int


def step(installed: tuple[str, str] | None, offered: tuple[str, str]) -> Step:
    """What it would be.

    Args:
        installed: version and digest of what is installed; None for nothing.
        offered: those of the pack.
    """
    if installed is None:
        return Step.FIRST
    if installed[1] == offered[1]:
        return Step.SAME
    order = _compared(offered[0], installed[0])
    return Step.NEWER if order > 0 else Step.OLDER if order < 0 else Step.OTHER


def changes(before: Mapping[ItemId, Version], after: Mapping[ItemId, Version]) -> Changes:
    """What is different, by the versions of the questions."""
    return Changes(
        len(after.keys() - before.keys()),
        sum(after[item] != before[item] for item in after.keys() & before.keys()),
        len(before.keys() - after.keys()),
    )


def _compared(version: str, other: str) -> int:
    """1 where the first is later, -1 where it is earlier, 0 where nobody can tell.

    Numbers count as numbers, so 0.10 is later than 0.9, and 2027-02 than 2027-01. Words are only told apart.
    """
    for one, two in zip_longest(_numbers(version), _numbers(other), fillvalue=0):
        if one != two:
            return 1 if one > two else -1
    return 0


def _numbers(version: str) -> list[int]:
    return [int(digits[:18]) for digits in re.findall(r"[0-9]+", version)]
