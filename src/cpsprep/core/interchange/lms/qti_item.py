"""One item of QTI 1.2: its texts, its choices, what earns points, and what is said to whom.

IMS Question & Test Interoperability, ASI XML binding 1.2 (2002). Canvas tells the sort of a question in a
field `question_type`, Common Cartridge in `cc_profile`; others leave it to be seen from the form.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from cpsprep.core.interchange.html_text import html_text
from cpsprep.core.interchange.tidy import tidy
from cpsprep.core.interchange.xml_tree import Element

_RESPONSES: Final = frozenset({"response_lid", "response_str", "response_num", "response_grp", "response_xy"})
_TEXTS: Final = frozenset({"mattext", "matemtext", "mat_formattedtext"})
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")
_TO_ALL: Final = re.compile(r"(?:general_)?(?:in)?correct(?:_fb)?", re.IGNORECASE)
_GENERAL: Final = re.compile(r"general_?(?:fb|feedback)?|solution", re.IGNORECASE)


class Told(NamedTuple):
    """A text, and what was lost of it."""

    text: str
    lost: tuple[str, ...] = ()


class Choice(NamedTuple):
    """One choice of a response."""

    name: str
    told: Told


@dataclass(frozen=True, slots=True)
class Response:
    """What is to be filled in: `sort` is the element's name, `is_many` whether several may be chosen."""

    name: str
    sort: str
    is_many: bool
    choices: tuple[Choice, ...]


class Rule(NamedTuple):
    """One condition: what was given to which response, how many points it earns, which feedback it shows."""

    given: tuple[tuple[str, str], ...]
    points: float
    feedback: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """An item as it is written; `feedback` are texts by their names."""

    line: int
    name: str
    sort: str
    stem: Told
    responses: tuple[Response, ...]
    rules: tuple[Rule, ...]
    feedback: Mapping[str, Told]

    def points(self, response: str, given: str) -> float:
        """The most points that this choice or text earns."""
        return max((one.points for one in self.rules if (response, given) in one.given), default=0.0)

    def why(self, response: str, given: str) -> Told:
        """What is said to whoever chose this, and not to all who were right or wrong."""
        names = [
            name
            for rule in self.rules
            if rule.given == ((response, given),)
            for name in rule.feedback
            if not _TO_ALL.fullmatch(name) and not _GENERAL.fullmatch(name)
        ]
        told = [self.feedback[name] for name in dict.fromkeys(names) if name in self.feedback]
        return Told("\n".join(one.text for one in told), tuple(lost for one in told for lost in one.lost))

    @property
    def general(self) -> Told:
        """What is said to everybody afterwards."""
        return next((told for name, told in self.feedback.items() if _GENERAL.fullmatch(name)), Told(""))

    @property
    def to_all(self) -> Iterator[str]:
        """What is said to all who were right, or to all who were wrong."""
        return (told.text for name, told in self.feedback.items() if _TO_ALL.fullmatch(name) and told.text)


def read_item(element: Element) -> Item:
    """The item in this element."""
    presentation = element.first("presentation")
    responses = list(_responses(presentation)) if presentation else []
    return Item(
        element.line,
        element.get("ident"),
        _sort(element),
        _told(presentation) if presentation else Told(""),
        tuple(_response(one) for one in responses),
        tuple(_rule(one) for one in element.every("respcondition")),
        {one.get("ident"): _told(one) for one in element.every("itemfeedback")},
    )


def _sort(item: Element) -> str:
    """What the item says that it is, in the words of its program; "" for nothing."""
    said = {
        one.text("fieldlabel").strip().lower(): one.text("fieldentry").strip()
        for one in item.every("qtimetadatafield")
    }
    named = [one.text() for name in ("bbmd_questiontype", "qmd_itemtype") for one in item.every(name)]
    found = [said.get("question_type", ""), said.get("cc_profile", ""), said.get("qmd_itemtype", ""), *named]
    return next((one.strip().lower() for one in found if one.strip()), "")


def _responses(parent: Element) -> Iterator[Element]:
    for child in parent.elements():
        if child.name in _RESPONSES:
            yield child
        else:
            yield from _responses(child)


def _response(element: Element) -> Response:
    choices = [
        Choice(label.get("ident"), _told(label))
        for label in element.every("response_label")
        if element.name != "response_str"
    ]
    many = element.get("rcardinality").lower() == "multiple"
    return Response(element.get("ident"), element.name, many, tuple(choices))


def _told(element: Element) -> Told:
    """All texts inside of an element, one below the other, without those of responses."""
    texts: list[str] = []
    lost: list[str] = []
    for one in _materials(element):
        raw = one.text()
        plain = one.get("texttype").lower() == "text/plain" and one.name == "mattext"
        text, gone = (tidy(raw), ()) if plain else html_text(raw)
        texts.append(text)
        lost += gone
        if one.name.startswith("mat") and one.name not in _TEXTS:
            lost.append("a picture" if one.name == "matimage" else "a file")
    return Told(tidy("\n\n".join(filter(None, texts))), tuple(dict.fromkeys(lost)))


def _materials(element: Element) -> Iterator[Element]:
    for child in element.elements():
        if child.name in _TEXTS or child.name in {"matimage", "mataudio", "matvideo", "matapplet"}:
            yield child
        elif child.name not in _RESPONSES:
            yield from _materials(child)


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
