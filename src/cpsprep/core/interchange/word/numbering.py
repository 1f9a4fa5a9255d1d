"""Automatic numbers of a document, counted as Word counts them (ECMA-376 part 1, 17.9)."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from cpsprep.core.interchange.listed.line import Label, Sort
from cpsprep.core.interchange.xml_tree import Element

_LEVELS: Final = 9
_ROMAN: Final = tuple(zip((100, 90, 50, 40, 10, 9, 5, 4, 1), "c xc l xl x ix v iv i".split(" "), strict=True))  # noqa: SIM905  (reads as a row)
_HIGHEST_ROMAN: Final = 400
_PLACE: Final = re.compile(r"%([1-9])")
_ASKING: Final = re.compile(r"question|item|problem|\bq\b", re.IGNORECASE)


class Level(NamedTuple):
    """One level of a list: how it counts, from where, and what surrounds the number."""

    form: str = "decimal"
    start: int = 1
    text: str = ""
    restarts: bool = True


@dataclass(frozen=True, slots=True)
class Numbered:
    """The label of a paragraph, and as it shows."""

    label: Label | None = None
    shown: str = ""
    group: str = ""


@dataclass(slots=True)
class Numbering:
    """The lists of a document; `label` counts, so paragraphs have to come in order."""

    lists: Mapping[str, Mapping[int, Level]] = field(default_factory=dict)
    abstract_of: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[tuple[str, int], Level] = field(default_factory=dict)
    overrides: Mapping[tuple[str, int], int] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, number: str, depth: int) -> Numbered:
        """The label of the next paragraph of a list at this depth."""
        abstract = self.abstract_of.get(number)
        if abstract is None or not 0 <= depth < _LEVELS:
            return Numbered()
        counts = self._counts.setdefault(abstract, {})
        if (number, depth) in self.overrides and (number, depth) not in self._begun:
            counts[depth] = self.overrides[number, depth] - 1
        self._begun.add((number, depth))
        level = self._level(number, abstract, depth)
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [one for one in counts if one > depth]:
            if self._level(number, abstract, deeper).restarts:
                del counts[deeper]
        forms = [self._level(number, abstract, one).form for one in range(_LEVELS)]
        return replace(_numbered(level, depth, counts, forms), group=f"{abstract}/{depth}")

    def _level(self, number: str, abstract: str, depth: int) -> Level:
        return self.own.get((number, depth)) or self.lists[abstract].get(depth, Level())


def read_numbering(root: Element | None) -> Numbering:
    """The lists of `numbering.xml`; a document without automatic numbers has none."""
    if root is None:
        return Numbering()
    lists = {
        one.get("w:abstractNumId"): {_depth(level): _read_level(level) for level in one.elements("w:lvl")}
        for one in root.elements("w:abstractNum")
    }
    abstract_of, own, overrides = {}, {}, {}
    for one in root.elements("w:num"):
        name, abstract = one.get("w:numId"), one.first("w:abstractNumId")
        if abstract is None or abstract.get("w:val") not in lists:
            continue
        abstract_of[name] = abstract.get("w:val")
        for override in one.elements("w:lvlOverride"):
            if level := override.first("w:lvl"):
                own[name, _depth(override)] = _read_level(level)
            if start := override.first("w:startOverride"):
                overrides[name, _depth(override)] = _whole(start.get("w:val"), 1)
    return Numbering(lists, abstract_of, own, overrides)


def _read_level(level: Element) -> Level:
    def value(name: str, default: str) -> str:
        child = level.first(name)
        return child.get("w:val", default) if child else default

    return Level(
        value("w:numFmt", "decimal"),
        _whole(value("w:start", "1"), 1),
        value("w:lvlText", ""),
        value("w:lvlRestart", "1") != "0",
    )


def _numbered(level: Level, depth: int, counts: Mapping[int, int], forms: Sequence[str]) -> Numbered:
    def told(found: re.Match[str]) -> str:
        of = int(found[1]) - 1
        return _shown(forms[of], counts.get(of, 1))

    number = counts[depth]
    text = _PLACE.sub(told, level.text)
    match level.form:
        case "none":
            return Numbered(None, f"{text} " if text else "")
        case "bullet":
            return Numbered(Label(Sort.BULLET), "- ")
        case "lowerLetter" | "upperLetter":
            return Numbered(Label(Sort.LETTER, number), f"{text} ")
        case _:
            sort = Sort.QUESTION if _ASKING.search(level.text) else Sort.NUMBER
            return Numbered(Label(sort, number), f"{text} ")


def _shown(form: str, number: int) -> str:
    match form:
        case "lowerLetter" | "upperLetter":
            text = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 % 9 + 1)
        case "lowerRoman" | "upperRoman" if 0 < number < _HIGHEST_ROMAN:
            text = _roman(number)
        case _:
            return str(number)
    return text.upper() if form.startswith("upper") else text


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        text += letters * (number // value)
        number %= value
    return text


def _depth(element: Element) -> int:
    return _whole(element.get("w:ilvl"), 0)


def _whole(text: str, default: int) -> int:
    return int(text) if re.fullmatch(r"[0-9]{1,6}", text) else default
