"""A picture that comes in tells what it shows, and not where, when and by whom it was taken."""

from struct import pack
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.interchange.media.exif import orientation_alone
from cpsprep.core.interchange.media.kinds import kind_of
from cpsprep.core.interchange.media.traces import without_traces
from fakes_pictures import line_drawing

SECRET = b"52.5200 N 13.4050 E"


def exif(orientation: int, order: str = "<") -> bytes:
    """What a phone writes: make, orientation, and behind them the place."""
    head = b"II*\0" if order == "<" else b"MM\0*"
    make = pack(f"{order}HHII", 0x010F, 2, len(SECRET), 60)
    turned = pack(f"{order}HHIHH", 0x0112, 3, 1, orientation, 0)
    place = pack(f"{order}HHII", 0x8825, 4, 1, 60)
    return head + pack(f"{order}IH", 8, 3) + make + turned + place + bytes(14) + SECRET


TURNED = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0"
"""The sixth of the eight ways, and nothing else."""


def segment(sign: int, own: bytes) -> bytes:
    return bytes([0xFF, sign]) + pack(">H", len(own) + 2) + own


JFIF, ICC, ADOBE = (
    segment(0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0"),
    segment(0xE2, b"ICC_PROFILE\0\1\1colours"),
    segment(0xEE, b"Adobe\0d\0\0\0\0\1"),
)
FRAME = segment(0xDB, bytes(65)) + segment(
    0xC2, b"\x08" + pack(">HH", 20, 30) + b"\3\1\x22\0\2\x11\1\3\x11\1"
)
SCANS = (
    segment(0xDA, b"\1\1\0\0\0\0") + b"dots\xff\0\xff\xd0more",
    segment(0xDA, b"\1\2\0\0\0\0") + b"\xff\xff\0",
)


def jpeg(*before: bytes, between: bytes = b"", after: bytes = b"") -> bytes:
    return b"".join([b"\xff\xd8", *before, FRAME, SCANS[0], between, SCANS[1], b"\xff\xd9", after])


def chunk(name: bytes, own: bytes) -> bytes:
    return pack(">I", len(own)) + name + own + pack(">I", crc32(name + own))


def png(*, above: bytes = b"", below: bytes = b"", after: bytes = b"") -> bytes:
    plain = line_drawing(20, 12)
    head, rest, end = plain[:33], plain[33:-12], plain[-12:]
    return head + above + rest + below + end + after


def riff(*chunks: tuple[bytes, bytes], after: bytes = b"") -> bytes:
    body = b"".join(name + pack("<I", len(own)) + own + bytes(len(own) % 2) for name, own in chunks)
    return b"RIFF" + pack("<I", len(body) + 4) + b"WEBP" + body + after


def extended(flags: int) -> tuple[bytes, bytes]:
    return b"VP8X", bytes([flags, 0, 0, 0, 9, 0, 0, 9, 0, 0])


DOTS = (b"VP8 ", bytes(6) + pack("<HH", 7, 8) + b"odd")
GPS = b"Exif\0\0" + exif(1)
JPEGS = [
    (jpeg(JFIF, segment(0xE1, GPS)), jpeg(JFIF)),
    (
        jpeg(segment(0xE1, b"Exif\0\0" + exif(6)), ICC, ADOBE),
        jpeg(segment(0xE1, b"Exif\0\0" + TURNED), ICC, ADOBE),
    ),
    (jpeg(segment(0xE1, b"Exif\0\0" + exif(6)) * 2), jpeg(segment(0xE1, b"Exif\0\0" + TURNED))),
    (jpeg(segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + SECRET)), jpeg()),
    (jpeg(segment(0xED, b"Photoshop 3.0\0" + SECRET), segment(0xFE, SECRET)), jpeg()),
    (jpeg(segment(0xEC, b"Ducky" + SECRET), segment(0xE2, b"MPF\0" + SECRET)), jpeg()),
    (jpeg(b"\xff\xff\x01"), jpeg(b"\xff\xff\x01")),
    (jpeg(between=segment(0xFE, SECRET)), jpeg()),
    (jpeg(after=b"\xff\xd8" + segment(0xE1, GPS)), jpeg()),
]
PNGS = [
    (png(above=chunk(b"eXIf", exif(1))), png()),
    (png(below=chunk(b"eXIf", exif(6, ">"))), png(below=chunk(b"eXIf", TURNED))),
    (png(above=chunk(b"tEXt", b"Comment\0" + SECRET) + chunk(b"zTXt", SECRET)), png()),
    (png(below=chunk(b"iTXt", SECRET) + chunk(b"tIME", b"\7\xe8\1\1\0\0\0") + chunk(b"prVt", SECRET)), png()),
    (png(above=chunk(b"iCCP", b"c\0\0x"), after=SECRET), png(above=chunk(b"iCCP", b"c\0\0x"))),
]
WEBPS = [
    (riff(extended(0x0C), DOTS, (b"EXIF", exif(1)), (b"XMP ", SECRET)), riff(extended(0), DOTS)),
    (
        riff(extended(0x28), (b"ICCP", b"c"), DOTS, (b"EXIF", b"Exif\0\0" + exif(6))),
        riff(extended(0x28), (b"ICCP", b"c"), DOTS, (b"EXIF", TURNED)),
    ),
    (riff(DOTS, (b"note", SECRET), after=SECRET), riff(DOTS)),
]


