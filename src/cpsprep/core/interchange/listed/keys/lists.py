"""A list of keys apart from the questions: `1. B`, `2 - C`, several on a line, a heading above them."""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from cpsprep.core.interchange.answer_words import LETTERS_OF_A_KEY, NAME_OF_A_LIST, SAID_OF_SEVERAL
from cpsprep.core.interchange.draft import Spot
from cpsprep.core.interchange.listed.line import Line, Sort

_HEADING: Final = re.compile(rf"(?:.{{0,60}}\b)?{NAME_OF_A_LIST}\b.{{0,60}}|{SAID_OF_SEVERAL}", re.IGNORECASE)
_TRUTH: Final = r"true|false|[TtFf]"
_PAIR: Final = re.compile(
    rf"(?:question|q|no\.?)?\s*\#?(\d{{1,4}})\s*[.):\-\u2013=|]?\s*[(\[]?({LETTERS_OF_A_KEY}|{_TRUTH})[)\]]?(?![\w'])[.,;|]?\s*",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(rf"(?:\S+\s+){{0,4}}{NAME_OF_A_LIST}\s*[:.]?(?:\s+\([^()]*\))?", re.IGNORECASE)
_BETWEEN: Final = re.compile(r"[\s,;/|]+")
_ONE: Final = re.compile(rf"[(\[]?(?:[A-H]|{_TRUTH})[)\].]?", re.IGNORECASE)
_PACKED: Final = re.compile(r"[A-H]{2,}|[TF]{2,}")
_ENTRY: Final = re.compile(
    rf"[(\[]?({LETTERS_OF_A_KEY}|{_TRUTH})[)\]]?"
    r"(?:\s*[.):\-\u2013]+\s*|,\s*(?=(?:and/)?or\b)|\s+|$)(.*)",
    re.DOTALL,
)
_ANOTHER: Final = re.compile(r"(?:and/)?or\b|[(\[]?[A-H][)\]]?$", re.IGNORECASE)
"""What goes on with a key instead of explaining it, as in `A or B`."""


class Key(NamedTuple):
    """The key of one question, by its number; `more` is what else is said, `part` the heading above it."""

    where: Spot
    number: int
    answer: str
    more: str = ""
    part: str = ""


class Unnumbered(NamedTuple):
    """Keys in a row that have no numbers; `before` is the number of questions above them."""

    where: Spot
    text: str
    answers: Sequence[str]
    before: int


def is_heading(line: Line) -> bool:
    """Whether a list of keys begins below this line."""
    text = line.text.strip().rstrip(":").strip("*_ ")
    return line.label is None and _HEADING.fullmatch(text) is not None


def is_title(line: Line) -> bool:
    """Whether it heads a list of keys and can be nothing else, such as the end of an option."""
    return line.label is None and _TITLE.fullmatch(line.text.strip()) is not None


def answers_in(line: Line) -> Sequence[str]:
    """The keys of a line that has nothing but letters or true and false, and no number."""
    return () if line.label else answers_of(line.text)


def answers_of(text: str) -> Sequence[str]:
    """The same of a text: `B B C D`, `A, b, c`, `BBCD`, `True False`."""
    text = text.strip().rstrip(".")
    if _PACKED.fullmatch(text):
        return list(text)
    parts = [part for part in _BETWEEN.split(text) if part]
    return parts if all(_ONE.fullmatch(part) for part in parts) else ()


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
    answer, more = (line.text.strip(), "") if _ANOTHER.match(found[2]) else (found[1], found[2].strip())
    return Key(line.where, line.label.number, answer, more)


def _numbered(line: Line) -> bool:
    return line.label is not None and line.label.sort in {Sort.NUMBER, Sort.QUESTION}
