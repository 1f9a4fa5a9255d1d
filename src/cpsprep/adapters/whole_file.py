"""Writing a file whole or not at all: beside its place, onto the disk, then moved over it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from cpsprep.app.errors import UnreadableError


@contextmanager
def replacing(path: Path, *, private: bool = False, lasting: bool = True) -> Iterator[Path]:
    """An empty draft that takes the file's place when the block ends; an interruption leaves the old one.

    The old file's mode stays, and a link goes on pointing to it. A new file that is `private` can be read by
    its owner alone. What can be made anew need not be `lasting`: it may be lost when the power goes.

    Raises:
        OSError: it cannot be written.
    """
    target = path.resolve()
    draft = target.with_name(f".{target.name[:100]}.{os.urandom(6).hex()}.part")
    os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600 if private else 0o666))
    try:
        yield draft
        if lasting:
            with draft.open("rb+") as file:
                os.fsync(file.fileno())
        # Windows has no such modes, only files that must not be changed: a draft of that kind could not move.
        if os.name != "nt" and target.exists():
            draft.chmod(target.stat().st_mode & 0o777)
        draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def writing(path: Path, *, private: bool = False) -> Iterator[BinaryIO]:
    """A file to write to, which takes its place once the block ends well; see `replacing`.

    A device or a pipe is written to as it stands: a file moved over it would take its place.

    Raises:
        UnreadableError: it cannot be written.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as file:
                yield file
            return
        with replacing(path, private=private) as draft, draft.open("wb") as file:
            yield file
    except OSError as error:
        raise UnreadableError(
            f"{path} cannot be written: {(error.strerror or str(error)).lower()}",
            "see that the folder exists, is yours, and that the disk has room",
        ) from error


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Replace the content of a file, or make it; see `writing`.

    Raises:
        UnreadableError: it cannot be written.
    """
    with writing(path, private=private) as file:
        file.write(data)
