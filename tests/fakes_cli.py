"""The real program in a process of its own, with a home of its own and a clean environment."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_NOT_OURS = (
    "CPSPREP_",
    "_CPSPREP",
    "COLUMNS",
    "PYTHONIOENCODING",
    "PYTHONUTF8",
    "NO_COLOR",
    "COV_CORE",
    "EDITOR",
)


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str


def clean_environment(home: Path, **more: str) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_OURS)}
    return kept | {"CPSPREP_HOME": str(home), "CPSPREP_CALLED_AS": "cpsprep", "PYTHONUTF8": "1"} | more


def cpsprep(
    *args: str, home: Path, cwd: Path | None = None, text: str = "", env: Mapping[str, str] | None = None
) -> Outcome:
    """Run `cpsprep ARGS` as a person would, `text` on standard input."""
    done = subprocess.run(
        [sys.executable, "-m", "cpsprep", *args],
        input=text.encode("utf-8", "surrogateescape"),
        capture_output=True,
        cwd=cwd or home.parent,
        env=clean_environment(home, **(env or {})),
        check=False,
        timeout=60,
    )
    return Outcome(
        done.returncode, *(stream.decode("utf-8", "replace") for stream in (done.stdout, done.stderr))
    )
