"""Pictures made by hand, so that tests need neither files nor a library for them."""

from struct import pack
from zlib import compress, crc32


def line_drawing(width: int, height: int) -> bytes:
    """A PNG of this size: a black frame with its diagonal, on nothing (it is transparent)."""
    clear, ink = b"\0\0\0\0", b"\0\0\0\xff"
    rows = []
    for y in range(height):
        edge = y < 8 or y >= height - 8
        at = y * width // height
        rows.append(b"\0" + b"".join(ink if edge or abs(x - at) < 8 else clear for x in range(width)))
    header = pack(">2I5B", width, height, 8, 6, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", compress(b"".join(rows))), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        pack(">I", len(data)) + name + data + pack(">I", crc32(name + data)) for name, data in chunks
    )
