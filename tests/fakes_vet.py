"""`cpsprep bank vet` in a process of its own: its banks, its editors, and what it kept."""

import json
import sys
from pathlib import Path
from typing import Any

from fakes_bank import DECK, write_bank
from fakes_cli import Outcome, cpsprep

DONE = "a\na\n"
"""An answer, then agreement."""


def small_bank(folder: Path) -> Path:
    """Five questions in two decks, and one that is retired."""
    return write_bank(folder, {"first.yaml": DECK, "second.yaml": deck_of("two-single", "role")})


def deck_of(name: str, domain: str) -> str:
    """A deck of one question, and one that is retired."""
    live = f"{{id: {name}, kind: basic, front: f, back: b}}"
    retired = "{id: old-one, kind: basic, front: f, back: b, status: retired}"
    return f"deck: second\ndomain: {domain}\nitems:\n  - {live}\n  - {retired}\n"


def run(home: Path, bank: Path, *words: str, text: str = "", editor: str = "") -> Outcome:
    env = {"CPSPREP_BANK": str(bank), **({"VISUAL": editor} if editor else {})}
    return cpsprep("bank", "vet", *words, home=home, text=text, env=env)


def kept(bank: Path) -> list[Any]:
    path = bank / "readings.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def mending(tmp_path: Path, old: str, new: str) -> str:
    """An editor that replaces a text in the file it is given."""
    return running(tmp_path, f"file.write_text(file.read_text('utf-8').replace({old!r}, {new!r}), 'utf-8')")


def running(tmp_path: Path, code: str) -> str:
    """An editor that runs this code, for which `file` is what it is given."""
    script = tmp_path / "editor.py"
    script.write_text(f"import sys; from pathlib import Path; file = Path(sys.argv[-1])\n{code}\n", "utf-8")
    return f'"{sys.executable}" "{script}"'
