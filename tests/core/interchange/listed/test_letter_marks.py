"""Keys that are marked at their letter alone, and files whose letters are all marked."""

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


@pytest.mark.parametrize(
    "options",
    [
        "A. one\n**B.** two\nC. three",
        "A. one\n**B**. two\nC. three",
        "a) one\n__b)__ two\nc) three",
        "a) one\n==b)== two\nc) three",
        "(A) one\n**(B)** two\n(C) three",
        "**A.** one\n**B.** **two**\n**C.** three",
        "**A.** one\n**B.** two*\n**C.** three",
        "- **A.** one\n- **B.** two\n- **C.** three\nAnswer: B",
        "- A. one\n- B. two\n- C. three\nAnswer: B",
    ],
)
def test_a_marked_letter_is_seen_in_typed_text(options: str) -> None:
    assert typed(f"**1.** Who?\n{options}") == ["single: Who? | one | *two | three"]


@pytest.mark.parametrize("marks", ["b", "u=single", "highlight=yellow", "color=FF0000"])
def test_a_marked_letter_is_seen_in_a_document(marks: str) -> None:
    assert word(paragraph("1. Who?"), paragraph("a) one"), paragraph(run("b)", marks), " two")) == [
        "single: Who? | one | *two"
    ]


def test_letters_that_are_all_marked_mean_nothing() -> None:
    assert typed("1. Who?\n**a)** one\n**b)** two") == ["single: Who? | one | two"]


def test_nor_does_one_that_was_forgotten_where_all_others_of_the_file_are_marked() -> None:
    found = typed("1. Who?\n**a)** one\n**b)** two\n\n2. Who else?\n**a)** x\nb) y")

    assert found[1] == "single: Who else? | x | y"


def test_several_marked_letters_leave_a_doubt() -> None:
    assert typed("1. Who?\n**a)** one\n**b)** two\nc) three") == [
        "single: Who? | one | two | three | ?? 2 options are marked by letter"
    ]


def test_a_letter_and_another_option_in_bold_leave_a_doubt() -> None:
    assert typed("1. Who?\n**a)** one\nb) **two**\nc) three") == [
        "single: Who? | one | two | three | ?? different options are marked: by bold and by letter"
    ]


def test_letters_inside_of_bullets_stay_where_they_are_no_row_from_a() -> None:
    assert typed("Who?\n- A. Smith\n- C. Jones*") == ["single: Who? | A. Smith | *C. Jones"]


def test_words_in_bold_at_the_start_are_no_label() -> None:
    assert typed("1. **Not** this?\na) **Yes** and no\nb) no*") == ["single: Not this? | Yes and no | *no"]
