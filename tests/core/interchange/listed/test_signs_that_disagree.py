"""Two signs of one key that say different things: the question is asked about, and nothing is guessed."""

import pytest

from cpsprep.core.interchange.listed.plain import read_plain
from cpsprep.core.interchange.word.document import read_word
from cpsprep.core.interchange.xml_tree import read_xml
from fakes_docx import document, paragraph, run
from fakes_import import lines


def typed(text: str) -> list[str]:
    return lines(read_plain(text, "f"))


def word(*paragraphs: str) -> list[str]:
    return lines(read_word({"document": read_xml(document(*paragraphs).encode())}, "f"))


@pytest.mark.parametrize("look", ["b", "i", "u=single", "color=FF0000", "highlight=yellow"])
@pytest.mark.parametrize("key", [["Answer: B"], ["Answer Key", "1. B"]])
def test_how_an_option_looks_against_a_written_key(look: str, key: list[str]) -> None:
    found = word(
        paragraph("1. Who?"),
        paragraph("a) ", run("one", look)),
        paragraph("b) two"),
        *(paragraph(one) for one in key),
    )

    assert found[0].startswith("single: Who? | one | two | ?? the key says B, but the ")
    assert found[0].endswith("is at another option")


@pytest.mark.parametrize(
    "text",
    [
        "a) one*\nb) two\nAnswer: B",
        "a) **one**\nb) two\nAnswer: B",
        "**a)** one\nb) two\nAnswer: B",
        "a) **one**\nb) **two**\nc) three\nAnswer: B",
        "a) one*\nb) **two**",
        "a) one\nb) two\nAnswer: A\n\nAnswer key\n1. B",
    ],
)
def test_no_option_is_right_where_signs_disagree(text: str) -> None:
    (found,) = typed(f"1. Who?\n{text}")

    assert "??" in found
    assert "*" not in found


@pytest.mark.parametrize(
    "text",
    ["a) one\nb) **two**\nAnswer: B", "a) one\nb) **two***", "a) one\nb) **two**\nAnswer: two\n\nKey\n1. B"],
)
def test_signs_that_agree_are_no_doubt(text: str) -> None:
    assert typed(f"1. Who?\n{text}") == ["single: Who? | one | *two"]


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        ("True*\nFalse\nAnswer: F", "the key says false, but another word is marked"),
        ("a) True\nb) False\nAnswer: T\n\nKey\n1. B", "the key is T here and B in the list"),
        ("Answer: True\n\nKey\n1. F", "the key is True here and F in the list"),
        ("Answer: True\n\nKey\n1. B", "the key is True here and B in the list"),
    ],
)
def test_a_statement_whose_signs_disagree(text: str, doubt: str) -> None:
    options = "a) True*\nb) False\n" if text.startswith("True*") else ""
    text = text.removeprefix("True*\nFalse\n")

    assert typed(f"1. It is so.\n{options}{text}") == [f"truefalse: It is so. = ? | ?? {doubt}"]


def test_a_statement_is_true_where_a_mark_and_the_key_agree() -> None:
    assert typed("1. It is so.\na) True*\nb) False\nAnswer: A") == ["truefalse: It is so. = true"]
