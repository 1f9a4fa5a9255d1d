"""Start-up: whole processes against `python -c pass` of the same interpreter, byte code cached."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.made import BANK, make_bank, make_log
from benchmarks.ratios import Row, ratio, seconds
from cpsprep.adapters.bank.shelf import BankShelf
from cpsprep.adapters.bank.shipped_bank import default_bank_folder

ROUNDS = 25
BARE = (sys.executable, "-c", "pass")
HERE = (sys.executable, "-m", "cpsprep")


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        yield from _rows(Path(folder))


def _rows(folder: Path) -> Iterator[Row]:
    small, large = _home(folder / "small", None, 10_000), _home(folder / "large", 10_000, 100_000)
    against = "python -c pass"
    yield Row("cpsprep --help", against, _ratio(("--help",), small), 8)
    yield Row("cpsprep schedule 3,4,5", against, _ratio(("schedule", "3,4,5"), small), 8)
    yield Row("cpsprep: shipped bank, 10,000 reviews", against, _ratio((), small), 12)
    yield Row("cpsprep: 10,000 items, 100,000 reviews", against, _ratio((), large), 15)
    yield Row("the same, bank cache deleted", against, _ratio((), large, cold=True, rounds=5), 130)


def _home(home: Path, items: int | None, reviews: int) -> dict[str, str]:
    """An environment with a bank, a log and everything cached once."""
    environ = {**os.environ, "CPSPREP_HOME": str(home)}
    environ.pop("PYTHONDONTWRITEBYTECODE", None)
    bank = make_bank(home / "bank", items) if items else default_bank_folder()
    if items:
        environ["CPSPREP_BANK"] = str(bank)
    catalog = BankShelf([bank], home / "scratch").catalog()
    cards = [(entry.item, entry.card) for entry in catalog.entries]
    (home / "data").mkdir(parents=True, exist_ok=True)
    make_log(home / "data" / "log.db", reviews, cards, catalog.headers[0].id if not items else BANK)
    subprocess.run(HERE, env=environ, check=True, stdout=subprocess.DEVNULL)
    return environ


def _ratio(
    words: tuple[str, ...], environ: dict[str, str], *, cold: bool = False, rounds: int = ROUNDS
) -> float:
    def ours() -> None:
        subprocess.run((*HERE, *words), env=environ, check=True, stdout=subprocess.DEVNULL)

    def bare() -> None:
        subprocess.run(BARE, env=environ, check=True)

    def forget_bank() -> None:
        for cached in Path(environ["CPSPREP_HOME"], "cache").glob("bank*"):
            shutil.rmtree(cached) if cached.is_dir() else cached.unlink()

    if not cold:
        return ratio(ours, bare, rounds)
    found = []
    for _ in range(rounds):
        forget_bank()
        found.append(seconds(ours) / seconds(bare))
    return median(found)
