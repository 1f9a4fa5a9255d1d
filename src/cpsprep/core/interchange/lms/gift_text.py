"""Texts inside of GIFT: signs behind a backslash, formats in brackets, HTML."""

import re
from typing import Final, NamedTuple

from cpsprep.core.interchange.html_text import html_text, looks_like_html
from cpsprep.core.interchange.tidy import tidy

_ESCAPED: Final = re.compile(r"\\([~=#{}:\\])")
_SHIFT: Final = 0xE000
"""Escaped signs become signs of a private area while the structure is read, and come back as themselves."""
_HIDDEN: Final = re.compile("[\ue000-\ue07f]")
_FORMAT: Final = re.compile(r"\s*\[(html|moodle|plain|markdown)\]", re.IGNORECASE)


class Text(NamedTuple):
    """A text to show, and what was lost of it."""

    text: str
    lost: tuple[str, ...] = ()


def hidden(text: str) -> str:
    """The text with its escaped signs out of the way; signs of the private area cannot be told from them."""
    if "\\" not in text and text.isascii():
        return text
    return _ESCAPED.sub(lambda found: chr(_SHIFT + ord(found[1])), _HIDDEN.sub("\ufffd", text))


def shown(text: str) -> str:
    """The text with its escaped signs back in place; a backslash with an n is a line break."""
    if not text.isascii():
        return tidy(_HIDDEN.sub(lambda found: chr(ord(found[0]) - _SHIFT), text.replace("\\n", "\n")))
    return tidy(text.replace("\\n", "\n"))


def cut(text: str, default: str = "") -> Text:
    """A text as its format asks: HTML becomes plain text, `[plain]` stays as it is."""
    found = _FORMAT.match(text)
    form = found[1].lower() if found else default
    text = text[found.end() :] if found else text
    if form != "plain" and ("<" in text or "&" in text):
        raw = _HIDDEN.sub(lambda sign: chr(ord(sign[0]) - _SHIFT), text.replace("\\n", "\n"))
        if looks_like_html(raw):
            return Text(*html_text(raw if form == "html" else raw.replace("\n", "<br>")))
    return Text(shown(text))
