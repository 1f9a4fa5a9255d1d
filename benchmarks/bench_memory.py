"""The memory model: its predictions on a real review log, and the time it takes to fold answers into it."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks import real_log
from benchmarks.made import make_log
from benchmarks.ratios import Row, ratio
from cpsprep.adapters.log.attempts import attempts
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.core.memory.recall import traces

ANSWERS = 100_000


def rows() -> Iterator[Row]:
    passed = [one.passed for one in real_log.tested()]
    fsrs = real_log.predictions(real_log.by_fsrs)
    loss = real_log.log_loss(fsrs)
    constant, sm2 = list(real_log.by_constant()), real_log.predictions(real_log.by_sm2)
    work = f"log loss of recall: {loss:.3f}"
    yield _against(work, "a constant", loss, constant)
    yield _against(work, "SM-2's own chance", loss, sm2)
    error = real_log.calibration_error(fsrs, passed)
    yield Row("calibration error of recall", "none", error, 0.05)
    with tempfile.TemporaryDirectory() as folder:
        yield _fold(Path(folder))


def _against(work: str, name: str, loss: float, others: list[float]) -> Row:
    theirs = real_log.log_loss(others)
    return Row(work, f"{name}: {theirs:.3f}", loss / theirs, 1)


def _fold(folder: Path) -> Row:
    make_log(folder / "log.db", ANSWERS, [(f"q-{n:04d}", f"q-{n:04d}") for n in range(1000)])
    with SqliteLog(folder / "log.db", create=False) as log:

        def fold() -> None:
            for _ in traces(attempts(log.connection)):
                pass

        def read() -> None:
            for _ in attempts(log.connection):
                pass

        return Row("memory from 100,000 answers", "reading these answers", ratio(fold, read, 5), 3)
