"""The GIFT grammar that others read by (gift-pegjs, from npm), installed once beside the tests' packages."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

VERSION = "1.0.2"
READ = (
    "const {parse} = require('gift-pegjs');"
    "process.stdout.write(JSON.stringify(parse(require('fs').readFileSync(0, 'utf8'))));"
)
Read = Callable[[str], list[dict[str, Any]]]


@pytest.fixture(scope="session")
def read() -> Read:
    """Reads a GIFT file; a text that does not follow the grammar fails the test."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        pytest.skip("node and npm are not installed (https://nodejs.org)")
    home = Path(sys.prefix) / f"gift-pegjs-{VERSION}"
    if not (home / "node_modules" / "gift-pegjs").exists():
        words = [npm, "install", "--prefix", str(home), "--no-audit", "--no-fund", f"gift-pegjs@{VERSION}"]
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        if done.returncode:
            pytest.skip(f"gift-pegjs cannot be installed: {done.stderr[-300:]}")

    def reading(text: str) -> list[dict[str, Any]]:
        done = subprocess.run(
            [node, "-e", READ], input=text.encode(), capture_output=True, cwd=home, check=False, timeout=120
        )
        assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[:2000]
        found: list[dict[str, Any]] = json.loads(done.stdout)
        return [one for one in found if one["type"] != "Category"]

    return reading
