"""Moodle's embedded answers, `{1:SHORTANSWER:=hidden}`, as gaps of ours; each is a card of its own."""

import re
from html import unescape
from typing import Final

_GAP: Final = re.compile(r"\{\d{0,3}:([A-Z_]{1,20}):((?:[^{}\\]|\\.)*)\}")
_WRITTEN: Final = frozenset({"SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC"})
_NUMBER: Final = frozenset({"NUMERICAL", "NM"})
_PARTED: Final = re.compile(r"(?<!\\)~")
_ANSWER: Final = re.compile(r"\s*(?:=|%100(?:\.0+)?%)((?:&#?\w{1,8};|[^#\\]|\\.)*)", re.DOTALL)
_ONE_SIGN: Final = re.compile(r"&#?\w{1,8};|\\.", re.DOTALL)
_ESCAPED: Final = re.compile(r"\\(.)")


def gaps(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The text with our gaps, and what was lost; None where it has no gap, or one without a right answer."""
    lost: list[str] = []
    parts: list[str] = []
    at = 0
    for number, found in enumerate(_GAP.finditer(text), 1):
        right = _right(found[1], found[2], lost)
        if not right:
            return None
        parts += [text[at : found.start()], f"{{{{c{number}::{right}}}}}"]
        at = found.end()
    return ("".join([*parts, text[at:]]), tuple(dict.fromkeys(lost))) if parts else None


def _right(sort: str, inside: str, lost: list[str]) -> str:
    """The first answer that earns all points, "" for none."""
    answers = _PARTED.split(inside)
    found = next((one for answer in answers if (one := _ANSWER.match(answer))), None)
    if found is None:
        return ""
    if len(answers) > 1:
        lost.append("other answers to a gap" if sort in _WRITTEN | _NUMBER else "the choices of a gap")
    if any("#" in _ONE_SIGN.sub("", answer) for answer in answers):
        lost.append("the feedback to a gap")
    told = found[1].partition(":")[0] if sort in _NUMBER else found[1]
    return unescape(_ESCAPED.sub(r"\1", told)).strip()
