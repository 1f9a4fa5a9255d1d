"""Sheets: numbers, letters, stories told once, and a name that only the same sheet has."""

from dataclasses import replace

import pytest

from cpsprep.core.item import Choice, Item
from cpsprep.core.printing.sheet import Sheet, asked, option_order, some
from fakes_anki import HEADER, A, B, C, D, basic, multiple, single, told, true_false

PAIR = [(single(), HEADER), (multiple(), HEADER)]


def numbers(*items: Item) -> list[tuple[int, tuple[str, ...]]]:
    return [(one.told_at, one.news) for one in asked((item, HEADER) for item in items)]


def test_without_a_seed_options_stand_as_authored() -> None:
    assert asked(PAIR)[0].letters == {A: "A", B: "B", C: "C", D: "D"}


def test_a_seed_mixes_them_the_same_way_each_time() -> None:
    orders = {option_order(single(), str(seed)) for seed in range(40)}

    assert option_order(single(), "7") == option_order(single(), "7")
    assert len(orders) > 10


@pytest.mark.parametrize("item", [single(shuffle=False), true_false()], ids=["fixed", "truefalse"])
def test_an_order_that_is_fixed_stays(item: Item) -> None:
    assert isinstance(item.body, Choice)
    assert {option_order(item, str(seed)) for seed in range(10)} == {tuple(item.body.options)}


def test_the_key_is_letters_of_this_sheet() -> None:
    (one,) = asked([(multiple(), HEADER)], "5")

    assert {letter for option, letter in one.letters.items() if option in {A, C}} == set(one.key)


def test_what_has_no_options_has_no_letters() -> None:
    (one,) = asked([(basic(), HEADER)], "5")

    assert (one.order, one.key) == ((), ())


def test_a_form_has_a_name_of_six_digits() -> None:
    assert Sheet("Exam", asked(PAIR, "7"), "7").form == Sheet("Other", asked(PAIR, "7"), "8").form
    assert len(Sheet("Exam", asked(PAIR, "7")).form) == len("123-456")


@pytest.mark.parametrize(
    "other",
    [
        asked(PAIR, "8"),
        asked(PAIR[:1], "7"),
        asked(PAIR[::-1], "7"),
        asked([(single(stem="X"), HEADER), PAIR[1]], "7"),
    ],
    ids=["other letters", "fewer", "other order", "other text"],
)
def test_another_form_has_another_name(other: tuple[object, ...]) -> None:
    assert Sheet("Exam", other).form != Sheet("Exam", asked(PAIR, "7")).form  # type: ignore[arg-type]


def test_a_sheet_speaks_the_language_of_its_bank() -> None:
    assert Sheet("Exam", asked([(single(), replace(HEADER, language="es"))])).language == "es"
    assert Sheet("Exam", ()).language == "en"


def test_a_story_is_told_once_and_goes_on() -> None:
    assert numbers(
        told("aa-1", 1), told("aa-2", 2, "She laughs."), told("aa-3", 3, "She laughs.", "He too.")
    ) == [
        (0, ()),
        (1, ("She laughs.",)),
        (1, ("He too.",)),
    ]


def test_a_question_without_news_stands_in_the_same_story() -> None:
    assert numbers(told("aa-1", 1, "She laughs."), told("aa-2", 2, "She laughs.")) == [
        (0, ("She laughs.",)),
        (1, ()),
    ]


def test_a_question_alone_has_all_of_its_story() -> None:
    _, second = asked((item, HEADER) for item in (told("aa-1", 1), told("aa-2", 2, "She laughs.")))

    assert (second.alone.told_at, second.alone.news) == (0, ("She laughs.",))
    assert asked(PAIR)[0].alone == asked(PAIR)[0]


def test_a_story_is_told_again_where_a_part_of_it_is_missing_or_something_stands_between() -> None:
    first, third = told("aa-1", 1), told("aa-3", 3, "She laughs.", "He too.")

    assert numbers(first, third) == [(0, ()), (0, ("She laughs.", "He too."))]
    assert numbers(first, single(), told("aa-2", 2, "She laughs."))[2] == (0, ("She laughs.",))


def test_stories_of_two_banks_are_two() -> None:
    other = replace(HEADER, id="x")  # type: ignore[arg-type]

    assert [one.told_at for one in asked([(told("aa-1", 1), HEADER), (told("aa-2", 2), other)])] == [0, 0]


def test_some_are_drawn_by_lot_and_keep_their_order() -> None:
    items = [(single(f"al-{number:04}"), HEADER) for number in range(20)]
    drawn = [item.id for item, _ in some(items, 5, "7")]

    assert drawn == sorted(drawn)
    assert len(drawn) == 5
    assert drawn != [item.id for item, _ in some(items, 5, "8")]
    assert drawn == [item.id for item, _ in some(items, 5, "7")]
