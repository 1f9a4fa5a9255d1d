"""Banks as they were last read, kept in SQLite, so that starting does not take longer as a bank grows.

A cache file is written whole, then moved into place; whatever is wrong with it, the bank is read from its
YAML again. It is trusted while every file of the bank has the size and time it had; where a file was so young
that it could have changed again within the same tick, or a time differs, the content hash decides.
"""

import json
import os
import sqlite3
import tempfile
import weakref
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Final

from cpsprep import __version__
from cpsprep.adapters.bank.folder import BankFile
from cpsprep.adapters.bank.item_json import (
    dump_entries,
    dump_header,
    dump_item,
    load_entries,
    load_header,
    load_item,
)
from cpsprep.core.bank import Bank, BankHeader, Entry
from cpsprep.core.item import Item, ItemId

LAYOUT: Final = f"2 {__version__}"
"""Count up when the cache changes, or the rules of reading do, so that old caches are made again."""
YOUNG_NS: Final = 2_000_000_000
"""Two seconds, the coarsest tick of file times (FAT)."""
_BROKEN: Final = (sqlite3.Error, OSError, ValueError, LookupError, TypeError)
_SCHEMA: Final = """
create table meta (name text primary key, value text not null);
create table items (id text primary key, body text not null);
"""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Names, sizes and times (ns) of a bank's files, and when (ns since 1970) they were looked at."""

    files: str
    newest: int
    seen: int

    @property
    def settled(self) -> bool:
        """Whether a later change of any file must show in its time."""
        return self.newest < self.seen - YOUNG_NS


def stamp_of(paths: Iterable[Path], now_ns: int) -> Stamp:
    """How these files look now; a file that cannot be looked at counts as empty."""
    rows = []
    for path in paths:
        try:
            found = path.stat()
            rows.append((path.name, found.st_size, found.st_mtime_ns))
        except OSError:
            rows.append((path.name, -1, 0))
    return Stamp(json.dumps(rows), max(row[2] for row in rows), now_ns)


def proof_of(files: Iterable[BankFile]) -> str:
    """A hash of names and contents."""
    digest = blake2b(digest_size=16)
    for file in files:
        digest.update(os.fsencode(file.path.name))
        digest.update(f"\0{len(file.data)}\0{file.problem is None}\0".encode())
        digest.update(file.data)
    return digest.hexdigest()


class CachedBank:
    """One bank of the cache, open for reading; it stays what it was when it was opened."""

    def __init__(self, connection: sqlite3.Connection, folder: Path, *, owned: bool) -> None:
        self._connection = connection
        weakref.finalize(self, connection.close)
        self._folder = folder
        meta = dict(connection.execute("select name, value from meta"))
        if meta["layout"] != LAYOUT:
            raise ValueError("a cache of another version")
        self.stamp = Stamp(meta["files"], int(meta["newest"]), int(meta["seen"]))
        self.proof: str = meta["proof"]
        self.left_out = int(meta["left_out"])
        self.header: BankHeader = load_header(meta["header"], folder, owned=owned)
        self._entries: str = meta["entries"]

    def entries(self) -> tuple[Entry, ...] | None:
        """Every card, or None where the cache is damaged."""
        try:
            return load_entries(self._entries, self.header)
        except _BROKEN:
            return None

    def item(self, item: ItemId) -> Item | None:
        """The item, or None where the cache does not have it (any more)."""
        try:
            row = self._connection.execute("select body from items where id = ?", (item,)).fetchone()
            return load_item(row[0], self._folder) if row else None
        except _BROKEN:
            return None

    def close(self) -> None:
        self._connection.close()


class BankCache:
    """The cache files of all banks, in one folder; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def open(self, bank: Path, *, owned: bool) -> CachedBank | None:
        """What is kept of this bank, or None."""
        path = self._path(bank)
        try:
            if path is None or not path.is_file():
                return None
            connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, check_same_thread=False)
        except _BROKEN:
            return None
        try:
            return CachedBank(connection, bank, owned=owned)
        except _BROKEN:
            connection.close()
            return None

    def confirm(self, bank: Path, stamp: Stamp) -> None:
        """Note that the files, as they look now, still have the content that is kept."""
        path = self._path(bank)
        if path is None:
            return
        rows = [(str(value), name) for name, value in _stamp_rows(stamp)]
        with suppress(*_BROKEN), closing(sqlite3.connect(path, timeout=0.1)) as connection, connection:
            connection.executemany("update meta set value = ? where name = ?", rows)

    def store(self, bank: Path, content: Bank, entries: Sequence[Entry], stamp: Stamp, proof: str) -> None:
        """Keep this bank; where that is not possible, go without."""
        path = self._path(bank)
        if path is None:
            return
        with suppress(*_BROKEN):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(".tmp", path.stem, path.parent)
            os.close(handle)
            fresh = Path(name)
            try:
                _write(fresh, content, entries, stamp, proof)
                fresh.replace(path)
            finally:
                fresh.unlink(missing_ok=True)

    def _path(self, bank: Path) -> Path | None:
        if self._folder is None:
            return None
        key = sha256(os.fsencode(bank.resolve())).hexdigest()[:24]
        return self._folder.absolute() / f"bank-{key}.sqlite3"


def _write(path: Path, content: Bank, entries: Sequence[Entry], stamp: Stamp, proof: str) -> None:
    meta = {
        "layout": LAYOUT,
        "proof": proof,
        "left_out": str(content.left_out),
        "header": dump_header(content.header),
        "entries": dump_entries(entries),
        **{name: str(value) for name, value in _stamp_rows(stamp)},
    }
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("pragma journal_mode = off")
        connection.execute("pragma synchronous = off")
        connection.executescript(_SCHEMA)
        connection.execute("begin")
        connection.executemany("insert into meta values (?, ?)", meta.items())
        rows = ((item.id, dump_item(item)) for item in content.items.values())
        connection.executemany("insert into items values (?, ?)", rows)
        connection.execute("commit")


def _stamp_rows(stamp: Stamp) -> tuple[tuple[str, str | int], ...]:
    return ("files", stamp.files), ("newest", stamp.newest), ("seen", stamp.seen)
