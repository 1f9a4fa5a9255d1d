"""A process that is killed at any moment loses no acknowledged answer, and the log always opens."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHILD = Path(__file__).with_name("kill_child.py")


def kill(folder: Path, kills: int, seed: int) -> int:
    """How many answers were acknowledged and found again."""
    done = subprocess.run(
        [sys.executable, str(CHILD), str(folder), str(kills), str(seed)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    assert done.stderr == ""
    return int(done.stdout)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="victims are forked")
def test_two_hundred_kills(tmp_path: Path) -> None:
    assert kill(tmp_path, 200, 20_261_228) > 200


@pytest.mark.torture
@pytest.mark.skipif(not hasattr(os, "fork"), reason="victims are forked")
@pytest.mark.parametrize("seed", range(10))
def test_ten_thousand_kills(tmp_path: Path, seed: int) -> None:
    assert kill(tmp_path, 1000, seed) > 1000
