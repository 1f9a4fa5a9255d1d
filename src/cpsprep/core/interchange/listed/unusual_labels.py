"""Labels that a line alone does not tell: a key before the number, and options with roman numerals."""

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Final

from cpsprep.core.interchange.listed.line import Label, Line, Sort
from cpsprep.core.item import LETTERS

_ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii")
_NUMERAL: Final = re.compile(r"[(\[]?(i{1,3}|iv|vi{0,3})[.)\]:]\s+(?=\S)", re.IGNORECASE)
_IN_KEY: Final = re.compile(r"\b(?:viii|vii|vi|v|iv|iii|ii|i)\b", re.IGNORECASE)
_AHEAD: Final = re.compile(
    r"\s*(?:_+\s*(?P<told>[A-Ha-hTt]|(?i:true|false))\s*_+|(?P<bare>[A-HT]|TRUE|FALSE|True|False)\s|_{2,})"
    r"\s*(?P<number>\d{1,4})\s*[.)]\s+(?=\S)"
)
_FEWEST: Final = 2


def with_unusual_labels(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines with such labels taken off, and what they say."""
    found = [_without_key(line) for line in lines]
    at = 0
    while at < len(found):
        count = _numerals(found[at : at + len(_ROMAN)])
        if count >= _FEWEST:
            form = _as_option if _is_options(found, at, at + count) else _as_text
            found[at : at + count] = map(form, found[at : at + count], range(1, count + 1))
        at += max(1, count)
    return found


def letters_of(answer: str) -> str:
    """A key in roman numerals in the letters of the options; other words stay."""
    return _IN_KEY.sub(lambda found: LETTERS[_ROMAN.index(found[0].lower())], answer)


def is_roman(option: Line) -> bool:
    """Whether an option is labelled with a roman numeral, typed or automatic."""
    return option.typed.strip(" ()[].:").lower() in _ROMAN


def _numerals(lines: Sequence[Line]) -> int:
    """How many lines one below the other have the numerals from i on, all large or all small."""
    told = [found[1] if (found := _NUMERAL.match(line.whole)) else "" for line in lines]
    return max(
        sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(told, row, strict=False)))
        for row in (_ROMAN, [numeral.upper() for numeral in _ROMAN])
    )


def _is_options(lines: Sequence[Line], start: int, end: int) -> bool:
    """Whether numerals are those of options: of no list in a stem or an option that has letters."""
    before = next((line.label for line in reversed(lines[:start]) if line.label), None)
    after = lines[end].label if end < len(lines) else None
    lettered = (before, after)
    return not any(label and label.sort in {Sort.LETTER, Sort.BULLET} for label in lettered)


def _as_text(line: Line, _number: int) -> Line:
    """A line whose `i.` is not the letter i."""
    return replace(line, text=line.whole, label=None, typed="") if line.label else line


def _as_option(line: Line, number: int) -> Line:
    told = _NUMERAL.match(line.whole)
    end = told.end() if told else 0
    return replace(line, text=line.whole[end:], label=Label(Sort.LETTER, number), typed=line.whole[:end])


def _without_key(line: Line) -> Line:
    """A question without the key that stands before its number, as in `_B_12. Which...`."""
    found = _AHEAD.match(line.text) if line.label is None else None
    if found is None:
        return line
    return replace(
        line,
        text=line.text[found.end() :],
        label=Label(Sort.NUMBER, int(found["number"])),
        typed=f"{found['number']}. ",
        key=found["told"] or found["bare"] or "",
    )
