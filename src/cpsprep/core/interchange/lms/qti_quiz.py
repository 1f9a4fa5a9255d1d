"""One file of QTI 1.2: a quiz or a bank with its items in order, its texts, and what it draws from banks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from cpsprep.core.interchange.draft import Skipped, Spot
from cpsprep.core.interchange.lms.passages import Passage
from cpsprep.core.interchange.lms.qti_item import Item, fields, read_item
from cpsprep.core.interchange.lms.qti_question import TEXTS
from cpsprep.core.interchange.lms.qti_text import told
from cpsprep.core.interchange.tidy import tidy
from cpsprep.core.interchange.xml_tree import BrokenXmlError, Element, read_xml

_DRAWN: Final = "bankentry_item"
_NUMBER: Final = re.compile(r"[0-9]{1,4}")


class Asked(NamedTuple):
    """An item that asks something, where, and the title of the section that it stands in."""

    item: Item
    where: Spot
    topic: str


class Drawn(NamedTuple):
    """Questions that come from a bank: where, its name, that of the one question, and how many."""

    where: Spot
    bank: str
    item: str
    many: int


@dataclass(slots=True)
class Quiz:
    """What stands in one file; texts with the number of questions before them."""

    name: str
    title: str
    is_bank: bool
    asked: list[Asked] = field(default_factory=list)
    texts: list[tuple[int, Passage]] = field(default_factory=list)
    drawn: list[Drawn] = field(default_factory=list)


class _Place(NamedTuple):
    """What holds for the items of a section: its title, and the name of the text that it is about."""

    topic: str = ""
    parent: str = ""


def read_quiz(data: bytes, file: str, part: str) -> Quiz | Skipped:
    """The quiz or bank in a file, or why it cannot be read.

    Raises:
        HostileError: see `xml_tree.read_xml`.
    """
    try:
        root = read_xml(data, root="questestinterop")
    except BrokenXmlError as error:
        where = Spot(f"{file}, {part}" if part else file, error.line)
        return Skipped(where, "broken file", f"this is not valid XML: {error}")
    holder = next(iter((*root.every("assessment"), *root.every("objectbank"))), root)
    about = holder.first("qtimetadata")
    said = fields(about) if about else {}
    title = tidy(holder.get("title") or said.get("bank_title", ""))
    quiz = Quiz(holder.get("ident"), title, is_bank=holder.name == "objectbank")
    name = f"{file}, {'bank ' if quiz.is_bank else ''}'{title or part}'" if part else file
    number = 1  # as Canvas counts: its texts between questions have none
    for element, place in _parts(root, _Place()):
        unit = "text above question" if _is_text(element) else "question"
        where = Spot(name, number, unit) if part else Spot(name, element.line)
        number += _add(quiz, element, place, where)
    return quiz


def _parts(parent: Element, place: _Place) -> Iterator[tuple[Element, _Place]]:
    """Every item, text of a section and drawing from a bank, with what holds in its section."""
    for child in parent.elements():
        if child.name in {"item", "presentation_material", "selection", _DRAWN}:
            yield child, place
        elif child.name == "selection_ordering" and parent.first("item"):
            continue  # it draws from the items of its own section
        elif child.name == "section":
            own = child.first("presentation_material")
            name = f"section at {own.line}" if own else child.get("parent_stimulus_item_ident")
            yield from _parts(child, _Place(tidy(child.get("title")), name or place.parent))
        else:
            yield from _parts(child, place)


def _is_text(element: Element) -> bool:
    return element.name == "presentation_material" or (
        element.name == "item" and fields(element).get("question_type", "").lower() in TEXTS
    )


def _add(quiz: Quiz, element: Element, place: _Place, where: Spot) -> int:
    """Put what stands there into the quiz; how many questions it is."""
    if element.name == _DRAWN:
        quiz.drawn.append(Drawn(where, element.get("sourcebank_ref"), element.get("item_ref"), 1))
        return 1
    if element.name == "selection":
        bank = element.text("sourcebank_ref").strip()
        many = _NUMBER.fullmatch(element.text("selection_number").strip())
        number = int(many[0]) if many else 1
        if bank:
            quiz.drawn.append(Drawn(where, bank, "", number))
        return number if bank else 0
    if element.name == "presentation_material":
        name = f"section at {element.line}"
        quiz.texts.append((len(quiz.asked), Passage(where, told(element).text, place.topic, name)))
        return 0
    item = read_item(element, place.parent)
    if item.sort in TEXTS:
        text = "\n\n".join(filter(None, (tidy(element.get("instructions")), item.stem.text)))
        quiz.texts.append((len(quiz.asked), Passage(where, text, place.topic, item.name)))
        return 0
    quiz.asked.append(Asked(item, where, place.topic))
    return 1
