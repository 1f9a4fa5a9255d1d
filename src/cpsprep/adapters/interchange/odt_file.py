"""An OpenDocument text, as LibreOffice writes it: the two parts of the archive that hold its text."""

from typing import Final

from cpsprep.adapters.interchange.archive import BrokenArchiveError, part_reader, parts_of
from cpsprep.adapters.interchange.damage import damage_told
from cpsprep.app.errors import UnreadableError
from cpsprep.core.interchange.draft import Found
from cpsprep.core.interchange.media.pictures import Fetch
from cpsprep.core.interchange.word.document import read_word
from cpsprep.core.interchange.word.open_document import as_word
from cpsprep.core.interchange.xml_tree import read_xml
from cpsprep.core.media import MAX_BYTES

_CONTENT: Final = "content.xml"
_STYLES: Final = "styles.xml"
_MANIFEST: Final = "META-INF/manifest.xml"


def read_odt(data: bytes, name: str) -> Found:
    """The questions of a document.

    Raises:
        UnreadableError: it is damaged, or locked.
        HostileError: see `archive.parts_of` and `xml_tree.read_xml`.
    """
    with damage_told(name, "open it in LibreOffice and save it again"):
        raw = parts_of(data, [_CONTENT, _STYLES, _MANIFEST])
        if b"encryption-data" in raw.get(_MANIFEST, b""):
            raise UnreadableError(
                f"{name} is locked with a password", "open it, take the password away, and save it"
            )
        styles = read_xml(raw[_STYLES]) if _STYLES in raw else None
        parts = as_word(read_xml(raw[_CONTENT]), styles)
    return read_word(parts, name)


def fetch_from_odt(data: bytes) -> Fetch:
    """Looks among the pictures of a document, by the names that its text gives; they are only compared."""
    try:
        return part_reader(data, MAX_BYTES + 1)
    except BrokenArchiveError:
        return lambda _: None
