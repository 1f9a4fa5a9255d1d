"""Whether the key of an item changed between two versions, or only its wording."""

import json
from dataclasses import dataclass
from typing import Final

from cpsprep.core.item import FALSE, TRUE, Kind

_CHOICES: Final = {Kind.SINGLE, Kind.MULTIPLE, Kind.TRUEFALSE}


@dataclass(frozen=True, slots=True)
class _Key:
    """The right options, and what the right and the wrong ones say."""

    answer: frozenset[str]
    right: frozenset[str]
    wrong: frozenset[str]


def key_changed(before: str, after: str) -> bool:
    """Compare two canonical versions of one item; see `core.version`.

    The key changed when other options are right now and say something else, or when the very words that
    were right are wrong now; so neither another order nor another wording is a change. A basic or cloze item
    has no key that could be told from its wording: never changed. Nor has a text that is no version.
    """
    old, new = _key(before), _key(after)
    if old is None or new is None:
        return False
    return (old.answer != new.answer and old.right != new.right) or not old.right.isdisjoint(new.wrong)


def _key(version: str) -> _Key | None:
    """The key of a choice item. A version may come from a merge, so it may hold anything."""
    try:
        value = json.loads(version)
        if value["kind"] not in _CHOICES:
            return None
        texts = dict(value.get("options", ((TRUE, TRUE), (FALSE, FALSE))))
        answer = frozenset(value["answer"])
        right = frozenset(texts[option] for option in answer)
        return _Key(answer, right, frozenset(texts.values()) - right)
    except (KeyError, TypeError, ValueError, RecursionError):
        return None
