"""One item of QTI 1.2: its texts, its choices, what earns points, and what is said to whom.

IMS Question & Test Interoperability, ASI XML binding 1.2 (2002). Canvas tells the sort of a question in a
field `question_type`, Common Cartridge in `cc_profile`; others leave it to be seen from the form.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from cpsprep.core.interchange.lms.qti_text import CHOICES, RESPONSES, Told, told
from cpsprep.core.interchange.xml_tree import Element

_NUMBER: Final = re.compile(r"-?\d{1,9}(?:\.\d+)?")
_OF_A_LIST: Final = frozenset({"dropdown", "wordbank"})
_PATTERN: Final = "textregex"


class Choice(NamedTuple):
    """One choice of a response: `is_listed` where learners see it, `is_pattern` where it is no answer."""

    name: str
    told: Told
    is_listed: bool = False
    is_pattern: bool = False


@dataclass(frozen=True, slots=True)
class Response:
    """What is to be filled in.

    Args:
        name: of it.
        sort: the element's name.
        cardinality: `single`, `multiple` or `ordered`, "" where nothing is said.
        choices: in order.
        fib: what is to be typed, such as `decimal`, "" for anything.
    """

    name: str
    sort: str
    cardinality: str
    choices: tuple[Choice, ...]
    fib: str = ""

    @property
    def is_many(self) -> bool:
        """Whether several may be chosen."""
        return self.cardinality == "multiple"


class Rule(NamedTuple):
    """One condition: what was given to which response, how many points it earns, which feedback it shows."""

    given: tuple[tuple[str, str], ...]
    points: float
    feedback: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An item as it is written.

    Args:
        line: in its file.
        name: of it.
        sort: what it says that it is, in small letters.
        stem: what is asked; where it stands inside of the only response, that.
        whole: all that it shows, by which it is known to be the same.
        responses: in order.
        rules: in order.
        feedback: texts by their names.
        parent: the name of the text that it is asked about.
    """

    line: int
    name: str
    sort: str
    stem: Told
    whole: str
    responses: tuple[Response, ...]
    rules: tuple[Rule, ...]
    feedback: Mapping[str, Told]
    parent: str = ""

    def points(self, response: str, given: str) -> float:
        """The most points that this choice or text earns."""
        return max((one.points for one in self.rules if (response, given) in one.given), default=0.0)


def read_item(element: Element, parent: str = "") -> Item:
    """The item in this element, with the name of the text that its section is about."""
    presentation = element.first("presentation")
    responses = list(_responses(presentation)) if presentation else []
    stem = told(presentation)
    if not stem.text and len(responses) == 1:
        stem = told(responses[0], CHOICES)
    said = fields(element)
    return Item(
        element.line,
        element.get("ident"),
        _sort(element, said),
        stem,
        told(presentation, frozenset()).text,
        tuple(_response(one) for one in responses),
        tuple(_rule(one) for one in element.every("respcondition")),
        {one.get("ident"): told(one) for one in element.every("itemfeedback")},
        said.get("parent_stimulus_item_ident", "") or parent,
    )


def fields(element: Element) -> Mapping[str, str]:
    """What an element says of itself, by names in small letters."""
    found: dict[str, str] = {}
    for one in element.every("qtimetadatafield"):
        found.setdefault(one.text("fieldlabel").strip().lower(), one.text("fieldentry").strip())
    return found


def _sort(item: Element, said: Mapping[str, str]) -> str:
    """What the item says that it is, in the words of its program; "" for nothing."""
    named = [one.text() for name in ("bbmd_questiontype", "qmd_itemtype") for one in item.every(name)]
    found = [said.get("question_type", ""), said.get("cc_profile", ""), said.get("qmd_itemtype", ""), *named]
    return next((one.strip().lower() for one in found if one.strip()), "")


def _responses(parent: Element) -> Iterator[Element]:
    for child in parent.elements():
        if child.name in RESPONSES:
            yield child
        else:
            yield from _responses(child)


def _response(element: Element) -> Response:
    labels = element.every("response_label") if element.name != "response_str" else ()
    fib = next((one.get("fibtype") for one in element.every("render_fib")), "")
    many = element.get("rcardinality").lower()
    choices = tuple(_choice(label) for label in labels)
    return Response(element.get("ident"), element.name, many, choices, fib.lower())


def _choice(label: Element) -> Choice:
    listed = label.get("answer_type").lower() in _OF_A_LIST
    is_pattern = label.get("scoring_algorithm").lower() == _PATTERN
    return Choice(label.get("ident"), told(label), listed, is_pattern)


def _rule(element: Element) -> Rule:
    condition = element.first("conditionvar")
    return Rule(
        tuple(_given(condition)) if condition else (),
        sum(_points(one) for one in element.elements("setvar")),
        tuple(one.get("linkrefid") for one in element.elements("displayfeedback")),
    )


def _given(condition: Element) -> Iterator[tuple[str, str]]:
    """What a condition wants to be given; what it wants not to be is left out."""
    for child in condition.elements():
        if child.name in {"varequal", "varsubstring"}:
            yield child.get("respident"), child.text().strip()
        elif child.name != "not":
            yield from _given(child)


def _points(setvar: Element) -> float:
    """The points of `setvar`; names such as SCORE.max count as all of them."""
    text = setvar.text().strip()
    if _NUMBER.fullmatch(text):
        return float(text) * (-1 if setvar.get("action").lower() == "subtract" else 1)
    return 100.0 if text.lower().endswith(".max") else 0.0
