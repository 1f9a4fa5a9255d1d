"""Flashcards to cut out: fronts on one side of a sheet, backs mirrored on the other (long-edge duplex)."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple, TypeVar

from cpsprep.core.printing.card_layout import Layout, Page, layout_of, layouts_for
from cpsprep.core.printing.faces import answer, front, reasons
from cpsprep.core.printing.markup import Pictures, foot, lead, safe
from cpsprep.core.printing.reading_page import area_of
from cpsprep.core.printing.sheet import Sheet, SheetQuestion

_NONE: Final = '<div class="card"></div>'
_Thing = TypeVar("_Thing")


class _Card(NamedTuple):
    """What is cut out: how much room it has, and both of its faces in HTML."""

    layout: Layout
    front: str
    back: str = ""


def flashcards(sheet: Sheet, pictures: Pictures, page: Page, *, large: bool) -> str:
    """The sheets, a front and a back in turn: eight cards a page first, then those that need more room.

    One card more says whose questions they are, in a place that is free. Where there is none it has the last
    sheet for itself: that has no back, so anywhere else it would put all that follow on the backs of others.
    """
    cards = [_card(one.alone, layout_of(one, page, large=large), pictures) for one in sheet.asked]
    credit = _credit(foot(sheet), Counter(card.layout[:2] for card in cards), page, large=large)
    grids = sorted({card.layout[:2] for card in cards}, key=lambda grid: -grid[0] * grid[1])
    sheets: list[Sequence[_Card]] = []
    for columns, rows in grids:
        together = [card for card in cards if card.layout[:2] == (columns, rows)]
        if credit.layout[:2] == (columns, rows) and len(together) % (columns * rows):
            together.append(credit)
        sheets += _parts(together, columns * rows)
    if not any(credit in one for one in sheets):
        sheets.append([credit])
    sides = "".join(side for number, one in enumerate(sheets, 1) for side in _two_sides(one, number))
    return f'<main><h1 class="unseen">{safe(sheet.title)}</h1>{sides}</main>'


def _card(one: SheetQuestion, layout: Layout, pictures: Pictures) -> _Card:
    area = area_of(one)
    head = f'<p class="number">{one.number}{f" <small>{safe(area)}</small>" if area else ""}</p>'
    back = f'{answer(one)}<div class="why">{reasons(one, wrong=False)}</div>'
    return _Card(layout, head + lead(one, pictures) + front(one), head + back)


def _credit(words: str, cards: Mapping[tuple[int, int], int], page: Page, *, large: bool) -> _Card:
    """Whose questions these are; `cards` are those there are of each grid."""
    layouts = layouts_for([[words]], page, large=large)
    free = (one for one in layouts if cards.get(one[:2], 0) % (one.columns * one.rows))
    return _Card(next(free, layouts[0]), words)


def _two_sides(cards: Sequence[_Card], sheet: int) -> Iterator[str]:
    columns, rows = cards[0].layout[:2]
    empty = [_NONE] * (columns * rows - len(cards))
    fronts = [*(_face(card.layout, card.front) for card in cards), *empty]
    backs = [*(_face(card.layout, card.back) for card in cards), *empty]
    mirrored = [card for row in _parts(backs, columns) for card in reversed(row)]
    both = (
        (("Fronts", fronts), ("Backs", mirrored))
        if any(card.back for card in cards)
        else (("Fronts", fronts),)
    )
    for side, faces in both:
        label = f"{side} of sheet {sheet}"
        yield f'<section class="cards c{columns}r{rows}" aria-label="{label}">{"".join(faces)}</section>'


def _face(layout: Layout, inside: str) -> str:
    return f'<article class="card p{layout.points}">{inside}</article>' if inside else _NONE


def _parts(things: Sequence[_Thing], size: int) -> list[Sequence[_Thing]]:
    return [things[start : start + size] for start in range(0, len(things), size)]
