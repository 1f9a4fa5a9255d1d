"""A pack as a file: a zip whose files are stored as they are, so that no bomb fits into one.

Reading believes nothing: names, kinds, sizes and hashes are checked before anything is used, and no name in
the file ever becomes a path before `core.packs.names` let it pass.
"""

import os
import stat
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from cpsprep.adapters.bank.folder import BANK_FILE, bank_paths
from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.core.media import FOLDER as MEDIA
from cpsprep.core.media import MAX_BYTES as MAX_MEDIA
from cpsprep.core.packs.manifest import Manifest, NewerPackError, NotAManifestError, dump, parse
from cpsprep.core.packs.mark import MANIFEST
from cpsprep.core.packs.names import ENDING, may_hold

MAX_TEXTS: Final = 32_000_000
"""Bytes of all YAML together: some 24,000 questions."""
MAX_WHOLE: Final = 200_000_000
MAX_FILES: Final = 5000
_START: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip can tell: the same bank gives the same bytes on any day."""
_ASK: Final = "ask whoever gave it to you for a new copy; nothing was changed"
_BROKEN: Final = (BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError, OverflowError)


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was read: what it says, and its files by name."""

    manifest: Manifest
    files: Mapping[str, bytes]


def files_of(folder: Path) -> dict[str, bytes]:
    """The files of a bank's folder that go into a pack; who read which question is nobody else's business.

    Raises:
        UnreadableError: one cannot be read, has a name that not every system can have, or all are too large.
    """
    paths = {path.name: path for path in bank_paths(folder)}
    for inner, ending in (("facts", ".yaml"), ("blueprints", ".yaml"), (MEDIA, "")):
        paths |= {
            f"{inner}/{path.name}": path for path in _inside(folder / inner) if path.name.endswith(ending)
        }
    if (folder / "published.json").is_file():
        paths["published.json"] = folder / "published.json"
    files: dict[str, bytes] = {}
    for name, path in sorted(paths.items()):
        if not may_hold(name):
            if name.startswith(f"{MEDIA}/"):
                continue  # it cannot be shown either
            hint = "use letters of English, digits, hyphens and underscores"
            raise UnreadableError(f"{path} has a name that not every computer can have", f"rename it: {hint}")
        try:
            files[name] = path.read_bytes()
        except OSError as error:
            raise UnreadableError(
                f"{path} cannot be read: {error.strerror}", "see that you may open it"
            ) from None
    _bounded({name: len(data) for name, data in files.items()}, str(folder))
    return files


def pack_bytes(manifest: Manifest, files: Mapping[str, bytes]) -> bytes:
    """The file; the same bank gives the same bytes."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_STORED) as pack:
        for name, data in {MANIFEST: dump(manifest), **dict(sorted(files.items()))}.items():
            info = ZipInfo(name, _START)
            info.create_system = 3
            info.external_attr = (stat.S_IFREG | 0o644) << 16
            pack.writestr(info, data)
    return made.getvalue()


def read_pack(path: Path) -> Pack:
    """The pack in this file.

    Raises:
        UsageError: it is a folder, or another kind of file.
        UnreadableError: it cannot be read, is damaged, or holds what no pack holds.
    """
    if path.is_dir():
        raise UsageError(f"{path} is a folder", f"name the file that you were given, ending in {ENDING}")
    try:
        size = path.stat().st_size
        if size > MAX_WHOLE + MAX_FILES * 1000:
            raise UnreadableError(f"{path} is larger than any pack", _ASK)
        with ZipFile(path) as pack:
            infos = pack.infolist()
            _trusted(infos, str(path))
            files = {info.filename: _read(pack, info) for info in infos}
    except FileNotFoundError:
        raise UnreadableError(
            f"there is no file {path}", f"name the file that you were given, ending in {ENDING}"
        ) from None
    except _BROKEN as error:
        reason = (
            error.strerror if isinstance(error, OSError) and error.strerror else "it is damaged, or no pack"
        )
        raise UnreadableError(f"{path} cannot be read: {reason}", _ASK) from None
    return _pack(files, str(path))


def manifests_in(folder: Path) -> dict[Path, Manifest]:
    """What the packs in this folder say of themselves; what is no pack is passed over."""
    found = {}
    for path in _inside(folder):
        if path.suffix.lower() != ENDING:
            continue
        try:
            with ZipFile(path) as pack, pack.open(MANIFEST) as file:
                found[path] = parse(file.read(MAX_TEXTS))
        except (*_BROKEN, KeyError, NotAManifestError, NewerPackError):
            continue
    return dict(sorted(found.items()))


def _inside(folder: Path) -> list[Path]:
    """The files of a folder, without links."""
    try:
        return [Path(one.path) for one in os.scandir(folder) if one.is_file(follow_symlinks=False)]
    except OSError:
        return []


def _trusted(infos: list[ZipInfo], path: str) -> None:
    """Look at the list of contents before anything is read.

    Raises:
        UnreadableError: something in it is no honest pack's.
    """
    seen: set[str] = set()
    for info in infos:
        name, mode = info.filename, info.external_attr >> 16
        plain = (
            info.compress_type == ZIP_STORED
            and info.compress_size == info.file_size
            and not info.flag_bits & 1
        )
        regular = stat.S_IFMT(mode) in {0, stat.S_IFREG}
        if not (name == MANIFEST or may_hold(name)) or not plain or not regular or name.casefold() in seen:
            raise UnreadableError(f"{path} holds what no pack holds, so it is not to be trusted", _ASK)
        seen.add(name.casefold())
    _bounded({info.filename: info.file_size for info in infos}, path)


def _bounded(sizes: Mapping[str, int], what: str) -> None:
    texts = sum(size for name, size in sizes.items() if not name.startswith(f"{MEDIA}/"))
    largest = max((size for name, size in sizes.items() if name.startswith(f"{MEDIA}/")), default=0)
    if len(sizes) > MAX_FILES or texts > MAX_TEXTS or largest > MAX_MEDIA or sum(sizes.values()) > MAX_WHOLE:
        hint = f"at most {MAX_TEXTS // 1_000_000} MB of texts and {MAX_WHOLE // 1_000_000} MB in all"
        raise UnreadableError(f"{what} is too large for a pack", hint)


def _read(pack: ZipFile, info: ZipInfo) -> bytes:
    with pack.open(info) as file:
        data = file.read(info.file_size + 1)
    if len(data) != info.file_size:
        raise BadZipFile("cut short")
    return data


def _pack(files: dict[str, bytes], path: str) -> Pack:
    try:
        manifest = parse(files.pop(MANIFEST, b""))
    except NewerPackError:
        raise UnreadableError(
            f"{path} was made by a newer cpsprep", "update cpsprep, then try again"
        ) from None
    except NotAManifestError as error:
        raise UnreadableError(f"{path} is no pack of cpsprep: in {MANIFEST} {error}", _ASK) from None
    if {name: sha256(data).hexdigest() for name, data in files.items()} != dict(manifest.files):
        raise UnreadableError(f"{path} is damaged: its files are not what it says", _ASK)
    if BANK_FILE not in files:
        raise UnreadableError(f"{path} is damaged: it has no {BANK_FILE}", _ASK)
    return Pack(manifest, files)
