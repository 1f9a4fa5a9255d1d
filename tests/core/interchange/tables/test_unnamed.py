"""Columns without a name: further keys, further options, or told; never left out without a word."""

import pytest

from cpsprep.core.interchange.tables.delimited import read_delimited
from cpsprep.core.interchange.tables.unnamed import column_named
from fakes_import import lines, remarks

HOPE = "multiple: Hope? | *x | y | *z"


@pytest.mark.parametrize(
    "header", ["Question,A,B,C,Key,,Explanation", "Question,A,B,C,Key,", "Question,A,B,C,Key"]
)
@pytest.mark.parametrize("rows", ["Hope?,x,y,z,A,C\nHelp?,x,y,z,B,\n", "Hope?,x,y,z,x,z\nHelp?,x,y,z,y,\n"])
def test_right_of_the_key_are_further_keys(header: str, rows: str) -> None:
    found = read_delimited(f"{header}\n{rows}", "f", ",")

    assert lines(found) == [HOPE, "single: Help? | x | *y | z"]
    assert remarks(found) == ["2 columns without a name, read as keys: F"]


@pytest.mark.parametrize(
    ("rows", "read", "told"),
    [
        (
            "Hope?,x,y,z,A,C\nHelp?,x,y,z,B,see page 4\n",
            ["x | y | z | ?? column F says C, and the key does not", "x | *y | z"],
            "2 columns without a name that were not read: F (C)",
        ),
        (
            "Hope?,x,y,z,1,3\nHelp?,x,y,z,2,\n",
            ["x | y | z | ?? column F says 3, and the key does not", "x | *y | z"],
            "2 columns without a name that were not read: F (3)",
        ),
        (
            "Hope?,x,y,z,1,2\nHelp?,x,y,z,2,2\n",
            ["*x | y | z", "x | *y | z"],
            "2 columns without a name that were not read: F (2)",
        ),
        (
            "Hope?,x,y,z,A,1\nHelp?,x,y,z,B,2\n",
            ["*x | y | z", "x | *y | z"],
            "2 columns without a name that were not read: F (1)",
        ),
        (
            "Hope?,x,y,z,A,\nHelp?,x,y,z,B,by Ann\n",
            ["*x | y | z", "x | *y | z"],
            "3 columns without a name that were not read: F (by Ann)",
        ),
    ],
    ids=["a remark among keys", "numbers", "points", "other signs", "a remark"],
)
def test_what_may_be_no_key_is_told_and_asked_where_it_names_another_option(
    rows: str, read: list[str], told: str
) -> None:
    found = read_delimited(f"Question,A,B,C,Key,\n{rows}", "f", ",")

    assert [line.partition("? | ")[2] for line in lines(found)] == read
    assert remarks(found) == [told]


@pytest.mark.parametrize(
    "header",
    [
        "Question,A,B,,,Key",
        "Question,Option 1,Option 2,,,Key",
        "Question,Options,,,,Key",
        "Question,First choice,,,,Key",
    ],
)
def test_between_options_and_the_next_name_are_further_options(header: str) -> None:
    given = {"a": "First choice"} if "First" in header else None
    found = read_delimited(f"{header}\nHope?,w,x,y,z,B\nHelp?,w,x,y,,C\n", "f", ",", given)

    assert lines(found) == ["single: Hope? | w | *x | y | z", "single: Help? | w | x | *y"]
    assert len(found.remarks) == 1
    assert "read as the options" in found.remarks[0].said


def test_further_options_end_where_the_next_one_has_a_name() -> None:
    found = read_delimited("Question,A,,C,,Key\nHope?,x,y,z,,B\n", "f", ",")

    assert lines(found) == ["single: Hope? | x | *y | z"]


def test_columns_that_do_not_count_on_are_told() -> None:
    found = read_delimited("Question,A,,,C,Key\nHope?,w,x,y,z,B\n", "f", ",")

    assert lines(found) == ["single: Hope? | w | *x | z"]
    assert remarks(found)[1:] == ["2 columns without a name that were not read: D (y)"]


