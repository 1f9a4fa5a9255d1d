"""Going on after a mistake: the broken item of a deck file is blanked, so that the others can still be read.

Everything keeps its line, so later problems point to the right place.
"""

import re
from dataclasses import dataclass
from typing import Final

from cpsprep.core.problem import Problem
from cpsprep.core.reading.authored import MOST_PROBLEMS, Source, Spot

_ID: Final = re.compile(r"\s*-?\s*id:\s*[\"']?([\w-]+)")
_DASH: Final = re.compile(r"( *)-(?: |$)")
_QUOTED: Final = re.compile(r"\s*(?:- )?[\w-]+:\s+([\"'])")
_CONTROL: Final = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_BAD_BYTE: Final = re.compile("[\udc80-\udcff]")
_BYTES: Final = 0xDC00
_FIRST_BYTE, _LAST_BYTE = 0xDC80, 0xDCFF
"""How `Source.lines` shows bytes that are no UTF-8."""


@dataclass(frozen=True, slots=True)
class Repair:
    """The lines `first` to `last` were blanked; `lost` is 1 where they held an item, `item` its id."""

    lines: list[str]
    first: int
    last: int
    lost: int
    item: str


def blanked(lines: list[str], line: int) -> Repair:
    """The file without the item, or without the one field of its head, that holds this line."""
    line = min(line, len(lines) - 1)
    first_item, dash = _dashes(lines)
    first = last = line
    while first > 0 and not _starts(lines[first], dash):
        first -= 1
    while last + 1 < len(lines) and not _starts(lines[last + 1], dash):
        last += 1
    broken = lines[first : last + 1]
    names = (match[1] for text in broken if (match := _ID.match(text)))
    kept = [*lines[:first], *[""] * len(broken), *lines[last + 1 :]]
    lost = int(first >= first_item and lines[first].lstrip(" ").startswith("-"))
    return Repair(kept, first, last, lost, next(names, "") if lost else "")


def cleaned(source: Source) -> tuple[list[str], list[Problem], list[int]]:
    """The lines with every byte and character that YAML refuses replaced, problems, and their lines."""
    lines: list[str] = []
    problems: list[Problem] = []
    flawed: list[int] = []
    for number, line in enumerate(source.lines):
        found = _CONTROL.search(line)
        if found:
            flawed.append(number)
            if len(problems) < MOST_PROBLEMS:
                problems.append(_intruder(source, Spot(number, found.start()), ord(found[0])))
            lines.append(_CONTROL.sub(" ", _BAD_BYTE.sub("\ufffd", line)))
        else:
            lines.append(line)
    return lines, problems, flawed


def _intruder(source: Source, spot: Spot, point: int) -> Problem:
    if _FIRST_BYTE <= point <= _LAST_BYTE:
        message = f"a byte that is not UTF-8 (0x{point - _BYTES:02X})"
        return source.problem(spot, "bad-utf8", message, "save the file as UTF-8")
    message = f"an invisible control character, U+{point:04X}"
    return source.problem(spot, "control-character", message, "delete it and type the text again")


def open_quote(lines: list[str], first: int, last: int) -> Spot | None:
    """Where a quote opens in these lines that does not close in its own, if the lines are of two items.

    Such a quote ends at the next one anywhere below, so that the parser complains far from the mistake.
    """
    dash = _dashes(lines)[1]
    if not any(_starts(line, dash) for line in lines[first + 1 : last + 1]):
        return None
    for number in range(first, last + 1):
        found = _QUOTED.match(lines[number])
        if found and lines[number].count(found[1]) % 2:
            return Spot(number, found.start(1))
    return None


def first_item(lines: list[str]) -> int:
    """The line of the first item, or the end of the file."""
    return _dashes(lines)[0]


def _dashes(lines: list[str]) -> tuple[int, int]:
    """Line and column of the first dash below `items:`; column -1 where there is none."""
    inside = False
    for number, line in enumerate(lines):
        if line.startswith("items:"):
            inside = True
        elif inside and (match := _DASH.match(line)):
            return number, len(match[1])
    return len(lines), -1


def _starts(line: str, dash: int) -> bool:
    """Whether this line starts an item, or a field of the file."""
    text = line.lstrip(" ")
    if not text or text[0] in "#\t":
        return False
    indent = len(line) - len(text)
    return indent == 0 or indent < dash or (indent == dash and text.startswith("-"))