@pytest.mark.parametrize(("data", "shown"), [*JPEGS, *PNGS, *WEBPS])
def test_what_is_shown_stays_and_all_else_goes(data: bytes, shown: bytes) -> None:
    assert without_traces(data) == shown
    assert kind_of(shown) == kind_of(data)
    assert SECRET not in shown


@pytest.mark.parametrize("shown", [shown for _, shown in [*JPEGS, *PNGS, *WEBPS]])
def test_what_tells_nothing_stays_as_it_is(shown: bytes) -> None:
    assert without_traces(shown) == shown


@pytest.mark.parametrize(
    "data", [b"", b"GIF89a" + pack("<HH", 3, 4), b"ID3\x04 a sound", b"<svg/>", b"\xff\xd8"]
)
def test_other_files_stay_as_they_are(data: bytes) -> None:
    assert without_traces(data) == data


def test_a_picture_whose_size_would_go_with_its_traces_stays_as_it_is() -> None:
    broken = b"\xff\xd8\xff\xe1\0\0" + FRAME  # its first segment says that it has no length

    assert without_traces(broken[:4] + b"\0\x30" + broken[6:]) == broken[:4] + b"\0\x30" + broken[6:]


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("way", range(2, 9))
def test_the_way_up_stays_in_either_order_of_bytes(way: int, order: str) -> None:
    kept = orientation_alone(exif(way, order))

    assert (len(kept), kept[18:20]) == (26, pack(">H", way))
    assert orientation_alone(kept) == kept


@pytest.mark.parametrize(
    "tiff",
    [
        b"",
        b"no TIFF",
        exif(1),
        exif(0),
        exif(9),
        b"II*\0\xff\xff\xff\xff",
        b"II*\0\x08\0\0\0\xff\xff",
        TURNED[:10],
    ],
)
def test_without_a_way_up_nothing_is_left(tiff: bytes) -> None:
    assert orientation_alone(tiff) == b""


WHOLE = [data for data, _ in [*JPEGS, *PNGS, *WEBPS]]


@given(
    st.sampled_from(WHOLE), st.lists(st.tuples(st.integers(0, 400), st.integers(0, 255))), st.integers(0, 500)
)
def test_damage_does_no_harm(data: bytes, changes: list[tuple[int, int]], cut: int) -> None:
    damaged = bytearray(data)
    for place, byte in changes:
        damaged[place % len(damaged)] = byte
    whole = bytes(damaged[: len(damaged) - cut] if cut < len(damaged) // 2 else damaged)

    cleaned = without_traces(whole)

    assert kind_of(cleaned) == kind_of(whole)
    assert without_traces(cleaned) == cleaned


@given(st.sampled_from([b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBP"]), st.binary(max_size=200))
def test_noise_does_no_harm(start: bytes, noise: bytes) -> None:
    assert kind_of(without_traces(start + noise)) == kind_of(start + noise)
