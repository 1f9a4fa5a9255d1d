"""Pictures and sounds of an item on its card, under names made of their bytes.

Anki keeps all media of all decks in one folder, and does not replace a file of a name that it has. So new
bytes need a new name.
"""

from collections.abc import Mapping
from typing import Final

from cpsprep.core.anki.text import inline
from cpsprep.core.item import Item
from cpsprep.core.media import FOLDER, PICTURE, is_sound, titles
from cpsprep.core.problem import Problem

Stored = Mapping[str, str]
"""By the name of a file in a bank's folder: its name in Anki."""
_DIGITS: Final = 12


def stored_name(name: str, digest: str) -> str:
    """The name in Anki of a file with this SHA-256 (hex)."""
    return f"cps-{digest[:_DIGITS]}.{name.rpartition('.')[2]}"


def media_field(item: Item, stored: Stored) -> str:
    """The field `Media`: each picture with words for who does not see it, each sound below its words."""
    return "".join(
        _told(item, name, title, stored) for name, title in titles(item.media).items() if name in stored
    )


def _told(item: Item, name: str, title: str, stored: Stored) -> str:
    words = item.media[name]
    if is_sound(name):
        return f"<p>{inline(words)}</p>[sound:{stored[name]}]"
    caption = f"<p>{title}</p>" if title != PICTURE else ""
    return f'<img src="{stored[name]}" alt="{_attribute(words)}">{caption}'


def missing_media(item: Item, stored: Stored) -> Problem | None:
    """The first file that the item names and the bank's folder does not hold."""
    for name in item.media:
        if name not in stored:
            message = f"{item.id} names '{name}', and there is no such file in the folder '{FOLDER}'"
            return Problem(
                item.place, "missing-media", message, "put the file there, or mend the name", item=item.id
            )
    return None


def _attribute(text: str) -> str:
    return inline(" ".join(text.split())).replace('"', "&quot;")
