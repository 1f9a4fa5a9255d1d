"""Columns that are called like a key and were passed over: asked where they name another option."""

import pytest

from cpsprep.core.interchange.tables.delimited import read_delimited
from fakes_import import lines, remarks


@pytest.mark.parametrize(
    ("header", "row", "read"),
    [
        ("Key,Key 2", "A,B", "x | y | z | ?? 'Key 2' says B, and the key does not"),
        ("Key,Also correct", "A,y", "x | y | z | ?? 'Also correct' says y, and the key does not"),
        ("Correct,Correct Answer", "A,B", "x | y | z | ?? 'Correct Answer' says B, and the key does not"),
        ("Key,Key 2", ",B", "x | y | z | ?? 'Key 2' says B, and the key does not"),
        ("Key,Key 2", "A,A", "*x | y | z"),
        ("Key,Key 2", "A,x", "*x | y | z"),
        ("Key,Key 2", "A,", "*x | y | z"),
        ("Key,Key 2", "A", "*x | y | z"),
        ("Key,Key 2", "A,see page 4", "*x | y | z"),
        ("Correct,Answer index", "y,2", "x | *y | z"),
        ("Correct,Answer index", "y,1", "x | *y | z"),
        ("Key,Key words", "A,y", "*x | y | z"),
        ("Key,Level 2", "A,B", "*x | y | z"),
    ],
)
def test_a_second_column_like_a_key_is_asked_about_where_it_names_another_option(
    header: str, row: str, read: str
) -> None:
    assert lines(read_delimited(f"Question,A,B,C,{header}\nHope?,x,y,z,{row}", "f", ",")) == [
        f"single: Hope? | {read}"
    ]


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("True,False", "? | ?? 'Key 2' says False, and the key does not"),
        ("True,True", "true"),
        ("True,", "true"),
        ("True", "true"),
        (",False", "?"),
    ],
)
def test_a_second_key_of_a_statement(row: str, read: str) -> None:
    found = read_delimited(f"Type,Question,Key,Key 2\nTF,It is so.,{row}", "f", ",")

    assert lines(found) == [f"truefalse: It is so. = {read}"]


def test_a_key_that_was_said_counts_alone() -> None:
    found = read_delimited("Question,A,B,Key,Key 2\nHope?,x,y,A,B", "f", ",", {"answer": "Key"})

    assert lines(found) == ["single: Hope? | *x | y"]
    assert remarks(found) == ["2 columns that were not read: Key 2"]
