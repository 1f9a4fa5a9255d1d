"""The bytes of a file from elsewhere, or of standard input, and its text whatever it is written in."""

import codecs
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cpsprep.app.errors import UnreadableError, UsageError

LARGEST: Final = 64_000_000
"""Bytes; a Moodle export with pictures gets large, a bank of questions does not."""
STDIN: Final = "-"
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SAMPLE: Final = 4000
OLD_OFFICE: Final = bytes.fromhex("d0cf11e0a1b11ae1")


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file from elsewhere; `name` is what people call it, `stem` its name without folder and ending."""

    name: str
    stem: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with plain line breaks; `warning` says what was guessed."""

    text: str
    warning: str = ""


def take_in(path: Path) -> Incoming:
    """The file at this path, or standard input for `-`.

    Raises:
        UnreadableError: it cannot be read, is empty or too large.
        UsageError: it is a folder.
    """
    if str(path) == STDIN:
        data, name, stem = sys.stdin.buffer.read(LARGEST + 1), "standard input", "pasted"
    else:
        data, name, stem = _read(path), str(path), path.name.partition(".")[0] or path.name
    if len(data) > LARGEST:
        hint = "bring it in in parts"
        raise UnreadableError(f"{name} is larger than {LARGEST // 1_000_000} MB", hint)
    if not data.strip():
        raise UnreadableError(f"{name} is empty", "check that it was saved")
    return Incoming(name, stem, data)


def _read(path: Path) -> bytes:
    if path.is_dir():
        raise UsageError(f"{path} is a folder", "name a file in it")
    try:
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except FileNotFoundError:
        raise UnreadableError(f"there is no file {path}", "check its name") from None
    except OSError as error:
        message = f"{path} cannot be read: {(error.strerror or str(error)).lower()}"
        raise UnreadableError(message, "check that you may open it") from None


def decode(data: bytes) -> Decoded:
    """The text: UTF-8, UTF-16 or UTF-32 by its mark, UTF-8, else Windows-1252 with a warning."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data.decode(encoding, "replace")
            broken = "; signs that could not be read became \ufffd" if "\ufffd" in text else ""
            return Decoded(_plain(text), f"it is marked as {encoding.upper()}{broken}" if broken else "")
    if wide := _wide(data):
        return Decoded(
            _plain(data.decode(wide, "replace")), f"it was taken for {wide.upper()}, without a mark"
        )
    try:
        return Decoded(_plain(data.decode("utf-8")))
    except UnicodeDecodeError:
        said = "it is not UTF-8 and was taken for Windows-1252; look at quotes, dashes and accents"
        return Decoded(_plain(data.decode("cp1252", "replace")), said)


def _wide(data: bytes) -> str:
    """UTF-16 without its mark, by the zeros of its plain letters."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half > 1 and len(data) % 2 == 0:
        for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
            if zeros.count(0) > 0.7 * half:
                return encoding
    return ""


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n").lstrip("\ufeff")
