"""What a style of a document brings along: marks of its text, a place in a list, being a heading."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from cpsprep.core.interchange.xml_tree import Element

_DEEPEST: Final = 20
_NO: Final = frozenset({"0", "false", "off", "none"})
_COLOUR: Final = re.compile(r"[0-9A-Fa-f]{6}")
_PALE: Final = 0xF3
"""The least of red, green and blue that still is white to the eye; Word's lightest grey is F2."""
_DARK: Final = 0x55
_GREY: Final = 0x1C
"""What red, green and blue may differ by in a colour that is none."""
_BLACK: Final = frozenset({"", "auto", "000000", "windowText"})
STRUCK: Final = frozenset({"w:strike", "w:dstrike"})
_WHITE: Final = frozenset({"", "auto", "FFFFFF", "ffffff", "none"})


class InList(NamedTuple):
    """A place in an automatic list; number "0" takes a paragraph out of the list of its style."""

    number: str = ""
    depth: int | None = None


@dataclass(slots=True)
class Style:
    """One style; `looks` maps a sort of mark to what it is, "" for none."""

    name: str = ""
    based_on: str = ""
    looks: Mapping[str, str] = field(default_factory=dict)
    place: InList = field(default_factory=InList)
    outline: bool = False


@dataclass(slots=True)
class Styles:
    """The styles of a document by their ids; `base` are the marks of all text."""

    every: Mapping[str, Style] = field(default_factory=dict)
    default: str = ""

    def looks(self, name: str) -> dict[str, str]:
        """The marks that a style brings, its parents' first."""
        found: dict[str, str] = {}
        for style in reversed(self._line(name)):
            found |= style.looks
        return found

    def place(self, name: str) -> InList:
        """The list that a style belongs to."""
        number = next((one.place.number for one in self._line(name) if one.place.number), "")
        depth = next((one.place.depth for one in self._line(name) if one.place.depth is not None), None)
        return InList(number, depth)

    def is_heading(self, name: str) -> bool:
        return any(one.outline or one.name.startswith("heading") for one in self._line(name))

    def is_title(self, name: str) -> bool:
        return any(one.name in {"title", "subtitle"} for one in self._line(name))

    def _line(self, name: str) -> list[Style]:
        """A style and those that it is based on; a circle ends somewhere."""
        found: list[Style] = []
        while name in self.every and len(found) < _DEEPEST:
            found.append(self.every[name])
            name = self.every[name].based_on
        return found


def read_styles(root: Element | None) -> Styles:
    """The styles of `styles.xml`."""
    if root is None:
        return Styles()
    every, default = {}, ""
    for one in root.elements("w:style"):
        based, properties = one.first("w:basedOn"), one.first("w:pPr")
        name = one.first("w:name")
        every[one.get("w:styleId")] = Style(
            name.get("w:val").lower() if name else "",
            based.get("w:val") if based else "",
            looks_of(one.first("w:rPr")),
            place_of(properties),
            outline=properties is not None and properties.first("w:outlineLvl") is not None,
        )
        if one.get("w:type") == "paragraph" and one.get("w:default") in {"1", "true", "on"}:
            default = one.get("w:styleId")
    return Styles(every, default)


def looks_of(properties: Element | None) -> dict[str, str]:
    """The marks that run properties give or take."""
    found: dict[str, str] = {}
    for one in properties.elements() if properties else ():
        value = one.get("w:val")
        match one.name:
            case "w:b":
                found["bold"] = "" if value in _NO else "bold"
            case "w:i":
                found["italics"] = "" if value in _NO else "italics"
            case "w:u":
                found["underline"] = "" if value in _NO else "underline"
            case "w:highlight":
                found["highlight"] = "" if value in _NO else f"highlight {value}"
            case "w:shd":
                fill = one.get("w:fill")
                found["highlight"] = "" if fill in _WHITE or _is_paper(fill) else f"highlight {fill}"
            case "w:color":
                found["colour"] = "" if value in _BLACK or _is_ink(value) else f"colour {value}"
            case "w:strike" | "w:dstrike":  # each may be off beside the other
                found[one.name] = "" if value in _NO else one.name
            case _:
                pass
    return found


def _is_paper(value: str) -> bool:
    """Whether a colour is all but white, as behind text that was pasted from a web page."""
    return _COLOUR.fullmatch(value) is not None and min(bytes.fromhex(value)) >= _PALE


def _is_ink(value: str) -> bool:
    """Whether a colour is all but black, as of text that was pasted from a web page."""
    if not _COLOUR.fullmatch(value):
        return False
    parts = bytes.fromhex(value)
    return max(parts) <= _DARK and max(parts) - min(parts) <= _GREY


def place_of(properties: Element | None) -> InList:
    """The list that paragraph properties put a paragraph in."""
    numbered = properties.first("w:numPr") if properties else None
    if numbered is None:
        return InList()
    number, depth = numbered.first("w:numId"), numbered.first("w:ilvl")
    told = depth.get("w:val") if depth else ""
    return InList(number.get("w:val") if number else "", int(told) if told in set("012345678") else None)
