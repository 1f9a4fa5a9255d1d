"""The file of a printed page: it takes the place of an earlier one of its kind, and of no other file."""

import os
import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Final

from cpsprep.adapters.output_file import start_of, taken, writable
from cpsprep.adapters.printing.pages import HEAD
from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.core.printing.page_mark import PageKind, PageMark, heard

ENDINGS: Final = (".html", ".htm")
_KIND: Final = re.compile(HEAD.format(language="[A-Za-z0-9-]+", mark='([^"]*)'))
_WORDS: Final = {
    PageKind.EXAM: "an exam",
    PageKind.KEY: "a key",
    PageKind.FLASHCARDS: "flashcards",
    PageKind.HANDOUT: "a handout",
    PageKind.PRACTICE: "a page to practise with",
    PageKind.HALF_PAGE: "a half page for a class",
}


@dataclass(frozen=True, slots=True)
class PageFile:
    """A place for a page, known to be free or to hold an earlier one of its kind."""

    path: Path
    earlier: PageMark | None = None

    def write(self, data: bytes) -> None:
        writable(self.path).write(data)

    def beside(self) -> dict[str, PageMark]:
        """The other pages of cpsprep in its folder, each by the name of its file."""
        try:
            files = sorted(Path(one.path) for one in os.scandir(self.path.parent) if one.is_file())
        except OSError:
            return {}
        others = (one for one in files if one.suffix.lower() in ENDINGS and one.name != self.path.name)
        found: dict[str, PageMark] = {}
        for one in others:
            try:
                mark = mark_of(one)
            except UnreadableError:
                continue
            if mark:
                found[one.name] = mark
        return found


def page_file(path: Path, kind: PageKind) -> PageFile:
    """The file at this path, for a page of this kind.

    Raises:
        UsageError: it is a folder, or another file is there, or no browser would open it.
        UnreadableError: there is no such folder, or what is there cannot be read.
    """
    if path.suffix.lower() not in ENDINGS:
        raise UsageError(
            f"{path} does not end in {ENDINGS[0]}, so no browser would open it", f"use -o {path}{ENDINGS[0]}"
        )
    if not start_of(path):
        return PageFile(path)
    mark = mark_of(path)
    if mark is None or mark.kind is not kind:
        raise taken(path, f"is {_WORDS[mark.kind]}" if mark else "is not a page that cpsprep printed")
    return PageFile(path, mark)


def mark_of(path: Path) -> PageMark | None:
    """What the page at this path says of itself; None where there is none.

    Raises:
        UsageError: it is a folder, or its name says that it is something else.
        UnreadableError: there is no such folder, or what is there cannot be read.
    """
    found = _KIND.match(start_of(path))
    return heard(unescape(found[1])) if found else None
