"""The last unexpected failure, kept where its owner can find it and send it to whoever can mend it."""

import os
import platform
import traceback
from pathlib import Path

from cpsprep import __version__
from cpsprep.adapters.system import Folders, make_private


def write_failure(error: BaseException, folders: Folders | None = None) -> Path:
    """Write the traceback over the one before, and return where it is. It holds no answers.

    Raises:
        OSError: it cannot be written.
    """
    path = (folders or Folders.find(os.environ)).cache / "last-failure.txt"
    make_private(path.parent)
    system = f"cpsprep {__version__}, Python {platform.python_version()}, {platform.system()}"
    text = "".join([system, "\n", *traceback.format_exception(error)])
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.write(text)
    return path
