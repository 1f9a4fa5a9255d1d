"""An item's tags in Anki."""

import pytest

from cpsprep.core.anki.tags import clean_tag, tags
from cpsprep.core.item import Level, Status
from fakes_anki import single, told


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("grief", "grief"),
        (" two words ", "two-words"),
        ("a::b", "a::b"),
        ("a:: ::b::", "a::b"),
        ('"quoted"', "quoted"),
        ("wide\u3000space", "wide-space"),
        ("e\u0301", "\u00e9"),
        ("\x00", ""),
        ("::", ""),
        ("", ""),
    ],
)
def test_tags_are_cleaned_as_anki_keeps_them(text: str, tag: str) -> None:
    assert clean_tag(text) == tag


def test_an_item_is_tagged_by_what_it_is_about() -> None:
    made = tags(told("sc-0001", 0, level=Level.APPLICATION, tags=("grief", "two words", "::")))
    assert made == (
        "cps::domain::listening",
        "cps::kind::single",
        "cps::level::application",
        "cps::scenario::ana",
        "cps::tag::grief",
        "cps::tag::two-words",
        "cps::topic::timing",
    )


def test_a_draft_says_so() -> None:
    assert "cps::draft" in tags(single(status=Status.DRAFT))
