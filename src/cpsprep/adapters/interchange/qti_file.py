"""A package of QTI 1.2, such as Canvas exports: the quizzes in it, and pictures by the names they have there.

Names in the archive are only compared. A course has a quiz twice, in plain QTI and, below
`non_cc_assessments`, as Canvas means it; then the second is read.
"""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from cpsprep.adapters.interchange.archive import BrokenArchiveError, names_in, part_reader
from cpsprep.adapters.interchange.incoming import decode
from cpsprep.app.errors import UnreadableError
from cpsprep.core.interchange.draft import Found, HostileError
from cpsprep.core.interchange.lms.qti import read_parts
from cpsprep.core.interchange.media.pictures import Fetch
from cpsprep.core.interchange.names import Refused
from cpsprep.core.media import MAX_BYTES

_WHOLE: Final = "non_cc_assessments/"
_ENDINGS: Final = (".xml", ".qti", ".dat")
_ROOT: Final = b"<questestinterop"
_NEWER: Final = (b"<assessmentItem", b"<assessmentTest", b"<qti-assessment-")
_SAMPLE: Final = 4000
_MOST: Final = 100_000_000
"""Bytes of all parts together, once unpacked."""
_MOST_PARTS: Final = 2000
_PLAIN: Final = "assessment_qti.xml"
_FILES: Final = "web_resources/"
_BASE: Final = re.compile(r"\$IMS[-_]CC[-_]FILE[-_]?BASE\$", re.IGNORECASE)
_UP: Final = re.compile(r"^(?:\.{0,2}/)+")


def read_package(data: bytes, name: str) -> Found:
    """The questions of all quizzes and banks in the package.

    Raises:
        UnreadableError: it is damaged, or has none in this form; the hint says what to do.
        HostileError: it is larger than any package of quizzes, or see `xml_tree.read_xml`.
    """
    try:
        parts = list(_quizzes(data, name))
    except BrokenArchiveError as error:
        raise UnreadableError(f"{name} is damaged: {error}", "export it again") from None
    return read_parts(parts, name)


def _quizzes(data: bytes, name: str) -> Iterator[tuple[str, bytes]]:
    names = [one for one in names_in(data) if one.endswith(_ENDINGS)]
    wanted = [one for one in names if _as_meant(one) not in names]
    if len(wanted) > _MOST_PARTS:
        raise HostileError(f"it has more than {_MOST_PARTS:,} parts")
    read = part_reader(data, _MOST + 1)
    size, is_newer, is_empty = 0, False, True
    for one in wanted:
        raw = read(one) or b""
        size += len(raw)
        if size > _MOST:
            raise HostileError(f"it unpacks to more than {_MOST // 1_000_000} MB of text")
        start = raw[:_SAMPLE]
        is_newer = is_newer or any(sign in start for sign in _NEWER)
        if _ROOT in start or _ROOT.decode().encode("utf-16-le") in start:
            is_empty = False
            yield one, decode(raw).text.encode("utf-8", "replace")
    if is_empty:
        what = "is QTI 2 or 3, which is not read" if is_newer else "holds no quiz in QTI 1.2"
        raise UnreadableError(f"{name} {what}", Refused.QTI.value)


def _as_meant(name: str) -> str:
    """The name that the same quiz has as Canvas means it, "" for what is no quiz of a course."""
    folder, _, plain = name.rpartition("/")
    return f"{_WHOLE}{folder}.xml.qti" if plain == _PLAIN else ""


def fetch_from_package(data: bytes) -> Fetch:
    """Looks among the parts of a package, by the names that texts in it give, or by the ends of names."""
    try:
        read = part_reader(data, MAX_BYTES + 1)
        names = names_in(data)
    except BrokenArchiveError:
        return lambda _: None

    def fetch(source: str) -> bytes | None:
        told = _BASE.sub("", unquote(source.partition("?")[0]))
        inner = _UP.sub("", told.replace("\\", "/"))
        ends = [one for one in names if one.endswith(f"/{inner}")] if inner else []
        wanted = (f"{_FILES}{inner}", inner, *(ends if len(ends) == 1 else ()))
        return next((found for name in wanted if (found := read(name)) is not None), None)

    return fetch
