"""Columns that only tables of cpsprep have: pictures, what happened in a story, the order of options."""

import re
from collections.abc import Sequence
from typing import Final

from cpsprep.core.media import NAME

_MEDIA: Final = re.compile(rf"(?:^|; )({NAME}): ")
_NEXT_UPDATE: Final = re.compile(r"\n\s*---\s*\n")
_UNKNOWN: Final = "pictures or sounds; write them as clock.png: What it shows."


def named_media(text: str) -> tuple[dict[str, str], str]:
    """`clock.png: A clock; voice.mp3: A voice` by names, and what could not be kept of it, "" for nothing."""
    found = list(_MEDIA.finditer(text))
    starts = [*(one.start() for one in found), len(text)]
    media = {one[1]: text[one.end() : starts[at]].strip() for at, one in enumerate(found, 1)}
    is_whole = not text or (bool(found) and starts[0] == 0 and all(media.values()))
    return {name: words for name, words in media.items() if words}, "" if is_whole else _UNKNOWN


def updates_in(text: str) -> tuple[str, ...]:
    """What happened in a story, one after the other, parted by lines of three hyphens."""
    return tuple(part.strip() for part in _NEXT_UPDATE.split(text) if part.strip())


def in_order(letters: Sequence[str], order: str) -> list[str]:
    """The letters of the options in the order that the table says, else in that of their columns."""
    said = [letter for letter in re.findall(r"[a-h]", order.lower()) if letter in letters]
    return list(dict.fromkeys([*said, *letters]))
