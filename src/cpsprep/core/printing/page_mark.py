"""What a printed page says of itself to programs: its kind, and the form of an exam or of its key."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Final, NamedTuple

_MARK: Final = re.compile(r"cpsprep: ([a-z-]+)(?:, form ([0-9A-F]{3}-[0-9A-F]{3}))?")


class PageKind(StrEnum):
    """The pages that are printed."""

    EXAM = "exam"
    KEY = "key"
    FLASHCARDS = "flashcards"
    HANDOUT = "handout"
    PRACTICE = "practice"
    HALF_PAGE = "half-page"


class PageMark(NamedTuple):
    """What a page is; `form` only of an exam and a key."""

    kind: PageKind
    form: str = ""


def told(mark: PageMark) -> str:
    """The mark in words, which `heard` understands."""
    return f"cpsprep: {mark.kind}" + (f", form {mark.form}" if mark.form else "")


def heard(words: str) -> PageMark | None:
    """The mark that these words are, None where they are none."""
    found = _MARK.fullmatch(words)
    if found is None or found[1] not in set(PageKind):
        return None
    return PageMark(PageKind(found[1]), found[2] or "")


def unfit(
    mark: PageMark, name: str, replaced: str, beside: Mapping[str, PageMark]
) -> Iterator[tuple[str, PageMark]]:
    """The keys beside an exam, or the exams beside a key, that a reader would take for its own and are not.

    Args:
        mark: of the page that was written.
        name: of its file.
        replaced: the form of the page that it replaced, "" for none.
        beside: the other pages, each by the name of its file.
    """
    other = {PageKind.EXAM: PageKind.KEY, PageKind.KEY: PageKind.EXAM}.get(mark.kind)
    for beside_name, one in beside.items():
        belongs = one.form == replaced or _about(beside_name) == _about(name)
        if one.kind is other and one.form != mark.form and belongs:
            yield beside_name, one


def _about(name: str) -> str:
    """What the names of an exam and of its key have in common."""
    return name.rpartition(".")[0].removesuffix("-key").removesuffix("-exam")
