"""Whether a question of a file is one that the deck has, with a new wording: yes, perhaps, or no.

To take one question for another is far worse than not to know it again: its text would be overwritten, and
learners' progress would be of something else. So where the words differ in what carries the meaning, the
answer is no, or perhaps, and then a person is asked.
"""

from collections.abc import Mapping
from enum import IntEnum
from typing import Final, NamedTuple

from cpsprep.core.interchange.again.wording import Change, alike, change_of, words_of
from cpsprep.core.interchange.draft import Draft
from cpsprep.core.interchange.item_fields import Flat
from cpsprep.core.item import TRUTH

_HALF: Final = 0.5
_MOST: Final = 0.7
_SOME: Final = 0.3
"""The part of the words that two questions have in common."""
_ENOUGH: Final = 3
"""Options that no two questions share by chance."""
_LONG: Final = 6
"""Words of a stem that no two questions share by chance."""


class Same(IntEnum):
    """Whether two are the same question."""

    NO = 0
    PERHAPS = 1
    YES = 2


class Asked(NamedTuple):
    """What a question asks: its words, its options with whether they are right, and its pictures.

    `sort` is choice, statement, card or cloze. The back of a card is its one option. `story` is the situation
    that it is asked of, "" for none, or where nobody knows.
    """

    sort: str
    stem: str
    options: tuple[tuple[str, bool], ...]
    media: frozenset[str] = frozenset()
    story: str = ""

    @property
    def words(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """All words, whatever the order of the options and the marks between them."""
        return words_of(self.stem), self.texts

    @property
    def texts(self) -> tuple[str, ...]:
        """The words of all options, in an order of their own."""
        return tuple(sorted(text for text, _ in self.options))

    @property
    def has_key(self) -> bool:
        return any(right for _, right in self.options)

    @property
    def has_telling_options(self) -> bool:
        """Whether other questions will hardly have the same options."""
        return len(self.options) >= _ENOUGH or (self.sort == "card" and bool(self.texts[0]))


def asked_by(draft: Draft) -> Asked:
    """What a draft asks."""
    media = draft.more.get("media")
    names = frozenset(map(str, media)) if isinstance(media, Mapping) else frozenset[str]()
    options = tuple((_said(one.text), one.right) for one in draft.options)
    sort = _sort(draft.kind.value)
    shown = ((_said(draft.back), True),) if sort == "card" else options
    return Asked(sort, draft.stem, shown, names, draft.story)


def asked_in(fields: Flat) -> Asked:
    """What a question of a deck asks."""
    sort = _sort(_text(fields, "kind"))
    answer = fields.get(("answer",), "")
    right = {answer.lower()} if isinstance(answer, str) else set(answer)
    match sort:
        case "card":
            options = [(_said(_text(fields, "back")), True)]
        case "statement":
            options = [(word, word in right) for word in TRUTH]
        case _:
            options = [
                (_said(str(text)), path[1] in right)
                for path, text in fields.items()
                if path[0] == "options" and len(path) > 1
            ]
    stem = _text(fields, "stem") or _text(fields, "front") or _text(fields, "text")
    media = frozenset(path[1] for path in fields if path[0] == "media" and len(path) > 1)
    return Asked(sort, stem, tuple(options), media, _text(fields, "vignette"))


def is_as_it_was(now: Asked, before: Asked) -> bool:
    """Whether it asks the same with the same options, so that the key of one is that of the other."""
    rest = (now.sort, now.texts, now.media) == (before.sort, before.texts, before.media)
    story = change_of(before.story, now.story) if now.story and before.story else Change.NONE
    return rest and story is change_of(before.stem, now.stem) is Change.NONE


def same(now: Asked, before: Asked, *, named: bool = False, alone: bool = False) -> Same:
    """Whether `now` is `before`, perhaps with other words.

    Args:
        now: from the file.
        before: from the deck, as it was brought in last.
        named: both have one name or id, which is more than a number in a list.
        alone: no other question has its options.
    """
    change, shared, likeness = (
        change_of(before.stem, now.stem),
        shared_options(now, before),
        alike(before.stem, now.stem),
    )
    keeps_key = not _moved(now, before)
    tells = alone and shared == 1 and before.has_telling_options and keeps_key
    match change:
        case Change.NONE:
            is_sure = shared >= _HALF
            is_possible = shared > 0 or named or len(before.stem.split()) >= _LONG
        case Change.SMALL:
            is_sure = shared >= _HALF and keeps_key and likeness >= (_SOME if tells or named else _HALF)
            is_possible = tells or named or shared >= _HALF
        case Change.REWORDED:
            is_sure = likeness >= _HALF and (tells or (named and shared >= _HALF and keeps_key))
            is_possible = tells or named or (shared >= _HALF and likeness >= _MOST)
        case _:
            is_sure = False
            is_possible = named or (tells and likeness >= _HALF)
    is_sure = is_sure and not is_of_another_story(now, before)
    return Same.YES if is_sure else Same.PERHAPS if is_possible else Same.NO


def is_of_another_story(now: Asked, before: Asked) -> bool:
    """Whether they are asked of two situations; a story may be rewritten where options and key stay."""
    has_other = bool(now.story and before.story) and alike(now.story, before.story) < _MOST
    return has_other and set(now.options) != set(before.options)


def shared_options(now: Asked, before: Asked) -> float:
    """The part of the options that both have, by their words; of cards how alike the backs are."""
    if now.sort != before.sort:
        return 0
    if now.sort == "card":
        return alike(now.texts[0], before.texts[0])
    most = max(len(now.options), len(before.options))
    return len(set(now.texts) & set(before.texts)) / most if most else 1


def _moved(now: Asked, before: Asked) -> bool:
    """Whether what was wrong is right now, or the other way round."""
    if not now.has_key or not before.has_key:
        return False
    right, was_right = ({text for text, is_right in one.options if is_right} for one in (now, before))
    wrong, was_wrong = ({text for text, is_right in one.options if not is_right} for one in (now, before))
    return bool(right & was_wrong or wrong & was_right)


def _said(text: str) -> str:
    return " ".join(words_of(text)) or text.strip()


def _sort(kind: str) -> str:
    return {"basic": "card", "cloze": "cloze", "truefalse": "statement"}.get(kind, "choice")


def _text(fields: Flat, name: str) -> str:
    value = fields.get((name,), "")
    return value if isinstance(value, str) else ""
