"""A bank on disk that changes, its cache, and a clock that is far ahead."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path

from cpsprep.core.item import BankId
from fakes_bank import UUID

BANK = BankId(UUID)
HOUR = 3_600_000_000_000
YEAR = 365 * 24 * HOUR


def later() -> int:
    """A clock that is far ahead, so that every file counts as old."""
    return 200 * YEAR


def cache_file(cache: Path) -> Path:
    return next(cache.glob("*.sqlite3"))


def edit(folder: Path, old: str, new: str, *, keep_time: bool = False) -> None:
    file = folder / "first.yaml"
    before = file.stat()
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")
    if keep_time:
        os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def run(*statements: str) -> Callable[[Path], None]:
    def change(file: Path) -> None:
        connection = sqlite3.connect(file)
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.close()

    return change
