"""Lists and tables keep their lines, for which a bank has paragraphs alone."""

import pytest

from cpsprep.core.interchange.draft import Draft, Found, Option, Spot
from cpsprep.core.interchange.layout import laid_out
from cpsprep.core.interchange.settling import settled
from cpsprep.core.item import Kind
from cpsprep.core.paragraphs import paragraphs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recovery is:\n- personal\n- nonlinear", ["Recovery is:", "- personal", "- nonlinear"]),
        ("Which?\ni. x\nii. y\nWhat fits?", ["Which?", "i. x", "ii. y", "What fits?"]),
        ("Which?\n(1) x\nand so on\n(2) y", ["Which?", "(1) x and so on", "(2) y"]),
        ("A | B\nlisten | fix\nthen?", ["A | B", "listen | fix", "then?"]),
        ("A\n\n- b\n\n\n- c", ["A", "- b", "- c"]),
        ("A line that\nis wrapped by hand.", ["A line that is wrapped by hand."]),
        ("One sentence.\nAnother - with a dash.", ["One sentence. Another - with a dash."]),
        ("one line", ["one line"]),
    ],
)
def test_entries_and_rows_are_paragraphs(text: str, expected: list[str]) -> None:
    assert paragraphs(laid_out(text)) == expected


def test_all_texts_of_a_question_are_laid_out() -> None:
    text = "Of these:\n- x\n- y"
    options = (Option(f"1 {text}", right=True, why=text), Option("2"))
    draft = Draft(Kind.SINGLE, Spot("f", 1), text, options, explanation=text, story=text)

    (ready,) = settled(Found([draft])).ready

    told = "Of these:\n\n- x\n\n- y"
    assert (ready.stem, ready.explanation, ready.story) == (told, told, told)
    assert ready.options[0] == Option(f"1 {told}", right=True, why=told)
