"""Two states of a bank side by side: what became of each question, in the order of what matters most."""

import json
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

from cpsprep.core.bank import Bank
from cpsprep.core.item import Choice, Item, ItemId, OptionId, Status
from cpsprep.core.key_change import key_changed
from cpsprep.core.version import canonical


class Became(StrEnum):
    """What happened to a question; what matters most to learners first."""

    GONE = "gone"
    KEY = "changed-key"
    WORDING = "changed-wording"
    NEW = "new"
    RETIRED = "retired"
    BACK = "back-in-use"
    STATUS = "another-status"
    MOVED = "moved"
    OTHER = "changed-otherwise"


_ABOUT: Final = frozenset(
    {"domain", "topic", "level", "claims", "facts", "source", "tags", "review_by", "shuffle", "decision"}
)
"""What learners do not read of a question."""
_OF_DECK: Final = frozenset({"domain", "topic"})
"""What a deck gives to its questions."""


class Step(NamedTuple):
    """One thing that happened to a question.

    Args:
        item: its id.
        became: what happened.
        fields: that differ, where the wording or something else does; of a changed key those besides it.
        before: of a changed key its words, of another status or deck its name.
        after: the same, as it is now.
    """

    item: ItemId
    became: Became
    fields: tuple[str, ...] = ()
    before: str = ""
    after: str = ""


def compared(old: Bank, new: Bank) -> list[Step]:
    """Everything that differs, by kind and then in the order of the banks."""
    steps = [step for one in old.items.values() for step in _steps(one, new.items.get(one.id))]
    steps += [Step(name, Became.NEW) for name in new.items if name not in old.items]
    return sorted(steps, key=lambda step: list(Became).index(step.became))


def _steps(old: Item, new: Item | None) -> Iterator[Step]:
    if new is None:
        yield Step(old.id, Became.GONE)
        return
    before, after = canonical(old), canonical(new)
    if key_changed(before, after):
        besides = tuple(name for name in _differing(before, after) if name != "answer")
        yield Step(old.id, Became.KEY, besides, before=_key(old), after=_key(new))
    elif before != after:
        yield Step(old.id, Became.WORDING, tuple(_differing(before, after)))
    if (old.status is Status.RETIRED) != (new.status is Status.RETIRED):
        yield Step(old.id, Became.RETIRED if new.status is Status.RETIRED else Became.BACK)
    elif old.status is not new.status:
        yield Step(old.id, Became.STATUS, before=old.status.value, after=new.status.value)
    if old.deck != new.deck:
        yield Step(old.id, Became.MOVED, before=old.deck, after=new.deck)
    about = _ABOUT if old.deck == new.deck else _ABOUT - _OF_DECK
    other = {name for name in about if getattr(old, name) != getattr(new, name)}
    if _mistakes(old) != _mistakes(new):
        other.add("misconception")
    if other:
        yield Step(old.id, Became.OTHER, tuple(sorted(other)))


def _differing(before: str, after: str) -> Iterator[str]:
    """The fields that differ between two versions."""
    old, new = json.loads(before), json.loads(after)
    yield from (name for name in dict.fromkeys((*old, *new)) if old.get(name) != new.get(name))


def _mistakes(item: Item) -> Mapping[OptionId, str]:
    """The mistake that each wrong option stands for."""
    return item.body.misconceptions if isinstance(item.body, Choice) else {}


def _key(item: Item) -> str:
    """The right options in their own words."""
    body = item.body
    return "; ".join(body.options[one] for one in body.answer) if isinstance(body, Choice) else ""
