"""What `cpsprep bank pack` writes beside other files, and what it says of a new bank."""

from pathlib import Path

import pytest

from fakes_bank import HEADER, write_bank
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

    assert "The earlier one is kept as small-bank-half-page.earlier.txt: somebody may have written" in told
    assert "To say where cpsprep can be had, for good: --where" in told
    assert "Room 4" in (tmp_path / "small-bank-half-page.earlier.txt").read_text("utf-8")
    assert not (tmp_path / "small-bank-half-page.earlier.html").exists()


def test_words_in_the_half_page_to_print_are_kept_too(home: Path, tmp_path: Path) -> None:
    write_bank(tmp_path / "bank")
    cpsprep("bank", "pack", "bank", home=home)
    page = tmp_path / "small-bank-half-page.html"
    page.write_text(page.read_text("utf-8").replace("Each day", "Each day, Room 4"), "utf-8")

    told = cpsprep("bank", "pack", "bank", home=home).out

    assert "The earlier one is kept as small-bank-half-page.earlier.html" in told
    assert "Room 4" in (tmp_path / "small-bank-half-page.earlier.html").read_text("utf-8")
    assert not (tmp_path / "small-bank-half-page.earlier.txt").exists()


@pytest.mark.parametrize("ending", [".txt", ".html"])
def test_what_was_kept_before_is_not_written_over(home: Path, tmp_path: Path, ending: str) -> None:
    write_bank(tmp_path / "bank")
    for words in ("Room 4", "Room 5", "Room 5"):
        cpsprep("bank", "pack", "bank", home=home)
        page = tmp_path / f"small-bank-half-page{ending}"
        page.write_text(page.read_text("utf-8").replace("Each day", words), "utf-8")

    told = cpsprep("bank", "pack", "bank", home=home).out

    assert f"kept as small-bank-half-page.earlier-2{ending}: somebody may have written there" in told
    kept = {path.name: path.read_text("utf-8") for path in tmp_path.glob("*.earlier*")}
    first, second = f"small-bank-half-page.earlier{ending}", f"small-bank-half-page.earlier-2{ending}"
    assert sorted(kept) == sorted([first, second])
    assert ("Room 4" in kept[first], "Room 5" in kept[second]) == (True, True)


def test_half_pages_that_nobody_touched_are_kept_nowhere(home: Path, tmp_path: Path) -> None:
    folder = write_bank(tmp_path / "bank")
    for version in ("1", "2", "2"):
        (folder / "bank.yaml").write_text(f'{HEADER}version: "{version}"\n', "utf-8")
        told = cpsprep("bank", "pack", "bank", "--where", version, home=home).out
        assert "kept" not in told

    assert not list(tmp_path.glob("*.earlier*"))


@pytest.mark.parametrize("where", ["our site", "https://example.org/a?b=1&c=2", 'the "old" room'])
def test_where_to_get_cpsprep_is_not_lost_by_a_pack_that_does_not_say_it(
    home: Path, tmp_path: Path, where: str
) -> None:
    write_bank(tmp_path / "bank")
    cpsprep("bank", "pack", "bank", "--where", where, home=home)

    told = cpsprep("bank", "pack", "bank", home=home).out

    assert (
        "The earlier ones are kept as small-bank-half-page.earlier.txt and small-bank-half-page.earlier.html"
        in told
    )
    assert "To say where cpsprep can be had, for good: --where" in told
    assert where in (tmp_path / "small-bank-half-page.earlier.txt").read_text("utf-8")


def test_a_half_page_whose_other_file_is_gone_is_kept(home: Path, tmp_path: Path) -> None:
    write_bank(tmp_path / "bank")
    cpsprep("bank", "pack", "bank", home=home)
    (tmp_path / "small-bank-half-page.html").unlink()

    told = cpsprep("bank", "pack", "bank", "--where", "our site", home=home).out

    assert "The earlier one is kept as small-bank-half-page.earlier.txt" in told
    assert "for good: --where" not in told


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