def test_columns_said_by_numbers_may_have_names_that_are_not_known() -> None:
    given = {"stem": "1", "a": "2", "b": "3", "answer": "4"}

    assert lines(read_delimited("Frage,A,B,Key\nHope?,x,y,B\n", "f", ",", given)) == [
        "single: Hope? | x | *y"
    ]


def test_nine_columns_are_more_than_there_are_options() -> None:
    found = read_delimited("Question,G,,,Key\nHope?,x,y,z,G\n", "f", ",")

    assert remarks(found) == [
        "2 columns without a name, read as the options h: C",
        "2 columns without a name that were not read: D (z)",
    ]


@pytest.mark.parametrize(
    ("table", "read", "told"),
    [
        ("Question,A,B,\nHope?,x,y,B", "x | y", "D (B)"),
        ("Question,A,B,,Topic\nHope?,x,y,B,one", "x | y | in one", "D (B)"),
        ("Question,Key,A,B,\nHope?,B,x,y,for this reason", "x | *y", "E (for this reason)"),
        ("Question,A,B,,Key\nHope?,x,y,,B\nHelp?,x,y,,A\nHow?,x,y,a note,A", "x | *y", "D (a note)"),
        ("Question,Options,,Key\nHope?,x|y,a note,B", "x | *y", "C (a note)"),
        ("Question,Options,,Key\nHope?,x|y,,B", "x | *y", ""),
    ],
)
def test_other_columns_without_a_name_are_told(table: str, read: str, told: str) -> None:
    found = read_delimited(table, "f", ",")

    assert lines(found)[0] == f"single: Hope? | {read}"
    assert [one.said for one in found.remarks] == (
        [f"columns without a name that were not read: {told}"] if told else []
    )


def test_a_running_number_needs_no_name() -> None:
    assert remarks(read_delimited(",Question,Answer\n1.,Hope?,x\n2.,Help?,y", "f", ",")) == []


def test_columns_without_a_name_are_not_listed_without_end() -> None:
    found = read_delimited(f"Question,Answer\nHope?,x{',y' * 14}", "f", ",")

    assert remarks(found)[0].endswith(", N (y) and 2 more")


def test_socrative_has_its_keys_below_a_heading_of_the_row_above() -> None:
    text = (
        ",,4. Enter answers below:,,,5. Optional (Choose correct answer),,,\n"
        "2. Question Type:,3. Question:,Answer A:,Answer B:,Answer C:,,,,6. Explanation (Optional):\n"
        "Multiple choice,Hope?,x,y,z,A,C,,So it is.\n"
        "Multiple choice,Help?,x,y,z,B,,,\n"
    )
    found = read_delimited(text, "f", ",")

    assert lines(found) == [f"{HOPE} | -- So it is.", "single: Help? | x | *y | z"]
    assert remarks(found)[1:] == ["3 columns without a name, read as keys: F, G"]


def test_one_column_below_a_heading_of_keys() -> None:
    found = read_delimited(",,,Correct\nQuestion,A,B,\nHope?,x,y,B", "f", ",")

    assert lines(found) == ["single: Hope? | x | *y"]


def test_columns_said_by_numbers_leave_out_nothing_without_a_word() -> None:
    given = {"stem": "1", "a": "2", "b": "3", "c": "4", "answer": "5"}
    found = read_delimited("Hope?,x,y,z,A,C\nHelp?,x,y,z,B,\n", "f", ",", given)

    assert lines(found)[0].endswith("?? column F says C, and the key does not")
    assert remarks(found) == ["1 columns that were not read: F (C)"]


def test_columns_said_by_numbers_count_below_a_header_that_is_deeper() -> None:
    text = "Class,of,May\nQuestion,A,B,Key\nHope?,x,y,B\n"
    found = read_delimited(text, "f", ",", {"stem": "1", "a": "2", "b": "3", "answer": "4"})

    assert lines(found) == ["single: Hope? | x | *y"]


@pytest.mark.parametrize(("place", "name"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ")])
def test_columns_are_named_as_in_a_spreadsheet(place: int, name: str) -> None:
    assert column_named(place) == name
