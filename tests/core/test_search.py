"""Searching looks at all that a learner reads, and shows where it was found."""

import pytest

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import BankId, Basic, Choice, Cloze, Item, ItemId, Kind, OptionId, ScenarioPart
from cpsprep.core.problem import Place
from cpsprep.core.search import Hit, fold, learner_texts, search

HEADER = BankHeader(
    BankId("b"),
    "Bank",
    misconceptions={"reassured": "reassuring too quickly"},
    sources={"guide": "The guide"},
)
A, B = OptionId("a"), OptionId("b")
CHOICE = Choice(Kind.SINGLE, "Which is it?", {A: "This", B: "That"}, (A,), {B: "Since"}, {B: "reassured"})


def item(body: Choice | Cloze | Basic, **more: object) -> Item:
    return Item(ItemId("ex-1"), body, Place("a", 1, 1), "deck", "domain", "topic", **more)  # type: ignore[arg-type]


FULL = item(
    CHOICE,
    explanation="Because.",
    content_note="Sad.",
    scenario=ScenarioPart("scn", "Ana waits.", ("She goes.",), 1),
    source=("guide", "other"),
    media={"clock.png": "A clock."},
)


def test_every_text_is_named_by_its_field_in_the_order_of_reading() -> None:
    assert list(learner_texts(FULL, HEADER)) == [
        ("content_note", "Sad."),
        ("vignette", "Ana waits."),
        ("update", "She goes."),
        ("media", "A clock."),
        ("stem", "Which is it?"),
        ("option a", "This"),
        ("option b", "That"),
        ("why b", "Since"),
        ("misconception b", "reassuring too quickly"),
        ("explanation", "Because."),
        ("source", "The guide"),
        ("source", "other"),
    ]


def test_true_and_false_are_not_the_authors_words() -> None:
    truth = Choice(Kind.TRUEFALSE, "So?", {OptionId("true"): "True"}, (OptionId("true"),), {}, {A: "odd"})

    assert list(learner_texts(item(truth), HEADER)) == [("stem", "So?"), ("misconception a", "odd")]


@pytest.mark.parametrize(
    ("body", "words", "field"),
    [
        (Cloze("I {{c1::see::what}} you.", (1,)), "i see you", "text"),
        (Basic("Who?", "You."), "you.", "back"),
        (Basic("Who?", "You."), "who", "front"),
    ],
)
def test_the_other_kinds_are_searched_too(body: Cloze | Basic, words: str, field: str) -> None:
    hit = search(item(body), HEADER, [words])

    assert hit is not None
    assert hit.field == field


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Guide", "guide"),
        ("Ren\u00e9e", "renee"),
        ("don\u2019t", "don't"),
        ("two\n  words", "TWO words"),
        ("Stra\u00dfe", "STRASSE"),
        ("caf\u00e9", "cafe\u0301"),
    ],
)
def test_small_differences_make_none(text: str, words: str) -> None:
    assert search(item(Basic(text, "b")), HEADER, [words]) is not None


def test_all_words_must_be_there_but_not_together() -> None:
    assert search(FULL, HEADER, ["ana", "reassuring"]) == Hit("vignette", "Ana waits.")
    assert search(FULL, HEADER, ["ana", "nobody"]) is None
    assert search(FULL, HEADER, ["ana goes"]) is None


def test_the_excerpt_is_cut_between_words() -> None:
    text = "Long ago in a town by the sea there lived a listener who had time for everybody who came along."

    hit = search(item(Basic(text, "b")), HEADER, ["listener"])

    assert hit == Hit("front", "...by the sea there lived a listener who had time for everybody...")


def test_folding_twice_changes_nothing_more() -> None:
    assert (
        fold(fold("\u201cRen\u00e9e\u201d \u2013 \u00df"))
        == fold("\u201cRen\u00e9e\u201d \u2013 \u00df")
        == '"renee" - ss'
    )
