"""What a learner asks to study: filters by what a question is about, and how much."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from cpsprep.core.bank import Entry
from cpsprep.core.item import Status

STUDIED: Final = frozenset({Status.LIVE, Status.CHECKED, Status.REVIEWED})


class Selection(NamedTuple):
    """One wish of a sitting; values of one filter are alternatives, filters narrow each other.

    `new` asks for so many new questions in place of the day's limit, `ahead` for what falls due within so
    many days, `practice` for matching questions whether due or not. `limit` bounds the whole sitting.
    """

    decks: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    misconceptions: tuple[str, ...] = ()
    limit: int | None = None
    new: int | None = None
    ahead: int = 0
    practice: bool = False
    drafts: bool = False

    def matches(self, entry: Entry) -> bool:
        """Whether a card is what was asked for; drafts and retired questions only when asked."""
        return (
            (self.drafts or entry.status in STUDIED)
            and (not self.decks or entry.deck in self.decks)
            and (not self.domains or entry.domain in self.domains)
            and (not self.tags or not set(self.tags).isdisjoint(entry.tags))
            and (not self.misconceptions or not set(self.misconceptions).isdisjoint(entry.misconceptions))
        )


class UnknownWord(NamedTuple):
    """A value of a filter that no question of the banks in use has, and the values there are."""

    filter: str
    word: str
    known: tuple[str, ...]


def unknown_words(selection: Selection, entries: Iterable[Entry]) -> tuple[UnknownWord, ...]:
    """The filter values that cannot match anything, so that a typing mistake is told and not obeyed."""
    every = tuple(entries)
    known = {
        "deck": (selection.decks, {entry.deck for entry in every}),
        "domain": (selection.domains, {entry.domain for entry in every}),
        "tag": (selection.tags, {tag for entry in every for tag in entry.tags}),
        "misconception": (selection.misconceptions, {one for entry in every for one in entry.misconceptions}),
    }
    return tuple(
        UnknownWord(name, word, tuple(sorted(there)))
        for name, (asked, there) in known.items()
        for word in asked
        if word not in there
    )
