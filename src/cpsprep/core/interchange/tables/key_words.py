"""What a person writes as the key: `B`, `a, c`, `A and C`, `2`, `True`, or the option's own words."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from cpsprep.core.interchange.draft import LETTERS
from cpsprep.core.interchange.tidy import bare

_LETTERED: Final = re.compile(r"[(\[]?([A-Ha-h])[)\].:]?(?=$|[\s,;&/+]|and\b)")
_NUMBERED: Final = re.compile(r"[(\[]?([1-8])(?:\.0+)?[)\].:]?")
_PARTED: Final = re.compile(r"\s*(?:[,;&/+\n]|\band\b)\s*|\s+", re.IGNORECASE)
_LISTED: Final = re.compile(r"\s*(?:[,;&/+\n]|\band\b)\s*", re.IGNORECASE)
_BEFORE: Final = re.compile(r"^(?:option|choice|answer|letter)s?(?:\s+|[_-]?(?=[A-H1-8]$))", re.IGNORECASE)
_PACKED: Final = re.compile(r"[A-H]{2,8}")
_AHEAD: Final = re.compile(r"[(\[]?([A-Ha-h])[)\].:]\s+(.+)", re.DOTALL)
_DIGITS: Final = re.compile(r"\d")
_PLACES: Final = re.compile(r"\s*\d(?:\s*[,;|]\s*\d)*\s*")
TRUE: Final = frozenset({"true", "t", "yes", "y", "right", "correct", "1"})
FALSE: Final = frozenset({"false", "f", "no", "n", "wrong", "incorrect", "0"})


def truth_of(text: str) -> bool | None:
    """Whether the words say true or false; None where they say neither."""
    word = bare(text)
    return True if word in TRUE else False if word in FALSE else None


def right_ones(text: str, options: Sequence[str], letters: str = LETTERS) -> tuple[int, ...]:
    """The places of the options that a key names, in order; none where it names something else.

    Args:
        text: the key as written.
        options: their texts.
        letters: how they are named.
    """
    words = [bare(one) for one in options]
    for said in (bare(text), bare(_BEFORE.sub("", text.strip()))):
        if said and words.count(said) == 1:
            return (words.index(said),)
    text = _BEFORE.sub("", text.strip())
    if found := _AHEAD.fullmatch(text):
        place = letters.find(found[1].lower())
        if 0 <= place < len(words) and words[place] and _same(bare(found[2]), words[place]):
            return (place,)
    parts = [part for part in _PARTED.split(text) if part]
    named = [_place(part, len(options), letters) for part in parts]
    if named and None not in named:
        return tuple(sorted({place for place in named if place is not None}))
    if _PACKED.fullmatch(text) and (found_all := [letters.find(sign) for sign in text.lower()]):
        return tuple(sorted(set(found_all))) if max(found_all) < len(options) else ()
    lines = [bare(part) for part in re.split(r"\s*[;\n|]\s*", text) if bare(part)]
    if lines and all(words.count(line) == 1 for line in lines):
        return tuple(sorted({words.index(line) for line in lines}))
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


def one_more(key: str, options: Sequence[str]) -> str:
    """A key that counts from 0 as one that counts from 1; the own words of an option stay."""
    if not _PLACES.fullmatch(key) or bare(key) in map(bare, options):
        return key
    return _DIGITS.sub(lambda found: str(int(found[0]) + 1), key)


def right_by_head(text: str, options: Sequence[str], heads: Sequence[str]) -> tuple[int, ...]:
    """The places of the options whose columns a key names: `Choice Y`, or `Y` where no other ends so.

    Args:
        text: the key as written.
        options: their texts; a key in the words of an option is no name of a column.
        heads: the names of their columns.
    """
    if bare(text) in map(bare, options):
        return ()
    whole = [bare(one) for one in heads]
    ends = [one.rpartition(" ")[2] for one in whole]
    found = []
    for part in (bare(one) for one in _LISTED.split(text)):
        names = whole if whole.count(part) == 1 else ends
        if not part or names.count(part) != 1:
            return ()
        found.append(names.index(part))
    return tuple(sorted(set(found)))


def _same(told: str, option: str) -> bool:
    """Whether the words behind a letter are those of the option, or begin as it does."""
    return told == option or told.startswith(option) or option.startswith(told)


def _place(part: str, count: int, letters: str) -> int | None:
    if found := _LETTERED.fullmatch(part):
        place = letters.find(found[1].lower())
    elif number := _NUMBERED.fullmatch(part):
        place = int(number[1]) - 1
    else:
        return None
    return place if 0 <= place < count else None
