"""A review that is killed at any moment has kept every answer whose feedback was shown."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

VICTIMS = Path(__file__).with_name("review_victims.py")


def kill(folder: Path, kills: int, seed: int) -> int:
    """How many verdicts were painted before the kills."""
    done = subprocess.run(
        [sys.executable, str(VICTIMS), str(folder), str(kills), str(seed)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1"},
    )
    assert done.stderr == ""
    return int(done.stdout)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="victims are forked")
def test_two_hundred_reviews_killed(tmp_path: Path) -> None:
    assert kill(tmp_path, 200, 20_261_228) > 200


@pytest.mark.torture
@pytest.mark.skipif(not hasattr(os, "fork"), reason="victims are forked")
@pytest.mark.parametrize("seed", range(10))
def test_ten_thousand_reviews_killed(tmp_path: Path, seed: int) -> None:
    assert kill(tmp_path, 1000, seed) > 1000
