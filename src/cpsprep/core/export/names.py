"""The formats that questions can be exported to, by name; apart from their writers, so that help is light."""

from enum import StrEnum
from typing import Final

MARK: Final = "Written by cpsprep"
"""How the comment at the top of a file begins, in formats that have comments."""


class Format(StrEnum):
    """A format by name."""

    GIFT = "gift"
    AIKEN = "aiken"
    MOODLE_XML = "moodle-xml"
    CSV = "csv"
    MARKDOWN = "markdown"
    JSON = "json"
