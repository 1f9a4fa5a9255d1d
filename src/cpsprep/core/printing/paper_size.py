"""The sizes of paper that pages are printed on."""

from enum import StrEnum


class PaperSize(StrEnum):
    """The size of the paper."""

    LETTER = "letter"
    A4 = "a4"
