"""The banks that a learner installed: listed, named by settings, taken away, and when none can be."""

import json
import os
from pathlib import Path

import pytest

from cpsprep.adapters.bank.shipped_bank import default_bank_folder
from cpsprep.adapters.log.lock import writing
from fakes_class import packed
from fakes_cli import cpsprep


def test_banks_in_use_are_listed(folder: Path, home: Path) -> None:
    cpsprep("bank", "install", str(packed(folder)), home=home)
    cpsprep("config", "set", "bank", "small-bank", home=home)
    text = cpsprep("bank", "installed", home=home).out.splitlines()
    found = json.loads(cpsprep("bank", "installed", "--json", home=home).out)

    assert text[:2] == [
        "small-bank: Small bank, version 1 (in use)",
        "cps: the bank that comes with cpsprep (not in use)",
    ]
    assert found["schema"] == "cpsprep.installed/1"
    assert [(one["name"], one["in_use"]) for one in found["banks"]] == [("small-bank", True), ("cps", False)]


def test_a_folder_of_ones_own_is_listed_too(folder: Path, home: Path) -> None:
    cpsprep("config", "set", "bank", str(folder), "cps", home=home)

    assert f"{folder}: a folder of your own (in use)" in cpsprep("bank", "installed", home=home).out


def test_settings_that_name_banks_get_its_name_and_lose_it_again(folder: Path, home: Path) -> None:
    cpsprep("config", "set", "bank", "cps", home=home)
    done = cpsprep("bank", "install", str(packed(folder)), home=home)
    assert "It was put first among the banks that your settings name." in done.out
    settings = home / "config" / "config.toml"
    assert 'bank = ["small-bank", "cps"]' in settings.read_text("utf-8")
    cpsprep("bank", "uninstall", "small-bank", "--yes", home=home)

    assert 'bank = ["cps"]' in settings.read_text("utf-8")


def test_it_can_be_taken_away_and_brought_back(folder: Path, home: Path) -> None:
    file = packed(folder)
    cpsprep("bank", "install", str(file), home=home)
    cpsprep("config", "set", "bank", "small-bank", home=home)
    done = cpsprep("bank", "uninstall", "small-bank", "--yes", home=home)

    assert done.out == (
        "Small bank is no longer installed. Your answers to it stay: install it again, and it goes on.\n"
    )
    assert len(cpsprep("bank", "list", home=home).out.splitlines()) > 600
    assert cpsprep("bank", "install", str(file), home=home).out.startswith("Installed Small bank")


def test_taking_away_asks_first(folder: Path, home: Path) -> None:
    cpsprep("bank", "install", str(packed(folder)), home=home)
    done = cpsprep("bank", "uninstall", "small-bank", home=home, text="n\n")

    assert done.code != 0
    assert "small-bank" in cpsprep("bank", "installed", home=home).out


@pytest.mark.parametrize(
    ("name", "hint"), [("small-bnak", "did you mean 'small-bank'?"), ("x", "there is: small-bank")]
)
def test_a_name_that_is_not_installed_is_told(folder: Path, home: Path, name: str, hint: str) -> None:
    cpsprep("bank", "install", str(packed(folder)), home=home)
    done = cpsprep("bank", "uninstall", name, "--yes", home=home)

    assert (done.code, done.err) == (2, f"cpsprep: no installed bank is called '{name}'\n{hint}\n")


def test_without_installed_banks_nothing_can_be_taken_away(home: Path) -> None:
    assert "none is installed" in cpsprep("bank", "uninstall", "x", "--yes", home=home).err


def test_the_shipped_bank_is_not_installed_over(home: Path, tmp_path: Path) -> None:
    cpsprep("bank", "pack", str(default_bank_folder()), "-o", "cps.cpsbank", home=home, cwd=tmp_path)
    done = cpsprep("bank", "install", "cps.cpsbank", home=home, cwd=tmp_path)

    assert done.code == 2
    assert "is in use already" in done.err


def test_a_bank_of_ones_own_is_not_installed_beside_itself(folder: Path, home: Path) -> None:
    cpsprep("config", "set", "bank", str(folder), home=home)
    done = cpsprep("bank", "install", str(packed(folder)), home=home)

    assert done.code == 2
    assert "set CPSPREP_HOME to an empty folder first" in done.err


def test_while_somebody_studies_nothing_is_installed(folder: Path, home: Path) -> None:
    file = packed(folder)
    (home / "data").mkdir(parents=True)
    with writing(home / "data" / "log.lock", "a review"):
        done = cpsprep("bank", "install", str(file), home=home)

    assert done.code == 4


def test_a_home_sign_in_a_path_is_understood(folder: Path, home: Path) -> None:
    file = packed(folder)
    done = cpsprep(
        "bank",
        "install",
        f"~{os.sep}{file.name}",
        home=home,
        env={"HOME": str(file.parent), "USERPROFILE": str(file.parent)},
    )

    assert done.code == 0, done.err
