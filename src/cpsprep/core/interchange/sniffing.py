"""Which format a text is in, by what it says and never by its name."""

import re
from collections.abc import Sequence
from typing import Final

from cpsprep.core.interchange.answer_words import SAID_OF_SEVERAL
from cpsprep.core.interchange.draft import Spot
from cpsprep.core.interchange.names import Format, Refused
from cpsprep.core.interchange.needs_key import is_needs_key
from cpsprep.core.interchange.own_json import SCHEMA
from cpsprep.core.interchange.own_markdown import is_own_markdown
from cpsprep.core.interchange.tables.blackboard import SORTS
from cpsprep.core.interchange.tables.brightspace import NEW
from cpsprep.core.interchange.tables.columns import Row, header_of
from cpsprep.core.interchange.tables.delimited import cells_of, separator_of

_SAMPLE: Final = 200_000
_GIFT: Final = re.compile(
    r"(?<![\\{])\{(?!\{)\s*(?:[=~#]|(?:T|TRUE|F|FALSE)\s*[#}]|\}|\d{0,2}:[A-Z_]{2,20}:\s*[=~%])",
    re.IGNORECASE,
)
_ANKI: Final = re.compile(r"#(?:separator|html|columns|notetype|deck|tags|guid)( column)?:", re.IGNORECASE)
_AIKEN: Final = re.compile(r"^ANSWER\s*:\s*[A-Z]\s*$", re.MULTILINE)
_AIKEN_OPTION: Final = re.compile(r"^[A-Z][.)] ?\S", re.MULTILINE)
_NOT_AIKEN: Final = re.compile(r"^\s*(?:\d+[.)]\s|\*)", re.MULTILINE)
_DECK: Final = re.compile(r"^(?:deck|items|format)\s*:", re.MULTILINE)
_LISTED: Final = re.compile(
    rf"^\s*(?:\*?[(\[]?[A-Ea-e][.)\]]\s|[-*]\s\[[ x]\]|{SAID_OF_SEVERAL}\s*:)", re.MULTILINE | re.IGNORECASE
)
_NOTES: Final = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*")
_SAME: Final = 0.9
_WIDE: Final = 4
"""Columns of a table of questions; so many signs of one sort stand in every line of no other text."""
_NAME: Final = re.compile(r"[^?!:]{1,40}")


def sniffed(text: str) -> Format | Refused:
    """The format of a text; what is nothing else is a typed list."""
    start = text[:_SAMPLE].lstrip()
    if is_needs_key(start) or is_own_markdown(start):
        return Format.TEXT
    if found := _of_markup(start) or _of_a_platform(start):
        return found
    if _ANKI.match(start):
        return Format.ANKI
    if start.startswith(('{"', "[{", "{\n")):
        return Format.JSON if SCHEMA in start else Refused.JSON
    is_deck = _DECK.match(start, _NOTES.match(start).end())  # type: ignore[union-attr]  # it matches nothing
    if len(_GIFT.findall(start)) and not is_deck:
        return Format.GIFT
    if is_deck and re.search(r"^\s*-?\s*(?:id|kind|uuid)\s*:", start, re.MULTILINE):
        return Refused.DECK
    if _AIKEN.search(start) and _AIKEN_OPTION.search(start) and not _NOT_AIKEN.search(start):
        return Format.AIKEN
    return Format.CSV if _is_table(start) else Format.TEXT


def _of_markup(start: str) -> Format | Refused | None:
    """What a text is that begins as XML, HTML or RTF does; None for any other."""
    lower = start[:1000].lower()
    if start.startswith("{\\rtf"):
        return Refused.RTF
    if "<!doctype html" in lower or lower.startswith("<html"):
        return Refused.HTML
    if start.startswith("<") and "<quiz" in start:
        return Format.MOODLE_XML
    if start.startswith("<") and "<questestinterop" in start:
        return Format.QTI
    if start.startswith("<?xml"):
        return Refused.QTI
    return None


def _of_a_platform(start: str) -> Format | None:
    """Whether it is a table in the form of a platform for learning."""
    if NEW.search(start):
        return Format.BRIGHTSPACE
    return Format.BLACKBOARD if _is_blackboard(start) else None


def _is_blackboard(text: str) -> bool:
    """Whether nearly all lines begin with a sort of Blackboard's and a tab."""
    sorts = [line.partition("\t")[0].strip() for line in text.splitlines() if "\t" in line]
    return bool(sorts) and sum(sort in SORTS for sort in sorts) >= _SAME * len(sorts)


def _is_table(text: str) -> bool:
    """Whether the first lines have columns: with names that we know, parted by tabs, or many below names."""
    sign = separator_of(text)
    rows = [Row(Spot("", number), cells) for number, cells in enumerate(cells_of(text, sign))]
    if header_of(rows):
        return True
    counts = [len(row.cells) for row in rows if any(cell.strip() for cell in row.cells)]
    usual = max(counts, key=counts.count, default=0)
    alike = usual > 1 and counts.count(usual) >= _SAME * len(counts)
    return alike and (sign == "\t" or _is_wide(rows, usual)) and not _LISTED.search(text)


def _is_wide(rows: Sequence[Row], columns: int) -> bool:
    """Whether there are many columns below what can be their names, all different."""
    names = [cell.strip() for cell in rows[0].cells if cell.strip()]
    return (
        columns >= _WIDE
        and len(rows) > 1
        and len(names) == len(set(names)) > 1
        and all(map(_NAME.fullmatch, names))
        and not names[-1].endswith(".")
    )
