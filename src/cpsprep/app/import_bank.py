"""Bringing questions in: which are new to a deck, which it has, and what becomes of those."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from cpsprep.core.interchange.draft import Draft
from cpsprep.core.interchange.item_fields import Flat
from cpsprep.core.interchange.matching import Known, matched, same_words
from cpsprep.core.interchange.merging import Merged, merged
from cpsprep.core.interchange.naming import new_id

_RETIRED: Final = "retired"


@dataclass(frozen=True, slots=True)
class Standing:
    """A deck before.

    Args:
        here: its questions by id, as they are now.
        was: those that were brought in before, as they were then.
        taken: every id of the bank, also of questions that are gone.
    """

    here: Mapping[str, Flat]
    was: Mapping[str, Known]
    taken: frozenset[str]


class Named(NamedTuple):
    """A draft with its id."""

    id: str
    draft: Draft


class Update(NamedTuple):
    """A question that the deck has, and what becomes of it."""

    named: Named
    merged: Merged


@dataclass(frozen=True, slots=True)
class Plan:
    """What bringing in comes to.

    Args:
        added: new questions.
        needing: new questions without a key.
        updates: those that the deck has, changed or not.
        gone: those that were brought in before and taken out of the deck since; they stay out.
        absent: ids of the deck that came from this file once and are in it no more.
    """

    added: tuple[Named, ...]
    needing: tuple[Named, ...]
    updates: tuple[Update, ...]
    gone: tuple[Named, ...]
    absent: tuple[str, ...]

    @property
    def changed(self) -> tuple[Update, ...]:
        return tuple(one for one in self.updates if one.merged.changes)

    @property
    def in_conflict(self) -> tuple[Update, ...]:
        return tuple(one for one in self.updates if one.merged.conflicts)


def plan_import(
    drafts: Sequence[Draft], standing: Standing, prefix: str, source: str, *, theirs: bool = False
) -> Plan:
    """Find each draft its place.

    Args:
        drafts: of a file, in order.
        standing: the deck.
        prefix: how new ids begin.
        source: the name of their file, as the deck remembers it.
        theirs: the file wins where it and the deck's author changed the same.
    """
    known = [standing.was.get(name) or Known(name, "", fields) for name, fields in standing.here.items()]
    known += [one for name, one in standing.was.items() if name not in standing.here]
    source = _file_of(drafts, known, source)
    places = matched(drafts, known, source)
    taken = {*standing.taken, *standing.was, *standing.here}
    added: list[Named] = []
    needing: list[Named] = []
    updates: list[Update] = []
    gone: list[Named] = []
    for place, draft in enumerate(drafts):
        name = places.get(place)
        if name is None:
            name = new_id(draft, prefix, taken)
            taken.add(name)
            (added if draft.has_key else needing).append(Named(name, draft))
        elif name in standing.here:
            before = standing.was.get(name)
            made = merged(draft, name, standing.here[name], before.was if before else None, theirs=theirs)
            updates.append(Update(Named(name, draft), made))
        elif theirs and draft.has_key:
            added.append(Named(name, draft))
        else:
            gone.append(Named(name, draft))
    absent = [
        name
        for name, one in standing.was.items()
        if one.source == source and name not in places.values() and _is_asked(standing, name)
    ]
    return Plan(tuple(added), tuple(needing), tuple(updates), tuple(gone), tuple(absent))


def already_in(drafts: Sequence[Draft], decks: Mapping[str, Iterable[Known]]) -> tuple[str, int] | None:
    """The deck that has most of these questions word for word, and how many; None where none has half."""
    counts = {deck: same_words(drafts, known) for deck, known in decks.items()}
    best = max(counts, key=counts.__getitem__, default="")
    return (best, counts[best]) if counts and _is_most(counts[best], drafts) else None


def _file_of(drafts: Sequence[Draft], known: Sequence[Known], source: str) -> str:
    """The name under which the file is known: its own, or that of the file that had most of its questions.

    A list that names questions by their ids, as that of missing keys does, is no newer form of any file.
    """
    by_file: dict[str, list[Known]] = {}
    for one in known:
        by_file.setdefault(one.source, []).append(one)
    ids = {one.id for one in known}
    own = source in by_file or any(draft.name in ids for draft in drafts)
    found = None if own else already_in(drafts, by_file)
    return found[0] if found else source


def _is_most(count: int, drafts: Sequence[Draft]) -> bool:
    return count > 1 and count * 2 >= len(drafts)


def _is_asked(standing: Standing, name: str) -> bool:
    return name in standing.here and standing.here[name].get(("status",)) != _RETIRED
