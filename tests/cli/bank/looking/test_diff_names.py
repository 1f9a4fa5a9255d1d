"""`bank diff` from inside a bank's folder: the bank has its name there too."""

from pathlib import Path

import pytest

from fakes_bank import write_bank
from fakes_cli import cpsprep
from fakes_git import committed


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    return write_bank(tmp_path / "small")


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        (("v1", "."), "From small at v1 (NUMBER, 2026-11-20) to small:"),
        (("v1", "--bank", "."), "From small at v1 (NUMBER, 2026-11-20) to now:"),
        ((".",), "From small at the last commit (NUMBER, 2026-11-20) to now:"),
        ((".", "../other"), "From small to ../other:"),
        (("../other", "decks/.."), "From ../other to small:"),
    ],
)
def test_the_folder_somebody_stands_in_is_told_by_its_name(
    home: Path, bank: Path, words: tuple[str, ...], heading: str
) -> None:
    write_bank(bank.parent / "other")
    (bank / "decks").mkdir()
    committed(bank.parent, "v1")

    head = cpsprep("bank", "diff", *words, home=home, cwd=bank).out.splitlines()[0]

    number = head.partition("(")[2].partition(",")[0]
    assert head.replace(number, "NUMBER" if number else "") == heading
