"""Texts that ask nothing in files of learning platforms: stories of the questions below, where clear."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from cpsprep.core.interchange.draft import Draft, Remark, Spot
from cpsprep.core.interchange.listed.fields import leads_on
from cpsprep.core.interchange.listed.spans import gives_orders, is_prose, span_in
from cpsprep.core.interchange.listed.stories import without_lead
from cpsprep.core.interchange.media.marks import marked, plainly
from cpsprep.core.interchange.tidy import shortened

_MOST: Final = 10
"""Questions below a text that does not say of how many it is; more are no longer clear."""
_WHY: Final = (
    "a text that asks nothing, and it is not clear of which questions; to keep it, make a scenario of them "
    "in the deck"
)
_ALONE: Final = "a text of questions that were not taken"
_PICTURE: Final = "not kept: a picture of a story"
_LOST: Final = "the text that it is asked about, as it is not in this file"


class Passage(NamedTuple):
    """A text that asks nothing, the category that it stands in, and the name by which questions name it."""

    where: Spot
    text: str
    category: str = ""
    name: str = ""


@dataclass(slots=True)
class Passages:
    """Collects the texts of a file, each as it comes between questions.

    Args:
        in_order: whether questions stand as they are asked; those of a bank do not.
    """

    in_order: bool = True
    found: list[tuple[int, Passage]] = field(default_factory=list)

    def begin(self, passage: Passage, before: int) -> None:
        """A text stands before the question that will have this place among the drafts."""
        if passage.text:
            self.found.append((before, passage))

    def told(
        self, drafts: Sequence[Draft], of: Sequence[str] = (), others: Collection[str] = ()
    ) -> tuple[list[Draft], list[Remark]]:
        """The drafts with their stories, and what to say of texts of which that is not clear.

        Args:
            drafts: in order.
            of: for each the name of the text that it says it is of; where any says so, nothing is guessed.
            others: the names that questions say which were not taken.
        """
        made, remarks = list(drafts), []
        named: dict[str, list[int]] = {}
        for place, name in enumerate(of):
            if name:
                named.setdefault(name, []).append(place)
        guesses = self.in_order and not named and not any(others)
        for at, (before, one) in enumerate(self.found):
            text = plainly(one.text)
            places = self._below(at, before, one, drafts) if guesses else named.get(one.name, ())
            if not places:
                said = _ALONE if one.name and one.name in others else _WHY
                remarks.append(Remark(one.where, f"{said}: {shortened(text)}"))
                continue
            remarks += [Remark(one.where, _PICTURE)] if marked(one.text) else []
            _put(made, places, without_lead(text) or text)
        gone = named.keys() - {one.name for _, one in self.found}
        for place in (place for name in gone for place in named[name]):
            made[place] = replace(made[place], lost=(*made[place].lost, _LOST))
        return made, remarks

    def _below(self, at: int, before: int, one: Passage, drafts: Sequence[Draft]) -> Sequence[int]:
        """The places of the questions below a text that it is surely of."""
        text = plainly(one.text)
        later = [other for other, _ in self.found[at + 1 :]]
        end = min([len(drafts), *later])
        same = [draft.topic == one.category for draft in drafts[before:end]]
        count = same.index(False) if False in same else len(same)
        said = span_in(text)
        if said is not None:
            count = min(said if isinstance(said, int) else len(said), count)
        clear = said is not None or leads_on(text) or (is_prose(text) and not gives_orders(text))
        is_vague = said is None and count > _MOST
        return range(before, before + count) if clear and not is_vague else ()


def _put(made: list[Draft], places: Sequence[int], text: str) -> None:
    """A text that several questions are asked about is their story, that of one a part of it."""
    if len(places) == 1:
        (place,) = places
        made[place] = replace(made[place], stem=f"{text}\n\n{made[place].stem}")
        return
    for place in places:
        made[place] = replace(made[place], story=text)
