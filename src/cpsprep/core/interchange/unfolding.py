"""What happened in a story since, as our own files tell it: all of it with each question, up to its own.

A deck tells it the other way round: each question says what is new, and has what those before it said.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from cpsprep.core.interchange.draft import Draft
from cpsprep.core.interchange.tidy import bare

_JOINED: Final = (
    "updates apart that came with questions which are not in the file; they are one with the next"
)
_ALONE: Final = "its place in the scenario, in which other things happen before; it has a story of its own"


def unfolded(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, each with what is new to it as its field `update`.

    Questions of one scenario are put in the order in which things happen, so that nothing is told that has
    not happened yet; what does not fit into that order gets a story of its own.
    """
    found = list(drafts)
    scenes: dict[str, list[int]] = {}
    for place, draft in enumerate(drafts):
        if draft.story:
            scenes.setdefault(story_key(draft), []).append(place)
    for places in scenes.values():
        if any(drafts[place].updates for place in places):
            told = _in_order(sorted((drafts[place] for place in places), key=lambda one: len(one.updates)))
            for place, draft in zip(places, told, strict=True):
                found[place] = draft
    return found


def story_key(draft: Draft) -> str:
    """What all questions of one story have in common."""
    return f"#{draft.scene}" if draft.scene else bare(draft.story)


def folded(draft: Draft) -> Draft:
    """The draft with its story and all that happened in it as one text, in a scenario of its own."""
    more = {name: value for name, value in draft.more.items() if name != "update"}
    story = "\n\n".join([draft.story, *draft.updates])
    scene = f"{draft.scene} {story}" if draft.scene else ""  # not that of the others
    return replace(draft, story=story, scene=scene, updates=(), more=more, lost=(*draft.lost, _ALONE))


def _in_order(drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts of one scenario, by how much has happened."""
    found = []
    before: tuple[str, ...] = ()
    for draft in drafts:
        if draft.updates[: len(before)] != before:
            found.append(folded(draft))
            continue
        new = draft.updates[len(before) :]
        before = draft.updates
        if new:
            lost = (*draft.lost, _JOINED) if len(new) > 1 else draft.lost
            draft = replace(draft, more={**draft.more, "update": "\n\n".join(new)}, lost=lost)  # noqa: PLW2901
        found.append(draft)
    return found
