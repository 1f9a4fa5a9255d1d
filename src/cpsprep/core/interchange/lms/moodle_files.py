"""The files inside of a Moodle XML file: each beside the text that shows it, in base64.

Files of different texts may have one name, so a picture is known by what it holds.
"""

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Final

from cpsprep.core.interchange.xml_tree import Element

_HERE: Final = "@@PLUGINFILE@@/"
_SIGN: Final = re.compile("(?:%[0-9a-fA-F]{2})+")


def held_in(root: Element) -> Mapping[str, str]:
    """All files of a document, in base64, by their digests."""
    return {_digest(text): text for one in root.every("file") if (text := one.text())}


def files_by_name(element: Element) -> Mapping[str, str]:
    """The digests of the files of one text, by their names."""
    return {
        f"{one.get('path', '/').strip('/')}/{one.get('name')}".lstrip("/"): _digest(one.text())
        for one in element.elements("file")
    }


def name_in(source: str) -> str:
    """The name of a file in an address such as `@@PLUGINFILE@@/a%20clock.png`; "" for other addresses."""
    if not source.startswith(_HERE):
        return ""
    return unquoted(source.removeprefix(_HERE).partition("?")[0])


def unquoted(text: str) -> str:
    """The text without the signs that addresses have in the place of others, such as `%20`."""
    return _SIGN.sub(lambda found: bytes.fromhex(found[0].replace("%", "")).decode("utf-8", "replace"), text)


def _digest(text: str) -> str:
    return f"file {sha256(text.encode()).hexdigest()}"
