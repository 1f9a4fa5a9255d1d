"""The full screen against thirty lines of Textual with the same text, each in a pseudo-terminal of 80 x 24.

First paint: from starting the process to the last byte of the first screen. Key to paint: from writing a key
to the last byte it brings about; for ours that includes the durable commit of each answer.
Run: python -m benchmarks tui
"""

import json
import os
import select
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from benchmarks.made import BANK, make_bank, make_log
from benchmarks.ratios import Row
from cpsprep.adapters.bank.shelf import BankShelf
from cpsprep.core.item import Choice

STARTS, ANSWERS = 9, 15
STILL = 0.12
"""Seconds without output after which a screen counts as painted; long enough for a busy machine."""
DEAF = 0.2
"""Seconds between keys: longer than the full screen ignores keys after an answer."""


@dataclass
class Terminal:
    """A process in a pseudo-terminal."""

    pid: int
    fd: int

    def settle(self, since: float, patience: float = 5.0) -> float:
        """Seconds from `since` to the last byte before it is still."""
        last = since
        while time.perf_counter() < since + patience:
            ready, _, _ = select.select([self.fd], [], [], STILL if last > since else patience)
            if not ready:
                break
            try:
                os.read(self.fd, 65536)
            except OSError:  # Linux says so when the process at the other end is gone
                break
            last = time.perf_counter()
        return last - since

    def press(self, key: bytes) -> float:
        began = time.perf_counter()
        os.write(self.fd, key)
        took = self.settle(began, patience=2)
        if not took:
            raise RuntimeError(f"nothing was painted after {key!r}; did the program stop?")
        return took


def rows() -> Iterator[Row]:
    if sys.platform == "win32":
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environ, texts = _prepare(folder)
        ours = (sys.executable, "-m", "cpsprep", "review", "--full", "--new", "200")
        peer = (sys.executable, str(Path(__file__).with_name("peer_tui.py")), str(texts))
        # The first round warms caches and byte code; the last one also answers questions.
        rounds = [
            [_sitting(words, environ, ANSWERS if last else 0) for words in (ours, peer)]
            for last in [False] * STARTS + [True]
        ]
        first = median(mine[0] / theirs[0] for mine, theirs in rounds[1:])
        mine, theirs = rounds[-1]
        against = "30 lines of Textual, same text"
        yield Row("full screen: first paint", against, first, 1.5)
        yield Row("full screen: key to paint, with commit", against, sum(mine[1:]) / sum(theirs[1:]), 1.5)


def _prepare(folder: Path) -> tuple[dict[str, str], Path]:
    """A home with a log, and the same questions as text for the peer."""
    bank = make_bank(folder / "bank", 300)
    shelf = BankShelf([bank], folder / "cache")
    entries = shelf.catalog().entries
    (folder / "data").mkdir()
    make_log(folder / "data" / "log.db", 50, [(entry.item, entry.card) for entry in entries], BANK)
    questions = []
    for entry in entries:
        body = shelf.item(entry.bank, entry.item).body
        assert isinstance(body, Choice)
        why = "\n\n".join(body.why[option] for option in list(body.options)[:2])
        verdict = (
            f'Not the best answer here. Best: "{body.options[body.answer[0]]}"\n\n{why}\n\nNext: tomorrow.'
        )
        options = {str(option): text for option, text in body.options.items()}
        questions.append({"stem": " ".join(body.stem.split()), **options, "why": verdict})
    texts = folder / "questions.json"
    texts.write_text(json.dumps(questions), encoding="utf-8")
    environ = {
        **os.environ,
        "CPSPREP_HOME": str(folder),
        "CPSPREP_BANK": str(bank),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }
    return environ, texts


def _sitting(words: tuple[str, ...], environ: dict[str, str], answers: int) -> list[float]:
    """The time of the first paint, then the median of each kind of key: letter, answer, next question."""
    began = time.perf_counter()
    terminal = _spawn(words, environ)
    try:
        found = [terminal.settle(began)]
        kinds: dict[bytes, list[float]] = {b"b": [], b"\r": [], b"\r again": []}
        for _ in range(answers):
            for kind, times in kinds.items():
                time.sleep(DEAF)
                times.append(terminal.press(kind[:1]))
        return [*found, *(median(times) for times in kinds.values() if times)]
    finally:
        os.write(terminal.fd, b"q")
        terminal.settle(time.perf_counter(), patience=2)
        os.close(terminal.fd)
        os.waitpid(terminal.pid, 0)


def _spawn(words: tuple[str, ...], environ: dict[str, str]) -> Terminal:
    import fcntl
    import pty
    import struct
    import termios

    pid, fd = pty.fork()
    if pid == 0:
        os.execvpe(words[0], words, environ)
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    return Terminal(pid, fd)
