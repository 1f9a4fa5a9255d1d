"""Golden files: what a person has read and agreed to is held to the letter.

To make one anew, delete it and run its test; then read it. On CI none is ever written, so that one which was
forgotten in a commit fails there each time.
"""

import os
from pathlib import Path

import pytest

ON_CI = bool(os.environ.get("CI"))


def hold(golden: Path, text: str, *, on_ci: bool = ON_CI) -> None:
    """Compare a text with its golden file; where that is missing, fail, and write it for a person to read."""
    if golden.exists():
        assert text == golden.read_text(encoding="utf-8")
    elif on_ci:
        pytest.fail(f"{golden.name} is missing; run this test at a desk, read what it writes, commit that")
    else:
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="\n")
        pytest.fail(f"{golden.name} was missing and is written; read it, then run again")
