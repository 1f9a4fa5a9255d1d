"""A question that is being written, kept in a file of the data folder after each answer."""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cpsprep.adapters.system import make_private
from cpsprep.adapters.whole_file import write_whole
from cpsprep.app.errors import UnreadableError
from cpsprep.core.writing.form import of_earlier

_MOST: Final = 9
"""So many questions of one bank can be written at the same time, each with a file of its own."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What was said of a question so far, part by part, and the deck that it is for."""

    deck: str
    said: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class UnfinishedFile:
    """The file for one bank; without an unfinished question there is none."""

    path: Path

    def read(self) -> Unfinished | None:
        """What is kept; nothing where the file is gone or damaged."""
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
            said = tuple((str(part), str(text)) for part, text in found["said"])
            return Unfinished(str(found["deck"]), of_earlier(said)) if said else None
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def keep(self, deck: str, said: Sequence[tuple[str, str]]) -> None:
        """Keep this, on disk before returning.

        Raises:
            UnreadableError: it cannot be kept.
        """
        try:
            make_private(self.path.parent)
        except OSError as error:
            hint = "see that its folder is yours, and that the disk has room"
            raise UnreadableError(f"{self.path.parent} cannot be made: {error.strerror}", hint) from error
        text = json.dumps({"deck": deck, "said": said}, ensure_ascii=False, indent=1)
        write_whole(self.path, text.encode(), private=True)

    def drop(self) -> None:
        """Forget it."""
        with suppress(OSError):
            self.path.unlink()


@contextmanager
def claimed(folder: Path, name: str) -> Iterator[UnfinishedFile]:
    """A file for the question that is written here, which no other cpsprep writes to meanwhile.

    One that holds a question comes first, the latest of several, so that whatever was begun comes back.
    """
    from filelock import FileLock, Timeout

    files = [UnfinishedFile(folder / f"{name}{f'-{n}' if n > 1 else ''}.json") for n in range(1, _MOST + 1)]
    for one in sorted(files, key=_age):
        lock = FileLock(one.path.with_suffix(".lock"), mode=0o600)
        try:
            make_private(folder)
            lock.acquire(timeout=0)
        except Timeout:
            continue
        except OSError:
            break  # where nothing can be written, keeping says so with its reason
        try:
            yield one
        finally:
            lock.release()
        return
    yield files[0]


def _age(file: UnfinishedFile) -> float:
    """Less for later ones; most where there is none."""
    try:
        return -file.path.stat().st_mtime
    except OSError:
        return 0
