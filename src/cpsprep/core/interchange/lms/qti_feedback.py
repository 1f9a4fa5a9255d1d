"""Who is told what after an item of QTI 1.2, and where that goes in a question of ours.

What is said of one choice is its reason, what is said to everybody the explanation. What all are told who
were right is the reason of the right option where there is one, and what all are told who were wrong that of
the wrong one; else they are an explanation too. Mere praise, such as `Well done!`, is nothing to keep.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from cpsprep.core.interchange.draft import Draft, Option
from cpsprep.core.interchange.lms.qti_item import Item
from cpsprep.core.interchange.lms.qti_text import Told, both
from cpsprep.core.interchange.media.marks import marked, plainly, replaced
from cpsprep.core.interchange.tidy import bare, shortened
from cpsprep.core.item import Kind

_GENERAL: Final = re.compile(r"general_?(?:fb|feedback)?|solution", re.IGNORECASE)
_RIGHT: Final = re.compile(r"(?:general_)?correct(?:_fb)?", re.IGNORECASE)
_WRONG: Final = re.compile(r"(?:general_)?incorrect(?:_fb)?", re.IGNORECASE)
_PRAISE: Final = re.compile(
    r"(?:(?:correct|incorrect|right|wrong|yes|no|not|sorry|oops|exactly|well|very|good|great|nice|excellent|perfect"
    r"|done|job|work|answer|try|again|please|that|this|the|it|you|your|is|s|are|re|was|got)(?: |$))*"
)
_VERDICT: Final = re.compile(
    r"(?:(?:correct|incorrect|right|wrong|yes|no|sorry|exactly|well done|good job|great job)[.!]\s+)+(?=\S)",
    re.IGNORECASE,
)
_NOTHING: Final = Told("")


class Comments(NamedTuple):
    """What is said to everybody, to all who were right, and to all who were wrong."""

    everybody: Told = _NOTHING
    right: Told = _NOTHING
    wrong: Told = _NOTHING


def why(item: Item, response: str, given: str) -> Told:
    """What is said to whoever chose or wrote this, and to nobody else."""
    told = _NOTHING
    for name in dict.fromkeys(_own_names(item, response, given)):
        told = both(told, item.feedback.get(name, _NOTHING))
    return told


def comments(item: Item) -> Comments:
    """What is said to more than those who chose one thing; what says the same to all is said to everybody."""
    everybody = right = wrong = _NOTHING
    own = {name for one in item.rules if len(one.given) == 1 for name in one.feedback}
    of_right = {name for one in item.rules if one.points > 0 for name in one.feedback}
    for name, told in item.feedback.items():
        if _GENERAL.fullmatch(name):
            everybody = both(everybody, told)
        elif _RIGHT.fullmatch(name) or (name in of_right and name not in own):
            right = both(right, told)
        elif _WRONG.fullmatch(name) or name not in own:
            wrong = both(wrong, told)
    if right.text == wrong.text:
        return Comments(both(everybody, right))
    return Comments(everybody, _without_praise(right), _without_praise(wrong))


def with_comments(made: Draft, item: Item) -> Draft:
    """The question with what was said to everybody, to the right and to the wrong; what is left is told."""
    said = comments(item)
    made, right = _as_reason(made, said.right, right=True)
    made, wrong = _as_reason(made, said.wrong, right=False)
    told = both(said.everybody, _to_all(right))
    lost: tuple[str, ...] = ()
    if wrong.text and not (told.text or made.explanation):
        told = _to_all(wrong)
    elif wrong.text:
        lost = (f"feedback to wrong answers: {shortened(plainly(wrong.text))}",)
    explanation = "\n".join(filter(None, (made.explanation, told.text)))
    return replace(
        made,
        explanation=explanation,
        lost=tuple(dict.fromkeys((*made.lost, *told.lost, *right.lost, *wrong.lost, *lost))),
    )


def _own_names(item: Item, response: str, given: str) -> Iterator[str]:
    for rule in item.rules:
        if rule.given == ((response, given),):
            yield from (
                one
                for one in rule.feedback
                if not any(all_.fullmatch(one) for all_ in (_GENERAL, _RIGHT, _WRONG))
            )


def _without_praise(told: Told) -> Told:
    """A text, or nothing where it only says that an answer was right or wrong."""
    words = bare(replaced(told.text, lambda _: ""))
    if _PRAISE.fullmatch(words):
        return Told("", (*told.lost, "a picture of feedback") if marked(told.text) else told.lost)
    return told


def _as_reason(made: Draft, told: Told, *, right: bool) -> tuple[Draft, Told]:
    """The question with a text as the reason of its only right or wrong option, or the text that is left."""
    ours = [one for one in made.options if one.right is right]
    if made.kind is Kind.MULTIPLE or not made.has_key or len(ours) != 1 or not told.text:
        return made, told
    reason = both(Told(ours[0].why), told).text
    options = tuple(Option(one.text, one.right, reason) if one in ours else one for one in made.options)
    return replace(made, options=options), Told("", told.lost)


def _to_all(told: Told) -> Told:
    """A text to some as one to everybody, so without a verdict at its beginning."""
    return told._replace(
        text=_VERDICT.sub("", told.text, count=1) if _VERDICT.match(told.text) else told.text
    )
