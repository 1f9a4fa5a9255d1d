"""`cpsprep bank import` of a workbook sheet by sheet: none takes the questions of another out of use."""

from pathlib import Path

import openpyxl

from cpsprep.adapters.bank.yaml_bank import read_bank
from fakes_cli import Outcome, cpsprep

FIRST = (["Question", "A", "B", "Key"], ["Who decides what helps?", "The peer", "The person", "B"])
SECOND = (
    ["Item text", "Good", "Bad", "Right"],
    ["What leaves room for an answer?", "Open questions", "Advice", "Good"],
)
MAP = ("--map", "stem=Item text,a=Good,b=Bad,answer=Right")


def workbook(home: Path, **sheets: tuple[list[str], ...]) -> None:
    book = openpyxl.Workbook()
    for number, (name, rows) in enumerate(sheets.items()):
        sheet = book.create_sheet(name, number)
        for row in rows:
            sheet.append(row)
    book.save(home.parent / "w.xlsx")


def bring(home: Path, *words: str) -> Outcome:
    done = cpsprep("bank", "import", "w.xlsx", "--into", "b", *words, home=home)
    assert done.code == 0, done.err
    return done


def test_sheets_that_come_one_by_one_stay_beside_each_other(home: Path) -> None:
    workbook(home, One=FIRST, Two=SECOND)

    said = [bring(home, "--sheet", "One").out, bring(home, "--sheet", "Two", *MAP).out]

    assert not any("in the file no more" in one for one in said)
    assert len(read_bank(home.parent / "b").items) == 2


def test_what_was_said_of_one_sheet_is_remembered_of_this_one_alone(home: Path) -> None:
    workbook(home, One=FIRST, Two=SECOND)
    bring(home, "--sheet", "One")
    bring(home, "--sheet", "Two", *MAP)

    everything, second = bring(home).out, bring(home, "--sheet", "two").out

    assert f"Columns of the sheet 'two' as the last time: --map \"{MAP[1]}\"." in everything
    assert "Known already: 2 questions, 2 of them as they were." in everything
    assert "left out" not in everything + second
    assert "Known already: 1 question, 1 of them as they were." in second


def test_a_sheet_that_is_not_read_again_takes_nothing_out_of_use(home: Path) -> None:
    workbook(home, One=FIRST, Two=SECOND)
    bring(home, *MAP[:1], "stem=Item text,a=Good,b=Bad,answer=Right")
    workbook(home, One=FIRST, Two=(["Text of it", *SECOND[0][1:]], SECOND[1]))

    said = bring(home, "--sheet", "One", "--map", "stem=Question").out

    assert "in the file no more" not in said


def test_what_is_gone_from_a_whole_workbook_is_told(home: Path) -> None:
    workbook(home, One=(*FIRST, ["What leaves room?", "Open questions", "Advice", "A"]))
    bring(home)
    workbook(home, One=FIRST)

    assert "in the file no more" in bring(home).out
