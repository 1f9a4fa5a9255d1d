"""Names of files that are good on every system."""

import re
from typing import Final

_DEVICES: Final = re.compile(r"(con|prn|aux|nul|(com|lpt)\d)(\..*)?", re.IGNORECASE)
"""Names that Windows keeps for devices, with any ending."""
_LONGEST: Final = 60
_SHORT: Final = 20


def is_device(name: str) -> bool:
    """Whether Windows would take a file of this name for a device."""
    return _DEVICES.fullmatch(name) is not None


def file_stem(title: str) -> str:
    """A title as the stem of a file's name: its words in small letters."""
    words = "-".join(re.findall(r"\w+", title.lower()))[:_LONGEST].strip("-_")
    return f"{'bank-' * is_device(words)}{words or 'cpsprep'}"


def short_name(title: str) -> str:
    """The first words of a title as a name that is typed each day."""
    stem = file_stem(title)
    if len(stem) <= _SHORT:
        return stem
    return stem[: _SHORT + 1].rpartition("-")[0] or stem[:_SHORT]
