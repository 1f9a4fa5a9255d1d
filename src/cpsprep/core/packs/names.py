"""Which files a pack may hold; no name of them leads out of a folder, or means a device on any system."""

import re
from typing import Final

from cpsprep.core.file_names import is_device
from cpsprep.core.media import FOLDER as MEDIA
from cpsprep.core.media import NAME as MEDIA_NAME

ENDING: Final = ".cpsbank"
_STEM: Final = r"[A-Za-z0-9_][A-Za-z0-9_ -]{0,79}(\.[A-Za-z0-9_-]{1,40}){0,4}"
_FILES: Final = re.compile(
    rf"{_STEM}\.yaml|(facts|blueprints)/{_STEM}\.yaml|{MEDIA}/{MEDIA_NAME}|published\.json", re.ASCII
)


def may_hold(name: str) -> bool:
    """Whether a pack may hold a file of this name; folders are parted by `/`."""
    return _FILES.fullmatch(name) is not None and not is_device(name.rpartition("/")[2])
