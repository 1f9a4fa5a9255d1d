"""The wheel works where nothing of the project is around it, and carries the bank."""

import os
import subprocess
import sys
import sysconfig
import zipfile
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


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel unpacked as an installer would, and our dependencies within reach."""
    home = tmp_path_factory.mktemp("an empty place")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True)
    site = Path(sysconfig.get_path("purelib", "venv", {"base": str(home), "platbase": str(home)}))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    (site / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n", encoding="utf-8")
    return home / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run(python: Path, folder: Path, *args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(python), *args],
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


def test_it_schedules_from_any_folder(python: Path, tmp_path: Path) -> None:
    where = run(python, tmp_path, "-c", "import cpsprep; print(cpsprep.__file__)").stdout
    done = run(python, tmp_path, "-m", "cpsprep", "schedule", "3,4")

    assert Path(where.strip()).is_relative_to(python.parent.parent)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("\n") == 3


def test_it_reviews_the_bank_it_carries_from_any_folder(python: Path, tmp_path: Path) -> None:
    done = run(python, tmp_path, "-m", "cpsprep", "review", "--plain")

    assert done.returncode == 0, done.stderr
    assert "Question 1" in done.stdout
