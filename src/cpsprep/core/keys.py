"""Whether the key of an item changed between two versions, or only its wording."""

import json
from typing import Any

from cpsprep.core.item import Kind

_CHOICES = {Kind.SINGLE.value, Kind.MULTIPLE.value, Kind.TRUEFALSE.value}


def key_changed(before: str, after: str) -> bool:
    """Compare two canonical versions of one item; see `core.version`.

    The key changed when other options are right now and their texts are others too, so that reordering is
    no change. A basic or cloze item has no key that could be told from its wording: never changed.
    """
    old, new = json.loads(before), json.loads(after)
    if old.get("kind") not in _CHOICES or new.get("kind") not in _CHOICES:
        return False
    return old["answer"] != new["answer"] and _right_texts(old) != _right_texts(new)


def _right_texts(version: dict[str, Any]) -> set[str]:
    texts = dict(version["options"])
    return {texts.get(option, "") for option in version["answer"]}
