"""One writer at a time: who appends to the log holds its lock, and says who it is."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from cpsprep.adapters.log.errors import told
from cpsprep.adapters.whole_file import replacing
from cpsprep.app.errors import BusyError


@contextmanager
def writing(path: Path, doing: str) -> Iterator[None]:
    """Hold the lock for the length of the block; the system lets go of it when the process ends, however.

    The note about the holder lies beside the lock, since Windows lets nobody read a locked file. A note that
    stayed behind means nothing: it is read only while the lock is held.

    Raises:
        BusyError: another process holds it.
        UnreadableError: the folder cannot be written.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(path, mode=0o600)
    with told(path):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            raise _busy(path) from None
    note = _note(path)
    try:
        with suppress(OSError, ValueError):
            _write(note, doing)
        yield
    finally:
        with suppress(OSError):
            note.unlink()
        lock.release()


def _note(path: Path) -> Path:
    return path.with_name(path.name + ".json")


def _write(note: Path, doing: str) -> None:
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    words = json.dumps({"doing": doing, "process": os.getpid(), "since": since})
    with replacing(note, lasting=False) as draft:
        draft.write_text(words, encoding="utf-8", newline="\n")


def _busy(path: Path) -> BusyError:
    try:
        holder = json.loads(_note(path).read_text(encoding="utf-8"))
        since = datetime.fromisoformat(holder["since"])
        process, doing = int(holder["process"]), str(holder["doing"])
    except (OSError, ValueError, TypeError, KeyError):
        return BusyError(
            f"another cpsprep is using the log {path.parent}",
            "finish there first (type q), then try again; reading commands work meanwhile",
        )
    return BusyError(
        f"another cpsprep is open: {doing}, since {since:%H:%M on %A, %B} {since.day} (process {process})",
        f"finish there first (type q), then try again; if it hangs, end process {process}",
    )
