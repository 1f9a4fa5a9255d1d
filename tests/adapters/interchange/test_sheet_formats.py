"""Cells of a workbook come as Excel shows them, whatever is stored."""

from datetime import date, time
from io import BytesIO

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from cpsprep.adapters.interchange.sheet_file import read_sheets
from fakes_import import lines, remarks

HEADER = ("Question", "A", "B", "Key")


def workbook(*rows: tuple[object, object, str], epoch: object = CALENDAR_WINDOWS_1900) -> bytes:
    """A question with two options in each row, shown in the format that is said."""
    book = openpyxl.Workbook()
    book.epoch = epoch
    sheet = book.active
    sheet.append(HEADER)
    for number, (one, two, code) in enumerate(rows, 2):
        sheet.append((f"Which{number}?", one, two, "B"))
        for place in (2, 3):
            sheet.cell(number, place).number_format = code
    made = BytesIO()
    book.save(made)
    return made.getvalue()


@pytest.mark.parametrize("epoch", [CALENDAR_WINDOWS_1900, CALENDAR_MAC_1904])
def test_dates_times_percents_and_money(epoch: object) -> None:
    data = workbook(
        (date(2026, 7, 4), date(2026, 12, 25), "mmmm d, yyyy"),
        (date(2026, 7, 4), date(2026, 12, 25), "mm-dd-yy"),
        (time(9, 0), time(17, 30), "h:mm AM/PM"),
        (0.25, 0.5, "0%"),
        (20, 1500, '"$"#,##0'),
        epoch=epoch,
    )
    found = read_sheets(data, "f")

    assert lines(found) == [
        "single: Which2? | July 4, 2026 | *December 25, 2026",
        "single: Which3? | 7/4/2026 | *12/25/2026",
        "single: Which4? | 9:00 AM | *5:30 PM",
        "single: Which5? | 25% | *50%",
        "single: Which6? | $20 | *$1,500",
    ]
    assert remarks(found) == []


@pytest.mark.parametrize(("rows", "more"), [(1, " (and 1 more)"), (2, " (and 3 more)")])
def test_a_format_that_is_not_known_is_told_once(rows: int, more: str) -> None:
    found = read_sheets(workbook(*[(0.5, 0.25, "# ?/?")] * rows), "f")

    assert lines(found)[0] == "single: Which2? | 0.5 | *0.25"
    (told,) = remarks(found)
    assert told.startswith("2 a number is shown otherwise in Excel")
    assert told.endswith(f"it came as it is stored: 0.5{more}")
