"""The bytes of pictures and sounds in a file from elsewhere, by the names that its texts have for them.

No name from a file ever becomes a path: it is looked up among the parts of the archive, or not found.
"""

import re
from base64 import b64decode
from binascii import Error as BrokenBase64Error
from collections.abc import Mapping
from typing import Final

from cpsprep.adapters.interchange.archive import BrokenArchiveError, part_reader, parts_of
from cpsprep.core.interchange.draft import HostileError
from cpsprep.core.interchange.media.pictures import Fetch
from cpsprep.core.interchange.xml_tree import BrokenXmlError, read_xml
from cpsprep.core.media import MAX_BYTES

_DATA: Final = re.compile(
    r"data\\?:(?:image|audio)/[\w.+-]{1,40}(?:;[\w=.-]{1,40}){0,3};base64,([A-Za-z0-9+/=\\]*)", re.IGNORECASE
)
_MOST_BASE64: Final = MAX_BYTES * 3 // 2


def lifted(text: str) -> tuple[str, Mapping[str, str]]:
    """The text with short names in the place of pictures that are written into it, and these in base64."""
    if "base64," not in text:
        return text, {}
    held: dict[str, str] = {}

    def name(found: re.Match[str]) -> str:
        held[f"data {len(held)}"] = found[1].replace("\\", "")
        return f"data {len(held) - 1}"

    return _DATA.sub(name, text), held


def fetch_held(held: Mapping[str, str]) -> Fetch:
    """Looks among what stands in base64."""

    def fetch(source: str) -> bytes | None:
        text = held.get(source)
        if text is None:
            return None
        if len(text) > _MOST_BASE64:
            raise HostileError(f"it is larger than {MAX_BYTES // 1_000_000} MB")
        try:
            return b64decode(text)
        except (BrokenBase64Error, ValueError):
            raise HostileError("it is damaged") from None

    return fetch


def fetch_related(data: bytes, part: str) -> Fetch:
    """Looks among the parts of a Word document that its main part is related to."""
    folder, _, name = part.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels".lstrip("/")
    try:
        root = read_xml(parts_of(data, [relations])[relations])
        read = part_reader(data, MAX_BYTES + 1)
    except (BrokenArchiveError, BrokenXmlError, KeyError):
        return lambda _: None
    targets = {
        one.get("Id"): one.get("Target")
        for one in root.elements("Relationship")
        if one.get("TargetMode") != "External"
    }

    def fetch(source: str) -> bytes | None:
        target = targets.get(source, "")
        return read(target.lstrip("/") if target.startswith("/") else f"{folder}/{target}".lstrip("/"))

    return fetch
