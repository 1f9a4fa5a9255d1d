"""What a picture or sound is, by its bytes; what a bank does not show is told."""

from struct import pack

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.interchange.media.kinds import kind_of
from fakes_pictures import line_drawing

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
JPEG = b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xd0\xff\xc0\0\x0b\x08"


def webp(chunk: bytes) -> bytes:
    return b"RIFF\0\0\0\0WEBP" + chunk.ljust(40, b"\0")


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (line_drawing(40, 20), "png"),
        (b"GIF89a" + pack("<HH", 3, 4), "gif"),
        (JPEG + pack(">HH", 20, 30), "jpg"),
        (webp(b"VP8 " + bytes(10) + pack("<HH", 7, 8)), "webp"),
        (webp(b"VP8L" + bytes(4) + b"\x2f" + pack("<I", 0x00034005)), "webp"),
        (webp(b"VP8X" + bytes(8) + b"\x09\0\0\x09\0\0"), "webp"),
        (b"ID3\x04 and so on", "mp3"),
        (b"\xff\xfb\x90\x64", "mp3"),
        (b"OggS\0", "ogg"),
        (b"RIFF\0\0\0\0WAVEfmt ", "wav"),
        (b"\0\0\0\x20ftypM4A \0", "m4a"),
    ],
)
def test_what_a_bank_shows(data: bytes, ending: str) -> None:
    assert kind_of(data) == (ending, "")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (
            b"<?xml version='1.0'?><svg onload='alert(1)'>",
            "it is SVG, which may hold a program; save it as PNG",
        ),
        (b"\xd7\xcd\xc6\x9a", "it is WMF, an old drawing that only Word shows; save it as PNG"),
        (
            b"\x01\0\0\0".ljust(40, b"\0") + b" EMF",
            "it is EMF, an old drawing that only Word shows; save it as PNG",
        ),
        (b"II*\0", "it is TIFF; save it as PNG"),
        (b"BM", "it is BMP; save it as PNG"),
        (b"%PDF-1.7", "it is PDF; save it as PNG"),
        (b"\0\0\0\x20ftypheic", "it is video, or a picture in the form of some phones; save it as PNG"),
        (b"MZ a program that is called clock.png", "nobody can tell what it is"),
        (b"", "nobody can tell what it is"),
        (PNG + pack(">II", 60_000, 60_000), "it is too large to be shown: 60,000 by 60,000 dots"),
        (PNG + pack(">II", 0, 9), "it is damaged"),
        (PNG.replace(b"IHDR", b"junk") + pack(">II", 9, 9), "it is damaged"),
        (b"\xff\xd8\xff\xe0", "it is damaged"),
        (b"\xff\xd8\xff\xe0\0\x04abnothing", "it is damaged"),
        (b"\xff\xd8" + b"\xff" * 9000, "it is damaged"),
        (webp(b"VP9 "), "it is damaged"),
        (b"RIFF\0\0\0\0WEBPVP8X", "it is damaged"),
    ],
)
def test_what_it_does_not_show(data: bytes, why: str) -> None:
    assert kind_of(data) == ("", why)


@given(st.sampled_from([b"", b"\xff\xd8\xff", PNG, b"GIF89a", b"RIFF\0\0\0\0WEBP"]), st.binary(max_size=80))
def test_any_bytes_are_something_or_nothing(start: bytes, rest: bytes) -> None:
    kind = kind_of(start + rest)

    assert bool(kind.ending) != bool(kind.why_not)
