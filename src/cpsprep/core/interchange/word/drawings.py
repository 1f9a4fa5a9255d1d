"""Pictures of a document, in the form of today (DrawingML) and the one before (VML), with their alt texts."""

from collections.abc import Iterator
from typing import Final

from cpsprep.core.interchange.media.marks import mark, words_of
from cpsprep.core.interchange.xml_tree import Element

DRAWINGS: Final = frozenset({"w:drawing", "w:pict", "mc:AlternateContent"})
_TEXT_BOX: Final = "w:txbxContent"


def drawn(element: Element) -> list[str]:
    """The marks of the pictures in it, by the relation that leads to their bytes, and what else is lost."""
    ways = [*element.elements("mc:Choice"), *element.elements("mc:Fallback")] or [element]
    found = next((marks for way in ways if (marks := list(_pictures(way, "")))), [])
    if any(next(way.every(_TEXT_BOX), None) for way in ways):
        return [*found, "a text box"]
    if any(_is_line(shape) for way in ways for shape in way.elements()):
        return []
    return found or ["a picture" if element.name != "mc:AlternateContent" else "a drawing"]


def _is_line(shape: Element) -> bool:
    """Whether it is the line that parts two questions, which Word keeps as a drawing."""
    return any(name.rpartition(":")[2] == "hr" and value == "t" for name, value in shape.attributes.items())


def _pictures(parent: Element, words: str) -> Iterator[str]:
    """The pictures below an element; `words` are those said of all that it holds."""
    words = next((told for one in parent.elements() if (told := _said(one))), words)
    for child in parent.elements():
        if child.name == _TEXT_BOX:
            continue
        relation = child.get("embed") if child.name == "blip" else child.get("id")
        if child.name in {"blip", "imagedata"} and relation:
            yield mark(relation, words or words_of(child.get("title")))
        else:
            yield from _pictures(child, words_of(child.get("alt")) or words)


def _said(element: Element) -> str:
    """The alt text in the properties of a drawing, or of a picture in it."""
    if element.name == "nvPicPr":
        return next((told for one in element.elements("cNvPr") if (told := _said(one))), "")
    if element.name not in {"docPr", "cNvPr"}:
        return ""
    return words_of(element.get("descr")) or words_of(element.get("title"))
