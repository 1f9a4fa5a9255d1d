"""`bank add` as an instructor runs it: what is typed, what goes into the deck, what is kept."""

from pathlib import Path
from typing import Final

from fakes_bank import UUID
from fakes_cli import Outcome, cpsprep

ASKED: Final = "b\nWhat is it?\n\nA thing.\n\n\n\n"
"""A card without principle, level and source."""
CARD: Final = f"{ASKED}\n\n"
"""The same, with the id that is proposed, and saved."""


def add(home: Path, *words: str, text: str) -> Outcome:
    return cpsprep("bank", "add", *words, "--bank", "small", home=home, text=text)


def deck(bank: Path, name: str = "first") -> str:
    return (bank / f"{name}.yaml").read_text("utf-8")


def unfinished(home: Path) -> Path:
    return home / "data" / "bank-drafts" / f"add-{UUID[:8]}.json"
