"""QTI 1.2, in which Canvas and others write quizzes and question banks, as questions."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from cpsprep.core.interchange.draft import TRUTH, Draft, Found, Skipped, Spot
from cpsprep.core.interchange.lms.choices import Weighed, answers_of_basic, judged, truth
from cpsprep.core.interchange.lms.passages import Passage, Passages
from cpsprep.core.interchange.lms.qti_item import Item, Response, Told, read_item
from cpsprep.core.interchange.tidy import bare, tidy
from cpsprep.core.interchange.xml_tree import BrokenXmlError, Element, read_xml
from cpsprep.core.item import Kind

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
_GAPS: Final = frozenset({"fill_in_multiple_blanks_question", "multiple_dropdowns_question"})
_TEXTS: Final = frozenset({"text_only_question"})
_SORTS: Final = {
    "cc.essay.v0p1": "essay",
    "file_upload_question": "file upload",
    "stupid_likert_scale_question": "scale",
    "numeric": "numerical",
}
_NOT_HELD: Final = "questions of this sort have no form in cpsprep"
_WHOLE: Final = 100.0
_DOCTYPE: Final = re.compile(rb"<!DOCTYPE\s+questestinterop\b[^\[\]>]{0,500}>")
"""One that only names the standard's own list of elements; it is never fetched, and declares nothing here."""


def read_qti(data: bytes, file: str, part: str = "") -> Found:
    """The questions of one QTI file.

    Args:
        data: in UTF-8.
        file: its name for people.
        part: the name of a part of an archive, "" for a file of its own.

    Raises:
        HostileError: see `xml_tree.read_xml`.
    """
    try:
        root = read_xml(_DOCTYPE.sub(b"", data, count=1))
    except BrokenXmlError as error:
        where = Spot(f"{file}, {part}" if part else file, error.line)
        return Found(skipped=[Skipped(where, "broken file", f"this is not valid XML: {error}")])
    holder = next(iter((*root.every("assessment"), *root.every("objectbank"))), root)
    title = tidy(holder.get("title"))
    drafts: list[Draft] = []
    skipped: list[Skipped] = []
    passages = Passages()
    number = 1  # as Canvas counts: its texts between questions have none
    for element, topic in _items(root, ""):
        name = f"{file}, '{title or part}'" if part else file
        item = read_item(element)
        is_text = item.sort in _TEXTS
        unit = "text above question" if is_text else "question"
        where = Spot(name, number, unit) if part else Spot(name, element.line)
        if is_text:
            passages.begin(Passage(where, item.stem.text, topic), len(drafts))
            continue
        number += 1
        found = _question(item, where)
        if isinstance(found, Draft):
            drafts.append(replace(found, topic=topic))
        else:
            skipped.append(found)
    told, remarks = passages.told(drafts)
    return Found(told, skipped, remarks, title=title)


def _items(parent: Element, topic: str) -> Iterator[tuple[Element, str]]:
    """Every item with the title of the section that it stands in."""
    for child in parent.elements():
        if child.name == "item":
            yield child, topic
        else:
            yield from _items(child, tidy(child.get("title")) if child.name == "section" else topic)


def _question(item: Item, where: Spot) -> Draft | Skipped:
    if not item.stem.text:
        return Skipped(where, "without a stem", "the question has no text")
    sort = item.sort or _guessed(item)
    if sort in _CHOICES and len(item.responses) == 1:
        return _choice(item, item.responses[0], where, is_many="multiple_" in sort and "choice" not in sort)
    if sort in _WRITTEN and len(item.responses) == 1:
        return _written(item, item.responses[0], where)
    if sort in _GAPS:
        return _gaps(item, where)
    name = _SORTS.get(sort) or sort.removesuffix("_question").replace("_", " ")
    if name == "essay" and item.general.text:
        lost = (*_lost(item), "the form of an essay; its feedback became the answer")
        return Draft(Kind.BASIC, where, item.stem.text, back=item.general.text, lost=lost)
    if name == "essay":
        return Skipped(where, "essay", "an open question without an answer")
    return Skipped(where, name[:40] or "question of another sort", _NOT_HELD)


