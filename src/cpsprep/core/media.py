"""Pictures and sounds of a bank: where they lie, and which names they may have; none leads elsewhere."""

import re
from collections.abc import Iterable, Mapping
from typing import Final

FOLDER: Final = "media"
"""The folder of a bank in which they lie."""
PICTURES: Final = ("png", "jpg", "jpeg", "gif", "webp")
"""What Anki and browsers show; not svg, which may hold a program."""
SOUNDS: Final = ("mp3", "ogg", "wav", "m4a")
NAME: Final = rf"[A-Za-z0-9][A-Za-z0-9_-]{{0,79}}\.({'|'.join(PICTURES + SOUNDS)})"
"""As a regular expression."""
MAX_BYTES: Final = 20_000_000
"""A larger file is as good as missing: nobody wants it on a phone."""
PICTURE: Final = "Picture"
"""What a picture is called that is the only one of its question."""
NO_WORDS: Final = "not described yet"
"""What stands in the place of words where a file that was brought in had none."""


def is_name(text: str) -> bool:
    return re.fullmatch(NAME, text) is not None


def is_sound(name: str) -> bool:
    """Whether a file of this name is heard and not seen."""
    return name.rpartition(".")[2] in SOUNDS


def titles(names: Iterable[str]) -> Mapping[str, str]:
    """What each is called beside its words: with a number where there are several, which texts can name."""
    sorts: dict[str, list[str]] = {}
    for name in names:
        sorts.setdefault("Sound" if is_sound(name) else PICTURE, []).append(name)
    return {
        name: sort if len(alike) == 1 else f"{sort} {number}"
        for sort, alike in sorts.items()
        for number, name in enumerate(alike, 1)
    }


def is_described(words: str) -> bool:
    """Whether somebody has said what it shows."""
    return words.strip(" .").casefold() != NO_WORDS
