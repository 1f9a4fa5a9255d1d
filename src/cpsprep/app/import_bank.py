"""Bringing questions in: which are new to a deck, which it has, and what becomes of those."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from cpsprep.core.interchange.again.matching import Known, matched, same_words
from cpsprep.core.interchange.again.merging import Merged, merged
from cpsprep.core.interchange.again.naming import new_id
from cpsprep.core.interchange.again.sameness import asked_by, asked_in, is_as_it_was
from cpsprep.core.interchange.again.scenes import VIGNETTE, Scene, Story, stories_of
from cpsprep.core.interchange.draft import Draft
from cpsprep.core.interchange.item_fields import Flat
from cpsprep.core.interchange.unfolding import folded
from cpsprep.core.paragraphs import one_line

_RETIRED: Final = "retired"


@dataclass(frozen=True, slots=True)
class Standing:
    """A deck before.

    Args:
        here: its questions by id, as they are now.
        was: those that were brought in before, as they were then.
        taken: every id of the bank, also of questions that are gone.
        scenes: its scenarios by id.
    """

    here: Mapping[str, Flat]
    was: Mapping[str, Known]
    taken: frozenset[str]
    scenes: Mapping[str, Scene] = field(default_factory=dict)


class Named(NamedTuple):
    """A draft with its id."""

    id: str
    draft: Draft


class Doubt(NamedTuple):
    """A question of the file that may be one of the deck; it counts as a new one until somebody says so.

    Args:
        place: among the drafts.
        named: as a new one.
        known: the id of the one that it may be.
        was: how that read when it was brought in.
    """

    place: int
    named: Named
    known: str
    was: Flat


class Update(NamedTuple):
    """A question that the deck has, and what becomes of it."""

    named: Named
    merged: Merged


@dataclass(frozen=True, slots=True)
class Plan:
    """What bringing in comes to.

    Args:
        added: new questions.
        needing: questions without a key: new ones, and those whose text changed, since the key that the deck
            has is that of the text that the deck has.
        updates: those that the deck has, changed or not.
        gone: those that were brought in before and taken out of the deck since; they stay out.
        absent: ids of the deck that came from this file once and are in it no more, or that stand in it
            over another question.
        stories: of the file, with what becomes of each.
        doubts: of those that count as new, which may be questions of the deck.
    """

    added: tuple[Named, ...]
    needing: tuple[Named, ...]
    updates: tuple[Update, ...]
    gone: tuple[Named, ...]
    absent: tuple[str, ...]
    stories: tuple[Story, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def changed(self) -> tuple[Update, ...]:
        return tuple(one for one in self.updates if one.merged.changes)

    @property
    def in_conflict(self) -> tuple[Update, ...]:
        return tuple(one for one in self.updates if one.merged.conflicts)


def plan_import(
    drafts: Sequence[Draft],
    standing: Standing,
    prefix: str,
    source: str,
    *,
    theirs: bool = False,
    agreed: Container[int] = (),
) -> Plan:
    """Find each draft its place.

    Args:
        drafts: of a file, in order.
        standing: the deck.
        prefix: how new ids begin.
        source: the name of their file, as the deck remembers it.
        theirs: the file wins where it and the deck's author changed the same.
        agreed: the places of those that may be questions of the deck, and are, as somebody said.
    """
    known = [standing.was.get(name) or Known(name, "", fields) for name, fields in standing.here.items()]
    known += [one for name, one in standing.was.items() if name not in standing.here]
    source = _file_of(drafts, known, source)
    known = _with_stories(known, standing.scenes)
    found = matched(drafts, known, source)
    places = {**found.sure, **{place: name for place, name in found.perhaps.items() if place in agreed}}
    taken = {*standing.taken, *standing.was, *standing.here}
    added: list[Named] = []
    needing: list[Named] = []
    updates: list[Update] = []
    gone: list[Named] = []
    doubts: list[Doubt] = []
    before = {one.id: one.was for one in known}
    for place, draft in enumerate(drafts):
        name = places.get(place)
        if name is None:
            name = new_id(draft, prefix, taken)
            taken.add(name)
            (added if draft.has_key else needing).append(Named(name, draft))
            if place in found.perhaps:
                maybe = found.perhaps[place]
                doubts.append(Doubt(place, Named(name, draft), maybe, before[maybe]))
        elif name in standing.here and _lost_its_key(draft, standing.here[name], before[name]):
            needing.append(Named(name, draft))
        elif name in standing.here:
            updates.append(_update(Named(name, _at_home(draft, name, standing)), standing, theirs=theirs))
        elif theirs and draft.has_key:
            added.append(Named(name, draft))
        else:
            gone.append(Named(name, draft))
    called = {draft.name for draft in drafts if draft.is_exact}  # an id of our own, of another question now
    absent = [
        one.id
        for one in known
        if (one.source == source or one.id in called)
        and one.id not in places.values()
        and _is_asked(standing, one.id)
    ]

    def told(new: Sequence[Named]) -> tuple[Story, ...]:
        everyone = (*new, *needing, *(one.named for one in updates))
        named = [(one.id, one.draft) for one in everyone]
        return stories_of(named, standing.scenes, standing.here.keys(), prefix, taken, theirs=theirs)

    added = _in_time(added, told(added), standing.scenes)
    stories = told(added)
    return Plan(
        *(tuple(added), tuple(needing), tuple(updates), tuple(gone), tuple(absent)),
        stories,
        tuple(doubts),
    )


def with_keys(plan: Plan, got: Sequence[Named], standing: Standing, *, theirs: bool = False) -> Plan:
    """The plan once somebody said what is right in these of the questions that needed a key."""
    ids = {one.id for one in got}
    left = tuple(one for one in plan.needing if one.id not in ids)
    new = tuple(one for one in got if one.id not in standing.here)
    updates = tuple(_update(one, standing, theirs=theirs) for one in got if one.id in standing.here)
    return replace(plan, added=(*plan.added, *new), needing=left, updates=(*plan.updates, *updates))


def _update(named: Named, standing: Standing, *, theirs: bool) -> Update:
    before = standing.was.get(named.id)
    was = before.was if before else None
    return Update(named, merged(named.draft, named.id, standing.here[named.id], was, theirs=theirs))


def _with_stories(known: Sequence[Known], scenes: Mapping[str, Scene]) -> list[Known]:
    """The questions with the stories that they are asked of, as these came, by which they are told apart."""
    stories = {name: scene.was or scene.text for scene in scenes.values() for name in scene.items}
    return [
        one._replace(was={**one.was, VIGNETTE: stories[one.id]}) if one.id in stories else one
        for one in known
    ]


def _at_home(draft: Draft, name: str, standing: Standing) -> Draft:
    """The draft without an update where the deck has it in no scenario, since it has no place for one."""
    if "update" not in draft.more or any(name in scene.items for scene in standing.scenes.values()):
        return draft
    return replace(draft, more={field: told for field, told in draft.more.items() if field != "update"})


def _in_time(added: Sequence[Named], stories: Sequence[Story], scenes: Mapping[str, Scene]) -> list[Named]:
    """The new questions; one that joins a scenario of the deck is asked at its end.

    Where other things have happened by then than its file says, it gets a scenario of its own.
    """
    homes = {name: scenes[story.id] for story in stories if not story.is_new for name in story.of}
    now = {id(scene): scene.updates for scene in scenes.values()}
    found = []
    for one in added:
        home, update = homes.get(one.id), one.draft.more.get("update")
        if home:
            ends = (*now[id(home)], str(update)) if update else now[id(home)]
            if _happened(ends) == _happened(one.draft.updates):
                now[id(home)] = ends
            else:
                one = one._replace(draft=folded(one.draft))  # noqa: PLW2901
        found.append(one)
    return found


def _happened(updates: Sequence[str]) -> str:
    return one_line("\n\n".join(updates))


def _lost_its_key(draft: Draft, here: Flat, was: Flat) -> bool:
    """Whether it has no key, and asks something else than what the deck has the key of."""
    now = asked_by(draft)
    here = {**here, VIGNETTE: was.get(VIGNETTE, "")}
    return not (draft.has_key or is_as_it_was(now, asked_in(here)) or is_as_it_was(now, asked_in(was)))


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
