"""A list of keys apart from the questions: `1. B`, `2 - C`, several on a line, a heading above them."""

import re
from typing import Final, NamedTuple

from cpsprep.core.interchange.draft import Spot
from cpsprep.core.interchange.listed.line import Line, Sort

_HEADING: Final = re.compile(
    r"(?:.{0,60}\b)?(?:answer\s*key|key\s+answers|answer\s+sheet)\b.{0,60}|(?:correct\s+)?(?:answers?|key|solutions?)",
    re.IGNORECASE,
)
_LETTERS: Final = r"[A-Ha-h](?:\s*(?:,|&|/|\+|and)\s*[A-Ha-h])*"
_TRUTH: Final = r"true|false|[TtFf]"
_PAIR: Final = re.compile(
    rf"(?:question|q|no\.?)?\s*\#?(\d{{1,4}})\s*[.):\-\u2013=|]?\s*[(\[]?({_LETTERS}|{_TRUTH})[)\]]?(?![\w'])[.,;|]?\s*",
    re.IGNORECASE,
)
_ENTRY: Final = re.compile(rf"[(\[]?({_LETTERS}|{_TRUTH})[)\]]?(?:\s*[.):\-\u2013]+\s*|\s+|$)(.*)", re.DOTALL)


class Key(NamedTuple):
    """The key of one question, by its number; `more` is what was said besides."""

    where: Spot
    number: int
    answer: str
    more: str = ""


def is_heading(line: Line) -> bool:
    """Whether a list of keys begins below this line."""
    text = line.text.strip().rstrip(":").strip("*_ ")
    return line.label is None and _HEADING.fullmatch(text) is not None


def keys_in(line: Line) -> list[Key]:
    """The keys of a line that holds nothing else, none for any other line."""
    text = f"{line.label.number} {line.text}" if _numbered(line) and line.label else line.text
    text = text.strip()
    found, at = [], 0
    while at < len(text) and (pair := _PAIR.match(text, at)):
        found.append(Key(line.where, int(pair[1]), pair[2]))
        at = pair.end()
    return found if at == len(text) else []


def entry_in(line: Line) -> Key | None:
    """A key with words behind it, as it stands below a heading; None for another line."""
    found = _ENTRY.fullmatch(line.text.strip()) if _numbered(line) else None
    if found is None or line.label is None:
        return None
    return Key(line.where, line.label.number, found[1], found[2].strip())


def _numbered(line: Line) -> bool:
    return line.label is not None and line.label.sort in {Sort.NUMBER, Sort.QUESTION}
