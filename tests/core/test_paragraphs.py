"""Blank lines make paragraphs, and nothing else does."""

import pytest

from cpsprep.core.paragraphs import flowing, one_line, paragraphs


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("", []),
        (" \n\n ", []),
        ("one\ntwo", ["one two"]),
        ("one\n\ntwo", ["one", "two"]),
        ("one\n \t\ntwo", ["one", "two"]),
        ("one\n\n\n\n  two  words\n", ["one", "two words"]),
    ],
)
def test_paragraphs_are_what_blank_lines_divide(text: str, parts: list[str]) -> None:
    assert paragraphs(text) == parts


def test_a_flowing_text_keeps_its_paragraphs_and_loses_the_layout() -> None:
    assert flowing("a\nb\n\n\nc") == "a b\n\nc"


def test_in_one_line_paragraphs_run_together() -> None:
    assert one_line(" a\n\nb\tc ") == "a b c"
