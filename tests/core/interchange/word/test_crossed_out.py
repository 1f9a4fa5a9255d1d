"""What is crossed out in a document: never a key, and never gone or kept without a word."""

import pytest

from cpsprep.core.interchange.draft import Found
from cpsprep.core.interchange.word.document import read_word
from cpsprep.core.interchange.word.open_document import as_word
from cpsprep.core.interchange.xml_tree import read_xml
from fakes_docx import NUMBERING, STYLES, document, paragraph, run, table
from fakes_import import lines, remarks
from fakes_odt import content, p, span, style

P = paragraph
ASKED = (P("1. Who?"), P("a) one"), P("b) two"), P("c) three"))


def read(*blocks: str) -> Found:
    parts = {"document": document(*blocks), "styles": STYLES, "numbering": NUMBERING}
    return read_word({name: read_xml(text.encode()) for name, text in parts.items()}, "f")


def struck(text: str, marks: str = "strike") -> str:
    return run(text, marks)


@pytest.mark.parametrize("mark", ["strike", "dstrike", "strike dstrike=0"])
def test_a_crossed_out_letter_is_no_key(mark: str) -> None:
    found = read(*ASKED, P("Answer: ", struck("B", mark), " C"))

    assert lines(found) == ["single: Who? | one | two | *three"]
    assert remarks(found) == ["5 crossed-out text was left out: B"]


def test_what_is_crossed_out_no_more_counts() -> None:
    assert lines(read(*ASKED, P("Answer: ", run("B", "strike=0")))) == ["single: Who? | one | *two | three"]


@pytest.mark.parametrize(
    "runs",
    [
        ("Answer: ", struck("B")),
        (struck("Answer: B"),),
        ("The correct answer is ", struck("B")),
        (struck("Answer: B"), "."),
        (struck("B"),),
        (struck("(b)"),),
    ],
)
def test_a_key_that_is_crossed_out_wholly_leaves_none(runs: tuple[str, ...]) -> None:
    found = read(*ASKED, P(*runs), P("2. How?"), P("a) well"), P("b) ill*"))

    assert lines(found) == ["single: Who? | one | two | three", "single: How? | well | *ill"]
    assert len(remarks(found)) == 1


def test_a_crossed_out_explanation_is_none() -> None:
    found = read(*ASKED, P("Answer: B"), P("Explanation: ", struck("old"), " new"))

    assert lines(found) == ["single: Who? | one | *two | three | -- new"]
    assert lines(read(*ASKED, P("Answer: B"), P(struck("Explanation: old")))) == [
        "single: Who? | one | *two | three"
    ]


def test_words_that_are_crossed_out_go_and_are_told() -> None:
    found = read(P("1. Who ", struck("was"), " is it?"), P("a) ", struck("one"), "uno"), P("b) two*"))

    assert lines(found) == ["single: Who is it? | uno | *two"]
    assert remarks(found) == ["1 crossed-out text was left out: was", "2 crossed-out text was left out: one"]


@pytest.mark.parametrize("option", [P("b) ", struck("two", "b strike")), P(struck("b) two*", "b strike"))])
def test_an_option_that_is_crossed_out_stays_in_its_place_and_is_no_key(option: str) -> None:
    found = read(P("1. Who?"), P("a) one"), option, P("c) three"))

    assert lines(found) == ["single: Who? | one | two | three"]
    assert remarks(found) == ["3 it is crossed out and was read all the same: two"]


def test_an_option_of_one_letter_stays_too() -> None:
    found = read(P("1. Which vitamin?"), P("a) A*"), P("b) ", struck("B")))

    assert lines(found) == ["single: Which vitamin? | *A | B"]
    assert remarks(found) == ["3 it is crossed out and was read all the same: B"]


def test_a_crossed_out_story_is_told_of() -> None:
    found = read(P(struck("Scenario: Ana waits.")), *ASKED)

    assert lines(found) == ["single: Ana waits.//Who? | one | two | three"]
    assert remarks(found) == ["1 it is crossed out and was read all the same: Scenario: Ana waits."]


def test_a_crossed_out_key_below_all_questions() -> None:
    found = read(
        *ASKED,
        *(P("2. How?"), P("a) well"), P("b) ill")),
        *(P("Answer key"), P("1. ", struck("B"), " C"), P(struck("2. B"))),
    )

    assert lines(found) == ["single: Who? | one | two | *three", "single: How? | well | ill"]


def test_the_columns_of_a_table() -> None:
    found = read(
        table(
            ("Question", "A", "B", "C", "Key"),
            ("Who?", "one", P(struck("two")), "three", "C"),
            ("How?", "well", "ill", "so so", P(struck("ill"))),
            ("When?", "now", "then", "never", P(struck("A"), " B")),
        )
    )

    assert lines(found) == [
        "single: Who? | one | *three",
        "single: How? | well | ill | so so",
        "single: When? | now | *then | never",
    ]
    assert [one.partition(" ")[2] for one in remarks(found)] == [
        "crossed-out text was left out: A",
        "crossed-out text was left out: two",
        "crossed-out text was left out: ill",
    ]


def test_keys_in_a_table_of_which_one_is_crossed_out() -> None:
    asked = [P(f"{number}. Who{number}?\na) one\nb) two\nc) three") for number in (1, 2, 3)]
    found = read(*asked, table(("1", "C"), ("2", P(struck("B"))), ("3", P(struck("B"), "A"))))

    assert not any("*two" in line for line in lines(found))


def test_crossed_out_in_an_open_document() -> None:
    line = style("X", 'style:text-line-through-style="solid"')
    body = content(
        *(p(text) for text in ("1. Who?", "a) one", "b) two", "c) three")),
        p("Answer: ", span("B", "X"), " C"),
        styles=line,
    )
    found = read_word(as_word(read_xml(body.encode()), None), "f")

    assert lines(found) == ["single: Who? | one | two | *three"]
    assert remarks(found) == ["5 crossed-out text was left out: B"]
