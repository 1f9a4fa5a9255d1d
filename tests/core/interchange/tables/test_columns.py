"""Which column of a table means what: by its name, or as somebody says."""

import pytest

from cpsprep.core.interchange.tables.column_names import field_of
from cpsprep.core.interchange.tables.columns import UnknownColumnError
from cpsprep.core.interchange.tables.delimited import read_delimited
from cpsprep.core.interchange.tables.rows import read_table
from fakes_import import lines, remarks, skipped

HEADER = "Question,A,B,C,Answer\n"


@pytest.mark.parametrize(
    ("name", "field"),
    [
        ("Question", "stem"),
        ("Question - max 120 characters", "stem"),
        ("QUESTION TEXT", "stem"),
        ("Answer 1 - max 75 characters", "a"),
        ("Option B", "b"),
        ("choice_c", "c"),
        ("Option 4", "d"),
        ("D", "d"),
        ("b option", "b"),
        ("Correct answer(s) - choose at least one", "answer"),
        ("Key", "answer"),
        ("Rationale", "explanation"),
        ("Rationale A", "why_a"),
        ("why_true", "why_true"),
        ("Misconception B", "misconception_b"),
        ("content note", "content_note"),
        ("Category", "topic"),
        ("3. Question:", "stem"),
        ("Answer A:", "a"),
        ("6. Explanation (Optional):", "explanation"),
        ("Option 9", ""),
        ("Time limit", ""),
        ("", ""),
    ],
)
def test_columns_are_known_by_the_names_people_give_them(name: str, field: str) -> None:
    assert field_of(name) == field


def test_of_two_columns_that_mean_the_same_the_plainer_name_counts() -> None:
    found = read_delimited("Item,Question text,Option 1,Option 2,Key\n1,Who?,x,y,2\n", "f")

    assert lines(found) == ["single: Who? | x | *y"]
    assert remarks(found) == ["2 columns that were not read: Item"]


def test_what_stands_above_the_header_and_in_unknown_columns_is_told() -> None:
    found = read_delimited("Quiz export,,\n\nQuestion,Answer,Owner\nHope?,A thing.,me\n,x,me\n", "f")

    assert lines(found) == ["basic: Hope? = A thing."]
    assert remarks(found) == ["1 above the header: Quiz export", "4 columns that were not read: Owner"]
    assert skipped(found) == ["5 without a stem"]


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (
            {"stem": "Item text", "a": "First", "b": "Second", "answer": "Right"},
            "Seen,Item text,First,Second,Right\n1,Who?,x,y,y",
        ),
        (
            {"question": "item text", "option a": "First", "b": "4", "key": "right"},
            "Seen,Item text,First,Second,Right\n1,Who?,x,y,y",
        ),
        ({"stem": "2", "a": "3", "b": "4", "answer": "5"}, "1,Who?,x,y,y"),
        ({"stem": "2", "a": "3", "b": "4", "answer": "5"}, "Question,Question,A,B,Answer\n1,Who?,x,y,y"),
    ],
)
def test_columns_can_be_said(given: dict[str, str], text: str) -> None:
    assert lines(read_delimited(text, "f", given=given)) == ["single: Who? | x | *y"]


def test_columns_that_are_not_said_mean_what_their_names_mean() -> None:
    text = "Owner,Item text,Choice 1,Choice 2,Right,Comment\nme,Who?,x,y,2,So it is.\n"
    found = read_delimited(text, "f", given={"stem": "Item text"})

    assert lines(found) == ["single: Who? | x | *y | -- So it is."]
    assert remarks(found) == ["2 columns that were not read: Owner"]


@pytest.mark.parametrize("given", [{"stem": "Nothing"}, {"stem": "9"}, {"colour": "1"}])
def test_a_column_or_field_that_is_not_there_is_refused(given: dict[str, str]) -> None:
    with pytest.raises(UnknownColumnError):
        read_delimited("x,y\n1,2", "f", given=given)


def test_a_table_without_known_columns_says_how_to_go_on() -> None:
    found = read_delimited("x,y,z\n1,2,3", "f")

    assert (lines(found), len(found.remarks)) == ([], 1)
    assert '--map "stem=Item text,' in found.remarks[0].said
    assert read_delimited("\n\n", "f").drafts == ()
    assert read_table([]).drafts == ()


@pytest.mark.parametrize(
    ("header", "right"),
    [
        ("Question,A,B,C,Correct,Correct,Correct", "*x | y | *z"),
        ("Question,A,B,C,Correct answer 1,Correct answer 2,Correct answer 3", "*x | y | *z"),
        ("Question,A,B,C,Correct,Key,Right", "x | y | z | ?? 'Key' says C, and the key does not"),
    ],
)
def test_right_options_may_have_a_column_each(header: str, right: str) -> None:
    found = read_delimited(f"{header}\nWhich?,x,y,z,A,C,\nWho?,x,y,z,B,,\n", "f")

    assert [line.partition("? | ")[2] for line in lines(found)] == [right, "x | *y | z"]


def test_columns_of_right_options_may_be_shorter_than_the_header() -> None:
    found = read_delimited("Question,A,B,C,Correct,Correct\nWhich?,x,y,z,A\n", "f")

    assert lines(found) == ["single: Which? | *x | y | z"]
