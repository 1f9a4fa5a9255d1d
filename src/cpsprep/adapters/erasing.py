"""Removing everything that cpsprep keeps about a learner, and nothing else."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path

from cpsprep.adapters.system import Folders
from cpsprep.app.errors import UnreadableError

# By name, since somebody may point CPSPREP_HOME at a folder with other things in it.
_UUID = "-".join("?" * digits for digits in (8, 4, 4, 4, 12))
_DATA = (
    *("log.db*", "log.draft*", "log.lock*", "backups/log-*", "kept/log-*", "published/*.json"),
    *("bank-backups/*-*.yaml", "bank-backups/saving.lock*"),
    *("bank-drafts/*.yaml", "bank-drafts/add-*.json", "bank-drafts/add-*.lock"),
    *("backups/.log-*.part*", "published/.*.json.*.part"),  # what an interruption left; see `whole_file`
    *(".log.lock.json.*.part", "bank-drafts/.*.part", "bank-backups/.*.part"),
    *("banks/installed.json", "banks/.installed.json.*.part"),
    *(f"banks/{_UUID}/*/{inner}*" for inner in ("", "facts/", "blueprints/", "media/")),
)
_CACHE = (
    *("records.snapshot*", "last-failure.txt", "bank-*.sqlite3*", "bank-*.tmp", "blueprints-*.jsonl"),
    *(".records.snapshot.*.part", ".blueprints-*.jsonl.*.part"),
)
_CONFIG = ("config.toml", ".config.toml.*.part")
_INNER = ("backups", "bank-backups", "bank-drafts", "kept", "published", "banks")


@dataclass(frozen=True, slots=True)
class Erased:
    """What went, and folders that stay because something else is in them."""

    files: tuple[Path, ...]
    left: tuple[Path, ...]


def owned(folders: Folders) -> list[Path]:
    """The files that would go, in order."""
    return sorted(set(_owned(folders)))


def _owned(folders: Folders) -> Iterator[Path]:
    for folder, patterns in ((folders.data, _DATA), (folders.cache, _CACHE), (folders.config, _CONFIG)):
        for pattern in patterns:
            yield from (path for path in folder.glob(pattern) if path.is_file())


def erase(folders: Folders, lock: AbstractContextManager[None] | None = None) -> Erased:
    """Remove them, then the folders that are empty.

    It is done with the lock held, so that nobody begins a review meanwhile. The lock itself goes last:
    Windows lets nobody remove it while it is held.

    Raises:
        UnreadableError: one of them cannot be removed; those before it are gone.
    """
    with lock or nullcontext():
        files = [path for path in owned(folders) if not path.name.startswith(folders.lock.name)]
        _remove(files)
    locks = [path for path in sorted(folders.data.glob(f"{folders.lock.name}*")) if path.is_file()]
    _remove(locks)
    tops = (folders.data, folders.cache, folders.config)
    banks = sorted((path for path in (folders.data / "banks").rglob("*") if path.is_dir()), reverse=True)
    for folder in (*banks, *(top / inner for top in tops for inner in _INNER), *tops):
        with suppress(OSError):
            folder.rmdir()
    return Erased((*files, *locks), tuple(dict.fromkeys(top for top in tops if top.exists())))


def _remove(files: list[Path]) -> None:
    for path in files:
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise UnreadableError(
                f"cannot remove {path}: {error.strerror or error}",
                "see that its folder is yours, close any other cpsprep, then type: cpsprep data erase",
            ) from error
