"""The banks in use, in their folders, through a cache: what `app.ports.Shelf` asks for."""

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from cpsprep.adapters.bank.cache import BankCache, CachedBank, Stamp, proof_of, stamp_of
from cpsprep.adapters.bank.folder import BANK_FILE, bank_paths, load
from cpsprep.adapters.bank.installed import came_as_pack
from cpsprep.adapters.bank.shipped_bank import default_bank_folder
from cpsprep.adapters.collector import without_collector
from cpsprep.adapters.system import expanded
from cpsprep.app.errors import UnreadableError
from cpsprep.core.bank import Bank, BankHeader, Catalog, Entry
from cpsprep.core.catalog import entries_of
from cpsprep.core.item import BankId, Item, ItemId, Version
from cpsprep.core.version import canonical, version_of


@dataclass(frozen=True, slots=True)
class _Shelved:
    """One bank as the catalog promised it, and where its items come from: the cache, or memory."""

    folder: Path
    stamp: Stamp
    header: BankHeader
    entries: tuple[Entry, ...]
    left_out: int
    cached: CachedBank | None
    items: Mapping[ItemId, Item]


class BankShelf:
    """Several banks at once, told apart by their UUIDs.

    Args:
        folders: one a bank; the same folder twice is one bank.
        cache_dir: where caches are kept, None for no caches.
        now_ns: the time in nanoseconds since 1970.
    """

    def __init__(
        self,
        folders: Sequence[Path],
        cache_dir: Path | None,
        now_ns: Callable[[], int] = time.time_ns,
    ) -> None:
        self._folders = tuple(
            {folder.resolve(): folder for folder in map(expanded, map(str, folders))}.values()
        )
        self._cache = BankCache(cache_dir)
        self._now_ns = now_ns
        self._shelved: dict[Path, _Shelved] = {}
        self._promised: dict[BankId, dict[ItemId, Version]] = {}
        self._reread: dict[BankId, Bank] = {}

    def catalog(self) -> Catalog:
        """Every card of the banks, as the folders are now.

        Raises:
            UnreadableError: a bank is missing or cannot be used, or two folders hold the same bank.
        """
        found: dict[BankId, _Shelved] = {}
        for folder in self._folders:
            shelved = self._shelf(folder)
            twin = found.get(shelved.header.id)
            if twin:
                hint = "leave one of them out; a copy to be changed needs a uuid of its own in bank.yaml"
                raise UnreadableError(f"{twin.folder} and {folder} hold the same bank", hint)
            found[shelved.header.id] = shelved
            self._shelved[folder] = shelved
        self._promised, self._reread = {}, {}
        return Catalog(
            headers=tuple(shelved.header for shelved in found.values()),
            entries=tuple(entry for shelved in found.values() for entry in shelved.entries),
            left_out=sum(shelved.left_out for shelved in found.values()),
        )

    def item(self, bank: BankId, item: ItemId) -> Item:
        """The item as the last catalog promised it, also where its file changed since, if it can be had.

        Raises:
            UnreadableError: it changed or is gone.
        """
        if not self._shelved:
            self.catalog()
        shelved = next((one for one in self._shelved.values() if one.header.id == bank), None)
        if shelved is None:
            raise UnreadableError(
                f"question '{item}' is of a bank that is not in use", "add its folder with --bank"
            )
        if bank not in self._promised:
            self._promised[bank] = {entry.item: entry.version for entry in shelved.entries}
        version = self._promised[bank].get(item)
        for found in self._candidates(shelved, item):
            if found and version == version_of(canonical(found)):
                return found
        message = f"question '{item}' of {shelved.folder} was changed or taken away in the meantime"
        raise UnreadableError(message, "start again to study the bank as it is now")

    def banks(self) -> tuple[Bank, ...]:
        """Every bank, read from its YAML with all of its problems."""
        return tuple(map(self.bank, self._folders))

    def bank(self, folder: Path) -> Bank:
        """The bank in this folder, read from its YAML with all of its problems.

        Raises:
            UnreadableError: there is no such folder, or no bank in it.
        """
        from cpsprep.adapters.bank.yaml_bank import read_bank

        bank = read_bank(folder)
        return replace(bank, header=replace(bank.header, owned=_is_owned(folder)))

    def close(self) -> None:
        """Let go of the cache files."""
        for shelved in self._shelved.values():
            if shelved.cached:
                shelved.cached.close()
        self._shelved = {}

    def _candidates(self, shelved: _Shelved, item: ItemId) -> Iterator[Item | None]:
        """The item from memory or the cache, then from the YAML as it is now."""
        yield shelved.items.get(item)
        if shelved.cached:
            yield shelved.cached.item(item)
        bank = shelved.header.id
        if bank not in self._reread:
            self._reread[bank] = self.bank(shelved.folder)
        yield self._reread[bank].items.get(item)

    def _shelf(self, folder: Path) -> _Shelved:
        """This bank from memory, else from the cache, else from its YAML."""
        paths = bank_paths(folder)
        stamp = stamp_of(paths, self._now_ns())
        known = self._shelved.get(folder)
        if known and known.stamp.settled and known.stamp.files == stamp.files:
            return known
        cached = self._cache.open(folder, owned=_is_owned(folder))
        if cached and not (cached.stamp.settled and cached.stamp.files == stamp.files):
            if cached.proof == proof_of(load(paths)):
                self._cache.confirm(folder, stamp)
            else:
                cached.close()
                cached = None
        entries = cached.entries() if cached else None
        if cached is None or entries is None:
            return self._read(folder, paths, stamp)
        return _Shelved(folder, stamp, cached.header, entries, cached.left_out, cached, {})

    def _read(self, folder: Path, paths: Sequence[Path], stamp: Stamp) -> _Shelved:
        from cpsprep.adapters.bank.yaml_bank import build

        with without_collector():
            files = load(paths)
            bank = build(folder, files)
            if not bank.header.id:
                raise _unusable(bank)
            entries = entries_of(bank)
            self._cache.store(folder, bank, entries, stamp, proof_of(files))
        header = replace(bank.header, owned=_is_owned(folder))
        return _Shelved(folder, stamp, header, entries, bank.left_out, None, bank.items)


def _unusable(bank: Bank) -> UnreadableError:
    problem = next(one for one in bank.problems if Path(one.place.file).name == BANK_FILE)
    return UnreadableError(f"this bank cannot be used: {problem.message}, at {problem.place}", problem.hint)


def _is_owned(folder: Path) -> bool:
    """Whether the learner may edit this bank: it was not shipped or installed, and can be written."""
    is_given = came_as_pack(folder) or folder.resolve() == default_bank_folder().resolve()
    return not is_given and os.access(folder, os.W_OK)
