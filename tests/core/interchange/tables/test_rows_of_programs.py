"""Rows that are no choice of one option among several beside it, as programs and people have them."""

import pytest

from cpsprep.core.interchange.tables.delimited import read_delimited
from fakes_import import lines, remarks, skipped


def test_one_option_a_row_is_no_card() -> None:
    found = read_delimited(
        "Question,Option,Correct\nHope?,One,\nHope?,Four,x\n,Five,TRUE\nHow?,n/a,well", "f", ","
    )

    assert lines(found) == ["basic: How? = well"]
    assert skipped(found) == [f"{row} options in unknown columns" for row in (2, 3, 4)]
    assert "in one row: in columns A, B, C, or with | between: Hope? Four" in found.skipped[1].why


def test_a_statement_may_have_both_words_in_one_cell() -> None:
    found = read_delimited("Question,Options,Answer\nIt is so.,True/False,True", "f", ",")

    assert lines(found) == ["truefalse: It is so. = true"]


def test_a_single_wrong_answer_is_an_option() -> None:
    found = read_delimited("question,correct_answer,incorrect_answers\nHow?,well,ill", "f", ",")

    assert lines(found) == ["single: How? | ill | *well"]


def test_a_key_that_has_the_words_of_a_column_that_was_not_read_is_no_card() -> None:
    found = read_delimited("Question,Eins,Zwei,Correct\nHope?,Four,Five,five", "f", ",")

    assert skipped(found) == ["2 options in unknown columns"]


@pytest.mark.parametrize(
    ("heading", "read"), [("Fill-in-the-Blank", True), ("Short answer", True), ("Multiple Choice", False)]
)
def test_options_of_a_blank_to_fill_in_are_all_accepted(heading: str, read: bool) -> None:
    header = "Question Text,Question Type,Option 1,Option 2,Correct Answer,Answer explanation"
    found = read_delimited(f"{header}\nR is?,{heading},one,two,,So.\n", "f", ",")

    expected = (
        "basic: R is? = one | -- Also accepted: two./So." if read else "single: R is? | one | two | -- So."
    )
    assert lines(found) == [expected]


def test_a_row_that_explains_the_columns_is_no_question() -> None:
    text = (
        "Question Text,Option 1,Option 2,Correct Answer\nText of the question (required),x,y,1\nHope?,x,y,2\n"
    )
    found = read_delimited(text, "f", ",")

    assert lines(found) == ["single: Hope? | x | *y"]
    assert remarks(found) == ["2 not a question, but a row that explains the columns"]


def test_an_id_in_two_rows_is_told() -> None:
    found = read_delimited(
        "id,Question,A,B,Key\nq1,Hope?,x,y,A\n,How?,x,y,A\nq1,Hope?,x,y,B\n,Who?,x,y,A\n", "f", ","
    )

    assert remarks(found) == [
        "4 the id q1 stands at f:2 too; each is read as a question, so if one is a copy, take it out"
    ]
    assert remarks(read_delimited("No,Question,A,B,Key\n1,Hope?,x,y,A\n1,Help?,x,y,B\n", "f", ",")) == []


@pytest.mark.parametrize(("header", "stem"), [("Question Name", "Q1"), ("Question Name,Question", "Hope?")])
def test_a_question_name_is_the_question_where_nothing_else_is(header: str, stem: str) -> None:
    row = "Q1" if header == "Question Name" else "Q1,Hope?"
    found = read_delimited(f"{header},A,B,Key\n{row},x,y,A", "f", ",")

    assert [draft.stem for draft in found.drafts] == [stem]


def test_a_table_that_is_not_known_is_told_by_its_likeliest_header() -> None:
    found = read_delimited("Class of May,2026,\nColumn,First,Key\nHope?,x,y\n", "f", ",")

    assert found.remarks[0].where.number == 2
