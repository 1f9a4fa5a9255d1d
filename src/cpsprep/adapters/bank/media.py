"""The pictures and sounds of banks, from their folders `media`."""

import os
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from cpsprep.core.anki.media import stored_name
from cpsprep.core.bank import Bank
from cpsprep.core.media import FOLDER, MAX_BYTES, is_name


@dataclass(frozen=True, slots=True)
class MediaFolders:
    """Fulfils `app.export_anki.Media`, and remembers where each file that it named lies."""

    _paths: dict[str, Path] = field(default_factory=dict)

    def stored(self, bank: Bank) -> Mapping[str, str]:
        """The names in Anki of the files that this bank's items name, as far as they are there."""
        wanted = {name for item in bank.items.values() for name in item.media}
        names: dict[str, str] = {}
        for name, path in _files(Path(bank.header.folder) / FOLDER) if wanted else ():
            if name in wanted:
                names[name] = stored_name(name, sha256(path.read_bytes()).hexdigest())
                self._paths[names[name]] = path
        return names

    def path(self, stored: str) -> Path:
        """Where the file of this name in Anki lies."""
        return self._paths[stored]


def media_names(bank_folder: Path) -> frozenset[str]:
    """The pictures and sounds that a bank's folder holds."""
    return frozenset(name for name, _ in _files(bank_folder / FOLDER))


def media_bytes(bank_folder: Path, wanted: Collection[str]) -> dict[str, bytes]:
    """What the pictures and sounds of these names hold, as far as they are there."""
    return {name: path.read_bytes() for name, path in _files(bank_folder / FOLDER) if name in wanted}


def _files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The files that may be shown; nothing is followed out of the folder."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        is_ours = is_name(entry.name) and entry.is_file(follow_symlinks=False)
        if is_ours and entry.stat(follow_symlinks=False).st_size <= MAX_BYTES:
            yield entry.name, Path(entry.path)
