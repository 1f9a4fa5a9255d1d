"""Stories of a file and scenarios of a deck: which is which, and what becomes of the text."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from cpsprep.core.interchange.again.merging import Conflict
from cpsprep.core.interchange.again.naming import scene_id
from cpsprep.core.interchange.draft import Draft
from cpsprep.core.interchange.tidy import bare
from cpsprep.core.interchange.unfolding import story_key
from cpsprep.core.paragraphs import one_line
from cpsprep.core.reading.header import ID

VIGNETTE = ("vignette",)


class Scene(NamedTuple):
    """A scenario of a deck: its text, the text that was brought in ("" where nobody knows), its questions.

    `updates` is what happens in it from its start to its end.
    """

    text: str
    was: str = ""
    items: frozenset[str] = frozenset()
    updates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """A story of the file.

    Args:
        id: of its scenario.
        text: as the file has it.
        of: the ids of its questions, in the order of the file.
        is_new: whether the deck has no scenario of it yet.
        change: the text that the scenario of the deck gets, "" where it stays.
        conflict: where the text was changed both in the deck and in the file, and stays.
        was: the text as it is to be remembered.
        outside: its questions that the deck has, but not in this scenario.
    """

    id: str
    text: str
    of: tuple[str, ...]
    is_new: bool
    change: str = ""
    conflict: Conflict | None = None
    was: str = ""
    outside: tuple[str, ...] = ()


def stories_of(
    named: Sequence[tuple[str, Draft]],
    scenes: Mapping[str, Scene],
    here: Collection[str],
    prefix: str,
    taken: Collection[str],
    *,
    theirs: bool = False,
) -> tuple[Story, ...]:
    """The stories of the file, in its order.

    Args:
        named: its questions with their ids.
        scenes: of the deck.
        here: the ids of the questions of the deck.
        prefix: how new ids begin.
        taken: ids that something has.
        theirs: the file wins where both changed.
    """
    members: dict[str, list[str]] = {}
    first: dict[str, Draft] = {}
    for name, draft in named:
        if draft.story:
            members.setdefault(story_key(draft), []).append(name)
            first.setdefault(story_key(draft), draft)
    used, homes = {*taken, *scenes}, set[str]()
    found = []
    for key, of in members.items():
        home = _home(first[key], of, {name: one for name, one in scenes.items() if name not in homes})
        homes.add(home)
        text, own = first[key].story, first[key].scene
        is_free = ID.fullmatch(own) and own not in used
        name = home or (own if is_free else scene_id(text, prefix, used))
        used.add(name)
        inside = scenes[home].items if home else frozenset[str]()
        outside = tuple(one for one in of if one in here and one not in inside)
        story = Story(name, text, tuple(of), not home, was=text, outside=outside)
        found.append(_told_again(story, scenes[home], theirs=theirs) if home else story)
    return tuple(found)


def _home(first: Draft, of: Sequence[str], scenes: Mapping[str, Scene]) -> str:
    """The scenario that has most of these questions, or the same text and name; "" for none."""
    shared = {name: len(scene.items.intersection(of)) for name, scene in scenes.items()}
    best = max(shared, key=shared.__getitem__, default="")
    if best and shared[best]:
        return best
    words = bare(first.story)
    alike = [name for name, one in scenes.items() if words in {bare(one.text), bare(one.was)}]
    return next((name for name in alike if first.scene in {"", name}), "")


def _told_again(story: Story, scene: Scene, *, theirs: bool) -> Story:
    """A story that the deck has: a change of the file goes in, one of the deck's author stays."""
    now, here, was = map(one_line, (story.text, scene.text, scene.was))
    if now in (here, was):
        return _with(story, was=scene.was if now == was else scene.text)
    if theirs or here == was:
        return _with(story, change=story.text, was=story.text)
    return _with(story, conflict=Conflict(VIGNETTE, scene.text, story.text), was=scene.was)


def _with(story: Story, *, was: str, change: str = "", conflict: Conflict | None = None) -> Story:
    return Story(story.id, story.text, story.of, story.is_new, change, conflict, was, outside=story.outside)
