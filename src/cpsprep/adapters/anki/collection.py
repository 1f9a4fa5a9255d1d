"""The collection inside a file that Anki wrote: unpacked into memory, within bounds, from old and new forms.

Nothing is ever written to the file or to the disk: only one member with a known name is read, so names that
lead elsewhere lead nowhere.
"""

import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from cpsprep.app.errors import UnreadableError, UsageError

NEWEST_FIRST: Final = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""Newer files carry an older collection too, which only says that Anki should be updated."""
HOW_TO_EXPORT: Final = (
    "in Anki choose File, then Export, take an Anki deck package (.apkg) of this deck, "
    'and tick "Include scheduling information"'
)
_ENDINGS: Final = (".apkg", ".colpkg")
_SQLITE: Final = b"SQLite format 3\0"
_LARGEST: Final = 1 << 30
_FREE: Final = 64 << 20
_MOST_TIMES: Final = 200
"""Bytes: a collection may be this large; beyond some that are free, this many times what it was packed in."""
_CHUNK: Final = 1 << 20
_LONGEST_VALUE: Final = 64 << 20
_JOURNAL: Final = slice(18, 20)
"""Where SQLite notes that a database has a side file, without which it would not open in memory."""
_ENCRYPTED: Final = 1


@contextmanager
def open_collection(path: Path) -> Iterator[sqlite3.Connection]:
    """The collection of a package or of a whole backup, to read.

    Raises:
        UnreadableError: it cannot be read, is not from Anki, is damaged or too large.
        UsageError: it is a folder.
    """
    data = _collection(path)
    connection = sqlite3.connect(":memory:")
    try:
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        connection.deserialize(data)
        del data
        connection.text_factory = lambda raw: raw.decode("utf-8", "replace")
        connection.create_collation("unicase", _unicase)
        connection.executescript("pragma trusted_schema = off; pragma query_only = on;")
        yield connection
    except sqlite3.Error as error:
        raise _damaged(path, str(error)) from None
    except UnicodeDecodeError:  # Python cannot tell us what SQLite said about a broken name
        raise _damaged(path, "its tables are broken") from None
    finally:
        connection.close()


def _unicase(one: str, other: str) -> int:
    """Anki's own order of names; what we ask never depends on it, but SQLite wants it to be there."""
    return (one.casefold() > other.casefold()) - (one.casefold() < other.casefold())


def _collection(path: Path) -> bytearray:
    if path.is_dir():
        raise UsageError(f"{path} is a folder", "name the file that Anki wrote")
    try:
        with ZipFile(path) as package:
            member = _member(path, package)
            with package.open(member) as packed:
                return _unpacked(path, member, packed)
    except BadZipFile as error:
        raise _not_a_package(path, error) from None
    except (zlib.error, EOFError, NotImplementedError) as error:
        raise _damaged(path, str(error)) from None
    except OSError as error:
        raise UnreadableError(f"{path} cannot be read: {(error.strerror or str(error)).lower()}") from None


def _member(path: Path, package: ZipFile) -> ZipInfo:
    names = set(package.namelist())
    found = next((name for name in NEWEST_FIRST if name in names), None)
    if found is None:
        raise UnreadableError(f"{path} holds no collection of Anki", HOW_TO_EXPORT)
    member = package.getinfo(found)
    if member.flag_bits & _ENCRYPTED or member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise UnreadableError(f"{path} was packed in a way that Anki does not use", HOW_TO_EXPORT)
    return member


def _unpacked(path: Path, member: ZipInfo, packed: IO[bytes]) -> bytearray:
    """The bytes of the database, no more of them than is plausible."""
    most = min(_LARGEST, _FREE + _MOST_TIMES * path.stat().st_size)
    if member.filename == NEWEST_FIRST[0]:
        with _zstd(path, packed) as plain:
            data = _bounded(path, plain, most)
    else:
        data = _bounded(path, packed, most)
    if not data.startswith(_SQLITE):
        raise _damaged(path, "there is no database in it")
    data[_JOURNAL] = b"\1\1"
    return data


@contextmanager
def _zstd(path: Path, packed: IO[bytes]) -> Iterator[IO[bytes]]:
    try:
        import zstandard
    except ImportError:
        raise UnreadableError(
            f"{path} is in Anki's newer form, which needs the package zstandard",
            'in Anki export it again with "Support older Anki versions" ticked, '
            "or install cpsprep with its extra [anki]",
        ) from None
    try:
        with zstandard.ZstdDecompressor().stream_reader(packed) as plain:
            yield plain
    except zstandard.ZstdError as error:
        raise _damaged(path, str(error)) from None


def _bounded(path: Path, plain: IO[bytes], most: int) -> bytearray:
    data = bytearray()
    while chunk := plain.read(_CHUNK):
        data += chunk
        if len(data) > most:
            raise UnreadableError(
                f"{path} unpacks to more than {most >> 20} megabytes, which no deck of ours does",
                HOW_TO_EXPORT,
            )
    return data


def _not_a_package(path: Path, error: Exception) -> UnreadableError:
    with path.open("rb") as file:
        start = file.read(len(_SQLITE))
    if start == _SQLITE:
        return UnreadableError(f"{path} is a bare database, not a file that Anki exported", HOW_TO_EXPORT)
    if path.suffix.lower() in _ENDINGS:
        return _damaged(path, str(error))
    return UnreadableError(f"{path} is not a package of Anki", HOW_TO_EXPORT)


def _damaged(path: Path, why: str) -> UnreadableError:
    return UnreadableError(f"{path} is damaged: {why.lower()}", f"make it again: {HOW_TO_EXPORT}")
