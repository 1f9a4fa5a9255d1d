"""What `cpsprep bank pack` writes beside other files, and what it says of a new bank."""

from pathlib import Path

import pytest

from fakes_bank import write_bank
from fakes_cli import cpsprep


def test_the_half_page_leaves_a_printed_handout_alone(home: Path, tmp_path: Path) -> None:
    folder = write_bank(tmp_path / "bank")
    cpsprep("print", "handout", "--bank", "bank", home=home)
    before = (folder.parent / "small-bank-handout.html").read_bytes()

    done = cpsprep("bank", "pack", "bank", home=home)

    assert (done.code, done.err) == (0, "")
    assert (folder.parent / "small-bank-handout.html").read_bytes() == before


def test_a_new_bank_has_a_version_to_raise(home: Path) -> None:
    cpsprep("bank", "new", "mine", home=home)

    assert "1 question, version 1." in cpsprep("bank", "pack", "mine", home=home).out


def test_the_example_of_a_new_bank_is_told_until_it_is_out(home: Path) -> None:
    cpsprep("bank", "new", "mine", home=home)
    cpsprep("bank", "add", "--bank", "mine", home=home, text="b\nWhat?\n\nThat.\n\n\n\n\n\nq\n")
    told = cpsprep("bank", "pack", "mine", home=home).out
    cpsprep("bank", "retire", "first-0001", "--bank", "mine", "--reason", "example", home=home)

    assert "cpsprep bank retire first-0001 --bank mine --reason example" in told
    assert "example" not in cpsprep("bank", "pack", "mine", home=home).out


def test_a_later_half_page_takes_the_place_of_an_earlier_one_and_says_so(home: Path, tmp_path: Path) -> None:
    write_bank(tmp_path / "bank")
    first = cpsprep("bank", "pack", "bank", home=home).out
    second = cpsprep("bank", "pack", "bank", "--where", "our site", home=home)

    assert "replace" not in first
    assert second.out.splitlines()[1:4] == [
        "It replaces an earlier one.",
        "Wrote small-bank-half-page.txt and small-bank-half-page.html: a half page for the class.",
        "They replace earlier ones.",
    ]
    assert "our site" in (tmp_path / "small-bank-half-page.txt").read_text("utf-8")


def test_a_half_page_that_was_filled_in_by_hand_is_kept(home: Path, tmp_path: Path) -> None:
    write_bank(tmp_path / "bank")
    cpsprep("bank", "pack", "bank", home=home)
    page = tmp_path / "small-bank-half-page.txt"
    page.write_text(page.read_text("utf-8").replace("____", "Room 4"), "utf-8")

    told = cpsprep("bank", "pack", "bank", home=home).out

    assert "The earlier text is kept as small-bank-half-page.earlier.txt, should you have written" in told
    assert "To say where cpsprep can be had, for good: --where" in told
    assert "Room 4" in (tmp_path / "small-bank-half-page.earlier.txt").read_text("utf-8")


def test_a_half_page_that_says_the_same_is_kept_once(home: Path, tmp_path: Path) -> None:
    write_bank(tmp_path / "bank")
    cpsprep("bank", "pack", "bank", home=home)

    assert "kept" not in cpsprep("bank", "pack", "bank", home=home).out


@pytest.mark.parametrize(
    "name",
    ["half-page.txt", "half-page.html", "exam.html", "exam-key.html", "practice.html"],
)
def test_where_another_file_is_nothing_at_all_is_written(home: Path, tmp_path: Path, name: str) -> None:
    write_bank(tmp_path / "bank")
    mine = tmp_path / f"small-bank-{name}"
    mine.write_text("<p>mine</p>", "utf-8")
    before = sorted(tmp_path.rglob("*"))

    done = cpsprep("bank", "pack", "bank", "--paper", "--practice", "--anki", home=home)

    assert (done.code, done.out) == (2, "")
    assert f"{mine.name} is there already and is not a " in done.err
    assert mine.read_text("utf-8") == "<p>mine</p>"
    assert [one for one in sorted(tmp_path.rglob("*")) if home not in one.parents] == [
        one for one in before if home not in one.parents
    ]
