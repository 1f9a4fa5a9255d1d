"""Which bank is written to: said before anything is asked, and never the one of cpsprep by chance."""

from dataclasses import replace
from pathlib import Path

import pytest

from cpsprep.adapters.bank.shipped_bank import default_bank_folder
from cpsprep.adapters.system import Folders, SystemClock
from cpsprep.app.errors import UsageError
from cpsprep.cli.bank.writing.whose import own_folder
from cpsprep.cli.saying import quoted
from cpsprep.cli.wiring import World
from cpsprep.core.config.settings import Settings
from fakes_bank import HEADER, write_bank
from fakes_cli import cpsprep

CHANGE = ("--set", "level=application", "--dry-run")
SHIPPED = "al-0002"


def here(home: Path, *banks: Path) -> World:
    settings = replace(Settings(), banks=tuple(map(str, banks)))
    return World(Folders(home / "data", home / "config", home / "cache"), settings, SystemClock())


def test_the_bank_and_its_folder_are_said_beside_what_is_printed(home: Path, tmp_path: Path) -> None:
    write_bank(tmp_path / "small")

    done = cpsprep("bank", "edit", "one-choice", *CHANGE, "--bank", "small", home=home)

    assert (done.code, done.err) == (0, "The bank: Small bank, in small.\n")


def test_of_the_bank_of_cpsprep_it_is_said_how_to_make_ones_own(home: Path) -> None:
    done = cpsprep("bank", "edit", SHIPPED, *CHANGE, home=home)

    assert str(default_bank_folder()) in done.err
    assert "It is the one that comes with cpsprep" in done.err
    assert "to make one of your own: cpsprep bank new my-bank" in done.err


def test_nothing_is_mended_in_the_bank_of_cpsprep_unless_it_is_named(home: Path) -> None:
    done = cpsprep("bank", "lint", "--fix", home=home)

    assert (done.code, done.out) == (2, "")
    assert "no bank of your own is in use" in done.err
    assert f"cpsprep bank lint --fix --bank {quoted(str(default_bank_folder()))}" in done.err


def test_the_one_bank_in_use_is_written_to(home: Path, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "small")

    assert own_folder(here(home, bank), "cpsprep bank add", named=False) == bank


def test_the_bank_of_cpsprep_may_be_named(home: Path) -> None:
    shipped = default_bank_folder()

    assert own_folder(here(home, shipped), "cpsprep bank add", named=True) == shipped


def test_the_bank_of_cpsprep_is_never_chosen_for_want_of_another(home: Path) -> None:
    with pytest.raises(UsageError, match="no bank of your own is in use") as refused:
        own_folder(here(home), "cpsprep bank add", named=False)

    assert "cpsprep bank new my-bank" in refused.value.hint
    assert "cpsprep bank add --bank " in refused.value.hint


def test_of_several_one_has_to_be_named(home: Path, tmp_path: Path) -> None:
    banks = [write_bank(tmp_path / name, header=HEADER) for name in ("one", "two")]

    with pytest.raises(UsageError, match="there are 2 banks in use that it could go into") as refused:
        own_folder(here(home, *banks), "cpsprep bank add", named=True)

    assert refused.value.hint == f"name one, such as: cpsprep bank add --bank {banks[0]}"


def test_in_the_folder_of_a_bank_that_one_is_meant(home: Path, tmp_path: Path) -> None:
    bank = write_bank(tmp_path / "small")

    done = cpsprep("bank", "add", home=home, cwd=bank, text="b\nWhat?\n\nThat.\n\n\n\n\n\n\nq\n")

    assert done.err == f"The bank: Small bank, in {bank}.\n"
    assert "front: What?" in (bank / "first.yaml").read_text("utf-8")


def test_nothing_is_added_to_the_bank_of_cpsprep_unless_it_is_named(home: Path) -> None:
    done = cpsprep("bank", "add", home=home)

    assert (done.code, done.out) == (2, "")
    assert "no bank of your own is in use" in done.err
    assert "to make one of your own: cpsprep bank new my-bank" in done.err
