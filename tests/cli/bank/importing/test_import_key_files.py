"""The texts of missing keys that `cpsprep bank import` leaves: nothing that somebody wrote in one is lost."""

import json
from pathlib import Path

import openpyxl
import pytest

from cpsprep.adapters.bank.yaml_bank import read_bank
from fakes_cli import cpsprep

ONE = "1. Who?\na) x\nb) y\n\n"
TWO = "2. Where?\na) x\nb) y\n\n"


def bring(home: Path, *words: str, text: str = "", to: str = "b/a.yaml") -> str:
    if text:
        (home.parent / "a.txt").write_text(text, "utf-8")
    done = cpsprep("bank", "import", *(words or ("a.txt",)), "-o", to, home=home)
    assert done.code == 0, done.err
    return done.out.replace("\\", "/")


def keys(home: Path, name: str = "a.needs-key.txt") -> Path:
    return home.parent / "b" / name


def fill(path: Path, wrote: str = "Answer: b\n", many: int = -1) -> bytes:
    path.write_text(path.read_text("utf-8").replace("Answer:\n", wrote, many), "utf-8")
    return path.read_bytes()


def names(home: Path) -> list[str]:
    return sorted(path.name for path in (home.parent / "b").glob("*.needs-key*"))


def test_each_sheet_has_a_text_of_its_own(home: Path) -> None:
    book = openpyxl.Workbook()
    for name in ("Week 1", "Week 2"):
        sheet = book.create_sheet(name)
        for row in (["Question", "A", "B", "Key"], [f"Who in {name}?", "x", "y", ""]):
            sheet.append(row)
    book.save(home.parent / "w.xlsx")

    for name in ("Week 1", "week 2"):
        bring(home, "w.xlsx", "--sheet", name)

    assert names(home) == ["a.week-1.needs-key.txt", "a.week-2.needs-key.txt"]
    fill(keys(home, "a.week-2.needs-key.txt"))
    bring(home, "b/a.week-2.needs-key.txt")
    assert len(read_bank(home.parent / "b").items) == 1


@pytest.mark.parametrize("wrote", ["Answer: b\n", "Answer:\nb\n", "Answer:\n// Ask Maria.\n"])
def test_a_text_in_which_somebody_wrote_stays(home: Path, wrote: str) -> None:
    bring(home, text=ONE)
    filled = fill(keys(home), wrote)

    said = bring(home, text=ONE)

    assert keys(home).read_bytes() == filled
    assert "b/a.needs-key.txt stays as it is: keys or other questions stand in it." in said
    assert "Questions without a key are in b/a.needs-key-2.txt." in said


def test_a_text_with_other_questions_stays(home: Path) -> None:
    bring(home, text=ONE)
    bring(home, text=TWO)

    assert names(home) == ["a.needs-key-2.txt", "a.needs-key.txt"]
    assert "Who?" in keys(home).read_text("utf-8")
    assert json.loads(bring(home, "a.txt", "--json"))["needs_key_files_kept"] == ["b/a.needs-key.txt"]


def test_a_text_whose_questions_are_in_the_new_one_or_have_keys_by_now_is_replaced(home: Path) -> None:
    bring(home, text=ONE + TWO)

    said = bring(home, text=f"{ONE.strip()}\nAnswer: a\n\n{TWO}3. When?\na) x\nb) y\n")

    assert names(home) == ["a.needs-key.txt"]
    assert "stays as it is: keys" not in said
    assert "Who?" not in keys(home).read_text("utf-8")


def test_what_was_left_open_in_a_text_waits_in_it_and_the_rest_is_in_the_deck(home: Path) -> None:
    bring(home, text=ONE + TWO)
    fill(keys(home), many=1)

    bring(home, "b/a.needs-key.txt")

    assert names(home) == ["a.needs-key.txt"]
    assert "Who?" not in keys(home).read_text("utf-8")


def test_a_text_of_which_a_part_could_not_be_read_stays(home: Path) -> None:
    bring(home, text=ONE + TWO)
    fill(keys(home), many=1)
    keys(home).write_text(keys(home).read_text("utf-8").replace("a) x\n", "", 1), "utf-8")

    said = bring(home, "b/a.needs-key.txt")

    assert "question without options" in said
    assert names(home) == ["a.needs-key-2.txt", "a.needs-key.txt"]
    assert "Answer: b" in keys(home).read_text("utf-8")


def test_a_text_that_was_filled_in_bit_by_bit_takes_no_question_out_of_use(home: Path) -> None:
    bring(home, text=ONE + TWO)
    for _ in range(2):
        fill(keys(home), many=1)
        said = bring(home, "b/a.needs-key.txt")

    assert "in the file no more" not in said
    assert len(read_bank(home.parent / "b").items) == 2


def test_a_copy_of_a_text_elsewhere_takes_the_place_of_nothing(home: Path) -> None:
    bring(home, text=ONE + TWO)
    (home.parent / "a.needs-key.txt").write_bytes(keys(home).read_bytes())
    filled = fill(keys(home))

    bring(home, "a.needs-key.txt")

    assert keys(home).read_bytes() == filled
