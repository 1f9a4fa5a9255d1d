"""What a review says of a mock exam that is running, or whose time ran out while nobody was there."""

from collections.abc import Iterator

from cpsprep.adapters.log.exams import Exams
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.adapters.system import SystemClock
from cpsprep.app.exams import begun, end_if_over, running
from cpsprep.cli.exam.time_words import until_words


def meanwhile(log: SqliteLog, clock: SystemClock) -> Iterator[str]:
    """Note down what ended, so that what it missed comes in the reviews; one line an exam.

    Raises:
        CpsprepError: the end could not be put on disk.
    """
    now = clock.now()
    for one in end_if_over(Exams(log), now):
        yield f"The time of mock exam {one.number} is up. How it went: cpsprep exam report {one.number}"
    found = running(begun(Exams(log), now))
    if found is not None and found.exam is not None:
        said = until_words(found.exam, now.at_ms)
        yield f"Mock exam {found.number} is still running. {said} To go on: cpsprep exam resume"
