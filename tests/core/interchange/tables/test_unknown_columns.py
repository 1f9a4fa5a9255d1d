"""Tables whose columns are not known: said by somebody, told, and never taken for cards that they are not."""

import pytest

from cpsprep.core.interchange.draft import Spot
from cpsprep.core.interchange.tables.columns import Row, UnknownColumnError
from cpsprep.core.interchange.tables.delimited import read_delimited
from cpsprep.core.interchange.tables.rows import Untitled, read_table
from fakes_import import lines, remarks


@pytest.mark.parametrize(
    "given",
    [
        {"stem": "Item text", "a": "First", "b": "Second", "answer": "Right"},
        {"stem": "1", "a": "2", "b": "3", "answer": "4"},
    ],
)
def test_columns_can_be_said_below_a_title(given: dict[str, str]) -> None:
    header = "Item text,First,Second,Right" if not given["stem"].isdigit() else "Question,A,B,Key"
    found = read_delimited(f"CPS class\n\n{header}\nWho?,x,y,y", "f", ",", given)

    assert lines(found) == ["single: Who? | x | *y"]
    assert remarks(found) == ["1 above the header: CPS class"]


def test_a_column_that_is_nowhere_is_told_beside_the_names_that_there_are() -> None:
    with pytest.raises(UnknownColumnError, match="there is no column 'Stem'; there are 'Item', 'First'"):
        read_delimited("CPS class\nItem,First\nWho?,x", "f", ",", {"stem": "Stem"})


@pytest.mark.parametrize("answer", ["Y", "(y)", "2", "Choice Y"])
def test_a_key_of_options_in_unknown_columns_is_no_card(answer: str) -> None:
    text = f"Prompt,Choice W,Choice X,Choice Y,Right answer\nWhich?,hope,fear,joy,{answer}\n"
    found = read_delimited(text, "f")

    assert lines(found) == []
    assert found.skipped[0].why == (
        'its options stand in columns that are not known; say which: --map "a=First,b=Second": Which?'
    )


@pytest.mark.parametrize(
    "text",
    [
        "Prompt,Owner,Date,Answer\nWhich?,me,May,Open questions",
        "Prompt,Owner,Date,Answer\nWhich?,,May,Y",
        "Prompt,Owner,Date,Type,Answer\nWhich?,me,May,card,Y",
    ],
)
def test_an_answer_that_is_no_key_of_other_columns_is_the_back_of_a_card(text: str) -> None:
    assert [draft.kind.value for draft in read_delimited(text, "f").drafts] == ["basic"]


@pytest.mark.parametrize("above", ["", "CPS class\n"])
def test_two_columns_of_a_workbook_may_be_people_and_are_no_cards(above: str) -> None:
    rows = [["Name", "Phone"], ["Ann Smith", "555-1234"]]
    rows = [[above.strip()], *rows] if above else rows
    found = read_table([Row(Spot("f", 1), row) for row in rows], None, Untitled.NOTHING)

    assert lines(found) == []
    assert "this row has 'Name', 'Phone'" in found.remarks[0].said
