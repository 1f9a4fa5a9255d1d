"""Lists of people beside the questions of a workbook, which are nobody's cards."""

from pathlib import Path

import openpyxl
import pytest

from cpsprep.adapters.interchange.sheet_file import read_sheets
from cpsprep.app.errors import UsageError
from fakes_import import lines


def with_a_class_list(path: Path) -> bytes:
    book = openpyxl.Workbook()
    for row in (["Item", "First", "Second", "Right"], ["Who?", "x", "y", "y"]):
        book.worksheets[0].append(row)
    people = book.create_sheet("Class list")
    for row in (["Name", "Phone"], ["Ann Smith", "555-1234"]):
        people.append(row)
    book.save(path)
    return path.read_bytes()


@pytest.mark.parametrize("given", [None, {"stem": "Item", "a": "First", "b": "Second", "answer": "Right"}])
def test_a_class_list_beside_the_questions_never_becomes_cards(
    tmp_path: Path, given: dict[str, str] | None
) -> None:
    found = read_sheets(with_a_class_list(tmp_path / "a.xlsx"), "f", given)

    assert lines(found) == (["single: Who? | x | *y"] if given else [])
    assert len(found.remarks) == (1 if given else 2)


def test_numbers_of_columns_are_said_of_one_sheet(tmp_path: Path) -> None:
    data, given = with_a_class_list(tmp_path / "a.xlsx"), {"stem": "1", "answer": "2"}

    with pytest.raises(UsageError, match="f has several sheets: 'Sheet', 'Class list'") as refused:
        read_sheets(data, "f", given)
    assert refused.value.hint == 'say which one is meant: --sheet "Sheet"'
    assert len(read_sheets(data, "f", {**given, "a": "3"}, "Sheet").drafts) > 0
