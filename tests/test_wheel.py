"""The wheel works where nothing of the project is around it, and carries the bank."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from fakes_cli import clean_environment

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@dataclass(frozen=True)
class Place:
    """An environment that holds the wheel; `borrowed` says why it had to use the packages of this one."""

    program: tuple[str, ...]
    python: Path
    borrowed: str = ""


@pytest.fixture(scope="module")
def place(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Place:
    """An empty environment into which pip installed the wheel, or the next best thing without a network."""
    home = tmp_path_factory.mktemp("an empty place")
    subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
    folder = home / ("Scripts" if os.name == "nt" else "bin")
    python = folder / Path(sys.executable).name
    refused = pip_refuses(python, wheel)
    if not refused:
        return Place((str(folder / "cpsprep"),), python)
    site = Path(sysconfig.get_path("purelib", "venv", {"base": str(home), "platbase": str(home)}))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    (site / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return Place((str(python), "-m", "cpsprep"), python, refused)


def pip_refuses(python: Path, wheel: Path) -> str:
    """Install the wheel with what it needs from the usual index; why that failed, or "" when it did not."""
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "--retries", "0", "--timeout", "15"]
    command = [str(python), "-m", "pip", "install", *options, str(wheel)]
    try:
        done = subprocess.run(
            command, capture_output=True, encoding="utf-8", errors="replace", timeout=180, check=False
        )
    except subprocess.TimeoutExpired:
        return "it took pip more than three minutes"
    return done.stderr.strip().splitlines()[-1] if done.returncode else ""


def run(program: Sequence[str], folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*program, *args],
        cwd=folder,
        input="q\n",
        env=clean_environment(folder / "home"),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=60,
    )


def test_the_wheel_carries_every_file_of_the_bank(wheel: Path) -> None:
    bank = ROOT / "decks" / "cps"
    ours = {
        f"cpsprep/decks/cps/{path.relative_to(bank).as_posix()}" for path in bank.rglob("*") if path.is_file()
    }

    assert ours <= set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_carries_both_licences_and_the_command(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    names = archive.namelist()

    assert [name for name in names if name.endswith("licenses/LICENSE")]
    assert [name for name in names if name.endswith("licenses/decks/LICENSE")]
    (entry,) = (name for name in names if name.endswith("entry_points.txt"))
    assert "cpsprep = cpsprep.cli:main" in archive.read(entry).decode()


def test_the_wheel_carries_nothing_else(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"cpsprep"}


def test_pip_installs_it_with_all_it_needs_into_an_empty_place(place: Place) -> None:
    if place.borrowed:
        pytest.skip(f"packages were borrowed from here, since pip could not get them: {place.borrowed}")
    done = run((str(place.python), "-m", "pip"), place.python.parent, "check")

    assert done.returncode == 0, done.stdout


def test_it_schedules_from_any_folder(place: Place, tmp_path: Path) -> None:
    where = run((str(place.python),), tmp_path, "-c", "import cpsprep; print(cpsprep.__file__)").stdout
    done = run(place.program, tmp_path, "schedule", "3,4")

    assert Path(where.strip()).is_relative_to(place.python.parent.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 3


def test_it_reviews_the_bank_it_carries_from_any_folder(place: Place, tmp_path: Path) -> None:
    done = run(place.program, tmp_path, "review", "--plain")

    assert done.returncode == 0, done.stderr
    assert "Question 1" in done.stdout
