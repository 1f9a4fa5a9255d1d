"""An OpenDocument text (.odt) put into the words of Word, so that one reader serves both.

OASIS Open Document Format 1.3, part 3: paragraphs 5.1, lists 5.3, list styles 16.31, properties 16.29.28.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from cpsprep.core.interchange.xml_tree import Element

_FORMS: Final = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_BOLD: Final = frozenset({"bold", "600", "700", "800", "900"})
_PASSED: Final = frozenset(
    {"tracked-changes", "annotation", "annotation-end", "sequence-decls", "forms", "note"}
)
_HOLDERS: Final = frozenset({"section", "list-header", "index-body"})
_SPACE: Final = re.compile(r"\s+")
_MOST_SPACES: Final = 100


def as_word(content: Element, styles: Element | None) -> dict[str, Element]:
    """The parts of a Word document that say the same as `content.xml` and `styles.xml` of an .odt file."""
    body = next(iter(content.every("text")), Element("text", {}, 0))
    roots = [content, *([styles] if styles else [])]
    writer = _Writer({one.get("name"): one for root in roots for one in root.every("style")})
    written = _made("w:body", *writer.blocks(body))
    lists = {one.get("name"): one for root in roots for one in root.every("list-style")}
    return {
        "document": _made("w:document", written),
        "styles": _made("w:styles", _style("Heading1", "heading 1"), _style("Title", "title")),
        "numbering": _numbering(lists, writer.lists),
    }


@dataclass(slots=True)
class _Writer:
    """Goes through the text; `lists` are those that begin in it, by number, with their styles' names."""

    styles: Mapping[str, Element]
    lists: dict[str, str] = field(default_factory=dict)

    def blocks(self, parent: Element) -> Iterator[Element]:
        for one in parent.elements():
            if one.name in {"p", "h"}:
                yield self._paragraph(one)
            elif one.name == "list":
                yield from self._list(one, "", 0)
            elif one.name == "table":
                yield _made("w:tbl", *self._rows(one))
            elif one.name in _HOLDERS:
                yield from self.blocks(one)

    def _rows(self, table: Element) -> Iterator[Element]:
        for one in table.elements():
            if one.name == "table-row":
                cells = (_made("w:tc", *self.blocks(cell)) for cell in one.elements("table-cell"))
                yield _made("w:tr", *cells)
            elif one.name in {"table-header-rows", "table-row-group"}:
                yield from self._rows(one)

    def _list(self, element: Element, number: str, depth: int) -> Iterator[Element]:
        """The paragraphs of a list; the first of each of its points has the number."""
        if not number:
            goes_on = element.get("continue-numbering") == "true" or element.get("continue-list")
            style = element.get("style-name") or next(reversed(self.lists.values()), "")
            number = str(len(self.lists)) if goes_on and self.lists else str(len(self.lists) + 1)
            self.lists.setdefault(number, style)
        for point in element.elements("list-item"):
            is_first = True
            for one in point.elements():
                if one.name == "list":
                    yield from self._list(one, number, depth + 1)
                elif one.name in {"p", "h"}:
                    yield self._paragraph(one, (number, depth) if is_first else None)
                    is_first = False

    def _paragraph(self, element: Element, place: tuple[str, int] | None = None) -> Element:
        style = element.get("style-name")
        said = []
        if self._is(style, "Title"):
            said.append(_valued("w:pStyle", "Title"))
        elif element.name == "h" or self._is(style, "Heading"):
            said.append(_valued("w:pStyle", "Heading1"))
        if place:
            depth, number = _valued("w:ilvl", str(min(place[1], 8))), _valued("w:numId", place[0])
            said.append(_made("w:numPr", depth, number))
        return _made("w:p", _made("w:pPr", *said), *self._runs(element, self._looks(style)))

    def _is(self, style: str, name: str) -> bool:
        return any(one == name or one.startswith(f"{name}_20_") for one in self._line(style))

    def _runs(self, element: Element, looks: Mapping[str, str]) -> Iterator[Element]:
        for child in element.children:
            if isinstance(child, str):
                yield _run(_made("w:t", _SPACE.sub(" ", child)), looks)
                continue
            match child.name:
                case "s":
                    count = child.get("c", "1")
                    many = min(int(count), _MOST_SPACES) if count.isascii() and count.isdigit() else 1
                    yield _run(_made("w:t", " " * many), looks)
                case "tab":
                    yield _run(_made("w:tab"), looks)
                case "line-break":
                    yield _run(_made("w:br"), looks)
                case "frame":
                    yield _run(_drawing(child), looks)
                case name if name in _PASSED:
                    if name == "note":
                        yield _run(_made("w:footnoteReference"), looks)
                case _:
                    yield from self._runs(child, {**looks, **self._looks(child.get("style-name"))})

    def _line(self, style: str) -> list[str]:
        """The names of a style and of those that it is based on; a circle ends somewhere."""
        found: list[str] = []
        while style in self.styles and style not in found:
            found.append(style)
            style = self.styles[style].get("parent-style-name")
        return [*found, style]

    def _looks(self, style: str) -> dict[str, str]:
        """The properties of text that a style brings, as those of a run."""
        found: dict[str, str] = {}
        for name in reversed(self._line(style)):
            told = self.styles[name].first("text-properties") if name in self.styles else None
            for key, value in told.attributes.items() if told else ():
                found |= _look(key, value)
        return found


