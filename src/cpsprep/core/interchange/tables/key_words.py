"""What a person writes as the key: `B`, `a, c`, `A and C`, `2`, `True`, or the option's own words."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Final

from cpsprep.core.interchange.answer_words import BETWEEN_LETTERS
from cpsprep.core.interchange.tidy import bare, shortened
from cpsprep.core.item import LETTERS

_LETTERED: Final = re.compile(r"[(\[]?([A-Ha-h])[)\].:]?(?=$|[\s,;&/+]|and\b)")
_NUMBERED: Final = re.compile(r"[(\[]?([1-8])(?:\.0+)?[)\].:]?")
_LISTED: Final = re.compile(rf"{BETWEEN_LETTERS}|\s*\n\s*")
_PARTED: Final = re.compile(rf"{_LISTED.pattern}|\s+")
_BEFORE: Final = re.compile(r"^(?:option|choice|answer|letter)s?(?:\s+|[_-]?(?=[A-H1-8]$))", re.IGNORECASE)
_PACKED: Final = re.compile(r"[A-H]{2,8}")
_AHEAD: Final = re.compile(r"[(\[]?([A-Ha-h])[)\].:]\s+(.+)", re.DOTALL)
_LINES: Final = re.compile(r"\s*[;\n|]\s*")
_DIGITS: Final = re.compile(r"\d")
_PLACES: Final = re.compile(r"\s*\d(?:\s*[,;|]\s*\d)*\s*")
LETTER_SAID: Final = "letter\u00a0"
"""Before letters that somebody was asked for, so that they are never the words of an option."""
TRUE: Final = frozenset({"true", "t", "yes", "y", "right", "correct", "1"})
FALSE: Final = frozenset({"false", "f", "no", "n", "wrong", "incorrect", "0"})


def truth_of(text: str) -> bool | None:
    """Whether the words say true or false; None where they say neither."""
    word = bare(text)
    return True if word in TRUE else False if word in FALSE else None


class Labels(StrEnum):
    """What the letter of an option is worth beside an option that has this letter as its words.

    ASKED: somebody was asked for it, so it is always the letter. TYPED: the options stand below letters, so a
    letter is the letter. NONE: nothing shows letters, so nobody can tell.
    """

    ASKED = "asked"
    TYPED = "typed"
    NONE = "none"


def right_ones(
    text: str, options: Sequence[str], letters: str = LETTERS, labels: Labels = Labels.TYPED
) -> tuple[int, ...]:
    """The places of the options that a key names, in order; none where it names something else.

    Nor where it may be the place of one option and the words of another.

    Args:
        text: the key as written.
        options: their texts.
        letters: how they are named.
        labels: whether these letters were to be seen.
    """
    by_words, by_place = _by_words(text, options), _by_place(text, options, letters, labels)
    if not by_words or not by_place or by_words == by_place:
        return by_words or by_place
    if _DIGITS.search(text):
        return ()
    if labels is Labels.ASKED:
        return by_place
    if len(by_words) < len(by_place):
        return by_words  # such as an option "A and C" below the options A and C
    return by_place if labels is Labels.TYPED else ()


def names_some(text: str, options: Sequence[str], letters: str = LETTERS) -> bool:
    """Whether a text is a key of these options, though perhaps one that may mean two of them."""
    by_places = (_by_place(text, options, one, Labels.TYPED) for one in (letters, LETTERS))
    return bool(_by_words(text, options) or any(by_places))


def why_not(text: str, options: Sequence[str], letters: str = LETTERS, labels: Labels = Labels.TYPED) -> str:
    """Why a key names no option, or not one alone, for the person who has to say it."""
    by_words, by_place = _by_words(text, options), _by_place(text, options, letters, labels)
    if by_words and by_place:
        return f"'{shortened(text, 30)}' is the place of one option and the words of another"
    if names_some(text, options):
        return f"'{shortened(text, 30)}' is unclear beside an empty option"
    return f"'{shortened(text, 30)}' names no option"


def _by_words(text: str, options: Sequence[str]) -> tuple[int, ...]:
    """The options whose own words a key has."""
    if text.startswith(LETTER_SAID):
        return ()
    words = [bare(one) for one in options]
    for said in (bare(text), bare(_BEFORE.sub("", text.strip()))):
        if said and words.count(said) == 1:
            return (words.index(said),)
    lines = [bare(part) for part in _LINES.split(text) if bare(part)]
    if lines and all(words.count(line) == 1 for line in lines):
        return tuple(sorted({words.index(line) for line in lines}))
    return ()


def _by_place(text: str, options: Sequence[str], letters: str, labels: Labels) -> tuple[int, ...]:
    """The options whose letters or numbers a key has."""
    text = _BEFORE.sub("", text.strip())
    if found := _AHEAD.fullmatch(text):
        place = letters.find(found[1].lower())
        words = bare(options[place]) if 0 <= place < len(options) else ""
        if words and _same(bare(found[2]), words):
            return (place,)
    parts = [part for part in _PARTED.split(text) if part]
    if len({_DIGITS.search(part) is None for part in parts}) > 1:
        return ()  # as in "B) 2", where 2 is not what B says
    named = [_place(part, len(options), letters, labels) for part in parts]
    if named and None not in named:
        return tuple(sorted({place for place in named if place is not None}))
    if _PACKED.fullmatch(text):
        every = [letters.find(sign) for sign in text.lower()]
        return tuple(sorted(set(every))) if min(every) >= 0 and max(every) < len(options) else ()
    return ()


def counts_from_zero(rows: Iterable[tuple[str, Sequence[str]]]) -> bool:
    """Whether keys such as `0` and `3` are places from 0: there is a 0, and none lies beyond the last option.

    Args:
        rows: each key as written and the texts of its options.
    """
    seen = False
    for key, options in rows:
        words = [bare(one) for one in options if one]
        if not words or not key or bare(key) in words:
            continue
        numbers = _PLACES.fullmatch(key)
        if numbers is None or max(int(one) for one in _DIGITS.findall(key)) >= len(words):
            return False
        seen = seen or "0" in _DIGITS.findall(key)
    return seen


def from_zero(key: str, options: Sequence[str], letters: str = LETTERS) -> tuple[int, ...]:
    """The places of the options that a key names where such keys count from 0; see `right_ones`."""
    if not _PLACES.fullmatch(key):
        return right_ones(key, options, letters, Labels.NONE)
    words = _by_words(key, options)
    places = tuple(sorted({int(one) for one in _DIGITS.findall(key)}))
    if max(places) >= len(options):
        return words
    if words not in {(), places} or any(letters[place] != LETTERS[place] for place in places):
        return ()
    return places


def right_by_head(text: str, options: Sequence[str], heads: Sequence[str]) -> tuple[int, ...] | None:
    """The places of the options whose columns a key names: `Choice Y`, or `Y` where no other ends so.

    None where it names no column; nothing where it may be a column or the words of another option.

    Args:
        text: the key as written.
        options: their texts.
        heads: the names of their columns.
    """
    whole = [bare(one) for one in heads]
    ends = [one.rpartition(" ")[2] for one in whole]
    found = []
    for part in (bare(one) for one in _LISTED.split(text)):
        names = whole if whole.count(part) == 1 else ends
        if not part or names.count(part) != 1:
            return None
        found.append(names.index(part))
    places, words = tuple(sorted(set(found))), _by_words(text, options)
    if not words or words == places:
        return places
    if len(words) < len(places):
        return None
    letters = all(len(one) == 1 and one.isalpha() for one in ends)
    return places if letters else ()


def _same(told: str, option: str) -> bool:
    """Whether the words behind a letter are those of the option, or begin as it does."""
    return told == option or told.startswith(option) or option.startswith(told)


def _place(part: str, count: int, letters: str, labels: Labels) -> int | None:
    """A place by its letter or number; None too where an empty option before it makes it two places."""
    if found := _LETTERED.fullmatch(part):
        place, other = letters.find(found[1].lower()), LETTERS.index(found[1].lower())
        if labels is Labels.NONE and place != other:
            return None
    elif number := _NUMBERED.fullmatch(part):
        place = int(number[1]) - 1
        if letters.find(LETTERS[place]) != place:
            return None
    else:
        return None
    return place if 0 <= place < count else None
