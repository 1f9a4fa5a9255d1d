"""An item of QTI 1.2 as a question of ours, or why it can be none."""

from dataclasses import replace
from typing import Final

from cpsprep.core.interchange.draft import Draft, Skipped, Spot
from cpsprep.core.interchange.lms.choices import Weighed, answers_of_basic, judged, truth
from cpsprep.core.interchange.lms.qti_feedback import comments, why, with_comments
from cpsprep.core.interchange.lms.qti_item import Choice, Item, Response
from cpsprep.core.interchange.lms.qti_text import both
from cpsprep.core.interchange.tidy import bare, tidy
from cpsprep.core.item import TRUTH, Kind

TEXTS: Final = frozenset({"text_only_question"})
_CHOICES: Final = frozenset(
    {
        *("multiple_choice_question", "multiple_answers_question", "true_false_question"),
        *("cc.multiple_choice.v0p1", "cc.multiple_response.v0p1", "cc.true_false.v0p1"),
        *("multiple choice", "multiple answer", "true/false", "either/or", "multiple response"),
        *("multiple_choice", "multiple_answer", "multiple_answers", "multiple_response", "true_false"),
    }
)
_WRITTEN: Final = frozenset(
    {
        *("short_answer_question", "cc.fib.v0p1", "cc.pattern_match.v0p1", "fill in the blank"),
        *("short answer", "fib", "fill-in-the-blank", "string", "short_answer", "fill_in_the_blank"),
    }
)
_DROPDOWNS: Final = "multiple_dropdowns_question"
_BLANKS: Final = "fill_in_multiple_blanks_question"
_SORTS: Final = {
    "cc.essay.v0p1": "essay",
    "file_upload_question": "file upload",
    "stupid_likert_scale_question": "scale",
    "numeric": "numerical",
}
_NOT_HELD: Final = "questions of this sort have no form in cpsprep"
_NUMBERS: Final = frozenset({"decimal", "integer", "scientific"})
_WHOLE: Final = 100.0
_MOST: Final = 200
"""Choices, blanks or conditions of one item; a question has far fewer."""


def question(item: Item, where: Spot) -> Draft | Skipped:
    """The question that the item is, or why it cannot be one."""
    sort = item.sort or _guessed(item)
    is_choice = sort in _CHOICES and len(item.responses) == 1
    is_written = sort in _WRITTEN and len(item.responses) == 1
    is_gaps = sort in {_DROPDOWNS, _BLANKS}
    if not (is_choice or is_written or is_gaps):
        return _other(item, where, _SORTS.get(sort) or sort.removesuffix("_question").replace("_", " "))
    if not item.stem.text:
        return Skipped(where, "without a stem", "the question has no text")
    if max(len(item.rules), *(1 + len(one.choices) for one in item.responses), len(item.responses)) > _MOST:
        return Skipped(where, "too long", f"it has more than {_MOST} options, blanks or conditions")
    if is_gaps:
        return _gaps(item, where, sort)
    (response,) = item.responses
    if is_written:
        return _written(item, response, where)
    return _choice(item, response, where, is_many="multiple_" in sort and "choice" not in sort)


def _other(item: Item, where: Spot, name: str) -> Draft | Skipped:
    """An item of a sort that has no form, or an essay, whose feedback is its answer."""
    if name != "essay":
        return Skipped(where, name[:40] or "question of another sort", _NOT_HELD)
    said = comments(item)
    answer = both(said.everybody, said.right)
    if not (answer.text and item.stem.text):
        return Skipped(
            where, "essay", f"an open question without {'an answer' if item.stem.text else 'a text'}"
        )
    lost = [*item.stem.lost, *answer.lost, "the form of an essay; its feedback became the answer"]
    lost += ["feedback to wrong answers"] if said.wrong.text else []
    return Draft(
        Kind.BASIC,
        where,
        item.stem.text,
        back=answer.text,
        name=_name(item),
        lost=tuple(dict.fromkeys(lost)),
    )


def _guessed(item: Item) -> str:
    """What an item is that does not say so."""
    if item.responses and all(_blank(one) in item.stem.text for one in item.responses):
        return _DROPDOWNS
    if len(item.responses) != 1:
        return _guessed_of_several(item)
    (only,) = item.responses
    if only.cardinality == "ordered":
        return "ordering"
    if only.choices and only.sort == "response_lid":
        return "multiple response" if only.is_many else "multiple choice"
    wanted = any(one.given and one.points > 0 for one in item.rules)
    if only.sort == "response_str" and not wanted and only.fib in _NUMBERS:
        return "numerical"
    return "short answer" if only.sort == "response_str" and wanted else "essay"


def _guessed_of_several(item: Item) -> str:
    if not item.responses:
        return "text"
    choices = {tuple(sorted(choice.told.text for choice in one.choices)) for one in item.responses}
    return "matching" if len(choices) == 1 and choices != {()} else "question with several parts"


