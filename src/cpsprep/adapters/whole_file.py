"""Writing a file whole or not at all: beside its place, onto the disk, then moved over it."""

import os
from pathlib import Path
from uuid import uuid4

from cpsprep.app.errors import UnreadableError


def write_whole(path: Path, data: bytes) -> None:
    """Replace a file, keeping its mode and following a link; an interruption leaves the old one.

    Raises:
        UnreadableError: it cannot be written.
    """
    draft = None
    try:
        target = path.resolve()
        draft = target.with_name(f".{target.name[:100]}.{uuid4().hex[:12]}.part")
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            draft.chmod(target.stat().st_mode & 0o777)
        draft.replace(target)
    except OSError as error:
        raise UnreadableError(
            f"{path} cannot be written: {(error.strerror or str(error)).lower()}",
            "see that the folder exists, is yours, and that the disk has room",
        ) from error
    finally:
        if draft is not None:
            draft.unlink(missing_ok=True)
