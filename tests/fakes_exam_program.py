"""A learner with a small bank, who takes mock exams with the real program."""

import json
import sqlite3
from pathlib import Path

from fakes_cli import Outcome, cpsprep

BANK = """\
format: 1
uuid: 0b0f7a5e-6d0e-4d2e-8d53-5d6a3f0e6c55
title: Small
domains:
  - {id: one, title: One}
  - {id: two, title: Two}
"""
ITEM = """\
  - id: q-{n:03d}
    kind: single
    domain: {domain}
    stem: Question {n}?
    options: {{a: Key {n}., b: Other {n}., c: Third {n}.}}
    answer: a
    why: {{a: Because {n}., b: Not {n}., c: No.}}
"""


def write(folder: Path, count: int = 8) -> None:
    items = "".join(ITEM.format(n=n, domain=["one", "two"][n % 2]) for n in range(count))
    (folder / "deck.yaml").write_text(f"deck: d\ntitle: D\nitems:\n{items}", encoding="utf-8")


class Exam:
    """A learner with a small bank; `start` has Enter before what is typed."""

    def __init__(self, home: Path, bank: Path) -> None:
        self.home, self.bank = home, bank

    def run(self, *words: str, text: str = "", **env: str) -> Outcome:
        return cpsprep("exam", *words, home=self.home, text=text, env=env)

    def start(self, *words: str, text: str = "") -> Outcome:
        return self.run("start", "--bank", str(self.bank), *words, text=f"\n{text}")

    def report(self, *words: str) -> dict[str, object]:
        made = json.loads(self.run("report", "--json", *words).out)
        assert isinstance(made, dict)
        return made


def age(log: Path, minutes: int) -> None:
    """Make every event so much older, as if that time had gone by since; a test's way around the triggers."""
    past = minutes * 60_000
    with sqlite3.connect(log) as connection:
        connection.execute("drop trigger events_keep")
        for row, payload in connection.execute("select row, payload from events").fetchall():
            said = json.loads(payload)
            for name in ("at", "deadline_ms"):
                if isinstance(said.get(name), int):
                    said[name] -= past
            connection.execute(
                "update events set at_ms = at_ms - ?, payload = ? where row = ?",
                (past, json.dumps(said), row),
            )
