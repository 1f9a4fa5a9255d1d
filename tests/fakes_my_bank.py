"""A learner's own bank on disk, as the tests of the Anki commands take it to Anki."""

from pathlib import Path

from cpsprep.core.item import BankId

UUID = BankId("11111111-2222-4333-8444-555555555555")
HEADER = f"""\
format: 1
uuid: {UUID}
title: My bank
domains:
  - {{id: role, title: Role}}
"""


def my_bank(parent: Path, deck: str) -> Path:
    """The folder `bank`, with this text as its one deck."""
    folder = parent / "bank"
    folder.mkdir()
    (folder / "bank.yaml").write_text(HEADER, encoding="utf-8")
    (folder / "one.yaml").write_text(deck, encoding="utf-8")
    return folder