def _choice(item: Item, response: Response, where: Spot, *, is_many: bool) -> Draft:
    several = is_many or response.is_many
    earned = _earned(item, response, several=several)
    most = max(earned, default=0.0)
    weighed = [
        Weighed(
            one.told.text,
            points / most * _WHOLE if most > 0 else 0.0,
            why(item, response.name, one.name).text,
        )
        for one, points in zip(response.choices, earned, strict=True)
    ]
    lost = (*item.stem.lost, *(lost for one in response.choices for lost in one.told.lost))
    lost += tuple(lost for one in response.choices for lost in why(item, response.name, one.name).lost)
    if sorted(bare(one.text) for one in weighed) == sorted(TRUTH) and not several:
        by_word = {bare(one.text): one for one in weighed}
        right = _truth(by_word["true"].fraction, by_word["false"].fraction)
        options = truth(right, (by_word["true"].why, by_word["false"].why))
        return _whole(item, Draft(Kind.TRUEFALSE, where, item.stem.text, options, lost=lost))
    made = judged(weighed, several=several)
    draft = Draft(made.kind, where, item.stem.text, made.options, doubt=made.doubt, lost=(*lost, *made.lost))
    return _whole(item, draft)


def _truth(of_true: float, of_false: float) -> bool | None:
    """Which one earns more; where both earn the same nobody knows."""
    return None if of_true == of_false else of_true > of_false


def _earned(item: Item, response: Response, *, several: bool) -> list[float]:
    """What each choice earns; where a set of them earns most, only that set does, and of two sets none."""
    earned = [item.points(response.name, one.name) for one in response.choices]
    best = max(earned, default=0.0)
    sets = {frozenset(rule.given) for rule in item.rules if rule.points == best > 0}
    if not several or all(len(one) <= 1 for one in sets):
        return earned
    right = next(iter(sets)) if len(sets) == 1 else frozenset()
    return [best if (response.name, one.name) in right else 0.0 for one in response.choices]


def _written(item: Item, response: Response, where: Spot) -> Draft | Skipped:
    """A short answer becomes a question with an answer that learners judge themselves."""
    given = [(text, rule.points) for rule in item.rules for name, text in rule.given if name == response.name]
    right = [text for text, points in given if points > 0]
    if not any(tidy(one) for one in right):
        return Skipped(where, "short answer", "no answer is given that earns points")
    back, also = answers_of_basic([tidy(one) for one in right])
    lost = list(item.stem.lost)
    whys = [why(item, response.name, one) for one in dict.fromkeys(right)]
    if any(why(item, response.name, text).text for text, _ in given if text not in right):
        lost.append("feedback to other answers")
    told = "\n".join(filter(None, (also, *dict.fromkeys(one.text for one in whys))))
    lost += [gone for one in whys for gone in one.lost]
    return _whole(
        item, Draft(Kind.BASIC, where, item.stem.text, back=back, explanation=told, lost=tuple(lost))
    )


def _gaps(item: Item, where: Spot, sort: str) -> Draft | Skipped:
    """Blanks such as `[first]` become gaps; each is a card of its own."""
    text, lost = item.stem.text, list(item.stem.lost)
    for number, response in enumerate(item.responses, 1):
        blank, typed = _blank(response), sort == _BLANKS
        typed = typed and not any(one.is_listed for one in response.choices)
        right = _right_in_gap(item, response, typed=typed)
        if not right or blank not in text:
            return Skipped(where, "blanks", f"no answer, or no place, is given for the blank {blank[:40]}")
        if right[0].is_pattern:
            return Skipped(where, "blanks", f"the answer of the blank {blank[:40]} is a pattern, no words")
        text = text.replace(blank, f"{{{{c{number}::{tidy(right[0].told.text)}}}}}")
        if len({bare(one.told.text) for one in response.choices}) > 1:
            lost.append("other answers to a gap" if typed else "the choices of a gap")
        if any(why(item, response.name, one.name).text for one in response.choices):
            lost.append("feedback to the answers of a gap")
    if not item.responses:
        return Skipped(where, "blanks", "it has no blank")
    return _whole(item, Draft(Kind.CLOZE, where, text, lost=tuple(lost)))


def _right_in_gap(item: Item, response: Response, *, typed: bool) -> list[Choice]:
    """The answers to a blank: what earns points; of those that are typed every one is accepted by Canvas."""
    right = [one for one in response.choices if item.points(response.name, one.name) > 0]
    return right or (list(response.choices) if typed else [])


def _blank(response: Response) -> str:
    return f"[{response.name.removeprefix('response_')}]"


def _whole(item: Item, made: Draft) -> Draft:
    """The question with what it is called and what is said to everybody."""
    return replace(with_comments(made, item), name=_name(item))


def _name(item: Item) -> str:
    return f"qti:{item.name}" if item.name else ""
