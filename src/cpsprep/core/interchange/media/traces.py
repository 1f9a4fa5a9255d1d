"""Pictures without what cameras and programs write into them: where and when they were taken, and by whom.

Only what is shown stays: the picture itself, its colours, its moving, and which way up it is. Nothing is
encoded again, so every dot is as it was. What is damaged stays as damaged as it was.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Final
from zlib import crc32

from cpsprep.core.interchange.media.exif import orientation_alone
from cpsprep.core.interchange.media.kinds import kind_of

_EXIF: Final = b"Exif\0\0"
_JPEG: Final = b"\xff\xd8"
_MARKER: Final = re.compile(rb"\xff[\xc4\xcc\xd9-\xdf\xe0-\xef\xfe]")
"""What may stand between and behind the scans of a JPEG; other signs are a part of them."""
_NEXT: Final = re.compile(rb"\xff+[\x01-\xfe]")
_END, _SCAN, _COMMENT = 0xD9, 0xDA, 0xFE
_APPS: Final = range(0xE0, 0xF0)
_SHOWN_APPS: Final = {0xE0: b"JFIF\0", 0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""Segments of programs that say how the dots are to be shown, by their first bytes."""
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})
_PNG: Final = b"\x89PNG\r\n\x1a\n"
_SHOWN_PNG: Final = frozenset(
    {
        *(b"tRNS", b"cHRM", b"gAMA", b"iCCP", b"sBIT", b"sRGB", b"cICP", b"mDCV", b"cLLI", b"bKGD"),
        *(b"hIST", b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT"),
    }
)
"""Chunks that are not needed to show a PNG, and yet change how it is shown."""
_SHOWN_WEBP: Final = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP"})
_FLAGS, _SAYS_EXIF, _SAYS_XMP = 8, 0x08, 0x04
"""Where VP8X says what there is, and two of its bits (RFC 9649, 2.7)."""
_HEAD: Final = 12
"""Bytes of a chunk of PNG that are not its own, and of the head of a WebP."""


def without_traces(data: bytes) -> bytes:
    """The picture as it is shown, and nothing else that its file tells.

    What is no picture of these sorts comes back as it is, and so does one that is too damaged to tell.
    """
    kind = kind_of(data)
    cleaned = _CLEANERS[kind.ending](data) if kind.ending in _CLEANERS else data
    return cleaned if kind_of(cleaned) == kind else data


def _jpeg(data: bytes) -> bytes:
    """Segment by segment (ITU T.81, annex B); what stands behind its end may be a picture of its own."""
    return b"".join([_JPEG, *_segments(data)])


def _segments(data: bytes) -> Iterator[bytes]:
    at, turned = len(_JPEG), False
    while found := _NEXT.search(data, at):
        sign = data[found.end() - 1]
        yield data[at : found.start()]
        if sign == _END:
            yield b"\xff\xd9"
            return
        end = found.end() + (0 if sign in _ALONE else int.from_bytes(data[found.end() : found.end() + 2]))
        own = data[found.end() + 2 : end]
        if sign == _SCAN:
            later = _MARKER.search(data, end)
            end = later.start() if later else len(data)
        if sign == _APPS[1] and own.startswith(_EXIF) and not turned:
            kept = orientation_alone(own[len(_EXIF) :])
            turned = bool(kept)
            yield _segment(_EXIF + kept) if kept else b""
        elif sign != _COMMENT and (sign not in _APPS or own.startswith(_SHOWN_APPS.get(sign, own + b"."))):
            yield data[found.start() : end]
        at = end
    yield data[at:]


def _segment(own: bytes) -> bytes:
    return b"\xff\xe1" + (len(own) + 2).to_bytes(2) + own


def _png(data: bytes) -> bytes:
    """Chunk by chunk (PNG, third edition, 5.3)."""
    return b"".join([_PNG, *_chunks_of_png(data)])


def _chunks_of_png(data: bytes) -> Iterator[bytes]:
    at = len(_PNG)
    while at < len(data):
        end = at + _HEAD + int.from_bytes(data[at : at + 4])
        name = data[at + 4 : at + 8]
        if name == b"eXIf":
            kept = orientation_alone(data[at + 8 : end - 4])
            yield _chunk_of_png(name, kept) if kept else b""
        elif name in _SHOWN_PNG or name[:1].isupper():
            yield data[at:end]
        if name == b"IEND":
            return
        at = end


def _chunk_of_png(name: bytes, own: bytes) -> bytes:
    return len(own).to_bytes(4) + name + own + crc32(name + own).to_bytes(4)


def _webp(data: bytes) -> bytes:
    """Chunk by chunk (RFC 9649, 2.3 to 2.7); a simple file has one alone."""
    body, turned = bytearray(), False
    at, size = _HEAD, int.from_bytes(data[4:8], "little")
    whole = data[: 8 + size]
    while at < len(whole):
        name, length = whole[at : at + 4], int.from_bytes(whole[at + 4 : at + 8], "little")
        end = at + 8 + length + length % 2
        if name == b"EXIF" and not turned:
            kept = orientation_alone(whole[at + 8 : end].removeprefix(_EXIF))
            turned = bool(kept)
            body += name + len(kept).to_bytes(4, "little") + kept if kept else b""
        elif name in _SHOWN_WEBP:
            body += whole[at:end]
        at = end
    if body[:4] == b"VP8X" and len(body) > _FLAGS:
        body[_FLAGS] = body[_FLAGS] & ~(_SAYS_EXIF | _SAYS_XMP) | (_SAYS_EXIF if turned else 0)
    missing = max(size + 8 - len(data), 0)  # of a file that was cut short, which stays as short
    return b"".join([data[:4], (len(body) + 4 + missing).to_bytes(4, "little"), data[8:12], body])


_CLEANERS: Final[Mapping[str, Callable[[bytes], bytes]]] = {"jpg": _jpeg, "png": _png, "webp": _webp}
