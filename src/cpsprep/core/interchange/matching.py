"""Which question of a deck is which of a file that is brought in again.

To take one question for another is far worse than not to know it again: its text would be overwritten, and
learners' progress would be of something else. So a name alone is never enough, and likeness counts only
between questions of the same file.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, NamedTuple, TypeVar

from cpsprep.core.interchange.draft import Draft
from cpsprep.core.interchange.item_fields import Flat
from cpsprep.core.interchange.naming import print_of
from cpsprep.core.interchange.tidy import bare
from cpsprep.core.reading.header import ID

Value = TypeVar("Value")
_NAMED: Final = 0.3
_SAME_STEM: Final = 0.5
_SAME_CHOICE: Final = 0.5
_ALIKE: Final = 0.7
"""The part of the words of two questions that has to be the same before one counts as the other, changed:
less where both have the same name, ask the same, or have the same options and key."""
_ENOUGH: Final = 3
"""Options that no two questions share by chance."""
_FEWEST: Final = 6
"""Words of a question; shorter ones are alike by chance."""
_MOST: Final = 1_000_000
"""Pairs that are compared word by word."""


class Known(NamedTuple):
    """A question of the deck: its id, what its file called it, what it was when it came, and which file."""

    id: str
    name: str
    was: Flat
    source: str = ""


def matched(drafts: Sequence[Draft], known: Sequence[Known], source: str) -> Mapping[int, str]:
    """The id for each place among the drafts whose question is known; each id once.

    By the id itself, by all words, and among those of the same file by name and by most of the words.
    """
    left = {one.id: one for one in known}
    found: dict[int, str] = {}

    def take(of_draft: Callable[[Draft], str], of_known: Callable[[Known], str], least: float) -> None:
        theirs = _once((of_known(one), one.id) for one in left.values())
        ours = _once((of_draft(draft), place) for place, draft in enumerate(drafts) if place not in found)
        for key, place in ours.items():
            name = theirs.get(key) if key else None
            if name and _likeness(_words(print_of(drafts[place])), _words(_print(left[name].was))) >= least:
                found[place] = name
                del left[name]

    take(lambda draft: draft.name, lambda one: one.id, 0)
    _take_in_turn(drafts, left, found)
    left = {name: one for name, one in left.items() if one.source in {"", source}}
    take(lambda draft: draft.name, lambda one: one.name, _NAMED)
    take(lambda draft: bare(draft.stem), lambda one: bare(_stem(one.was)), _SAME_STEM)
    take(_choice, _known_choice, _SAME_CHOICE)
    rest = {
        place: one for place, one in enumerate(drafts) if place not in found and not ID.fullmatch(one.name)
    }
    return found | _nearest(rest, list(left.values()))


def same_words(drafts: Sequence[Draft], known: Iterable[Known]) -> int:
    """How many of these drafts are among the known questions word for word."""
    return (Counter(map(print_of, drafts)) & Counter(_print(one.was) for one in known)).total()


def _choice(draft: Draft) -> str:
    """All options and the key of a draft; "" where there are too few to tell anything."""
    options = [(bare(one.text), one.right) for one in draft.options]
    return repr(sorted(options)) if len(options) >= _ENOUGH and draft.has_key else ""


def _known_choice(one: Known) -> str:
    """As `_choice` of the draft that it was."""
    answer = one.was.get(("answer",), "")
    right = {answer} if isinstance(answer, str) else set(answer)
    options = [
        (bare(str(text)), path[1] in right)
        for path, text in one.was.items()
        if path[0] == "options" and len(path) > 1
    ]
    return repr(sorted(options)) if len(options) >= _ENOUGH else ""


def _take_in_turn(drafts: Sequence[Draft], left: dict[str, Known], found: dict[int, str]) -> None:
    """Match what has the same words; of several that are all the same the first goes to the first."""
    holders: dict[str, list[str]] = defaultdict(list)
    for one in left.values():
        holders[_print(one.was)].append(one.id)
    for place, draft in enumerate(drafts):
        names = holders.get(print_of(draft), [])
        if names and place not in found:
            found[place] = names.pop(0)
            del left[found[place]]


def _once(pairs: Iterable[tuple[str, Value]]) -> dict[str, Value]:
    """What has a key of its own."""
    listed = list(pairs)
    times = Counter(key for key, _ in listed)
    return {key: value for key, value in listed if times[key] == 1}


def _nearest(drafts: Mapping[int, Draft], left: Sequence[Known]) -> dict[int, str]:
    """The most alike pairs first; of very many none, as nobody could look them through."""
    if len(drafts) * len(left) > _MOST:
        return {}
    words = {one.id: _words(_print(one.was)) for one in left}
    stems = {one.id: _words(bare(_stem(one.was))) for one in left}
    holders: dict[str, list[str]] = defaultdict(list)
    for name, said in words.items():
        for word in said:
            holders[word].append(name)
    pairs = []
    for place, draft in drafts.items():
        mine, stem = _words(print_of(draft)), _words(bare(draft.stem))
        for name in {name for word in mine for name in holders[word]} if len(stem) >= _FEWEST else ():
            likeness = min(_likeness(mine, words[name]), _likeness(stem, stems[name]))
            if likeness >= _ALIKE:
                pairs.append((-likeness, place, name))
    found: dict[int, str] = {}
    for _, place, name in sorted(pairs):
        if place not in found and name not in found.values():
            found[place] = name
    return found


def _likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The part of all words that both have (Jaccard)."""
    return len(one & other) / (len(one | other) or 1)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _stem(was: Flat) -> str:
    value = was.get(("stem",)) or was.get(("front",)) or was.get(("text",)) or ""
    return value if isinstance(value, str) else ""


def _print(was: Flat) -> str:
    """As `print_of` of the draft that it was."""
    options = [value for path, value in was.items() if path[0] == "options"]
    options = ["true", "false"] if was.get(("kind",)) == "truefalse" else options
    parts = (*sorted(bare(str(one)) for one in options), bare(str(was.get(("back",), ""))))
    return "\n".join([bare(_stem(was)), *parts])
