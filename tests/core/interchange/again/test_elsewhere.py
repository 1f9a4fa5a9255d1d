"""Which questions of a file stand in another deck: by their id, or by all of their words."""

from collections.abc import Mapping

import pytest

from cpsprep.core.interchange.again.elsewhere import elsewhere
from cpsprep.core.interchange.again.matching import Known
from cpsprep.core.interchange.draft import Draft, Option, Spot
from cpsprep.core.interchange.item_fields import fields_of, flat
from cpsprep.core.interchange.lms.choices import truth
from cpsprep.core.item import Kind


def choice(stem: str, *texts: str, name: str = "", story: str = "", picture: str = "") -> Draft:
    options = tuple(Option(text, place == 0) for place, text in enumerate(texts or ("x", "y")))
    more: Mapping[str, object] = {"media": {picture: "a bridge"}} if picture else {}
    return Draft(Kind.SINGLE, Spot("f", 1), stem, options, name=name, story=story, more=more)


def statement(stem: str, name: str = "") -> Draft:
    return Draft(Kind.TRUEFALSE, Spot("f", 1), stem, truth(True), name=name)


def known(name: str, draft: Draft) -> Known:
    return Known(name, "", flat(fields_of(draft, name)))


def found(draft: Draft, other: Draft, here: tuple[Known, ...] = ()) -> list[tuple[str, bool]]:
    others = {"b.yaml": [known("b-00001", other)]}
    return [(one.deck, one.by_id) for one in elsewhere([draft], here, others).values()]


BY_ID, BY_WORDS = ("b.yaml", True), ("b.yaml", False)


@pytest.mark.parametrize(
    ("draft", "other", "expected"),
    [
        (choice("Who leads?", name="b-00001"), choice("Who leads?"), [BY_ID]),
        (choice("Who leads?"), choice("Who leads?"), [BY_WORDS]),
        (choice("Who leads?", name="Q1"), choice("Who leads?"), [BY_WORDS]),
        (choice("Who leads this?"), choice("Who leads?"), []),
        (choice("Who never leads?", name="b-00001"), choice("Who leads?"), [BY_ID]),
        (choice("Where is it?", name="b-00001"), choice("Who leads?"), [BY_ID]),
        (choice("Where is it?", "p", "q", name="b-00001"), choice("Who leads?"), []),
        (statement("It is so.", "b-00001"), statement("It was so."), [BY_ID]),
        (statement("Trust grows.", "b-00001"), statement("It was so."), []),
        (statement("It is so."), choice("It is so.", "true", "false"), []),
        (choice("Who leads?", story="Ann meets Bo."), choice("Who leads?"), []),
        (choice("What is it?", picture="a.png"), choice("What is it?", picture="b.png"), []),
        (choice("What is it?", picture="a.png"), choice("What is it?", picture="a.png"), [BY_WORDS]),
        (choice("", picture="a.png"), choice("", picture="a.png"), []),
    ],
)
def test_a_question_is_that_of_its_id_or_of_its_words(
    draft: Draft, other: Draft, expected: list[tuple[str, bool]]
) -> None:
    assert found(draft, other) == expected


def test_what_this_deck_has_is_not_elsewhere() -> None:
    one = choice("Who leads?")

    assert found(one, one, (known("a-00001", one),)) == []
    assert found(choice("Who leads?", name="a-00001"), one, (known("a-00001", choice("What now?")),)) == []


def test_a_second_copy_in_the_file_is_that_of_the_other_deck() -> None:
    one = choice("Who leads?")
    here = [known("a-00001", one), known("a-00001", one)]

    told = elsewhere([one, one], here, {"b.yaml": [known("b-00001", one)]})

    assert list(told) == [1]


def test_a_question_counts_as_it_is_and_as_it_was() -> None:
    others = {"b.yaml": [known("b-00001", choice("Who leads?")), known("b-00001", choice("Who goes first?"))]}

    told = elsewhere([choice("Who leads?"), choice("Who goes first?")], (), others)

    assert list(told) == [0, 1]
