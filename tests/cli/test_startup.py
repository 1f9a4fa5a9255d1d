"""Start-up is a promise: a light command imports nothing that costs time and that it does not use."""

import subprocess
import sys
from pathlib import Path

import pytest

from fakes_cli import clean_environment

HEAVY = (
    "anki",
    "genanki",
    "pydantic",
    "rich",
    "ruamel",
    "textual",
    "tomlkit",
    "asyncio",
    "importlib.metadata",
)
"""What no light command may import."""

LIGHT: tuple[tuple[str, ...], ...] = (
    ("--help",),
    ("--version",),
    (),
    ("today",),
    ("start",),
    ("stats",),
    ("exam", "list"),
    ("ready",),
    ("aside",),
    ("review", "--plain"),
    ("exam", "blueprints"),
    ("plan", "show"),
    ("schedule", "3,4,5"),
    ("config", "path"),
    ("config", "show"),
    ("bank", "lint"),
    ("bank", "explain", "tab"),
    ("bank", "list"),
    ("bank", "show", "al-0001"),
    ("bank", "search", "listening"),
    ("bank", "schema"),
    ("bank", "import", "--template"),
    ("bank", "installed"),
    ("bank", "export", "--to", "json", "-o", "-"),
    ("print", "--help"),
)
"""Light commands; add yours, as its words on the command line."""

PROGRAM = """
import sys
from cpsprep.cli import main
code = main(sys.argv[2:])
heavy = [name for name in sys.argv[1].split(",") if name in sys.modules]
print("HEAVY:", *heavy, file=sys.stderr)
sys.exit(code)
"""


def test_the_today_screen_loads_nothing_of_exams_or_plans_where_there_are_none(tmp_path: Path) -> None:
    exams = ("cpsprep.app.exams", "cpsprep.cli.exam.meanwhile", "cpsprep.core.planning.course")
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, ",".join(exams)],
        capture_output=True,
        env=clean_environment(tmp_path / "home"),
        check=False,
        timeout=60,
    )

    assert done.stderr.decode().splitlines()[-1] == "HEAVY:"


@pytest.mark.parametrize("words", LIGHT, ids=lambda words: " ".join(words) or "alone")
def test_a_light_command_stays_light(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, ",".join(HEAVY), *words],
        capture_output=True,
        stdin=subprocess.DEVNULL,
        env=clean_environment(tmp_path / "home"),
        cwd=tmp_path,
        check=False,
        timeout=60,
    )

    assert done.returncode == 0, done.stderr.decode()
    assert done.stderr.decode().splitlines()[-1] == "HEAVY:"
