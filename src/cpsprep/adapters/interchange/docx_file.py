"""A Word document: the few parts of the archive that hold its text, read with a parser that takes no orders.

We read them ourselves and not with python-docx: that one does not count automatic numbers, so the XML would
have to be read all the same, and it brings lxml (some 20 MB), whose parser a file can talk to.
"""

import re
from collections.abc import Mapping
from typing import Final

from cpsprep.adapters.interchange.archive import parts_of
from cpsprep.adapters.interchange.damage import damage_told
from cpsprep.adapters.interchange.picture_sources import fetch_related
from cpsprep.app.errors import UnreadableError
from cpsprep.core.interchange.draft import Found
from cpsprep.core.interchange.media.pictures import Fetch
from cpsprep.core.interchange.word.document import read_word
from cpsprep.core.interchange.xml_tree import Element, read_xml

_RELATIONS: Final = "_rels/.rels"
_USUAL: Final = "word/document.xml"
_SAFE: Final = re.compile(r"/?[\w./-]{1,200}\.xml")


def fetch_from_docx(data: bytes) -> Fetch:
    """Looks among the pictures of a document that was read."""
    return fetch_related(data, _document_in(data))


def read_docx(data: bytes, name: str) -> Found:
    """The questions of a document.

    Raises:
        UnreadableError: it is damaged, or holds no text.
        HostileError: see `archive.parts_of` and `xml_tree.read_xml`.
    """
    with damage_told(name, "open it in Word and save it again"):
        place = _document_in(data)
        folder = place.rpartition("/")[0]
        wanted = {f"{folder}/{part}.xml".lstrip("/"): part for part in ("styles", "numbering")}
        raw = parts_of(data, [place, *wanted])
        if place not in raw:
            raise UnreadableError(
                f"{name} holds no text of a document", "open it in Word and save it as .docx"
            )
        parts: Mapping[str, Element] = {
            wanted.get(part, "document"): read_xml(_as_utf8(content)) for part, content in raw.items()
        }
    return read_word(parts, name)


def _document_in(data: bytes) -> str:
    """The name of the main part; programs other than Word may name it as they like."""
    raw = parts_of(data, [_USUAL, _RELATIONS])
    if _USUAL in raw or _RELATIONS not in raw:
        return _USUAL
    for one in read_xml(_as_utf8(raw[_RELATIONS])).elements("Relationship"):
        if one.get("Type").endswith("/officeDocument") and _SAFE.fullmatch(one.get("Target")):
            return one.get("Target").lstrip("/")
    return _USUAL


def _as_utf8(data: bytes) -> bytes:
    """Parts are UTF-8 or, rarely, UTF-16."""
    wide = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    return data.decode("utf-16", "replace").encode("utf-8", "replace") if wide else data
