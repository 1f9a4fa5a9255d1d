"""Installing a pack, and taking one away: whole or not at all, and never touching an answer."""

import os
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Final

from cpsprep.adapters.anki.ledger_files import PublishedFiles
from cpsprep.adapters.bank.folder import BANK_FILE
from cpsprep.adapters.bank.installed import FOLDER, LIST, SHIPPED, Installed, as_text, installed
from cpsprep.adapters.bank.pack_file import Pack
from cpsprep.adapters.bank.yaml_bank import read_bank
from cpsprep.adapters.bank.yaml_events import read, source_of
from cpsprep.adapters.system import make_private
from cpsprep.adapters.whole_file import write_whole
from cpsprep.app.errors import UnreadableError
from cpsprep.core.bank import Bank
from cpsprep.core.file_names import file_stem, short_name
from cpsprep.core.packs.manifest import dump
from cpsprep.core.packs.mark import MANIFEST
from cpsprep.core.problem import Severity

_TAKEN: Final = frozenset({SHIPPED, "default"})
_SHORT: Final = 16
_EARLIER: Final = 50
"""So many earlier states of a bank are remembered."""


def install(data: Path, pack: Pack, what: str) -> tuple[Installed, Bank]:
    """Put the bank into the data folder, in place of an earlier one of the same uuid.

    Its files are written beside their place and read there as they will be read; then the folder is moved,
    and last the list is replaced, which is the moment from which it counts.

    Args:
        data: the data folder.
        pack: as it was read.
        what: the file's name, for messages.

    Raises:
        UnreadableError: the bank has mistakes, or cannot be written.
    """
    home = data / FOLDER
    manifest = pack.manifest
    before = installed(data)
    outer = home / manifest.bank
    try:
        make_private(outer)
        _clear(home)
        draft = outer / f".{os.urandom(6).hex()}.part"
        _write(draft, pack)
        try:
            bank = _sound(draft, pack, what)
        except UnreadableError:
            shutil.rmtree(draft, ignore_errors=True)
            raise
        place = outer / manifest.digest[:_SHORT]
        if place.exists():  # the list is damaged or was deleted: these are the same files
            shutil.rmtree(place)
        draft.rename(place)
    except OSError as error:
        raise UnreadableError(
            f"{home} cannot be written: {(error.strerror or str(error)).lower()}",
            "see that the disk has room; nothing was changed",
        ) from error
    new = Installed(
        _name(manifest.title, manifest.bank, before),
        manifest.bank,
        " ".join(manifest.title.split()),
        manifest.version,
        manifest.digest,
        place,
        _earlier(next((one for one in before if one.bank == manifest.bank), None), manifest.digest),
    )
    write_whole(home / LIST, as_text([new, *(one for one in before if one.bank != new.bank)]).encode())
    _forget(outer, keep=place)
    return new, replace(bank, header=replace(bank.header, folder=str(place)))


def uninstall(data: Path, one: Installed) -> None:
    """Take an installed bank away; answers to it stay in the log.

    Raises:
        UnreadableError: the list cannot be written.
    """
    left = [other for other in installed(data) if other.bank != one.bank]
    write_whole(data / FOLDER / LIST, as_text(left).encode())
    _forget(one.folder.parent, keep=None)


def _write(draft: Path, pack: Pack) -> None:
    """Write the files; their names were let through by `core.packs.names`."""
    draft.mkdir(mode=0o700)
    for name, content in {MANIFEST: dump(pack.manifest), **pack.files}.items():
        path = draft / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)


def _sound(draft: Path, pack: Pack, what: str) -> Bank:
    """The bank in this folder, once all of it can be read.

    Raises:
        UnreadableError: something cannot.
    """
    bank = read_bank(draft)
    wrong = [one for one in bank.problems if one.severity is Severity.ERROR]
    for name in pack.files:
        if "/" in name and name.endswith(".yaml"):
            found = read(source_of(str(draft / name), pack.files[name])).problems
            wrong += [one for one in found if one.severity is Severity.ERROR]
    if wrong or not bank.items:
        told = (
            f": {Path(wrong[0].place.file).name}:{wrong[0].place.line}: {wrong[0].message}" if wrong else ""
        )
        hint = (
            f"it was made with cpsprep {pack.manifest.made_with or '?'}; update yours, or ask for a new copy"
        )
        raise UnreadableError(
            f"{what} was not installed, because its questions cannot all be read{told}", hint
        )
    if bank.header.id != pack.manifest.bank:
        hint = "ask whoever gave it to you for a new copy"
        raise UnreadableError(f"{what} was not installed: {BANK_FILE} is of another bank", hint)
    PublishedFiles(draft).read(bank.header)
    return bank


def _name(title: str, bank: str, before: Sequence[Installed]) -> str:
    """A short name that no other bank has; an update keeps the one it has."""
    for one in before:
        if one.bank == bank:
            return one.name
    taken = _TAKEN | {one.name for one in before}
    whole = file_stem(title)
    names = (short_name(title), whole, *(f"{whole}-{number}" for number in range(2, 1000)))
    return next(name for name in names if name not in taken)


def _earlier(old: Installed | None, now: str) -> tuple[str, ...]:
    """The digests of what this takes the place of."""
    if old is None:
        return ()
    return tuple(one for one in dict.fromkeys((old.digest, *old.earlier)) if one != now)[:_EARLIER]


def _forget(outer: Path, *, keep: Path | None) -> None:
    """Remove earlier contents; what cannot be removed, an open file on Windows, does no harm."""
    with suppress(OSError):
        for inner in outer.iterdir():
            if inner != keep:
                shutil.rmtree(inner, ignore_errors=True)
        if keep is None:
            outer.rmdir()


def _clear(home: Path) -> None:
    """Remove what an interruption left."""
    for left in home.glob("*/.*.part"):
        shutil.rmtree(left, ignore_errors=True)
