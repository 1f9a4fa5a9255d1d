"""The field `media` of an item: names of files that can do no harm, each with what it shows in words."""

from collections.abc import Mapping

from cpsprep.core.media import FOLDER, PICTURES, SOUNDS, is_name
from cpsprep.core.reading.fields import Fields


def read_media(fields: Fields) -> Mapping[str, str]:
    """What the field names; a file without words is a mistake, for many people will only hear them."""
    found = fields.pairs("media")
    for name, words in found.items():
        if not is_name(name):
            message = f"'{name}' is no name of a picture or sound"
            ends = ", ".join(PICTURES + SOUNDS)
            hint = f"use letters, digits, hyphens and one of the endings {ends}; the file goes to '{FOLDER}/'"
            fields.at(fields.key_of("media", name), "bad-media", message, hint, name)
        elif not words:
            message = f"nothing says in words what '{name}' shows"
            fields.at(fields.key_of("media", name), "media-words", message, f"write '{name}: ...'", name)
    return found
