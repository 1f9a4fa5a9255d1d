"""Texts that ask nothing in files of learning platforms: stories of the questions below, where clear."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from cpsprep.core.interchange.draft import Draft, Remark, Spot
from cpsprep.core.interchange.listed.fields import leads_on
from cpsprep.core.interchange.listed.spans import gives_orders, is_prose, span_in
from cpsprep.core.interchange.listed.stories import without_lead
from cpsprep.core.interchange.media.marks import plainly
from cpsprep.core.interchange.tidy import shortened

_MOST: Final = 10
"""Questions below a text that does not say of how many it is; more are no longer clear."""
_WHY: Final = (
    "a text that asks nothing, and it is not clear of which questions; to keep it, make a scenario of them "
    "in the deck"
)


class Passage(NamedTuple):
    """A text that asks nothing, and the category that it stands in."""

    where: Spot
    text: str
    category: str = ""


@dataclass(slots=True)
class Passages:
    """Collects the texts of a file, each as it comes between questions."""

    found: list[tuple[int, Passage]] = field(default_factory=list)

    def begin(self, passage: Passage, before: int) -> None:
        """A text stands before the question that will have this place among the drafts."""
        if passage.text:
            self.found.append((before, passage._replace(text=plainly(passage.text))))

    def told(self, drafts: Sequence[Draft]) -> tuple[list[Draft], list[Remark]]:
        """The drafts with their stories, and what to say of texts of which that is not clear."""
        made, remarks = list(drafts), []
        for at, (before, one) in enumerate(self.found):
            later = [other for other, _ in self.found[at + 1 :]]
            end = min([len(drafts), *later])
            same = [draft.topic == one.category for draft in drafts[before:end]]
            count = same.index(False) if False in same else len(same)
            said = span_in(one.text)
            if said is not None:
                count = min(said if isinstance(said, int) else len(said), count)
            places = range(before, before + count)
            text = without_lead(one.text) or one.text
            told = said is not None or leads_on(one.text)
            clear = told or (is_prose(one.text) and not gives_orders(one.text))
            if not count or not clear or (said is None and count > _MOST):
                remarks.append(Remark(one.where, f"{_WHY}: {shortened(one.text)}"))
            elif count == 1:
                stem = f"{text}\n\n{made[before].stem}"
                made[before] = replace(made[before], stem=stem)
            else:
                for place in places:
                    made[place] = replace(made[place], story=text)
        return made, remarks
