"""What `cpsprep bank pack` writes beside other files, and what it says of a new bank."""

from pathlib import Path

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
