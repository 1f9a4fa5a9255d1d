"""The pictures and sounds of an Anki package: a list of names, and files that are called 0, 1, 2.

The older list is JSON. The newer one, and its files, are packed with zstandard; it is a message of protocol
buffers (`MediaEntries` of Anki's import_export.proto), of which we need the names alone.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Final

from cpsprep.adapters.interchange.archive import BrokenArchiveError, part_reader
from cpsprep.core.interchange.draft import HostileError
from cpsprep.core.interchange.lms.moodle_files import unquoted
from cpsprep.core.interchange.media.pictures import Fetch
from cpsprep.core.media import MAX_BYTES

_LIST: Final = "media"
_LONGEST_LIST: Final = 20_000_000
_ZSTD: Final = b"\x28\xb5\x2f\xfd"
_ENTRY, _NAME = 0x0A, 0x0A
"""Field 1 of either message, of the type with a length."""


def fetch_from_apkg(data: bytes) -> Fetch:
    """Looks among the media of a package that was read."""
    try:
        read = part_reader(data, _LONGEST_LIST)
        raw = read(_LIST) or b""
        numbers = _names(_plain(raw, _LONGEST_LIST))
        file = part_reader(data, MAX_BYTES + 1)
    except (BrokenArchiveError, HostileError, ValueError, RecursionError, AttributeError, IndexError):
        return lambda _: None

    def fetch(source: str) -> bytes | None:
        number = numbers.get(source) or numbers.get(unquoted(source))
        found = file(number) if number else None
        return _plain(found, MAX_BYTES + 1) if found else None

    return fetch


def _names(raw: bytes) -> Mapping[str, str]:
    """The member of the archive for each name."""
    if raw.lstrip()[:1] == b"{":
        return {str(name): str(number) for number, name in json.loads(raw).items()}
    return {name: str(number) for number, name in enumerate(_entries(raw))}


def _entries(raw: bytes) -> Iterator[str]:
    at = 0
    while at < len(raw):
        if raw[at] != _ENTRY:
            raise ValueError
        length, at = _number(raw, at + 1)
        entry = raw[at : at + length]
        size, start = _number(entry, 1) if entry[:1] == bytes([_NAME]) else (0, 0)
        yield entry[start : start + size].decode("utf-8", "replace")
        at += length


def _number(raw: bytes, at: int) -> tuple[int, int]:
    """A number of seven bits a byte, and where it ends."""
    value = shift = 0
    while raw[at] & 0x80:
        value |= (raw[at] & 0x7F) << shift
        shift, at = shift + 7, at + 1
    return value | raw[at] << shift, at + 1


def _plain(data: bytes, most: int) -> bytes:
    """The bytes, unpacked where they are packed, never more than `most` of them."""
    if not data.startswith(_ZSTD):
        return data
    try:
        import zstandard
    except ImportError:
        raise HostileError("the package zstandard is needed for it") from None
    try:
        with zstandard.ZstdDecompressor().stream_reader(data) as plain:
            return plain.read(most)
    except zstandard.ZstdError:
        raise HostileError("it is damaged") from None
