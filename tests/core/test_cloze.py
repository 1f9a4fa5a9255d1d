"""Cloze texts: taken apart, or refused by name with the place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpsprep.core.cloze import Blank, Fault, Hidden, Plain, Refusal, blanked, numbers, parse, revealed

WORDS = st.text(st.characters(blacklist_characters="{}:"), min_size=1).filter(str.strip)
PARTS = st.one_of(
    WORDS.map(Plain),
    st.builds(Hidden, st.integers(1, 500), WORDS, st.one_of(st.just(""), WORDS)),
)


def test_a_text_is_taken_apart_in_order() -> None:
    assert parse("I {{c1::see}} and {{c2::hear::sense}}.") == (
        Plain("I "),
        Hidden(1, "see"),
        Plain(" and "),
        Hidden(2, "hear", "sense"),
        Plain("."),
    )


def test_an_empty_hint_is_no_hint() -> None:
    assert parse("{{c1::see::}}") == (Hidden(1, "see", ""),)


def test_a_hint_may_hold_colons() -> None:
    assert parse("{{c1::a::b::c}}") == (Hidden(1, "a", "b::c"),)


def test_single_braces_and_stray_ends_are_text() -> None:
    assert parse("{a} }} {{c1::b}c}}") == (Plain("{a} }} "), Hidden(1, "b}c"))


@pytest.mark.parametrize(
    ("text", "fault", "at"),
    [
        ("nothing hidden", Fault.NONE, 0),
        ("", Fault.NONE, 0),
        ("a {{c1::b", Fault.UNCLOSED, 2),
        ("a {{c1::b}", Fault.UNCLOSED, 2),
        ("{{c1::a {{c2::b}} c}}", Fault.NESTED, 8),
        ("a {{c1::}}", Fault.EMPTY, 2),
        ("a {{c1:: }}", Fault.EMPTY, 2),
        ("a {{c1::::hint}}", Fault.EMPTY, 2),
        ("a {{c1,2::b}}", Fault.LIST, 2),
        ("a {{c1, 2::b}}", Fault.LIST, 2),
        ("a {{b}}", Fault.FORM, 2),
        ("a {{c0::b}}", Fault.FORM, 2),
        ("a {{c01::b}}", Fault.FORM, 2),
        ("a {{c501::b}}", Fault.FORM, 2),
        ("a {{c1:b}}", Fault.FORM, 2),
        ("a {{C1::b}}", Fault.FORM, 2),
    ],
)
def test_what_cannot_be_a_cloze_is_refused_by_name(text: str, fault: Fault, at: int) -> None:
    refusal = parse(text)
    assert isinstance(refusal, Refusal)
    assert (refusal.fault, refusal.at) == (fault, at)
    assert refusal.hint


def test_numbers_are_given_once_and_sorted() -> None:
    segments = parse("{{c3::a}} {{c1::b}} {{c3::c}}")
    assert not isinstance(segments, Refusal)
    assert numbers(segments) == (1, 3)


def test_a_card_blanks_its_own_number_and_shows_the_others() -> None:
    assert blanked("I {{c1::see}} and {{c2::hear::sense}}.", 2) == (
        Plain("I see and "),
        Blank("hear", "sense"),
        Plain("."),
    )


def test_parts_of_one_number_are_asked_together() -> None:
    assert blanked("{{c1::a}}{{c1::b}}", 1) == (Blank("a"), Blank("b"))


@pytest.mark.parametrize(("text", "number"), [("{{c1::a}}", 2), ("plain", 1)])
def test_a_card_that_is_not_there_is_an_error(text: str, number: int) -> None:
    with pytest.raises(ValueError, match="this text"):
        blanked(text, number)


def test_all_can_be_revealed() -> None:
    assert revealed("I {{c1::see}} and {{c2::hear::sense}}.") == "I see and hear."


def test_what_is_no_cloze_cannot_be_revealed() -> None:
    with pytest.raises(ValueError, match="hides nothing"):
        revealed("plain")


def _write(part: Plain | Hidden) -> str:
    match part:
        case Plain(text):
            return text
        case Hidden(number, text, hint):
            return f"{{{{c{number}::{text}{'::' + hint if hint else ''}}}}}"


@given(st.lists(PARTS))
def test_every_written_text_reads_back(parts: list[Plain | Hidden]) -> None:
    found = parse("".join(map(_write, parts)))
    hidden = [part for part in parts if isinstance(part, Hidden)]
    if hidden:
        assert not isinstance(found, Refusal)
        assert [segment for segment in found if isinstance(segment, Hidden)] == hidden
        assert "".join(s.text for s in found) == "".join(part.text for part in parts)
    else:
        assert isinstance(found, Refusal)


@given(st.text("{}c1:,ab "))
def test_any_text_is_read_or_refused_with_a_place_in_it(text: str) -> None:
    found = parse(text)
    if isinstance(found, Refusal):
        assert 0 <= found.at <= len(text)
    else:
        assert all(blanked(text, number) for number in numbers(found))
