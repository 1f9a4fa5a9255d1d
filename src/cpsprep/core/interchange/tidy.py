"""Texts from elsewhere, made fit for a bank: no signs that nobody sees, no space around them."""

import re
from typing import Final

from cpsprep.core.paragraphs import one_line
from cpsprep.core.writing.scalar import REFUSED, writable

_UNSEEN: Final = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
"""Soft hyphens, spaces without width, and signs that turn the direction of writing around."""
_SPACES: Final = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000\t]")
_RUN: Final = re.compile(" {2,}")
_AROUND: Final = re.compile(r" *\n *")
_BLANKS: Final = re.compile(r"\n{3,}")
_WORD: Final = re.compile(r"[^\W_]+")


def tidy(text: str) -> str:
    """The text in plain spaces and line breaks, at most one blank line in a row."""
    if text.isascii() and text.isprintable():
        return _RUN.sub(" ", text.strip())
    text = _SPACES.sub(" ", _UNSEEN.sub("", writable(text)))
    return _BLANKS.sub("\n\n", _AROUND.sub("\n", _RUN.sub(" ", text))).strip()


def exact(text: str) -> str:
    """The text of a bank as it is, but for what no file of a bank can hold."""
    return REFUSED.sub(" ", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def bare(text: str) -> str:
    """The words alone, for comparing: case, marks and quotes make no difference."""
    return " ".join(_WORD.findall(text.casefold()))


def shortened(text: str, most: int = 60) -> str:
    """The first words of a text."""
    line = one_line(text)
    return line if len(line) <= most else f"{line[: most - 3].rstrip()}..."
