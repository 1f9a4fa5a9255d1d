"""The tags of an item in Anki, all under one root, so that a learner's own stay apart."""

import re
from functools import lru_cache
from typing import Final
from unicodedata import normalize

from cpsprep.core.item import Item, Status

_ROOT: Final = "cps"
RETIRED: Final = "cps::retired"
"""The tag that lets a learner find, and suspend, what is no longer asked."""
_NO_TAG: Final = re.compile(r'[\x00-\x1f\x7f"]')


def tags(item: Item) -> tuple[str, ...]:
    """What the item is about, its own tags under `cps::tag`, `cps::draft` and `cps::retired`; sorted."""
    found = [
        _tag("domain", item.domain),
        _tag("topic", item.topic),
        _tag("level", item.level or ""),
        _tag("scenario", item.scenario.id if item.scenario else ""),
        _tag("kind", item.kind.value),
        *(_tag("tag", own) for own in item.tags),
    ]
    if item.status is Status.DRAFT:
        found.append(f"{_ROOT}::draft")
    if item.status is Status.RETIRED:
        found.append(RETIRED)
    return tuple(sorted({tag for tag in found if tag}))


def clean_tag(text: str) -> str:
    """A tag as Anki keeps it: no spaces, quotes or empty levels; empty if nothing is left."""
    levels = (_NO_TAG.sub("", "-".join(level.split())) for level in normalize("NFC", text).split("::"))
    return "::".join(level for level in levels if level)


@lru_cache(maxsize=10_000)
def _tag(group: str, text: str) -> str:
    """One tag, or nothing; the same few come again and again."""
    cleaned = clean_tag(text)
    return f"{_ROOT}::{group}::{cleaned}" if cleaned else ""
