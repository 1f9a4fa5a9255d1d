"""Moodle XML: one element a question, its texts mostly HTML, its files in base64."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final, NamedTuple

from cpsprep.core.interchange.draft import Draft, Found, Skipped, Spot
from cpsprep.core.interchange.html_text import html_text, plain
from cpsprep.core.interchange.lms.choices import Weighed, answers_of_basic, judged, topic_of, truth
from cpsprep.core.interchange.lms.moodle_cloze import gaps
from cpsprep.core.interchange.lms.moodle_files import files_by_name, held_in, name_in
from cpsprep.core.interchange.lms.passages import Passage, Passages
from cpsprep.core.interchange.media.marks import marked, plainly, renamed
from cpsprep.core.interchange.tidy import shortened, tidy
from cpsprep.core.interchange.xml_tree import BrokenXmlError, Element, read_xml
from cpsprep.core.item import Kind

_SORTS: Final = {
    "calculatedsimple": "calculated",
    "calculatedmulti": "calculated",
    "multianswer": "cloze of Moodle",
    "cloze": "cloze of Moodle",
    "ddwtos": "drag and drop",
    "ddimageortext": "drag and drop",
    "ddmarker": "drag and drop",
    "gapselect": "select missing words",
    "randomsamatch": "matching",
}
_NOT_HELD: Final = "questions of this sort have no form in cpsprep"
_PERCENT: Final = re.compile(r"-?\d+(\.\d+)?([eE]-?\d+)?")
_WHOLE: Final = 100.0


class _Told(NamedTuple):
    text: str
    lost: tuple[str, ...] = ()


def read_moodle_xml(text: str, file: str) -> Found:
    """The questions of a Moodle XML file.

    Raises:
        HostileError: see `xml_tree.read_xml`.
    """
    try:
        root = read_xml(text.encode("utf-8", "replace"))
    except BrokenXmlError as error:
        return Found(
            skipped=[Skipped(Spot(file, error.line), "broken file", f"this is not valid XML: {error}")]
        )
    drafts: list[Draft] = []
    skipped: list[Skipped] = []
    passages = Passages()
    for found in _questions(root, file):
        if isinstance(found, Draft):
            drafts.append(found)
        elif isinstance(found, Passage):
            passages.begin(found, len(drafts))
        else:
            skipped.append(found)
    told, remarks = passages.told(drafts)
    return Found(told, skipped, remarks, held=held_in(root))


def _questions(root: Element, file: str) -> Iterator[Draft | Passage | Skipped]:
    topic = ""
    for question in root.elements("question"):
        where, kind = Spot(file, question.line), question.get("type").strip().lower()
        if kind == "category":
            category = question.first("category")
            topic = topic_of(category.text("text").strip()) if category else topic
            continue
        if kind == "description":
            yield Passage(where, _told(question.first("questiontext")).text, topic)
            continue
        made = _question(question, where, kind)
        if isinstance(made, Draft):
            named = plain(question.text("idnumber")) or _name(question)
            tags = question.first("tags")
            words = tuple(plain(tag.text("text")) for tag in tags.elements("tag")) if tags else ()
            made = replace(made, name=named, topic=topic, tags=tuple(filter(None, words)))
        else:
            made = made.of(_name(question) or _told(question.first("questiontext")).text)
        yield made


def _question(question: Element, where: Spot, kind: str) -> Draft | Skipped:
    stem, general = _told(question.first("questiontext")), _told(question.first("generalfeedback"))
    if not stem.text:
        return Skipped(where, "without a stem", "the question has no text")
    match kind:
        case "multichoice" | "multichoiceset":
            made = _choice(question, where, stem)
        case "truefalse":
            made = _statement(question, where, stem)
        case "shortanswer":
            return _short(question, where, stem, general)
        case "essay" if general.text:
            back, more = _answer_first(general.text, _told(question.first("graderinfo")).text)
            lost = (*stem.lost, *general.lost, "the form of an essay; its feedback became the answer")
            told = tuple(dict.fromkeys(lost))
            return Draft(Kind.BASIC, where, stem.text, back=back, explanation=more, lost=told)
        case "essay":
            return Skipped(where, "essay", "an open question without an answer")
        case "cloze" | "multianswer" if found := gaps(stem.text):
            text, gone = found
            lost = (*stem.lost, *general.lost, *gone)
            return Draft(Kind.CLOZE, where, text, explanation=general.text, lost=tuple(dict.fromkeys(lost)))
        case _:
            return Skipped(where, _SORTS.get(kind, tidy(kind)[:40] or "question without a type"), _NOT_HELD)
    lost = (*stem.lost, *general.lost, *made.lost, *_feedback_for_all(question))
    return replace(made, explanation=general.text, lost=tuple(dict.fromkeys(lost)))


def _answer_first(told: str, for_graders: str) -> tuple[str, str]:
    """The answer of an essay and what explains it, where graders get the first part of what all are told."""
    rest = told.removeprefix(f"{for_graders}\n\n")
    return (for_graders, rest) if for_graders and rest != told else (told, "")


def _choice(question: Element, where: Spot, stem: _Told) -> Draft:
    options: list[Weighed] = []
    lost: list[str] = []
    for answer in question.elements("answer"):
        told, why = _told(answer), _told(answer.first("feedback"))
        options.append(Weighed(told.text, _fraction(answer), why.text))
        lost += [*told.lost, *why.lost]
    single = question.text("single").strip().lower() not in {"false", "0"}
    made = judged(options, several=not single or question.get("type") == "multichoiceset")
    shuffled = question.text("shuffleanswers").strip().lower() not in {"false", "0"}
    more = {} if shuffled else {"shuffle": False}
    return Draft(
        made.kind, where, stem.text, made.options, doubt=made.doubt, more=more, lost=(*lost, *made.lost)
    )


def _statement(question: Element, where: Spot, stem: _Told) -> Draft:
    right: bool | None = None
    whys = {"true": "", "false": ""}
    lost: list[str] = []
    for answer in question.elements("answer"):
        text, why = _told(answer).text.lower(), _told(answer.first("feedback"))
        if text in whys:
            whys[text] = why.text
            lost += why.lost
            if _fraction(answer) >= _WHOLE:
                right = text == "true"
    return Draft(
        Kind.TRUEFALSE, where, stem.text, truth(right, (whys["true"], whys["false"])), lost=tuple(lost)
    )


def _short(question: Element, where: Spot, stem: _Told, general: _Told) -> Draft | Skipped:
    """A short answer becomes a question with an answer that learners judge themselves."""
    answers = [
        (_told(one), _told(one.first("feedback")), _fraction(one)) for one in question.elements("answer")
    ]
    best = [one for one in answers if one[2] >= _WHOLE and one[0].text.strip("*")]
    if not best:
        return Skipped(where, "short answer", "no answer is given that earns all points")
    back, also = answers_of_basic([told.text for told, _, _ in best])
    lost = [*stem.lost, *general.lost, *_feedback_for_all(question)]
    if len(best) < len(answers):
        lost.append("answers that earn a part of the points or none")
    told = "\n".join(filter(None, (also, best[0][1].text, general.text)))
    return Draft(Kind.BASIC, where, stem.text, back=back, explanation=told, lost=tuple(dict.fromkeys(lost)))


def _feedback_for_all(question: Element) -> Iterator[str]:
    """What is said after any right or any wrong answer is mostly "Your answer is correct."."""
    for name in ("correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"):
        told = _told(question.first(name)).text
        if told and not told.lower().startswith("your answer is"):
            yield f"feedback to all: {shortened(plainly(told))}"
    if question.first("hint"):
        yield "hints"


def _told(element: Element | None) -> _Told:
    """The text of an element in the format that it names; files inside of it are named as lost."""
    if element is None:
        return _Told("")
    raw = element.text("text") or element.text()
    text, lost = (tidy(raw), ()) if element.get("format") in {"plain_text", "plain"} else html_text(raw)
    if files := files_by_name(element):
        text = renamed(text, lambda source: files.get(name_in(source), source))
        if not marked(text):
            lost = (*lost, "a file")
    return _Told(text, lost)


def _fraction(answer: Element) -> float:
    text = answer.get("fraction", "0").strip().replace(",", ".")
    return float(text) if _PERCENT.fullmatch(text) else 0.0


def _name(question: Element) -> str:
    name = question.first("name")
    return plain(name.text("text")) if name else ""
