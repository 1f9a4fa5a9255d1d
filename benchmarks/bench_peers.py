"""`make bench-peers`: everyday commands beside those of other programs, where they are installed; no verdict.

The peers do other work on whatever small data they accept: read the figures as orders of magnitude.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.ratios import Row, ratio

ROUNDS = 11
PEERS = {
    "whet summary --due": ("anvil-whet", ("whet", "summary", "--due")),
    "whet --help": ("anvil-whet", ("whet", "--help")),
    "apy --help": ("apyanki", ("apy", "--help")),
}
OURS = {"--help": ("--help",), "": ()}


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as home:
        environ = {**os.environ, "CPSPREP_HOME": home, "HOME": home}
        environ.pop("PYTHONDONTWRITEBYTECODE", None)
        for name, (package, words) in PEERS.items():
            program = _found(words[0])
            if program is None:
                print(f"not installed: {package}")
                continue
            mine = OURS["--help" if "--help" in name else ""]
            yield Row(
                f"cpsprep {' '.join(mine)}".strip(),
                name,
                ratio(
                    _run((sys.executable, "-m", "cpsprep", *mine), environ, Path(home)),
                    _run((program, *words[1:]), environ, Path(home)),
                    ROUNDS,
                ),
            )


def _found(name: str) -> str | None:
    """The program on PATH, or beside this interpreter."""
    return shutil.which(name) or shutil.which(name, path=str(Path(sys.executable).parent))


def _run(words: tuple[str, ...], environ: dict[str, str], folder: Path) -> Callable[[], None]:
    def run() -> None:
        subprocess.run(words, env=environ, cwd=folder, check=False, capture_output=True)

    return run
