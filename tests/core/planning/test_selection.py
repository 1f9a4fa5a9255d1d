"""Filters: values of one are alternatives, filters narrow each other, a typing mistake is told."""

import pytest

from cpsprep.core.item import Status
from cpsprep.core.planning.selection import Selection, UnknownWord, unknown_words
from fakes_plan import entry

CARD = entry("a", deck="listening", domain="role", tags=("hard", "law"), misconceptions=("advised",))


@pytest.mark.parametrize(
    ("selection", "matches"),
    [
        (Selection(), True),
        (Selection(decks=("other", "listening")), True),
        (Selection(decks=("other",)), False),
        (Selection(domains=("role",)), True),
        (Selection(domains=("ethics",)), False),
        (Selection(tags=("law", "soft")), True),
        (Selection(tags=("soft",)), False),
        (Selection(misconceptions=("advised",)), True),
        (Selection(misconceptions=("reassured",)), False),
        (Selection(decks=("listening",), tags=("soft",)), False),
        (
            Selection(decks=("listening",), domains=("role",), tags=("hard",), misconceptions=("advised",)),
            True,
        ),
    ],
)
def test_filters(selection: Selection, matches: bool) -> None:
    assert selection.matches(CARD) is matches


@pytest.mark.parametrize("status", Status)
def test_drafts_and_retired_questions_match_only_when_asked_for(status: Status) -> None:
    card = entry("a", status=status)
    assert Selection().matches(card) is (status not in {Status.DRAFT, Status.RETIRED})
    assert Selection(drafts=True).matches(card)


def test_a_word_that_no_question_has_is_told_with_those_there_are() -> None:
    cards = [CARD, entry("b", deck="crisis")]
    asked = Selection(
        decks=("listening", "lisening"), tags=("law",), domains=("rolle",), misconceptions=("none",)
    )
    assert unknown_words(asked, cards) == (
        UnknownWord("deck", "lisening", ("crisis", "listening")),
        UnknownWord("domain", "rolle", ("role",)),
        UnknownWord("misconception", "none", ("advised",)),
    )


def test_known_words_are_no_news() -> None:
    assert unknown_words(Selection(tags=("hard",)), [CARD]) == ()