def _guessed(item: Item) -> str:
    """What an item is that does not say so."""
    if len(item.responses) != 1:
        return "question with several parts" if item.responses else "text"
    (only,) = item.responses
    if only.choices and only.sort == "response_lid":
        return "multiple response" if only.is_many else "multiple choice"
    wanted = any(one.given and one.points > 0 for one in item.rules)
    return "short answer" if only.sort == "response_str" and wanted else "essay"


def _choice(item: Item, response: Response, where: Spot, *, is_many: bool) -> Draft:
    earned = [item.points(response.name, one.name) for one in response.choices]
    most = max(earned, default=0.0)
    several = is_many or response.is_many
    weighed = [
        Weighed(
            one.told.text, points / most * _WHOLE if most > 0 else 0.0, item.why(response.name, one.name).text
        )
        for one, points in zip(response.choices, earned, strict=True)
    ]
    lost = (*_lost(item), *(lost for one in response.choices for lost in one.told.lost))
    if sorted(bare(one.text) for one in weighed) == sorted(TRUTH) and not several:
        by_word = {bare(one.text): one for one in weighed}
        right = by_word["true"].fraction > 0 if most > 0 else None
        options = truth(right, (by_word["true"].why, by_word["false"].why))
        return _draft(item, Draft(Kind.TRUEFALSE, where, item.stem.text, options, lost=lost))
    made = judged(weighed, several=several)
    return _draft(
        item,
        Draft(made.kind, where, item.stem.text, made.options, doubt=made.doubt, lost=(*lost, *made.lost)),
    )


def _written(item: Item, response: Response, where: Spot) -> Draft | Skipped:
    """A short answer becomes a question with an answer that learners judge themselves."""
    right = [
        text for rule in item.rules if rule.points > 0 for name, text in rule.given if name == response.name
    ]
    if not any(right):
        return Skipped(where, "short answer", "no answer is given that earns points")
    back, also = answers_of_basic([tidy(one) for one in right])
    whys = (item.why(response.name, one).text for one in right)
    told = "\n".join(filter(None, (also, *dict.fromkeys(whys))))
    made = Draft(Kind.BASIC, where, item.stem.text, back=back, explanation=told, lost=_lost(item))
    return _draft(item, made)


def _gaps(item: Item, where: Spot) -> Draft | Skipped:
    """Blanks such as `[first]` become gaps; each is a card of its own."""
    text, lost = item.stem.text, list(_lost(item))
    for number, response in enumerate(item.responses, 1):
        right = [one for one in response.choices if item.points(response.name, one.name) > 0]
        blank = f"[{response.name.removeprefix('response_')}]"
        if not right or blank not in text:
            return Skipped(where, "blanks", f"no answer, or no place, is given for the blank {blank[:40]}")
        text = text.replace(blank, f"{{{{c{number}::{tidy(right[0].told.text)}}}}}")
        if len(response.choices) > 1:
            lost.append("other answers to a gap" if len(right) > 1 else "the choices of a gap")
    if not item.responses:
        return Skipped(where, "blanks", "it has no blank")
    return _draft(item, Draft(Kind.CLOZE, where, text, lost=tuple(lost)))


def _draft(item: Item, made: Draft) -> Draft:
    """The question with what it is called and what is said to everybody."""
    told: Told = item.general
    explanation = "\n".join(filter(None, (made.explanation, told.text)))
    lost = tuple(dict.fromkeys((*made.lost, *told.lost)))
    return replace(made, name=f"qti:{item.name}" if item.name else "", explanation=explanation, lost=lost)


def _lost(item: Item) -> tuple[str, ...]:
    to_all = tuple(f"feedback to all: {text[:60]}" for text in item.to_all)
    return (*item.stem.lost, *to_all)
