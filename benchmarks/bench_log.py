"""The log: one durable answer against append and fdatasync; the fold against reading its own columns."""

import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from benchmarks.made import BANK, DAY_MS, TODAY, make_log
from benchmarks.ratios import Row, ratio, seconds
from cpsprep.adapters.log import reads as log_reads
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.adapters.system import OrderedIds
from cpsprep.core.events import EventType, Fact, Mode, Moment
from cpsprep.core.item import CardId, ItemId
from cpsprep.core.sm2 import Profile

COMMITS = 2_000
REVIEWS = 1_000_000
FSRS_REVIEWS = 20_000
LINE = b"x" * 59 + b"\n"


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        yield _commit(Path(folder))
        yield from _fold(Path(folder))


def _commit(folder: Path) -> Row:
    """Medians over single commits, taken in turn with the floor."""
    ids, log = OrderedIds(), SqliteLog(folder / "commit.db", device="bench", session="bench", source="plain")
    floor = os.open(folder / "floor", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    sync = getattr(os, "fdatasync", os.fsync)

    def ours() -> None:
        at = TODAY * DAY_MS
        fact = _answer(ids, at)
        log.append((fact,), Moment(at, 0, TODAY, ()), {})

    def theirs() -> None:
        os.write(floor, LINE)
        sync(floor)

    mine, other = [], []
    for _ in range(COMMITS):
        mine.append(seconds(ours))
        other.append(seconds(theirs))
    log.close()
    os.close(floor)
    return Row("one answer committed", "append 60 B + fdatasync", median(mine) / median(other), 3)


def _answer(ids: OrderedIds, at: int) -> Fact:
    return Fact(
        ids.next(at),
        EventType.ANSWERED,
        bank=BANK,
        item=ItemId("q-000001"),
        card=CardId("q-000001"),
        mode=Mode.REVIEW,
        grade=4,
        correct=True,
        payload={"shown": list("abcd"), "chosen": ["a"], "ms": 12_000, "seed": "s", "app": "bench"},
    )


def _fold(folder: Path) -> Iterator[Row]:
    cards = [(f"q-{number:06d}", f"q-{number:06d}") for number in range(10_000)]
    make_log(folder / "fold.db", REVIEWS, cards)
    with SqliteLog(folder / "fold.db", create=False) as log:

        def fold() -> object:
            return log_reads.folded(log.connection, Profile.TEXT)

        columns = log_reads.FOLD.replace("study_day, grade", "bank, card, study_day, grade", 1)

        def read() -> None:
            for _ in log.connection.execute(columns):
                pass

        yield Row("folding 1,000,000 reviews", "reading the same columns", ratio(fold, read, 3), 2.5)
        if (fsrs := _fsrs()) is not None:
            per_review = ratio(fold, fsrs, 3) * FSRS_REVIEWS / REVIEWS
            yield Row("one review of that fold", "py-fsrs review_card", per_review, 0.1)


def _fsrs() -> Callable[[], None] | None:
    """As many reviews by py-fsrs, three days apart; None where it is not installed."""
    try:
        from fsrs import Card, Rating, Scheduler
    except ImportError:
        return None
    scheduler = Scheduler(enable_fuzzing=False)
    first = datetime(2025, 1, 1, tzinfo=UTC)

    def review() -> None:
        card = Card()
        for number in range(FSRS_REVIEWS):
            at = first + timedelta(days=3 * number % 3_000)
            card, _ = scheduler.review_card(card, Rating.Good, at)

    return review
