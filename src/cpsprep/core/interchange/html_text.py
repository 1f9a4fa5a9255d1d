"""HTML as plain text, and the names of what plain text cannot show."""

import re
from collections.abc import Mapping
from html import unescape
from html.parser import HTMLParser
from typing import Final

from cpsprep.core.interchange.media.marks import mark, plainly
from cpsprep.core.interchange.tidy import tidy

_TAG: Final = re.compile(
    r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>|<!--|&(?:#\d+|#[xX][0-9a-fA-F]+|[a-zA-Z]\w*);"
)
_SECTION: Final = re.compile(r"<!\[(?:CDATA\[|[^<>]{0,200}>)?|\]\]>")
"""What Word leaves in HTML, such as `<![if !supportLists]>`; Python's parser fails at it."""
_APART: Final = frozenset(
    {"p", *(f"h{size}" for size in range(1, 7)), "ul", "ol", "table", "pre", "blockquote"}
)
"""What a blank line parts from what comes next."""
_BLOCKS: Final = _APART | {"div", "tr", "section", "article", "figure", "dl", "dt", "dd"}
_FORMULA: Final = re.compile(
    r"\\\(.{1,300}?\\\)|\\\[.{1,300}?\\\]|\$\$[^$]{0,300}[=^_\\][^$]{0,300}\$\$", re.DOTALL
)
"""As platforms for learning type them: `\\(x^2\\)`, `$$x^2$$`."""
_SILENT: Final = frozenset({"script", "style", "head", "title", "template"})
_LOST: Final = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em"), "italics"),
    **dict.fromkeys(("s", "strike", "del"), "crossing out"),
    **dict.fromkeys(("video", "object", "embed", "iframe"), "sound or video"),
    **dict.fromkeys(("svg", "canvas"), "a picture"),
    **dict.fromkeys(("script", "style"), "a script or style"),
    "u": "underlining",
    "a": "a link",
    "table": "a table",
    "math": "a formula",
    "sub": "lowered signs",
    "sup": "raised signs",
}


def looks_like_html(text: str) -> bool:
    """Whether the text has tags or named signs of HTML."""
    return ("<" in text or "&" in text) and _TAG.search(text) is not None


def html_text(text: str) -> tuple[str, tuple[str, ...]]:
    """The plain text, with marks where pictures and sounds stood, and what was lost on the way."""
    formula = ("the look of a formula",) if _FORMULA.search(text) else ()
    if not looks_like_html(text):
        return tidy(text), formula
    reader = _Reader()
    reader.feed(_SECTION.sub(" ", text))
    reader.close()
    return tidy("".join(reader.parts)), tuple(dict.fromkeys([*reader.lost, *formula]))


class _Reader(HTMLParser):
    """Collects text, with line breaks where a browser would show them."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.lost: list[str] = []
        self._silent = ""
        self._due = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent:
            return
        if tag in _SILENT:
            self._silent = tag
        if tag in _LOST:
            self.lost.append(_LOST[tag])
        match tag:
            case "br":
                self._put("\n")
            case "li":
                self._due = max(self._due, 1)
                self._put("- ")
            case "td" | "th":
                if self.parts and not self._due:
                    self._put(" | ")
            case "img" | "audio" | "source":
                self._picture(dict(attrs), is_sound=tag != "img")
            case "sup" | "sub":
                self._put("^" if tag == "sup" else "_")
            case _ if tag in _BLOCKS:
                self._due = max(self._due, 1)
            case _:
                pass

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            self._silent = "" if tag == self._silent else self._silent
        elif tag in _BLOCKS:
            self._due = max(self._due, 2 if tag in _APART else 1)

    def handle_data(self, data: str) -> None:
        text = re.sub(r"\s+", " ", data)
        if not self._silent and (text != " " or not self._due):
            self._put(text)

    def _picture(self, attributes: Mapping[str, str | None], *, is_sound: bool) -> None:
        """A mark for what may come in; see `marks`."""
        told = next((value for name in ("alt", "title", "aria-label") if (value := attributes.get(name))), "")
        source = attributes.get("src") or ""
        if source or not is_sound:
            self._put(mark(source, told, is_sound=is_sound))

    def _put(self, text: str) -> None:
        """Add text below the breaks that are due."""
        self.parts.append("\n" * self._due + text)
        self._due = 0


def plain(text: str) -> str:
    """A short text such as a name, without tags and named signs."""
    return plainly(html_text(text)[0]) if looks_like_html(text) else tidy(unescape(text))
