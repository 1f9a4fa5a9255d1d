"""Single parts of a zip archive, by names that we know; nothing is unpacked without bound."""

import zlib
from collections.abc import Callable, Iterable, Mapping
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from cpsprep.core.interchange.draft import HostileError

ZIP: Final = b"PK\x03\x04"
_MOST_MEMBERS: Final = 20_000
_LARGEST: Final = 200_000_000
_FREE: Final = 10_000_000
_MOST_TIMES: Final = 300
"""Beyond some megabytes that are free, a part may be this many times what it was packed in."""
_ENCRYPTED: Final = 1
_DAMAGE: Final = (BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)


class BrokenArchiveError(Exception):
    """It is no archive, or a part of it is damaged."""


def names_in(data: bytes) -> list[str]:
    """The names of an archive's parts; they are for comparing and never lead anywhere.

    Raises:
        BrokenArchiveError: it is no archive.
        HostileError: it has more parts than any document.
    """
    try:
        with ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
    except (BadZipFile, OSError, ValueError, NotImplementedError, UnicodeDecodeError) as error:
        raise BrokenArchiveError(str(error).lower()) from None
    if len(names) > _MOST_MEMBERS:
        raise HostileError(f"it has more than {_MOST_MEMBERS:,} parts")
    return names


def parts_of(data: bytes, wanted: Iterable[str]) -> Mapping[str, bytes]:
    """The parts with these names; those that are not there are left out.

    Raises:
        BrokenArchiveError: it is no archive, or damaged.
        HostileError: it is made to unpack to far more than it seems.
    """
    known = set(names_in(data))
    try:
        with ZipFile(BytesIO(data)) as archive:
            return {name: _part(archive, name) for name in wanted if name in known}
    except _DAMAGE as error:
        raise BrokenArchiveError(str(error).lower()) from None


def part_reader(data: bytes, most: int) -> Callable[[str], bytes | None]:
    """Reads one part after the other, never more than the first `most` bytes; None where there is none.

    Raises:
        BrokenArchiveError: it is no archive.
        HostileError: it has more parts than any document, or later: a part is damaged or locked.
    """
    names = frozenset(names_in(data))
    archive = ZipFile(BytesIO(data))

    def read(name: str) -> bytes | None:
        if name not in names:
            return None
        try:
            with archive.open(_checked(archive, name)) as packed:
                return packed.read(most)
        except (BrokenArchiveError, *_DAMAGE):
            raise HostileError("it is damaged") from None

    return read


def _part(archive: ZipFile, name: str) -> bytes:
    member = _checked(archive, name)
    most = min(_LARGEST, _FREE + _MOST_TIMES * member.compress_size)
    with archive.open(member) as packed:
        data = packed.read(most + 1)
    if len(data) > most:
        raise HostileError(f"its part {name[:40]!r} unpacks to far more than a document holds")
    return data


def _checked(archive: ZipFile, name: str) -> ZipInfo:
    member = archive.getinfo(name)
    if member.flag_bits & _ENCRYPTED:
        raise BrokenArchiveError("it is locked with a password")
    if member.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
        raise BrokenArchiveError("it is packed in a way that documents are not")
    return member
