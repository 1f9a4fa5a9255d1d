"""Pictures and sounds of a bank: where they lie, and which names they may have; none leads elsewhere."""

import re
from typing import Final

FOLDER: Final = "media"
"""The folder of a bank in which they lie."""
PICTURES: Final = ("png", "jpg", "jpeg", "gif", "webp")
"""What Anki and browsers show; not svg, which may hold a program."""
SOUNDS: Final = ("mp3", "ogg", "wav", "m4a")
NAME: Final = rf"[A-Za-z0-9][A-Za-z0-9_-]{{0,79}}\.({'|'.join(PICTURES + SOUNDS)})"
"""As a regular expression."""


def is_name(text: str) -> bool:
    return re.fullmatch(NAME, text) is not None


def is_sound(name: str) -> bool:
    """Whether a file of this name is heard and not seen."""
    return name.rpartition(".")[2] in SOUNDS
