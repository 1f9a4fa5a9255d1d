"""Ids for questions from elsewhere: made of what they say, so that the same question gets the same id."""

from collections.abc import Collection
from hashlib import sha256
from typing import Final

from cpsprep.core.interchange.draft import Draft
from cpsprep.core.interchange.tidy import bare
from cpsprep.core.reading.header import ID

_SIGNS: Final = "0123456789bcdfghjkmnpqrstvwxz"
"""No vowels, so that no id is a word, and no l."""
_LENGTH: Final = 5
_LONGEST_PREFIX: Final = 24
_LONGEST_DECK: Final = 40


def slug(text: str, default: str = "imported", longest: int = _LONGEST_PREFIX) -> str:
    """A text as an id, such as the beginning of others."""
    words = "-".join(bare(text).replace("_", " ").encode("ascii", "ignore").decode().split())
    words = words[:longest].strip("-")
    if not ID.fullmatch(words):
        words = f"{default}-{words}".strip("-")[:longest].strip("-")
    return words if ID.fullmatch(words) else default


def deck_name(text: str) -> str:
    """A text as the id of a deck: as much of it as an id may have, as its end tells Part 1 from Part 2."""
    return slug(text, longest=_LONGEST_DECK)


def print_of(draft: Draft) -> str:
    """What a question asks, in its words alone: stem, options and back, whatever their order and marks."""
    return "\n".join([bare(draft.stem), *sorted(bare(one.text) for one in draft.options), bare(draft.back)])


def new_id(draft: Draft, prefix: str, taken: Collection[str]) -> str:
    """An id that nothing has: the draft's own name where it is one, else a short digest of its words."""
    if ID.fullmatch(draft.name) and draft.name not in taken:
        return draft.name
    return _signed(f"{draft.name}\n{print_of(draft)}", prefix, taken)


def scene_id(story: str, prefix: str, taken: Collection[str]) -> str:
    """An id for the scenario of a story that nothing has."""
    return _signed(bare(story), f"{prefix}-scn", taken)


def _signed(words: str, prefix: str, taken: Collection[str]) -> str:
    """A prefix with a short digest of some words behind it, or of more where something has that id."""
    name, more = f"{prefix}-{_digest(words)}", len(taken)
    while name in taken:
        name, more = f"{prefix}-{_digest(words + str(more))}", more + 1
    return name


def _digest(words: str) -> str:
    number = int.from_bytes(sha256(words.encode()).digest())
    sign = ""
    while len(sign) < _LENGTH:
        number, rest = divmod(number, len(_SIGNS))
        sign += _SIGNS[rest]
    return sign
