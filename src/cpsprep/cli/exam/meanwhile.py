"""What other screens say of a mock exam that is running, or whose time ran out while nobody was there."""

from collections.abc import Iterator

from cpsprep.adapters.log.exams import Exams
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.adapters.system import SystemClock
from cpsprep.app.exams import begun, end_if_over, running
from cpsprep.cli.exam.time_words import until_words
from cpsprep.core.events import Moment


def meanwhile(log: SqliteLog, clock: SystemClock) -> Iterator[str]:
    """Note down what ended, so that what it missed comes in the reviews; one line an exam.

    Raises:
        CpsprepError: the end could not be put on disk.
    """
    now = clock.now()
    lines = list(left_alone(log, now))
    end_if_over(Exams(log), now)
    yield from lines


def left_alone(log: SqliteLog, now: Moment) -> Iterator[str]:
    """The same lines for a screen that only reads."""
    found = begun(Exams(log), now)
    for one in found:
        if one.waits_for_seal:
            yield f"The time of mock exam {one.number} is up. How it went: cpsprep exam report {one.number}"
    still = running(found)
    if still is not None and still.exam is not None:
        said = until_words(still.exam, now.at_ms)
        yield f"Mock exam {still.number} is still running. {said} To go on: cpsprep exam resume"
