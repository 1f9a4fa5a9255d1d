"""Options whose letters have gaps or changed places: a key is the letter as written, and that is told."""

import pytest

from cpsprep.core.interchange.listed.plain import read_plain
from cpsprep.core.interchange.word.document import read_word
from cpsprep.core.interchange.xml_tree import read_xml
from fakes_docx import document, paragraph
from fakes_import import lines, remarks

_TOLD = "a letter in its key is the one written before an option"


def typed(text: str) -> list[str]:
    return lines(read_plain(text, "f"))


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("ACD", "one | *two | three"),
        ("BCD", "one | *two | three"),
        ("FCD", "one | *two | three"),
        ("ADC", "one | two | *three"),
        ("ABC", "one | two | *three"),
    ],
)
@pytest.mark.parametrize("form", ["{}. {}", "{}) {}", "({}) {}", "- {}. {}"])
@pytest.mark.parametrize("key", ["\nAnswer: C", "\nAnswer:\nC", "\n\nAnswer Key\n1. C", "\nC"])
def test_a_key_is_the_letter_as_written(labels: str, expected: str, form: str, key: str) -> None:
    if (labels == "FCD" and not form.startswith("-")) or (key == "\nC" and form.startswith("-")):
        return
    words = zip(labels, ("one", "two", "three"), strict=True)
    options = "\n".join(form.format(*pair) for pair in words)

    assert typed(f"1. Which?\n{options}{key}") == [f"single: Which? | {expected}"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_options_that_changed_places_stay_apart(gap: str) -> None:
    found = read_plain(gap.join(["1. Gap?", "A. p1", "C. p3", "B. p2", "D. p4", "Answer: C"]), "f")

    assert lines(found) == ["single: Gap? | p1 | *p3 | p2 | p4"]
    assert remarks(found) == [f"1 the letters of its options are a, c, b, d; {_TOLD}"]


def test_so_it_is_in_a_document() -> None:
    paragraphs = [paragraph(one) for one in ("1. Gap?", "A. p1", "C. p3", "B. p2", "D. p4", "Answer: C")]

    found = read_word({"document": read_xml(document(*paragraphs).encode())}, "f")

    assert lines(found) == ["single: Gap? | p1 | *p3 | p2 | p4"]


def test_letters_in_turn_are_nothing_to_tell() -> None:
    assert remarks(read_plain("1. Who?\na) x\nb) y\nAnswer: A\n\n2. Who?\n- x\n- y*", "f")) == []


@pytest.mark.parametrize("key", ["B", "2", "A, B"])
def test_a_key_that_fits_no_letter_is_asked(key: str) -> None:
    found = typed(f"1. Gap?\nA. p1\nC. p3\nD. p4\nAnswer: {key}")

    assert found == [f"single: Gap? | p1 | p3 | p4 | ?? the key '{key}' does not fit the letters a, c, d"]


def test_several_letters_with_a_gap() -> None:
    for key in ("CD", "C and D", "c, d"):
        assert typed(f"1. Gap?\nA. p1\nC. p3\nD. p4\nAnswer: {key}") == ["multiple: Gap? | p1 | *p3 | *p4"]


def test_the_words_of_an_option_are_a_key_whatever_its_letter() -> None:
    assert typed("1. Gap?\nA. p1\nC. p3\nD. p4\nAnswer: p4") == ["single: Gap? | p1 | p3 | *p4"]


def test_a_letter_that_two_options_have_is_asked() -> None:
    found = read_plain("1. Gap?\nA. p1\nB. p2\nB. p3\nAnswer: B", "f")

    assert lines(found) == [
        "single: Gap? | p1 | p2 | p3 | ?? the key says B, and two options have the same letter"
    ]
    assert remarks(found) == ["1 two of its options have the same letter (a, b, b)"]
    assert typed("1. Gap?\nA. p1\nB. p2\nB. p3\nAnswer: A") == ["single: Gap? | *p1 | p2 | p3"]


def test_an_explanation_for_an_option_goes_by_its_letter() -> None:
    (draft,) = read_plain(
        "1. Gap?\nA. p1\nC. p3\nAnswer: A\nExplanation for C: no\nExplanation for B: gone", "f"
    ).drafts

    assert [one.why for one in draft.options] == ["", "no"]
    assert draft.explanation == "gone"


def test_names_with_their_first_letters_are_no_labels() -> None:
    assert typed("1. Who?\n- A. Freud\n- C. Rogers*") == ["single: Who? | A. Freud | *C. Rogers"]
    assert typed("1. Who?\nA. A. Adler\nB. C. Rogers*\nC. E. Erikson") == [
        "single: Who? | A. Adler | *C. Rogers | E. Erikson"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "1. Who?\nA. one\n    a. part\nB. two*",
        "1. Who?\nA. one\na. part\nB. two*",
    ],
)
def test_letters_of_another_form_are_no_options_out_of_turn(text: str) -> None:
    (found,) = typed(text)

    assert found.startswith("single: Who? | one/")
    assert found.endswith(" | *two")
