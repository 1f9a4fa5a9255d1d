"""Exif: which way up a picture is, read from all that a camera wrote, and written alone."""

from typing import Final

_ORDERS: Final = {b"II*\0": "little", b"MM\0*": "big"}
_ORIENTATION: Final = 0x0112
_SHORT: Final = 3
_ENTRY: Final = 12
_AS_IT_LIES: Final = 1
_MOST: Final = 8
_ALONE: Final = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0%c\0\0\0\0\0\0"
"""A TIFF with one directory of one entry, and none behind it."""


def orientation_alone(tiff: bytes) -> bytes:
    """Exif data with the orientation of these and nothing else; b"" where the picture lies as it is shown.

    From Exif 2.32, 4.6.2 and 4.6.4: the first directory of a TIFF, its entries of twelve bytes each.
    """
    order = _ORDERS.get(tiff[:4])
    if order is None:
        return b""

    def number(at: int, size: int) -> int:
        return int.from_bytes(tiff[at : at + size], "little" if order == "little" else "big")

    first = number(4, 4)
    for place in range(min(number(first, 2), len(tiff) // _ENTRY)):
        at = first + 2 + place * _ENTRY
        if (number(at, 2), number(at + 2, 2)) == (_ORIENTATION, _SHORT):
            found = number(at + 8, 2)
            return _ALONE % found if _AS_IT_LIES < found <= _MOST else b""
    return b""
