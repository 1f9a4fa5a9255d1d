"""Deck names and the order of notes in Anki."""

from dataclasses import replace

import pytest

from cpsprep.core.anki.deck import deck_names, in_order, lay_out, root
from cpsprep.core.bank import BankHeader, Domain
from cpsprep.core.item import BankId, Item, Status
from cpsprep.core.reading.codes import ANKI
from fakes_anki import HEADER, bank, basic, cloze, single, told

OTHER = BankId("0" * 32)


def titled(title: str, uuid: str = OTHER, folder: str = "") -> BankHeader:
    return BankHeader(BankId(uuid), title, folder=folder)


def codes(*items: Item) -> list[str]:
    return [problem.code for problem in lay_out([bank(*items)]).problems]


def test_a_deck_is_named_by_bank_and_numbered_domain() -> None:
    assert deck_names(HEADER) == {
        "listening": "Peer <Specialist>::01 Listening",
        "crisis": "Peer <Specialist>::02 Crisis & self-care",
    }


@pytest.mark.parametrize(
    ("title", "deck"),
    [
        ("  Two  words ", "Two words"),
        ("a::b:::c", "a:b:c"),
        ('"Q"', "Q"),
        ("e\u0301", "\u00e9"),
        ("", "cpsprep"),
    ],
)
def test_titles_are_made_fit_for_deck_names(title: str, deck: str) -> None:
    assert root(titled(title)) == deck


def test_a_domain_without_a_title_goes_by_its_id() -> None:
    assert deck_names(replace(titled("B"), domains=(Domain("role", "::"),))) == {"role": "B::01 role"}


def test_the_order_is_that_of_the_domains_then_of_the_files() -> None:
    items = [
        basic("ba-0003", domain="none"),
        basic("ba-0002", domain="crisis"),
        basic("ba-0001"),
        basic("ba-0000"),
    ]
    assert [item.id for item in in_order(HEADER, items)] == ["ba-0001", "ba-0000", "ba-0002", "ba-0003"]


def test_the_items_of_a_story_stand_together() -> None:
    items = [told("sc-0001", 0), basic(), told("sc-0002", 1, domain="crisis")]
    assert [item.id for item in in_order(HEADER, items)] == ["sc-0001", "sc-0002", "ba-0001"]


def test_the_bank_has_a_deck_of_its_own_that_says_what_it_is() -> None:
    first, second = lay_out([bank(basic())]).decks
    assert first.about.startswith("Peer <Specialist>, version 0.1. Licence: CC-BY-4.0. Found a mistake? ")
    assert first.about.endswith(" Made with cpsprep.")
    assert (first.notes, len(second.notes), second.about) == ((), 1, "")


def test_what_a_bank_does_not_say_is_not_in_its_description() -> None:
    (deck,) = lay_out([bank(basic(), header=titled("B"))]).decks
    assert deck.about.startswith("B. Found a mistake? ")


def test_an_item_of_no_known_domain_is_in_the_bank_s_own_deck() -> None:
    (deck,) = lay_out([bank(basic(domain="none"))]).decks
    assert (deck.name, len(deck.notes)) == ("Peer <Specialist>", 1)


def test_an_empty_bank_makes_no_deck() -> None:
    assert lay_out([bank()]).decks == ()


def test_a_retired_item_is_the_last_of_its_deck_and_leaves_its_story() -> None:
    items = [told("sc-0001", 0, status=Status.RETIRED), told("sc-0002", 1), basic()]
    assert [item.id for item in in_order(HEADER, items)] == ["sc-0002", "ba-0001", "sc-0001"]


@pytest.mark.parametrize(
    "item",
    [single(stem=" \n "), basic(front=""), basic(front="\u00a0")],
    ids=["stem", "front", "no-break space"],
)
def test_an_empty_front_is_refused(item: Item) -> None:
    assert codes(item) == ["anki-empty-front"]


@pytest.mark.parametrize(
    "character", ["\x00", "\x1f", "\x07", "\x7f", "\x85", "\x9f", "\ud800", "\ufffe", "\uffff"]
)
def test_control_characters_are_refused_wherever_they_stand(character: str) -> None:
    for item in (
        single(stem=f"a{character}b"),
        basic(back=f"a{character}b"),
        cloze(text=f"{{{{c1::a{character}b}}}}"),
        basic(explanation=f"\u00e9{character}b"),
    ):
        (problem,) = lay_out([bank(item)]).problems
        assert problem.code == "control-character"
        assert f"U+{ord(character):04X}" in problem.message
        assert problem.item == item.id


def test_tabs_and_unusual_letters_are_no_control_characters() -> None:
    assert codes(basic(front="a\tb \u00a0 \u202e \U0001f468\u200d\U0001f469")) == []


def test_a_tag_that_anki_would_empty_is_refused() -> None:
    assert codes(basic(tags=("good", " :: "))) == ["anki-tag"]


def test_a_broken_cloze_is_refused_with_the_rest() -> None:
    assert codes(cloze(text="{{c1::a"), basic(front="")) == ["cloze-unclosed", "anki-empty-front"]


def test_the_same_item_of_the_same_bank_twice_is_refused() -> None:
    (problem,) = lay_out([bank(basic()), bank(basic())]).problems
    assert problem.code == "anki-duplicate"
    assert "deck.yaml:7:5" in problem.message


def test_banks_whose_titles_anki_takes_for_one_are_refused() -> None:
    banks = [
        bank(basic(), header=titled("Peer", "0" * 32, "one")),
        bank(header=titled("PEER", "1" * 32, "two")),
    ]
    (problem,) = lay_out(banks).problems
    assert (problem.code, problem.place.file) == ("anki-deck", "two/bank.yaml")
    assert "one" in problem.message


def test_anki_keeps_the_name_of_its_default_deck() -> None:
    (problem,) = lay_out([bank(basic(), header=titled("default"))]).problems
    assert (problem.code, problem.place.file) == ("anki-deck", "bank.yaml")


def test_every_code_of_an_export_is_explained() -> None:
    broken = bank(basic(front="", tags=(" :: ",)), header=titled("default"))
    assert {problem.code for problem in lay_out([broken, broken]).problems} == ANKI.keys()
