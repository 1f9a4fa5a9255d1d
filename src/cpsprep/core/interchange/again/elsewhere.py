"""Questions of a file that stand in another deck of the bank than the one that it goes into."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from cpsprep.core.interchange.again.matching import Known
from cpsprep.core.interchange.again.sameness import Asked, asked_by, asked_in, shared_options
from cpsprep.core.interchange.again.wording import alike
from cpsprep.core.interchange.draft import Draft

_HALF: Final = 0.5


class Elsewhere(NamedTuple):
    """A question of the file, the deck that has it, and whether its id says so, or its words alone."""

    draft: Draft
    deck: str
    by_id: bool


def elsewhere(
    drafts: Sequence[Draft], here: Iterable[Known], others: Mapping[str, Iterable[Known]]
) -> Mapping[int, Elsewhere]:
    """Find those that stand in another deck, by their places.

    An id counts where the question is still the one of this id, with whatever words; else all words count,
    but of questions that have no story, since few words ask something else of each.

    Args:
        drafts: of the file, in order.
        here: what the deck has and had that the file goes into.
        others: what the others have, by deck; one question may stand there as it is and as it was.
    """
    own = list(here)
    ids = {one.id for one in own}
    named: dict[str, list[tuple[str, Asked]]] = {}
    worded: dict[object, str] = {}
    for deck, known in others.items():
        for one in known:
            asked = asked_in(one.was)
            named.setdefault(one.id, []).append((deck, asked))
            worded.setdefault(_words(asked), deck)
    left = Counter(sign for _, sign in {(one.id, _words(asked_in(one.was))) for one in own})
    found = {}
    for place, draft in enumerate(drafts):
        now = asked_by(draft)
        sign = _words(now)
        of_id = [deck for deck, before in named.get(draft.name, ()) if _is_that(now, before)]
        if of_id:
            found[place] = Elsewhere(draft, of_id[0], by_id=True)
        elif left[sign]:
            left[sign] -= 1
        elif draft.name not in ids and now.stem and not now.story and sign in worded:
            found[place] = Elsewhere(draft, worded[sign], by_id=False)
    return found


def _words(asked: Asked) -> object:
    return asked.sort, asked.words, asked.media


def _is_that(now: Asked, before: Asked) -> bool:
    """Whether it is the question of its id; an id such as "trust" may be that of another one elsewhere."""
    shares = now.sort == "choice" and shared_options(now, before) >= _HALF
    return shares or alike(now.stem, before.stem) >= _HALF
