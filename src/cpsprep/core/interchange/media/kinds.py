"""What a picture or sound is, by its first bytes alone: names and stated types are worth nothing."""

from typing import Final, NamedTuple

_MOST_DOTS: Final = 50_000_000
"""Width times height; a phone that opens more runs out of memory, however small the file."""
_MOST_SEGMENTS: Final = 2000
_SIZES_OF_JPEG: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_FILL: Final = 0xFF
_ALONE: Final = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers of JPEG that have no length behind them."""
_OTHERS: Final = (
    (0, b"\xd7\xcd\xc6\x9a", "WMF, an old drawing that only Word shows"),
    (0, b"\x01\x00\x09\x00", "WMF, an old drawing that only Word shows"),
    (40, b" EMF", "EMF, an old drawing that only Word shows"),
    (0, b"II*\0", "TIFF"),
    (0, b"MM\0*", "TIFF"),
    (0, b"BM", "BMP"),
    (0, b"%PDF", "PDF"),
    (4, b"ftyp", "video, or a picture in the form of some phones"),
)
_SOUNDS: Final = (
    (0, b"ID3", "mp3"),
    (0, b"OggS", "ogg"),
    (8, b"WAVEfmt", "wav"),
    (4, b"ftypM4A ", "m4a"),
    (4, b"ftypM4B ", "m4a"),
)
_FIRST: Final = 2000
_HEAD_OF_WEBP: Final = 30


class Kind(NamedTuple):
    """What something is: its ending in the folder of a bank, or why it cannot be there."""

    ending: str = ""
    why_not: str = ""


def kind_of(data: bytes) -> Kind:
    """What these bytes are."""
    found = _picture(data)
    if found:
        ending, width, height = found
        if not width or not height:
            return Kind(why_not="it is damaged")
        if width * height > _MOST_DOTS:
            return Kind(why_not=f"it is too large to be shown: {width:,} by {height:,} dots")
        return Kind(ending)
    for at, sign, ending in _SOUNDS:
        if data[at : at + len(sign)] == sign:
            return Kind(ending)
    if data[:1] == b"\xff" and data[1:2] in {b"\xfb", b"\xfa", b"\xf3", b"\xf2"}:
        return Kind("mp3")
    if b"<svg" in data[:_FIRST].lower():
        return Kind(why_not="it is SVG, which may hold a program; save it as PNG")
    name = next((name for at, sign, name in _OTHERS if data[at : at + len(sign)] == sign), "")
    return Kind(why_not=f"it is {name}; save it as PNG" if name else "nobody can tell what it is")


def _picture(data: bytes) -> tuple[str, int, int] | None:
    """Ending, width and height; 0 where they cannot be told."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        is_whole = data[12:16] == b"IHDR"
        return "png", _big(data[16:20]) * is_whole, _big(data[20:24])
    if data[:6] in {b"GIF87a", b"GIF89a"}:
        return "gif", _little(data[6:8]), _little(data[8:10])
    if data.startswith(b"\xff\xd8\xff"):
        return ("jpg", *_size_of_jpeg(data))
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return ("webp", *_size_of_webp(data))
    return None


def _size_of_jpeg(data: bytes) -> tuple[int, int]:
    """From the first segment that tells it (ITU T.81, B.2.2)."""
    at = 2
    for _ in range(_MOST_SEGMENTS):
        if data[at : at + 1] != b"\xff" or at + 1 >= len(data):
            break
        sign = data[at + 1]
        if sign in _SIZES_OF_JPEG:
            return _big(data[at + 7 : at + 9]), _big(data[at + 5 : at + 7])
        at += 1 if sign == _FILL else 2 if sign in _ALONE else 2 + _big(data[at + 2 : at + 4])
    return 0, 0


def _size_of_webp(data: bytes) -> tuple[int, int]:
    """From the first chunk (RFC 9649, 2.5 to 2.7)."""
    match data[12:16] if len(data) >= _HEAD_OF_WEBP else b"":
        case b"VP8 ":
            return _little(data[26:28]) & 0x3FFF, _little(data[28:30]) & 0x3FFF
        case b"VP8L":
            bits = _little(data[21:25])
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8X":
            return _little(data[24:27]) + 1, _little(data[27:30]) + 1
        case _:
            return 0, 0


def _big(raw: bytes) -> int:
    return int.from_bytes(raw)


def _little(raw: bytes) -> int:
    return int.from_bytes(raw, "little")
