"""What stands between the braces of a GIFT question, and which kind of question it makes."""

import re
from typing import Final, NamedTuple

from cpsprep.core.interchange.draft import Draft, Skipped, Spot
from cpsprep.core.interchange.lms.choices import Weighed, answers_of_basic, judged, truth
from cpsprep.core.interchange.lms.gift_text import Text, cut
from cpsprep.core.item import Kind

_TRUTH: Final = re.compile(r"\s*(T|TRUE|F|FALSE)\s*(?:#(.*))?", re.IGNORECASE | re.DOTALL)
_ANSWER: Final = re.compile(r"([=~])([^=~]*)")
_WEIGHT: Final = re.compile(r"\s*%\s*(-?\d{1,3}(?:\.\d{1,9})?)\s*%")
_WHOLE: Final = 100.0
_TWICE: Final = re.compile(r"~\s*(?==)")
"""A wrong sign right before that of a right answer, as files in the wild have it in gaps."""


class Answer(NamedTuple):
    """One answer of a list; `fraction` in percent."""

    sign: str
    text: Text
    fraction: float
    why: Text
    weighed: bool


def answered(where: Spot, stem: Text, inside: str) -> Draft | Skipped:
    """The question that a stem and its answers make."""
    inside, _, general = inside.partition("####")
    explanation = cut(general)
    if not inside.strip():
        if not explanation.text:
            return Skipped(where, "essay", "an open question without an answer")
        lost = (*stem.lost, *explanation.lost, "the form of an essay; its feedback became the answer")
        return Draft(Kind.BASIC, where, stem.text, back=explanation.text, lost=lost)
    if inside.lstrip().startswith("#"):
        return Skipped(where, "numerical", "the answer is a number or a range")
    if found := _TRUTH.fullmatch(inside):
        return _statement(where, stem, found, explanation)
    parts = _ANSWER.findall(_TWICE.sub("", inside)) or [("=", inside)]
    answers = [_answer(sign, text) for sign, text in parts if text.strip() or len(parts) == 1]
    lost = (
        *stem.lost,
        *explanation.lost,
        *(lost for one in answers for lost in (*one.text.lost, *one.why.lost)),
    )
    if all(one.sign == "=" for one in answers):
        return _written(where, stem, answers, explanation.text, lost)
    several = any(one.weighed and one.sign == "~" and one.fraction > 0 for one in answers) and not any(
        one.fraction >= _WHOLE for one in answers
    )
    made = judged([Weighed(one.text.text, one.fraction, one.why.text) for one in answers], several=several)
    return Draft(
        made.kind,
        where,
        stem.text,
        made.options,
        doubt=made.doubt,
        explanation=explanation.text,
        lost=tuple(dict.fromkeys((*lost, *made.lost))),
    )


def _answer(sign: str, text: str) -> Answer:
    weight = _WEIGHT.match(text)
    text = text[weight.end() :] if weight else text
    told, _, why = text.partition("#")
    fraction = float(weight[1]) if weight else _WHOLE if sign == "=" else 0.0
    return Answer(sign, cut(told), fraction, cut(why), weight is not None)


def _statement(where: Spot, stem: Text, found: re.Match[str], explanation: Text) -> Draft:
    """A statement; the first feedback is for those who were wrong, the second for those who were right."""
    right = found[1].lower().startswith("t")
    wrong_said, _, right_said = (found[2] or "").partition("#")
    said = cut(right_said), cut(wrong_said)
    whys = (said[0].text, said[1].text) if right else (said[1].text, said[0].text)
    lost = (*stem.lost, *explanation.lost, *said[0].lost, *said[1].lost)
    return Draft(
        Kind.TRUEFALSE,
        where,
        stem.text,
        truth(right, whys),
        explanation=explanation.text,
        lost=tuple(dict.fromkeys(lost)),
    )


def _written(
    where: Spot, stem: Text, answers: list[Answer], explanation: str, lost: tuple[str, ...]
) -> Draft | Skipped:
    """Answers that are written, not chosen: pairs of a matching question, or a short answer."""
    if any("->" in one.text.text for one in answers):
        return Skipped(where, "matching", "pairs are to be matched")
    right = [one for one in answers if one.fraction > 0]
    best = [one for one in right if one.fraction >= _WHOLE] or right
    if not any(one.text.text.strip("*") for one in best):
        return Skipped(where, "short answer", "no answer is given that earns points")
    back, also = answers_of_basic([one.text.text for one in best])
    if any(one not in best and one.text.text.strip("*") for one in answers):
        lost = (*lost, "answers that earn a part of the points or none")
    told = "\n".join(
        filter(None, (also, *(one.why.text for one in best if one.text.text == back), explanation))
    )
    return Draft(Kind.BASIC, where, stem.text, back=back, explanation=told, lost=tuple(dict.fromkeys(lost)))
