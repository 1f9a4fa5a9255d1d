"""What kind an item is, and the cards that come of it."""

import pytest

from cpsprep.core.item import Body, CardId, Cloze, Kind, item_of
from fakes_study import BASIC, choice, item, truefalse

TWICE = Cloze(text="{{c2::Open}} and {{c1::kind}}.", numbers=(1, 2))


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (choice(), Kind.SINGLE),
        (choice(kind=Kind.MULTIPLE), Kind.MULTIPLE),
        (truefalse(), Kind.TRUEFALSE),
        (TWICE, Kind.CLOZE),
        (BASIC, Kind.BASIC),
    ],
    ids=list(Kind),
)
def test_the_body_tells_the_kind(body: Body, kind: Kind) -> None:
    assert item(body=body).kind is kind


@pytest.mark.parametrize("body", [choice(), truefalse(), BASIC])
def test_an_item_is_one_card_under_its_own_id(body: Body) -> None:
    assert item("q-1", body).cards == ("q-1",)


def test_each_number_of_a_cloze_is_a_card() -> None:
    assert item("q-1", TWICE).cards == ("q-1#c1", "q-1#c2")


@pytest.mark.parametrize("body", [choice(), TWICE, BASIC])
def test_every_card_leads_back_to_its_item(body: Body) -> None:
    assert {item_of(CardId(card)) for card in item("q-1", body).cards} == {"q-1"}
