"""XML from strangers as a plain tree: no document type, no entities of its own, bounded in depth and size.

Of the names of elements and attributes only the well-known families keep a prefix (`w:p`); others have none.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.entities import html5
from typing import Final, Union
from xml.parsers.expat import ExpatError, ParserCreate, errors

from cpsprep.core.interchange.draft import HostileError

_DEEPEST: Final = 200
_MOST: Final = 1_000_000
"""Elements and texts; a bank of 10,000 questions with feedback has some 400,000."""
_DECLARATION: Final = re.compile(rb"\s*<\?xml\b[^<>]{0,300}\?>")
_DOCTYPE: Final = rb"((?:\s|<\?[^<>]{0,300}\?>|<!--.{0,5000}?-->)*+)<!DOCTYPE\s+%s\b[^\[\]<>]{0,500}>"
"""One that only names a list of elements elsewhere; that is never fetched, and nothing is declared here."""
_ENTITY: Final = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,30});")
_OF_XML: Final = frozenset({"amp", "lt", "gt", "quot", "apos"})
_UNKNOWN_ENTITY: Final = errors.codes[errors.XML_ERROR_UNDEFINED_ENTITY]
_FAMILIES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14:",
}


@dataclass(slots=True, eq=False)
class Element:
    """An element; `children` are elements and texts in order, `line` where it begins."""

    name: str
    attributes: Mapping[str, str]
    line: int
    children: list[Union["Element", str]] = field(default_factory=list)

    def elements(self, name: str = "") -> "Iterator[Element]":
        """Its child elements, of one name if wanted."""
        for child in self.children:
            if not isinstance(child, str) and name in {"", child.name}:
                yield child

    def first(self, name: str) -> "Element | None":
        return next(self.elements(name), None)

    def get(self, name: str, default: str = "") -> str:
        return self.attributes.get(name, default)

    def text(self, name: str = "") -> str:
        """The texts directly inside of it, or inside of its first child of a name."""
        if name:
            child = self.first(name)
            return child.text() if child else ""
        return "".join(child for child in self.children if isinstance(child, str))

    def every(self, name: str) -> "Iterator[Element]":
        """All elements of a name inside of it, at any depth, in order."""
        for child in self.elements():
            if child.name == name:
                yield child
            yield from child.every(name)


class BrokenXmlError(Exception):
    """The text is no XML; `line` is where that shows."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def read_xml(data: bytes, most: int = _MOST, root: str = "") -> Element:
    """The root of a document in UTF-8, whatever encoding it declares.

    Args:
        data: the document; what stands before its declaration, or is amiss in that, does not count.
        most: how many elements and texts it may have.
        root: what may be named by a document type without declarations, "" for nothing.

    Raises:
        BrokenXmlError: it is no XML.
        HostileError: it declares a document type, or is too deep or too large.
    """
    if found := _DECLARATION.match(data):
        data = _lines(found[0]) + data[found.end() :]
    if root and (found := re.match(_DOCTYPE % root.encode(), data, re.DOTALL)):
        data = found[1] + _lines(found[0][len(found[1]) :]) + data[found.end() :]
    try:
        return _read(data, most)
    except ExpatError as error:
        if error.code != _UNKNOWN_ENTITY:
            raise BrokenXmlError(str(error).partition(":")[0], error.lineno) from None
    try:
        return _read(_ENTITY.sub(_sign, data), most)
    except ExpatError as error:
        raise BrokenXmlError(str(error).partition(":")[0], error.lineno) from None


def _lines(gone: bytes) -> bytes:
    """The line breaks of what is taken out, so that every line keeps its number."""
    return b"\n" * gone.count(b"\n")


def _sign(found: re.Match[bytes]) -> bytes:
    """The sign that a name such as `&nbsp;` stands for in HTML; the names that XML has too stay."""
    name = found[1].decode("ascii")
    return found[0] if name in _OF_XML else html5.get(f"{name};", found[0].decode("ascii")).encode()


def _read(data: bytes, most: int) -> Element:
    builder = _Builder(most)
    parser = ParserCreate("utf-8", " ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse_doctype
    parser.StartElementHandler = lambda name, given: builder.start(name, given, parser.CurrentLineNumber)
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.Parse(data, True)  # noqa: FBT003  (expat has no names for its arguments)
    return next(builder.root.elements())


def _refuse_doctype(*_: object) -> None:
    raise HostileError("it declares a document type, by which a file can do harm")


class _Builder:
    """Puts elements together as expat meets them."""

    __slots__ = ("_count", "_most", "_open", "root")

    def __init__(self, most: int) -> None:
        self._most = most
        self.root = Element("", {}, 0)
        self._open = [self.root]
        self._count = 0

    def start(self, name: str, given: Mapping[str, str], line: int) -> None:
        self._add()
        if len(self._open) > _DEEPEST:
            raise HostileError(f"its elements are nested more than {_DEEPEST} deep")
        element = Element(_short(name), {_short(key): value for key, value in given.items()}, line)
        self._open[-1].children.append(element)
        self._open.append(element)

    def end(self, _: str) -> None:
        self._open.pop()

    def text(self, text: str) -> None:
        if "\n" in text and not text.strip():  # layout between elements
            return
        self._add()
        self._open[-1].children.append(text)

    def _add(self) -> None:
        self._count += 1
        if self._count > self._most:
            raise HostileError(f"it has more than {self._most:,} elements")


def _short(name: str) -> str:
    family, _, local = name.rpartition(" ")
    return f"{_FAMILIES.get(family, '')}{local}"
