"""How many flashcards fit a page: eight, or fewer where a text would become too small to read.

It is reckoned from the mean width of letters; tests hold it against a browser with every shipped question.
"""

from collections.abc import Iterable, Sequence
from math import ceil
from typing import Final, NamedTuple, assert_never

from cpsprep.core.export.wording import hidden_parts
from cpsprep.core.item import Basic, Choice, Cloze
from cpsprep.core.paragraphs import paragraphs
from cpsprep.core.printing.sheet import SheetQuestion

_WIDE: Final = 0.49
"""The mean width of a letter, in parts of its size."""
_HIGH: Final = 1.28
"""The height of a line, in parts of the size of its letters."""
_POINTS: Final = 72 / 25.4
"""Points in a millimetre."""
_MARGIN: Final = 8.5
"""Millimetres of a card that stay empty, both sides together."""
_LABEL: Final = 1.6
"""Lines for the number of the card."""
_BETWEEN: Final = 0.25
"""Room between two paragraphs, in lines."""
_PICTURE: Final = 8
"""Lines that a picture takes."""


class Layout(NamedTuple):
    """How cards lie on a page: columns, rows, the size of letters in points."""

    columns: int
    rows: int
    points: int


class Page(NamedTuple):
    """Width and height of the part that is printed, in millimetres."""

    width: float
    height: float


_GRIDS: Final = ((2, 4), (2, 2), (1, 2))
SMALL: Final = (
    *(Layout(columns, rows, points) for columns, rows in _GRIDS for points in (11, 10)),
    *(Layout(1, 1, points) for points in (11, 10, 9, 8, 7)),
)
LARGE: Final = (Layout(1, 2, 18), *(Layout(1, 1, points) for points in (18, 16, 14, 11)))


def layout_of(one: SheetQuestion, page: Page, *, large: bool) -> Layout:
    """The first one in which both faces fit; the smallest where none does."""
    return layouts_for((_front(one), _back(one)), page, large=large)[0]


def layouts_for(faces: Iterable[Iterable[str]], page: Page, *, large: bool) -> Sequence[Layout]:
    """All in which these faces fit, each given by its paragraphs; the smallest where none does."""
    layouts = LARGE if large else SMALL
    found = [layout for layout in layouts if all(_fits(face, page, layout) for face in faces)]
    return found or layouts[-1:]


def _fits(texts: Iterable[str], page: Page, layout: Layout) -> bool:
    width = (page.width / layout.columns - _MARGIN) * _POINTS / (layout.points * _WIDE)
    height = (page.height / layout.rows - _MARGIN) * _POINTS / (layout.points * _HIGH)
    return _LABEL + sum(ceil(len(text) / width) + _BETWEEN for text in texts) <= height


def _front(one: SheetQuestion) -> list[str]:
    item, part = one.item, one.item.scenario
    texts = [item.content_note, *([part.vignette, *part.updates] if part else []), *item.media.values()]
    match item.body:
        case Choice() as body:
            texts += [
                body.stem,
                "More than one is right.",
                *(f"A. {text}    " for text in body.options.values()),
            ]
        case Cloze(text=text):
            texts.append(text)
        case Basic(front=text):
            texts.append(text)
        case _:
            assert_never(item.body)
    return [part for text in texts for part in paragraphs(text)] + ["picture"] * _PICTURE * len(item.media)


def _back(one: SheetQuestion) -> list[str]:
    texts = [one.item.explanation]
    match one.item.body:
        case Choice() as body:
            texts += [f"A. {body.options[option]}" for option in body.answer]
            texts += [f"A, right: {body.why.get(option, '')}" for option in body.answer]
        case Cloze(text=text):
            texts += hidden_parts(text)
        case Basic(back=text):
            texts.append(text)
        case _:
            assert_never(one.item.body)
    return [part for text in texts for part in paragraphs(text)]
