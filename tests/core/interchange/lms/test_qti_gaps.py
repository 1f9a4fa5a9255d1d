"""Blanks of QTI, typed or chosen from lists, as gaps."""

from cpsprep.core.interchange.draft import Found
from cpsprep.core.interchange.lms.qti import read_qti
from fakes_import import lines, skipped
from fakes_qti import choices, gave, item, quiz, rule


def read(told: str) -> Found:
    return read_qti(quiz(told).encode(), "f")


def test_blanks_become_gaps() -> None:
    responses = choices("hears", "listens", name="response_does") + choices("no", "yes", name="response_so")
    rules = (
        rule(gave("1", to="response_does"), points="50", action="Add")
        + rule(gave("2", to="response_does"), points="50", action="Add")
        + rule(gave("2", to="response_so"), points="50", action="Add")
    )

    for sort, lost in (
        ("fill_in_multiple_blanks_question", "other answers to a gap"),
        ("multiple_dropdowns_question", "the choices of a gap"),
        ("", "the choices of a gap"),
    ):
        (told,) = lines(read(item(sort, "A peer [does]: [so].", responses, rules)))
        assert told == f"cloze: A peer {{{{c1::hears}}}}: {{{{c2::yes}}}}. | named qti:g1 | !! {lost}"


def test_canvas_accepts_all_typed_answers_to_a_blank_and_marks_the_first_at_most() -> None:
    blank = choices("hope", "Hope", name="response_so")
    sort = "fill_in_multiple_blanks_question"

    assert lines(read(item(sort, "It is [so].", blank))) == ["cloze: It is {{c1::hope}}. | named qti:g1"]
    listed = blank.replace('ident="1"', 'ident="1" answer_type="wordbank"')
    assert skipped(read(item(sort, "It is [so].", listed))) == ["1 blanks"]


def test_a_blank_whose_answer_is_a_pattern_is_skipped() -> None:
    pattern = choices("^hope$", name="response_so").replace(
        'ident="1"', 'ident="1" scoring_algorithm="TextRegex"'
    )

    found = read(item("fill_in_multiple_blanks_question", "It is [so].", pattern))

    assert [one.why for one in found.skipped] == [
        "the answer of the blank [so] is a pattern, no words: It is [so]."
    ]


def test_a_blank_with_one_answer_loses_nothing() -> None:
    rules = rule(gave("1", to="response_so"), points="100")

    found = read(
        item("fill_in_multiple_blanks_question", "It is [so].", choices("x", name="response_so"), rules)
    )

    assert lines(found) == ["cloze: It is {{c1::x}}. | named qti:g1"]
