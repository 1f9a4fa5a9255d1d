"""Killing answering processes at random moments, and looking at what is left; run by test_log_kills.py.

One process forks every victim, so that a kill costs a millisecond and not the start of Python. A victim
appends answers and acknowledges each on a pipe after `append` has returned.
"""

import os
import random
import signal
import sys
from contextlib import closing
from pathlib import Path
from time import perf_counter

from cpsprep.adapters.log.database import connect
from cpsprep.adapters.log.sqlite_log import SqliteLog
from cpsprep.core.item import Version
from fakes_log import answer, moment

PER_LOG = 20
MOST_ANSWERS = 4
OPENING_S = 0.012
"""About how long it takes to open a log and to save the first answer."""


def victim(path: Path, turn: int, acknowledge: int) -> None:
    """Answer until the end."""
    with SqliteLog(path, session=str(turn), source="plain") as log:
        for number in range(1_000_000):
            id_ = f"{turn}-{number}"
            card = f"al-{number % 50:04d}"
            log.append(
                [answer(id_, 4, card), answer(f"{id_}-twin", 4, card)],
                moment(ms=number),
                {Version(id_): "{}"},
            )
            os.write(acknowledge, f"{id_}\n".encode())


def kill_one(path: Path, turn: int, chance: random.Random) -> list[str]:
    """Kill a victim while it opens the log, or in the middle of an answer; returns what it acknowledged."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            victim(path, turn, writer)
        finally:
            os._exit(1)
    os.close(writer)
    with os.fdopen(reader, encoding="ascii") as pipe:
        start = perf_counter()
        acknowledged = [pipe.readline() for _ in range(chance.randint(0, MOST_ANSWERS))]
        pace = (perf_counter() - start) / len(acknowledged) if acknowledged else OPENING_S
        end = perf_counter() + chance.uniform(0, pace)
        while perf_counter() < end:
            pass
        os.kill(child, signal.SIGKILL)
        acknowledged += pipe
    _, status = os.waitpid(child, 0)
    if not os.WIFSIGNALED(status):
        raise RuntimeError(f"the victim of turn {turn} died by itself")
    return [line.rstrip("\n") for line in acknowledged if line.endswith("\n")]


def main(folder: Path, kills: int, seed: int) -> None:
    """Prints how many answers were acknowledged; fails at the first that is lost."""
    chance = random.Random(seed)
    told = 0
    acknowledged: list[str] = []
    for turn in range(kills):
        path = folder / f"{turn // PER_LOG}.db"
        if turn % PER_LOG == 0:
            acknowledged = []
        acknowledged += kill_one(path, turn, chance)
        look(path, acknowledged)
        told += 0 if (turn + 1) % PER_LOG and turn + 1 < kills else len(acknowledged)
    sys.stdout.write(f"{told}\n")


def look(path: Path, acknowledged: list[str]) -> None:
    """Nothing acknowledged is missing, nothing is half there, and the next sitting can start."""
    with closing(connect(path, create=True)) as connection:
        held = {id_ for (id_,) in connection.execute("select id from events where type = 'answered'")}
        versions = {name for (name,) in connection.execute("select hash from versions")}
        check = connection.execute("pragma quick_check").fetchone()
    whole = {id_ for id_ in held if not id_.endswith("-twin")}
    problems = {
        "lost": set(acknowledged) - held,
        "half": held ^ (whole | {f"{id_}-twin" for id_ in whole}),
        "without a version": whole ^ versions,
        "unsound": set(check) - {"ok"},
    }
    if any(problems.values()):
        raise RuntimeError(f"{path}: {problems}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
