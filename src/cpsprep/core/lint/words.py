"""Texts as the rules see them: words, sentences, speech in quotation marks, and words that carry meaning."""

import re
from functools import lru_cache
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_END: Final = re.compile(r"(?<=[.?!])[\"'\u201d\u2019)]*\s+|\n\s*\n")
_QUOTED: Final = re.compile(
    r"\"[^\"]+\"|\u201c[^\u201d]+\u201d|(?<![\w'])'[^'\n]+(?:'\w[^'\n]*)*'(?!\w)|\u2018[^\u2018]+?\u2019(?!\w)"
)
_ENDINGS: Final = (
    ("ies", "y", 5),
    ("ied", "y", 5),
    ("ing", "", 6),
    ("edly", "", 6),
    ("ed", "", 5),
    ("ly", "", 5),
    ("es", "", 5),
    ("s", "", 4),
)
"""An ending, what stands for it, and the fewest letters of a word that loses it."""
_SHORT: Final = 3
_EMPTY: Final = """
a about after again all also although always am an and another any anything are as ask asks at away back
be because been before being both but by can cannot could did do does doing done down each else even
ever every few first for from get gets give gives go goes going gone got had has have having he her here
hers herself him himself his how i if in into is it its itself just keep let like made make makes many
may me might more most much must my myself need needs never next no none nor not nothing now of off on
once one ones only or other others our out over own per put quite rather really right said same say says
see she should since so some someone something still such take takes tell tells than that the their them
then there these they thing things this those though through time to too two under until up upon us use
used very want wants was way we well went were what when where whether which while who whom whose why
will with within without would yes yet you your yours yourself it's i'm i've i'd i'll you're you've
you'll don't can't won't didn't doesn't isn't let's that's there's he's she's we're they're
"""
STOP: Final = frozenset(_EMPTY.split())
"""Words that tell nothing of what a text is about."""


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """The words in small letters, in order; "I don't" has two, "two-part" is one."""
    return tuple(word.casefold().replace("\u2019", "'") for word in _WORD.findall(text))


@lru_cache(maxsize=20_000)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences, at least one where there is any text."""
    return tuple(part.strip() for part in _END.split(text.strip()) if part and part.strip()) or (text,)


def unquoted(text: str) -> str:
    """The text without what stands in quotation marks; a sentence that ends in it still ends there."""
    return _QUOTED.sub(lambda found: "." if found[0][-2] in ".?!" else "", text)


@lru_cache(maxsize=20_000)
def meaning(text: str) -> frozenset[str]:
    """The words that say what a text is about, without their endings: "listens" and "listening" are one."""
    return frozenset(base(word) for word in words(text) if word not in STOP and len(word) > 1)


@lru_cache(maxsize=20_000)
def base(word: str) -> str:
    """A word without its ending, roughly; only for comparing."""
    plain = word.removesuffix("'s")
    for ending, instead, fewest in _ENDINGS:
        if plain.endswith(ending) and len(plain) >= fewest and not plain.endswith("ss"):
            bare = plain[: -len(ending)] + instead
            return bare[:-1] if len(bare) > _SHORT and bare[-1] == bare[-2] else bare.removesuffix("e")
    return plain.removesuffix("e") if len(plain) > _SHORT else plain