def _look(name: str, value: str) -> dict[str, str]:
    match name:
        case "font-weight":
            return {"w:b": "1" if value in _BOLD else "0"}
        case "font-style":
            return {"w:i": "0" if value == "normal" else "1"}
        case "text-underline-style":
            return {"w:u": "none" if value == "none" else "single"}
        case "text-line-through-style":
            return {"w:strike": "0" if value == "none" else "1"}
        case "background-color":
            return {"w:highlight": "none" if value in {"transparent", "#ffffff"} else value}
        case "color":
            return {"w:color": value.removeprefix("#").upper()}
        case _:
            return {}


def _run(inner: Element, looks: Mapping[str, str]) -> Element:
    properties = [_valued(name, value) for name, value in looks.items()]
    return _made("w:r", _made("w:rPr", *properties), inner)


def _drawing(frame: Element) -> Element:
    """A picture with the place of its file in the archive; other frames are pictures without one."""
    words = " ".join(frame.text(name).strip() for name in ("title", "desc")).strip()
    blips = [Element("blip", {"embed": one.get("href")}, one.line) for one in frame.elements("image")]
    return _made("w:drawing", Element("docPr", {"descr": words}, frame.line), *blips)


def _numbering(styles: Mapping[str, Element], lists: Mapping[str, str]) -> Element:
    """Each list counts for itself, in the form of its style."""
    written = []
    for number, name in lists.items():
        levels = list(_levels(styles[name])) if name in styles else []
        written.append(Element("w:abstractNum", {"w:abstractNumId": number}, 0, [*levels]))
        held = _valued("w:abstractNumId", number)
        written.append(Element("w:num", {"w:numId": number}, 0, [held]))
    return _made("w:numbering", *written)


def _levels(style: Element) -> Iterator[Element]:
    for place, one in enumerate(style.elements()):
        is_number = one.name == "list-level-style-number"
        form = _FORMS.get(one.get("num-format"), "none") if is_number else "bullet"
        text = f"{one.get('num-prefix')}%{place + 1}{one.get('num-suffix', '.')}" if is_number else "-"
        start = one.get("start-value", "1")
        told = (_valued("w:start", start), _valued("w:numFmt", form), _valued("w:lvlText", text))
        yield Element("w:lvl", {"w:ilvl": str(place)}, one.line, list(told))


def _style(name: str, title: str) -> Element:
    told = Element("w:style", {"w:type": "paragraph", "w:styleId": name}, 0)
    told.children.append(_valued("w:name", title))
    return told


def _valued(name: str, value: str) -> Element:
    return Element(name, {"w:val": value}, 0)


def _made(name: str, *children: Element | str) -> Element:
    return Element(name, {}, 0, list(children))
