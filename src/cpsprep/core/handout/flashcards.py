"""Flashcards to cut out: fronts on one side of a sheet, backs mirrored on the other (long-edge duplex)."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from cpsprep.core.handout.card_layout import Layout, Page, layout_of
from cpsprep.core.handout.faces import answer, front, reasons
from cpsprep.core.handout.markup import Pictures, foot, lead, safe
from cpsprep.core.handout.reading_page import area_of
from cpsprep.core.handout.sheet import Sheet, SheetQuestion

_Thing = TypeVar("_Thing")
_Cards = Sequence[tuple[SheetQuestion, Layout]]


def flashcards(sheet: Sheet, pictures: Pictures, page: Page, *, large: bool) -> str:
    """The sheets, a front and a back in turn: eight cards a page first, then those that need more room."""
    laid = [(one.alone, layout_of(one, page, large=large)) for one in sheet.asked]
    grids = sorted({layout[:2] for _, layout in laid}, key=lambda grid: -grid[0] * grid[1])
    sides: list[str] = []
    for columns, rows in grids:
        cards = [(one, layout) for one, layout in laid if layout[:2] == (columns, rows)]
        for page_full in _parts(cards, columns * rows):
            sides += _two_sides(page_full, columns, rows, pictures, len(sides) // 2 + 1)
    return f'<main><h1 class="unseen">{safe(sheet.title)}</h1>{"".join(sides)}</main>{foot(sheet)}'


def _two_sides(cards: _Cards, columns: int, rows: int, pictures: Pictures, sheet: int) -> Iterator[str]:
    empty = ['<div class="card"></div>'] * (columns * rows - len(cards))
    fronts = [*(_card(one, layout, lead(one, pictures) + front(one)) for one, layout in cards), *empty]
    backs = [*(_card(one, layout, _back(one)) for one, layout in cards), *empty]
    mirrored = [card for row in _parts(backs, columns) for card in reversed(row)]
    for side, faces in (("Fronts", fronts), ("Backs", mirrored)):
        label = f"{side} of sheet {sheet}"
        yield f'<section class="cards c{columns}r{rows}" aria-label="{label}">{"".join(faces)}</section>'


def _parts(things: Sequence[_Thing], size: int) -> list[Sequence[_Thing]]:
    return [things[start : start + size] for start in range(0, len(things), size)]


def _card(one: SheetQuestion, layout: Layout, inside: str) -> str:
    head = f'<p class="number">{one.number} <small>{safe(area_of(one))}</small></p>'
    return f'<article class="card p{layout.points}">{head}{inside}</article>'


def _back(one: SheetQuestion) -> str:
    return f'{answer(one)}<div class="why">{reasons(one, wrong=False)}</div>'
