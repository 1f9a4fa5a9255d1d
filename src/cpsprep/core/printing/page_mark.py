"""What a printed page says of itself to programs: its kind, its form, and what it was made from."""

import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from hashlib import sha256
from typing import Final, NamedTuple

from cpsprep.core.item import ItemId, Version

STATE: Final = 12
"""Digits of a state."""
_MOST_ASKED: Final = 300
_WORD: Final = (
    r"""--[a-z-]+(?: (?:[^\s"'$`\\();&|<>*?,!\x00-\x1f\x7f-\x9f]+|"[^"$`\\!\x00-\x1f\x7f-\x9f]*"))?"""
)
_ASKED: Final = f"{_WORD}(?: {_WORD})*"
"""Options that each shell takes as they stand: somebody may copy them, and a page may be from anywhere."""
_MARK: Final = re.compile(
    rf"cpsprep: ([a-z-]+)(?:, form ([0-9A-F]{{3}}-[0-9A-F]{{3}}))?(?:, state ([0-9a-f]{{{STATE}}}))?"
    rf"(?:, asked ({_ASKED}))?"
)


class PageKind(StrEnum):
    """The pages that are printed."""

    EXAM = "exam"
    KEY = "key"
    FLASHCARDS = "flashcards"
    HANDOUT = "handout"
    PRACTICE = "practice"
    HALF_PAGE = "half-page"


class PageMark(NamedTuple):
    """What a page is.

    Args:
        kind: which page.
        form: of an exam and a key; "" of others.
        state: of the questions that it was made from, or of the half page as it was written; "" for unknown.
        asked: the options of `cpsprep print` that it was made with, but for the bank.
    """

    kind: PageKind
    form: str = ""
    state: str = ""
    asked: str = ""


def told(mark: PageMark) -> str:
    """The mark in words, which `heard` understands."""
    parts = {"form": mark.form, "state": mark.state, "asked": mark.asked}
    if mark.asked and (len(mark.asked) > _MOST_ASKED or not re.fullmatch(_ASKED, mark.asked)):
        del parts["state"], parts["asked"]  # without what was asked, the page could not be made anew
    return ", ".join([f"cpsprep: {mark.kind}", *(f"{name} {said}" for name, said in parts.items() if said)])


def heard(words: str) -> PageMark | None:
    """The mark that these words are, None where they are none."""
    found = _MARK.fullmatch(words)
    if found is None or found[1] not in set(PageKind):
        return None
    return PageMark(PageKind(found[1]), found[2] or "", found[3] or "", found[4] or "")


def state_of(questions: Iterable[tuple[ItemId, Version]]) -> str:
    """The state of these questions: the same only for the same texts and keys."""
    rows = sorted(f"{item} {version}" for item, version in set(questions))
    return sha256("\n".join(rows).encode()).hexdigest()[:STATE]


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
