"""Options of a table that have a sign such as an asterisk: it is the key, or it agrees with the key."""

import pytest

from cpsprep.core.interchange.tables.delimited import read_delimited
from fakes_import import lines

AGAINST = "but the sign is at another option"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("*one,two,three,", "single: Who? | *one | two | three"),
        ("*one,two,three,A", "single: Who? | *one | two | three"),
        ("*one,two,three,one", "single: Who? | *one | two | three"),
        ("*one,two,three,B", f"single: Who? | one | two | three | ?? the key says B, {AGAINST}"),
        ('*one,two,*three,"A, C"', "multiple: Who? | *one | two | *three"),
        ("*one,two,*three,A", f"single: Who? | one | two | three | ?? the key says A, {AGAINST}"),
        ("*one,two,three,E", "single: Who? | one | two | three | ?? 'E' names no option"),
        ("* one,* two,* three,B", "single: Who? | one | *two | three"),
        (
            "* one,* two,* three,",
            "single: Who? | one | two | three | ?? every option has the same mark (sign)",
        ),
        ("*True,False,,", "truefalse: Who? = true"),
        ("*True,False,,true", "truefalse: Who? = true"),
        ("*True,False,,B", f"truefalse: Who? = ? | ?? the key says B, {AGAINST}"),
        ("*True,*False,,B", "truefalse: Who? = false"),
        ("*True,*False,,", "truefalse: Who? = ?"),
        ("True,False,,", "truefalse: Who? = ?"),
    ],
)
def test_a_sign_and_a_key(row: str, expected: str) -> None:
    assert lines(read_delimited(f"Question,A,B,C,Answer\nWho?,{row}", "f")) == [expected]


def test_signs_of_options_that_are_all_wrong_say_nothing() -> None:
    table = "Question,Correct answer,Wrong answer 1,Wrong answer 2\nWho?,one,*two,three"

    assert lines(read_delimited(table, "f")) == ["single: Who? | two | three | *one"]
