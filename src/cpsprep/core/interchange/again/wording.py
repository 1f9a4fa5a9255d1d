"""How the words of a question changed: not, a little, reworded, or in a word that makes another question.

"Which is a sign of trust" and "Which is not a sign of trust" share nearly all words, and so do "the letter O"
and "the letter A": how many words are the same tells little, and which ones differ tells much.
"""

import re
from difflib import SequenceMatcher
from enum import IntEnum
from typing import Final, NamedTuple

_WORD: Final = re.compile(
    "[^\\W_]+(?:['\u2019][^\\W_]+)*|[+<>=%$\u20ac\u00a3\u2264\u2265\u2260]|(?<!\\S)[-\u2212](?=\\d)"
)
_ENDING: Final = re.compile(r"[.?!:;\n\"\u201c][\s\"\u201c]*$|^\W*$")
_EACH: Final = re.compile("[a-z]+")
_SMALL: Final = frozenset(
    _EACH.findall(
        "a an the is are was were be been being am do does did has have had of to in on at for it its "
        "this that these those which what i you he she they we him her them us his hers their my your our "
        "as by so please select choose pick following mark question"
    )
)
"""Words whose coming and going leaves the question what it is."""
_TELLING: Final = frozenset(
    _EACH.findall(
        "no not never none neither nor nobody nothing without except but unless cannot one two three four "
        "five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty hundred thousand "
        "half first second third fourth fifth sixth seventh eighth ninth tenth once twice single last "
        "next final early earlier late later before after least most best worst more less fewer higher "
        "lower highest lowest greater only all any both either every each always sometimes often rarely "
        "usually must may might should can could would will true false correct incorrect right wrong who "
        "whom whose when where why how and or if from with against like unlike positive negative increase "
        "decrease internal external"
    )
)
"""Words that make another question of it: negations, numbers, degrees, order, question words."""
_LONG: Final = 5
"""Letters of a word in which a slip of the pen is told from another word."""


class Change(IntEnum):
    """From nothing to another question."""

    NONE = 0
    SMALL = 1
    REWORDED = 2
    TELLING = 3


class _Word(NamedTuple):
    """A word for comparing, and whether it stands out: by a capital letter, as names do, or as a sign."""

    folded: str
    stands_out: bool


def change_of(before: str, now: str) -> Change:
    """What became of a text: SMALL are slips of the pen and words such as "the", REWORDED other words.

    TELLING is one word of those that carry the meaning: a number, a negation, a name, a single letter.
    """
    old, new = _words(before), _words(now)
    folded_old, folded_new = [one.folded for one in old], [one.folded for one in new]
    worst = Change.NONE
    steps = SequenceMatcher(None, folded_old, folded_new, autojunk=False).get_opcodes()
    for step, old_start, old_end, new_start, new_end in steps:
        if step == "equal":
            continue
        gone, come = old[old_start:old_end], new[new_start:new_end]
        if all(len(side) == 1 and len(side[0].folded) == 1 for side in (gone, come)):
            return Change.TELLING
        pairs = list(zip(gone, come, strict=True)) if len(gone) == len(come) else []
        rest = (
            [*gone, *come] if not pairs else [word for pair in pairs if not _is_slip(*pair) for word in pair]
        )
        worst = max(worst, Change.SMALL, *map(_weight, rest))
    return worst


def words_of(text: str) -> tuple[str, ...]:
    """The words and the signs that carry a meaning, such as + and <, without case and other marks."""
    return tuple(word.folded for word in _words(text))


def alike(one: str, other: str) -> float:
    """The part of all words that both have (Jaccard)."""
    mine, theirs = (set(words_of(text)) for text in (one, other))
    return len(mine & theirs) / (len(mine | theirs) or 1)


def _words(text: str) -> list[_Word]:
    found = []
    for match in _WORD.finditer(text):
        word = match[0].replace("\u2019", "'")
        begins = bool(_ENDING.search(text[: match.start()][-20:]))
        is_article = word.casefold() in {"a", "i"} and (begins or word in {"a", "I"})
        found.append(_Word(word.casefold(), not is_article and (len(word) == 1 or word[0].isupper())))
    return found


def _weight(word: _Word) -> Change:
    text = word.folded
    if text in _SMALL and (len(text) > 1 or not word.stands_out):
        return Change.SMALL
    if word.stands_out or text in _TELLING or text.endswith("n't") or any(sign.isdigit() for sign in text):
        return Change.TELLING
    return Change.REWORDED


def _is_slip(one: _Word, other: _Word) -> bool:
    """Whether two words differ as a slip of the pen does: a letter doubled, left out or swapped within."""
    short, long = sorted((one.folded, other.folded), key=len)
    if len(short) < _LONG or short[0] != long[0] or {short, long} & _TELLING or not (short + long).isalpha():
        return False
    if len(short) == len(long):
        places = [at for at, signs in enumerate(zip(short, long, strict=True)) if len(set(signs)) > 1]
        swapped = [long[at] for at in reversed(places)]
        return len(places) == 2 and places[1] == places[0] + 1 and [short[at] for at in places] == swapped  # noqa: PLR2004
    return long == f"{short}s" or any(
        f"{long[:at]}{long[at + 1 :]}" == short for at in range(1, len(long) - 1)
    )
