"""What installing a pack would do: the first time, a newer version, an older one."""

import re
from collections.abc import Container, Mapping
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from cpsprep.core.item import ItemId
from cpsprep.core.key_change import key_changed


class Step(StrEnum):
    """How a pack relates to what is installed of its bank."""

    FIRST = "first"
    SAME = "same"
    NEWER = "newer"
    OLDER = "older"
    OTHER = "other"
    """Other contents under the same version, or without one: nobody can tell which is newer."""


class Changes(NamedTuple):
    """How many questions an update brings, changes and takes away.

    `keys` are those of the changed ones where something else is right now.
    """

    new: int
    changed: int
    gone: int
    keys: int


def step(installed: tuple[str, str] | None, offered: tuple[str, str], earlier: Container[str] = ()) -> Step:
    """What it would be.

    Args:
        installed: version and digest of what is installed; None for nothing.
        offered: those of the pack.
        earlier: the digests of what was installed before that: who forgets to raise the version does not take
            anybody back.
    """
    if installed is None:
        return Step.FIRST
    if installed[1] == offered[1]:
        return Step.SAME
    order = _compared(offered[0], installed[0])
    if order > 0:
        return Step.NEWER
    return Step.OLDER if order < 0 or offered[1] in earlier else Step.OTHER


def changes(before: Mapping[ItemId, str], after: Mapping[ItemId, str]) -> Changes:
    """What is different, by the canonical texts of the questions that are studied; see `core.version`."""
    changed = [item for item in after.keys() & before.keys() if after[item] != before[item]]
    return Changes(
        new=len(after.keys() - before.keys()),
        changed=len(changed),
        gone=len(before.keys() - after.keys()),
        keys=sum(key_changed(before[item], after[item]) for item in changed),
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
