"""Pictures and sounds written into the folder of a bank: before the deck that names them, over nothing."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from cpsprep.adapters.whole_file import write_whole
from cpsprep.app.errors import UnreadableError
from cpsprep.core.media import FOLDER


def others_there(bank: Path, files: Mapping[str, bytes]) -> list[str]:
    """The names under which the bank has something else, such as a picture that its author cut."""
    return [name for name, data in files.items() if _there(bank / FOLDER / name, data) is False]


def write_pictures(bank: Path, files: Mapping[str, bytes]) -> list[Path]:
    """Write those that are not there; where they are. All or none of them are written.

    Raises:
        UnreadableError: one cannot be written.
    """
    folder = bank / FOLDER
    missing = {folder / name: data for name, data in files.items() if _there(folder / name, data) is None}
    written: list[Path] = []
    try:
        if missing:
            folder.mkdir(exist_ok=True)
        for path, data in missing.items():
            write_whole(path, data)
            written.append(path)
    except OSError as error:
        take_back(written)
        message = f"the folder {folder} cannot be made: {(error.strerror or str(error)).lower()}"
        raise UnreadableError(message, "see that nothing else has this name") from None
    except BaseException:
        take_back(written)
        raise
    return written


def take_back(written: list[Path]) -> None:
    """Take away what was written for a deck that could not be written."""
    for path in written:
        with suppress(OSError):
            path.unlink()
    if written:
        with suppress(OSError):
            written[0].parent.rmdir()  # only an empty folder goes


def _there(path: Path, data: bytes) -> bool | None:
    """Whether a file holds just this; None where there is no file. A link is something else."""
    if not os.path.lexists(path):
        return None
    try:
        return not path.is_symlink() and path.read_bytes() == data
    except OSError:
        return False
