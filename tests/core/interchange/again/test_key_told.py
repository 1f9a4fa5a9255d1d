"""Another key than before is told where another option is right now, not where it has other words."""

import pytest

from cpsprep.core.interchange.again.merging import Merged, merged
from cpsprep.core.interchange.draft import Draft, Option, Spot
from cpsprep.core.interchange.item_fields import fields_of, flat
from cpsprep.core.interchange.lms.choices import truth
from cpsprep.core.item import Kind

Key = tuple[str, str] | None
UPSETS = "a word that upsets"


def choice(right: str, *wrong: str) -> Draft:
    options = (Option(right, right=True), *map(Option, wrong))
    return Draft(Kind.SINGLE, Spot("f", 1), "What is a trigger?", options)


def card(back: str) -> Draft:
    return Draft(Kind.BASIC, Spot("f", 1), "What is a trigger?", back=back)


def statement(*, is_true: bool) -> Draft:
    return Draft(Kind.TRUEFALSE, Spot("f", 1), "It is so.", truth(is_true))


@pytest.mark.parametrize(
    ("before", "now", "key"),
    [
        (choice(UPSETS, "a gun"), choice("a word that upsets you", "a gun"), None),
        (
            choice(UPSETS, "a gun"),
            choice("any word which upsets", "a gun"),
            (UPSETS, "any word which upsets"),
        ),
        (choice(UPSETS, "a gun"), choice("a small word that upsets", "a gun"), None),
        (
            choice(UPSETS, "a gun"),
            choice("a word that does not upset", "a gun"),
            (UPSETS, "a word that does not upset"),
        ),
        (choice("it increases", "x"), choice("it decreases", "x"), ("it increases", "it decreases")),
        (choice("988", "x"), choice("911", "x"), ("988", "911")),
        (choice("Maria", "x"), choice("the peer", "x"), ("Maria", "the peer")),
        (choice(UPSETS, "a gun"), choice("a gun", UPSETS), (UPSETS, "a gun")),
        (card("a word that upsets"), card("a word that upsets you"), None),
        (card("988"), card("911"), ("988", "911")),
        (statement(is_true=True), statement(is_true=False), ("true", "false")),
    ],
)
def test_the_key_is_told_where_another_option_is_right(before: Draft, now: Draft, key: Key) -> None:
    was = flat(fields_of(before, "m-1"))

    made = merged(now, "m-1", was, was)

    assert made.changes
    assert made.key == key


def test_a_wording_that_a_wrong_option_takes_over_is_another_key() -> None:
    before = flat(fields_of(choice("they trust", "they doubt"), "m-1"))
    changes: dict[tuple[str, ...], str | tuple[str, ...]] = {
        ("options", "a"): "they trusts",
        ("options", "b"): "they trust",
    }

    assert Merged(changes, (), before, before).key == ("they trust", "they trusts")
