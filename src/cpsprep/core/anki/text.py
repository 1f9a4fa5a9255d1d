r"""Authored plain text as HTML that shows just that text: Anki and browsers find nothing to interpret in it.

Besides HTML's own characters, Anki gives meaning to `{{`, `[sound:`, `[latex]` and `\(`, so these are written
as character references too. Text is put into NFC, because Anki does so on import.
"""

from collections.abc import Iterable
from typing import Final
from unicodedata import normalize

from cpsprep.core.cloze import Hidden, Segment
from cpsprep.core.paragraphs import BLANK_LINES

_REFERENCES: Final = (
    ("&", "&amp;"),
    ("<", "&lt;"),
    (">", "&gt;"),
    ("[", "&#91;"),
    ("{", "&#123;"),
    ("}", "&#125;"),
    ("\\", "&#92;"),
    ("\u0338", "&#824;"),  # a combining stroke: NFC would join it to the '>' of a tag before it
)


def inline(text: str) -> str:
    """The text as one run of HTML; line breaks of the author's layout become spaces."""
    return _safe(text).strip().replace("\n", " ")


def block(text: str) -> str:
    """The text with its paragraphs, which blank lines divide; a single one stays bare."""
    if "\n" not in text:
        return _safe(text).strip() if text else ""
    first, *more = BLANK_LINES.split(text.strip())
    if not more:
        return inline(first)
    return "".join(f"<p>{inline(paragraph)}</p>" for paragraph in (first, *more))


def cloze(segments: Iterable[Segment]) -> str:
    """The text with Anki's own marks around the hidden parts, and nothing else that could be such a mark.

    Paragraphs are divided by line breaks, because a hidden part may reach over several.
    """
    return "".join(_marked(segment) for segment in segments)


def _marked(segment: Segment) -> str:
    if not isinstance(segment, Hidden):
        return _run(segment.text)
    hint = f"::{inline(segment.hint).replace('::', ':&#58;')}" if segment.hint.strip() else ""
    return f"{{{{c{segment.number}::{_run(segment.text)}{hint}}}}}"


def _run(text: str) -> str:
    """A stretch of text that keeps the spaces at its ends."""
    return BLANK_LINES.sub("<br><br>", _safe(text)).replace("\n", " ")


def _safe(text: str) -> str:
    plain = text if text.isascii() else normalize("NFC", text)
    if (  # most texts hold none of them, and a loop over `_REFERENCES` takes three times as long to find out
        "&" in plain
        or "<" in plain
        or ">" in plain
        or "[" in plain
        or "{" in plain
        or "}" in plain
        or "\\" in plain
        or "\u0338" in plain
    ):
        for character, reference in _REFERENCES:
            plain = plain.replace(character, reference)
    return plain
