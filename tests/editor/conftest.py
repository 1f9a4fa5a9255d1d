"""The YAML language server that VS Code's YAML extension runs, installed once beside the tests' packages."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from cpsprep.core.writing.new_bank import for_git
from fakes_bank import UUID
from fakes_language_server import Editor

VERSION = "1.25.0"
"""A new one may word or place its findings another way."""


@pytest.fixture(scope="session")
def server() -> list[str]:
    """The words that start it."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        pytest.skip("node and npm are not installed (https://nodejs.org)")
    home = Path(sys.prefix) / f"yaml-language-server-{VERSION}"
    program = home / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
    if not program.exists():
        words = [
            npm,
            "install",
            "--prefix",
            str(home),
            "--no-audit",
            "--no-fund",
            f"yaml-language-server@{VERSION}",
        ]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"yaml-language-server cannot be installed: {done.stderr[-300:]}")
    return [node, str(program), "--stdio"]


@pytest.fixture
def open_folder(server: list[str]) -> Iterator[Callable[[Path], Editor]]:
    """Opens an editor on a folder."""
    opened: list[Editor] = []

    def start(folder: Path) -> Editor:
        opened.append(Editor(server, folder))
        return opened[-1]

    yield start
    for one in opened:
        one.close()


@pytest.fixture
def bank(tmp_path: Path) -> Path:
    """A new bank, as `cpsprep bank new --git` makes it."""
    for name, text in for_git("Ours", UUID).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path
