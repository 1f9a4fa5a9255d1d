"""A key that says two things: a letter beside the words of another option, or beside a correction of it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from cpsprep.core.interchange.answer_words import ANSWER_OR_CHOICE, BETWEEN_LETTERS, LETTERS_OF_A_KEY
from cpsprep.core.interchange.tidy import bare, shortened

_SAID: Final = re.compile(
    rf"[(\[]?({LETTERS_OF_A_KEY})[)\]]?(?:\s*[.):;\-\u2013\u2014]+\s*|\s+)(\S.*)",
    re.DOTALL,
)
_LETTER: Final = re.compile(r"\b[a-h]\b")
_CORRECTED: Final = re.compile(
    r"\b(?i:correct(?:ed|ion)|changed?|revised|amended|erratum|should\s+be|make\s+that)\b.{0,30}?\b([A-H])\b[)\].]*\s*$",
    re.MULTILINE,
)
_EDGE: Final = re.compile(r"\s*[.,;:(\n\u2013\u2014]|\s-|$")
_ONE: Final = r"[(\[]?[A-Ha-h][)\]]?"
_COMBINED: Final = re.compile(
    r"\W*(?:both\b|all\s+(?:of\s+)?(?:the|these)\b"
    rf"|(?:(?:all|only|{ANSWER_OR_CHOICE}s?)\s+)*{_ONE}(?:{BETWEEN_LETTERS}{_ONE})+\W*(?:only\W*)?$)",
    re.IGNORECASE,
)
_SHORT: Final = 40


def two_in_one(answer: str, options: Sequence[str], letters: str) -> str:
    """Why a key cannot be taken as it says two things; "" where it does not.

    Args:
        answer: the key with all that stands behind it.
        options: the texts of the options.
        letters: by which they are named.
    """
    found = _SAID.fullmatch(answer.strip())
    words = [bare(one) for one in options]
    if found is None or bare(answer) in words:
        return ""
    said, rest = found[1], found[2].strip()
    places = {letters.find(one) for one in _LETTER.findall(said.lower())}
    named = {place for place, one in enumerate(words) if one and _is_named(one, rest)}
    if _is_corrected(said, rest) or (named and not named & places):
        return f"the key says {said}, and '{shortened(rest, _SHORT)}' beside it"
    return ""


def corrections(said: str, lines: Sequence[str]) -> Iterator[str]:
    """The lines below a key that put another letter in its place."""
    return (line for line in lines if _is_corrected(said, line))


def combination(places: Sequence[int], options: Sequence[str], letters: str) -> str:
    """The option that stands for several others, such as `Both A and B`, where a key leaves it out.

    One that leaves a letter of the key out, such as `Only A and C` beside the key A, B and C, is no doubt.

    Args:
        places: of the options that the key names.
        options: their texts.
        letters: by which they are named.
    """
    if len(places) < 2:  # noqa: PLR2004  (one alone is no combination)
        return ""
    said = {letters[place] for place in places}
    others = (text for place, text in enumerate(options) if place not in places)
    return next((text for text in others if _COMBINED.match(text) and not _leaves_out(text, said)), "")


def _leaves_out(text: str, letters: set[str]) -> bool:
    """Whether an option names letters, and not all of these."""
    named = set(_LETTER.findall(text.lower()))
    return len(named) > 1 and not letters <= named


def _is_corrected(said: str, text: str) -> bool:
    """Whether a text puts another letter in the place of those that were said."""
    known = _LETTER.findall(said.lower())
    return any(found[1].lower() not in known for found in _CORRECTED.finditer(text))


def _is_named(words: str, rest: str) -> bool:
    """Whether a text is an option's words, their beginning, or begins with them."""
    told = bare(rest)
    if told == words or words.startswith(f"{told} "):
        return True
    return any(bare(rest[: edge.start()]) == words for edge in _EDGE.finditer(rest))
