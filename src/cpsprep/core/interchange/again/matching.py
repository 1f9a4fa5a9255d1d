"""Which question of a deck is which of a file that is brought in again.

Names and likeness count only between questions of the same file, and what is merely likely is left to a
person to say; `sameness` decides between two.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, NamedTuple, TypeVar

from cpsprep.core.interchange.again.sameness import (
    Asked,
    Same,
    asked_by,
    asked_in,
    is_of_another_story,
    same,
    shared_options,
)
from cpsprep.core.interchange.again.wording import words_of
from cpsprep.core.interchange.draft import Draft
from cpsprep.core.interchange.item_fields import Flat
from cpsprep.core.reading.header import ID

Value = TypeVar("Value")
_MOST: Final = 1_000_000
"""Pairs that are compared word by word."""
_GRADES: Final = 4
"""Of likeness between questions of the same words; see `_signs`."""
_NUMBER: Final = re.compile(r"(?:q|qu|question|item|nr|no|number|quiz|id)?[\W_]*[0-9]*[a-z]?", re.IGNORECASE)
"""Names that say where a question stands, so that another one has them once something is put in before it."""


class Known(NamedTuple):
    """A question of the deck: its id, what its file called it, what it was when it came, and which file."""

    id: str
    name: str
    was: Flat
    source: str = ""


@dataclass(frozen=True, slots=True)
class Matches:
    """By places of the drafts: the ids of those that are known, and of those that may be; each id once."""

    sure: Mapping[int, str] = field(default_factory=dict)
    perhaps: Mapping[int, str] = field(default_factory=dict)


def matched(drafts: Sequence[Draft], known: Sequence[Known], source: str) -> Matches:
    """Find the drafts that are known: by all words, by id or name, and by a wording that is nearly the same.

    Args:
        drafts: of the file, in order.
        known: what the deck has and had.
        source: the file; of questions that came from others only all words and the id count.
    """
    search = _Search(drafts, known)
    search.take_the_same()
    search.take_named({one.id: one.id for one in known})
    search.left = {name: one for name, one in search.left.items() if one.source in {"", source}}
    search.take_named({one.id: one.name for one in known})
    search.take_likely()
    return Matches(search.sure, search.perhaps)


def same_words(drafts: Sequence[Draft], known: Iterable[Known]) -> int:
    """How many of these drafts are among the known questions word for word."""
    ours, theirs = (asked_by(one) for one in drafts), (asked_in(one.was) for one in known)
    return (Counter(one.words for one in ours) & Counter(one.words for one in theirs)).total()


class _Search:
    """What was found so far, and what is left to be found."""

    def __init__(self, drafts: Sequence[Draft], known: Sequence[Known]) -> None:
        self.names = [one.name for one in drafts]
        self.now = [asked_by(one) for one in drafts]
        self.before = {one.id: asked_in(one.was) for one in known}
        self.left = {one.id: one for one in known}
        self.sure: dict[int, str] = {}
        self.perhaps: dict[int, str] = {}
        self._ours = Counter(one.texts for one in self.now)
        self._theirs = Counter(one.texts for one in self.before.values())

    def take_the_same(self) -> None:
        """Match what has the same words; of several first what has the same name, key and pictures too."""
        ours = [_signs(asked, [name]) for asked, name in zip(self.now, self.names, strict=True)]
        theirs = {one.id: _signs(self.before[one.id], (one.id, one.name)) for one in self.left.values()}
        for _ in range(_GRADES):
            holders: dict[Hashable, list[str]] = defaultdict(list)
            for name, signs in theirs.items():
                for sign in next(signs):
                    holders[sign].append(name)
            for place, signs in enumerate(ours):
                named = [name for sign in next(signs) for name in holders.get(sign, ()) if name in self.left]
                asked = self.now[place]
                named = [one for one in named if not is_of_another_story(asked, self.before[one])]
                if named and place not in self.sure:
                    self._take(place, named[0])

    def take_named(self, called: Mapping[str, str]) -> None:
        """Match what is surely the same of what has the same name, which no other has.

        Args:
            called: the name of each known question.
        """
        ours = _once((name, place) for place, name in enumerate(self.names) if place not in self.sure)
        theirs = _once((called[name], name) for name in self.left)
        for word, place in ours.items():
            name = theirs.get(word)
            if name and self._verdict(place, name, word) is Same.YES:
                self._take(place, name)
            elif name and self._verdict(place, name, word) is Same.PERHAPS:
                self.perhaps[place] = name

    def take_likely(self) -> None:
        """Match the most alike first; of very many only what has the same stem."""
        pairs = sorted(self._pairs(), key=lambda one: (-one[0], -one[1], *one[2:]))
        for verdict, _, place, name in pairs:
            if verdict is Same.YES and place not in self.sure and name in self.left:
                self._take(place, name)
        named, self.perhaps = self.perhaps, {}
        for place, name in (*named.items(), *((one[2], one[3]) for one in pairs)):
            if self._is_free(place, name):
                self.perhaps[place] = name

    def _pairs(self) -> Iterator[tuple[Same, float, int, str]]:
        """What may be the same question: verdict, likeness, place and id."""
        words = {name: frozenset(self.before[name].words[0]) for name in self.left}
        holders: dict[Hashable, set[str]] = defaultdict(set)
        rest = [place for place in range(len(self.now)) if place not in self.sure]
        is_much = len(rest) * len(self.left) > _MOST
        for name in self.left:
            asked = self.before[name]
            for key in (asked.words[0], asked.texts if asked.has_telling_options else "", *words[name]):
                holders[key].add(name)
        for place in rest:
            asked = self.now[place]
            mine = frozenset(asked.words[0])
            near = holders.get(asked.words[0], set()) | holders.get(asked.texts, set())
            if not is_much:
                wordy = {name for word in mine for name in holders.get(word, ())}
                near |= {one for one in wordy if 2 * len(mine & words[one]) >= len(mine | words[one])}
            for name in near:
                verdict = self._verdict(place, name)
                if verdict is not Same.NO:
                    likeness = len(mine & words[name]) / (len(mine | words[name]) or 1)
                    yield verdict, likeness + shared_options(asked, self.before[name]), place, name

    def _verdict(self, place: int, name: str, word: str = "") -> Same:
        now, before = self.now[place], self.before[name]
        alone = self._ours[now.texts] == self._theirs[before.texts] == 1
        verdict = same(now, before, named=bool(word) and not _NUMBER.fullmatch(word), alone=alone)
        own = self.names[place]
        is_other = not word and bool(ID.fullmatch(own)) and not _NUMBER.fullmatch(own)
        return Same.NO if is_other and now.words[0] != before.words[0] else verdict

    def _is_free(self, place: int, name: str) -> bool:
        taken = place in self.sure or place in self.perhaps or name in self.perhaps.values()
        return name in self.left and not taken

    def _take(self, place: int, name: str) -> None:
        self.sure[place] = name
        del self.left[name]


def _signs(asked: Asked, names: Iterable[str]) -> Iterator[tuple[Hashable, ...]]:
    """What two of the same words may share besides, from all to nothing: a name, key and pictures."""
    words, key = asked.words, frozenset(asked.options)
    story = words_of(asked.story)
    yield tuple((words, asked.media, key, story, name) for name in sorted(set(names)))
    yield ((words, asked.media, key, story),)
    yield ((words, asked.media),)
    yield (words,)


def _once(pairs: Iterable[tuple[str, Value]]) -> dict[str, Value]:
    """What has a key of its own."""
    listed = list(pairs)
    times = Counter(key for key, _ in listed)
    return {key: value for key, value in listed if key and times[key] == 1}
