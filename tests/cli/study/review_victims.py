"""Killing whole reviews at random moments, and looking at what is left; run by test_review_kills.py.

One process forks every victim. A victim runs `cpsprep review` as a person would, through pipes; an answer
counts as told once its feedback was painted, so every answer that was told has to be in the log.
"""

import io
import os
import random
import signal
import sys
from contextlib import closing, redirect_stdout
from pathlib import Path
from time import perf_counter

from cpsprep.adapters.log.database import connect
from cpsprep.cli import main

PER_HOME = 25
MOST_ANSWERS = 4
OPENING_S = 0.02
VERDICTS = ("Right.", "Not ")
REVIEW = ["review", "--plain", "--new", "9999", "--domain", "listening"]


def warm_up(home: Path) -> None:
    """Whatever a review imports late is imported here, once, and not anew by each victim."""
    os.environ["CPSPREP_HOME"] = str(home)
    usual, sys.stdin = sys.stdin, io.StringIO("a\na\n\nq\n")
    with redirect_stdout(io.StringIO()):
        main(REVIEW)
    sys.stdin = usual


def victim(home: Path, keys: int, screen: int) -> None:
    os.environ["CPSPREP_HOME"] = str(home)
    os.dup2(keys, 0)
    os.dup2(screen, 1)
    sys.stdin = os.fdopen(0, encoding="utf-8")
    sys.stdout = os.fdopen(1, "w", encoding="utf-8")
    main(REVIEW)


def kill_one(home: Path, chance: random.Random) -> int:
    """Kill a review somewhere between its start and a few answers; returns how many verdicts were painted."""
    keys_in, keys = os.pipe()
    screen, screen_out = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(keys)
        os.close(screen)
        try:
            victim(home, keys_in, screen_out)
        finally:
            os._exit(1)
    os.close(keys_in)
    os.close(screen_out)
    told, began = 0, perf_counter()
    with os.fdopen(screen, encoding="utf-8") as pipe, os.fdopen(keys, "w", encoding="utf-8") as typing:
        typing.write("a\na\n\n" * 50)  # a second `a` is refused, or judges a card that was turned over
        typing.flush()
        wanted = chance.randint(0, MOST_ANSWERS)
        while told < wanted and (line := pipe.readline()):
            told += line.startswith(VERDICTS)
        pace = (perf_counter() - began) / told if told else OPENING_S
        end = perf_counter() + chance.uniform(0, pace)
        while perf_counter() < end:
            pass
        os.kill(child, signal.SIGKILL)
        told += sum(line.startswith(VERDICTS) for line in pipe)
    os.waitpid(child, 0)
    return told


def answers_in(home: Path) -> int:
    """How many answers are in the log; its integrity is checked on the way."""
    with closing(connect(home / "data" / "log.db", create=True)) as connection:
        (sound,) = connection.execute("pragma quick_check").fetchone()
        if sound != "ok":
            raise RuntimeError(f"{home}: {sound}")
        (found,) = connection.execute("select count(*) from events where type = 'answered'").fetchone()
    return int(found)


def main_loop(folder: Path, kills: int, seed: int) -> None:
    """Prints how many verdicts were painted; fails where an answer that was told is not in the log."""
    warm_up(folder / "warm")
    chance, told, before = random.Random(seed), 0, 0
    for turn in range(kills):
        home = folder / str(turn // PER_HOME)
        before = 0 if turn % PER_HOME == 0 else before
        (home / "data").mkdir(parents=True, exist_ok=True)
        painted = kill_one(home, chance)
        now = answers_in(home)
        if now - before < painted:
            raise RuntimeError(f"{home}: {painted} verdicts were painted, {now - before} answers are kept")
        told, before = told + painted, now
    sys.stdout.write(f"{told}\n")


if __name__ == "__main__":
    main_loop(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
