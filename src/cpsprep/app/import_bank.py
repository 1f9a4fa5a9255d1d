"""Bringing questions in: which are new to a deck, which it has, and what becomes of those."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cpsprep.core.interchange.draft import Draft
from cpsprep.core.interchange.item_fields import Flat
from cpsprep.core.interchange.matching import Known, matched
from cpsprep.core.interchange.merging import Merged, merged
from cpsprep.core.interchange.naming import new_id


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
        if one.source == source and name in standing.here and name not in places.values()
    ]
    return Plan(tuple(added), tuple(needing), tuple(updates), tuple(gone), tuple(absent))
