"""The texts of QTI 1.2: plain, HTML written as text or as elements, pictures and sounds by their names."""

from collections.abc import Iterator
from html import escape
from typing import Final, NamedTuple

from cpsprep.core.interchange.html_text import html_text
from cpsprep.core.interchange.media.marks import mark
from cpsprep.core.interchange.tidy import tidy
from cpsprep.core.interchange.xml_tree import Element

RESPONSES: Final = frozenset({"response_lid", "response_str", "response_num", "response_grp", "response_xy"})
CHOICES: Final = frozenset({"response_label"})
_EMPHASIS: Final = "matemtext"
_TEXTS: Final = frozenset({"mattext", _EMPHASIS, "mat_formattedtext"})
_LOST: Final = {
    **dict.fromkeys(("matvideo", "matapplet", "matapplication"), "a file"),
    **dict.fromkeys(("matref", "material_ref"), "a text that stands elsewhere in the file"),
    "math": "a formula",
}
_MATERIALS: Final = _TEXTS | {"matimage", "mataudio"} | _LOST.keys()


class Told(NamedTuple):
    """A text, and what was lost of it."""

    text: str
    lost: tuple[str, ...] = ()


def told(element: Element | None, without: frozenset[str] = RESPONSES) -> Told:
    """All texts inside of an element, one below the other, without those inside of some elements."""
    texts: list[str] = []
    lost: list[str] = []
    before: tuple[Element, str] | None = None
    for parent, one in _materials(element, without) if element else ():
        piece = _piece(one)
        inline = before and before[0] is parent and _EMPHASIS in {before[1], one.name}
        texts += [" " if inline else "\n\n", piece.text]
        lost += piece.lost
        before = parent, one.name
    return Told(tidy("".join(texts)), tuple(dict.fromkeys(lost)))


def both(first: Told, second: Told) -> Told:
    """Two texts as one, what both say once."""
    texts = dict.fromkeys(filter(None, (first.text, second.text)))
    return Told("\n".join(texts), tuple(dict.fromkeys((*first.lost, *second.lost))))


def _materials(parent: Element, without: frozenset[str]) -> Iterator[tuple[Element, Element]]:
    """What says something, each with the element that it stands in."""
    for child in parent.elements():
        if child.name in _MATERIALS:
            yield parent, child
        elif child.name not in without:
            yield from _materials(child, without)


def _piece(one: Element) -> Told:
    if one.name in _TEXTS:
        return _text(one)
    if one.name in _LOST:
        return Told("", (_LOST[one.name],))
    is_sound = one.name == "mataudio"
    if not (source := one.get("uri")):
        return Told("", ("a sound" if is_sound else "a picture",))
    return Told(mark(source, one.get("label"), is_sound=is_sound))


def _text(one: Element) -> Told:
    has_elements = next(one.elements(), None) is not None
    if one.get("texttype").lower() == "text/plain" and not has_elements:
        return Told(tidy(one.text()))
    text, lost = html_text(_markup(one) if has_elements else one.text())
    return Told(text, (*lost, "italics") if one.name == _EMPHASIS else lost)


def _markup(element: Element) -> str:
    """What is inside of an element as HTML, where a file has its elements for what should be a text."""
    parts: list[str] = []
    line = element.line
    for child in element.children:
        if isinstance(child, str):
            parts.append(escape(child))
            continue
        given = "".join(f' {name}="{escape(value)}"' for name, value in child.attributes.items())
        apart = " " if child.line > line else ""  # the tree has no white space between lines
        parts.append(f"{apart}<{child.name}{given}>{_markup(child)}</{child.name}>")
        line = child.line
    return "".join(parts)
