"""Which question of a deck is which of a file that is brought in again."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple, TypeVar

from cpsprep.core.interchange.draft import Draft
from cpsprep.core.interchange.item_fields import Flat
from cpsprep.core.interchange.naming import print_of
from cpsprep.core.interchange.tidy import bare

Value = TypeVar("Value")
_ALIKE: Final = 0.6
"""The part of the words of two questions that has to be the same before one counts as the other, changed."""
_MOST: Final = 1000
"""Questions that are compared word by word."""


class Known(NamedTuple):
    """A question of the deck: its id, what its file called it, and what it was when it came."""

    id: str
    name: str
    was: Flat


def matched(drafts: Sequence[Draft], known: Sequence[Known]) -> Mapping[int, str]:
    """The id for each place among the drafts whose question is known; each id once.

    By the id itself, by name, by all words, by the words of the stem, at last by most of the words.
    """
    found: dict[int, str] = {}
    left = {one.id: one for one in known}
    ways = (
        (lambda draft: draft.name, lambda one: one.id),
        (lambda draft: draft.name, lambda one: one.name),
        (print_of, lambda one: _print(one.was)),
        (lambda draft: bare(draft.stem), lambda one: bare(_stem(one.was))),
    )
    for of_draft, of_known in ways:
        theirs = _once((of_known(one), one.id) for one in left.values())
        ours = _once((of_draft(draft), place) for place, draft in enumerate(drafts) if place not in found)
        for key, place in ours.items():
            if key and key in theirs:
                found[place] = theirs[key]
                del left[theirs[key]]
    return found | _nearest(
        {at: one for at, one in enumerate(drafts) if at not in found}, list(left.values())
    )


def _once(pairs: Iterable[tuple[str, Value]]) -> dict[str, Value]:
    """What has a key of its own."""
    listed = list(pairs)
    times = Counter(key for key, _ in listed)
    return {key: value for key, value in listed if times[key] == 1}


def _nearest(drafts: Mapping[int, Draft], left: Sequence[Known]) -> dict[int, str]:
    """The most alike pairs first; of very many none, as nobody could look them through."""
    if len(drafts) * len(left) > _MOST * _MOST:
        return {}
    words = {one.id: set(_print(one.was).split()) for one in left}
    holders: dict[str, list[str]] = defaultdict(list)
    for name, said in words.items():
        for word in said:
            holders[word].append(name)
    pairs = []
    for place, draft in drafts.items():
        mine = set(print_of(draft).split())
        shared = Counter(name for word in mine for name in holders[word])
        for name, count in shared.items():
            likeness = count / len(mine | words[name])
            if likeness >= _ALIKE:
                pairs.append((-likeness, place, name))
    found: dict[int, str] = {}
    for _, place, name in sorted(pairs):
        if place not in found and name not in found.values():
            found[place] = name
    return found


def _stem(was: Flat) -> str:
    value = was.get(("stem",)) or was.get(("front",)) or was.get(("text",)) or ""
    return value if isinstance(value, str) else ""


def _print(was: Flat) -> str:
    back, kind = was.get(("back",), ""), was.get(("kind",))
    options = [value for path, value in was.items() if path[0] == "options"]
    options = ["true", "false"] if kind == "truefalse" else options
    return "\n".join([bare(_stem(was)), *sorted(bare(str(one)) for one in options), bare(str(back))])
