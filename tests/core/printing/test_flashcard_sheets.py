"""The order of the pages of flashcards: printed on both sides, each front has its own back behind it."""

import re

import pytest

from cpsprep.core.item import Item
from cpsprep.core.printing.card_layout import Page
from cpsprep.core.printing.flashcards import flashcards
from cpsprep.core.printing.sheet import Sheet, asked
from fakes_anki import HEADER, basic, single

LETTER = Page(199.9, 263.4)
_SECTION = re.compile(r'<section class="cards c(\d)r(\d)" aria-label="([^"]*)">(.*?)</section>')
_CARD = re.compile(r'<(?:article|div) class="card[^"]*">(?:<p class="number">(\d+))?')


def plain(many: int) -> list[Item]:
    return [basic(f"ba-{number}") for number in range(many)]


def pictured(many: int) -> list[Item]:
    return [single(f"pi-{number}", media={"a.png": "A", "b.png": "B"}) for number in range(many)]


def pages(*items: Item, large: bool) -> list[tuple[str, list[str]]]:
    """Each page with its name and the numbers on it, row by row; a back read from right to left."""
    sheet = Sheet("Spring", asked((item, HEADER) for item in items))
    found = []
    for columns, rows, label, inside in _SECTION.findall(
        flashcards(sheet, lambda _, name: f"data:,{name}", LETTER, large=large)
    ):
        step, numbers = int(columns), _CARD.findall(inside)
        assert len(numbers) == step * int(rows)
        lines = [numbers[start : start + step] for start in range(0, len(numbers), step)]
        turned = [line[::-1] if label.startswith("Backs") else line for line in lines]
        found.append((label, [number for line in turned for number in line]))
    return found


@pytest.mark.parametrize("large", [False, True], ids=["usual", "large"])
@pytest.mark.parametrize("with_pictures", [0, 1, 2, 4])
@pytest.mark.parametrize("without", [0, 1, 2, 7, 8, 9])
def test_each_front_has_its_own_back_behind_it(without: int, with_pictures: int, large: bool) -> None:
    found = pages(*plain(without), *pictured(with_pictures), large=large)
    asked_of = [(label, numbers) for label, numbers in found if any(numbers)]
    fronts, backs = asked_of[::2], asked_of[1::2]

    assert found[: len(asked_of)] == asked_of
    assert [numbers for _, numbers in fronts] == [numbers for _, numbers in backs]
    assert [label for label, _ in asked_of] == [
        f"{side} of sheet {sheet}" for sheet in range(1, len(fronts) + 1) for side in ("Fronts", "Backs")
    ]


def test_whose_cards_these_are_has_the_last_sheet_for_itself_where_no_place_is_free() -> None:
    found = pages(*plain(8), *pictured(2), large=True)

    assert [label for label, _ in found][-3:] == [
        "Fronts of sheet 6",
        "Backs of sheet 6",
        "Fronts of sheet 7",
    ]
    assert not any(found[-1][1])


def test_it_adds_no_sheet_where_a_place_is_free() -> None:
    found = pages(*plain(7), *pictured(2), large=True)

    assert all(any(numbers) for _, numbers in found)
    assert len(found) == 2 * (4 + 2)
