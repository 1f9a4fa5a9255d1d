"""Generated pages are current, and what the documents promise exists."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from cpsprep.adapters.log.rows import COLUMNS
from cpsprep.cli.commands import COMMANDS
from cpsprep.core.events import EventType

ROOT = Path(__file__).resolve().parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]

TOPS = ["src", "tests", "docs", "benchmarks", "tools"]


def code(page: Path) -> str:
    """What a page shows as typed: between fences, and between backticks, one a line. Prose names us too."""
    text = page.read_text(encoding="utf-8")
    fences = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
    return "\n".join([*fences.findall(text), *re.findall(r"`([^`]+)`", fences.sub("", text))])


def test_generated_pages_are_current() -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / "generate.py"), "--check"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_in_the_documents_exists(page: Path) -> None:
    named = re.findall(r"(?:^|\$ |Usage: |-m )cpsprep ([a-z]+)\b", code(page), flags=re.MULTILINE)

    assert set(named) - {entry.name for entry in COMMANDS} == set()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_make_target_in_the_documents_exists(page: Path) -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
    named = re.findall(
        r"`make ([a-z-]+)`|^make ([a-z-]+)", page.read_text(encoding="utf-8"), flags=re.MULTILINE
    )

    assert {one or other for one, other in named} - set(targets) == set()


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "docs/design.md"])
def test_every_file_of_the_program_that_the_documents_name_is_there(page: str) -> None:
    named = set(re.findall(r"`([a-z_0-9/]+\.py)`", (ROOT / page).read_text(encoding="utf-8")))
    there = [f"/{path.relative_to(ROOT).as_posix()}" for top in TOPS for path in (ROOT / top).rglob("*.py")]

    assert {name for name in named if not any(path.endswith(f"/{name}") for path in there)} == set()


def first_cells(header: str) -> list[str]:
    """What stands between backticks in the first cells of the table of design.md with this header."""
    text = (ROOT / "docs" / "design.md").read_text(encoding="utf-8")
    rows = text.partition(header)[2].partition("\n\n")[0].splitlines()[2:]
    return [found for row in rows for found in re.findall(r"`([^`]+)`", row.split("|")[1])]


def test_the_design_tells_every_column_of_the_log_in_order() -> None:
    assert first_cells("| column | holds |") == list(COLUMNS)


def test_the_design_tells_every_type_of_event() -> None:
    assert set(first_cells("| type | payload |")) == set(EventType)
