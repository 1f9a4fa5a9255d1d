"""What was said of the columns of a table is known again when the table comes again."""

import pytest

from cpsprep.adapters.interchange.reading import Asked
from cpsprep.cli.bank.importing.asked import remembered, to_remember
from cpsprep.core.interchange.names import Format

ONE, OTHER = {"stem": "Q"}, {"stem": "Item", "a": "First"}
KNOWN = {"t.xlsx": ONE, "t.xlsx#week 1": OTHER, "u.csv": OTHER}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        (Asked(columns=ONE), {"t.xlsx": ONE}),
        (Asked(columns=OTHER, sheet=" Week 1"), {"t.xlsx#week 1": OTHER}),
        (Asked(sheet="Week 1"), {}),
    ],
)
def test_columns_are_remembered_by_the_table_and_its_sheet(
    asked: Asked, expected: dict[str, dict[str, str]]
) -> None:
    assert to_remember(asked, "t.xlsx") == expected


@pytest.mark.parametrize("asked", [Asked(columns=ONE), Asked(Format.GIFT)])
def test_what_is_typed_now_counts_alone(asked: Asked) -> None:
    assert remembered(asked, KNOWN, "u.csv") == (asked, ())


@pytest.mark.parametrize(
    ("sheet", "whole", "sheets"),
    [("", ONE, {"week 1": OTHER}), ("WEEK 1", None, {"week 1": OTHER}), ("Week 2", ONE, {})],
)
def test_a_sheet_has_its_own_columns_and_else_those_of_its_workbook(
    sheet: str, whole: dict[str, str] | None, sheets: dict[str, dict[str, str]]
) -> None:
    asked, told = remembered(Asked(sheet=sheet), KNOWN, "t.xlsx")

    assert (asked.columns, asked.by_sheet, len(told)) == (whole, sheets, bool(whole) + len(sheets))


def test_what_is_remembered_is_told_as_it_would_be_typed() -> None:
    assert remembered(Asked(), KNOWN, "t.xlsx")[1] == [
        'Columns as the last time: --map "stem=Q".',
        "Columns of the sheet 'week 1' as the last time: --map \"stem=Item,a=First\".",
    ]


def test_a_table_that_was_never_here_has_none() -> None:
    assert remembered(Asked(), KNOWN, "new.csv") == (Asked(), [])
