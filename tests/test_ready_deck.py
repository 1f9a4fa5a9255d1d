"""The ready file for Anki that docs/anki.md links: always the bank as it stands."""

from pathlib import Path

from cpsprep.adapters.anki.ledger_files import PublishedFiles
from cpsprep.adapters.anki.shipped import shipped_in
from cpsprep.adapters.anki.types import looks
from cpsprep.adapters.bank.shelf import BankShelf
from cpsprep.app.diff_anki import diff_anki

DECKS = Path(__file__).resolve().parents[1] / "decks"
READY = DECKS / "certified-peer-specialist.apkg"


def test_the_ready_file_holds_the_bank_as_it_is(tmp_path: Path) -> None:
    banks = list(BankShelf([DECKS / "cps"], tmp_path).banks())
    before = shipped_in(READY, [bank.header.id for bank in banks])
    looked = {name: look.hash for name, look in looks().items()}

    found = diff_anki(banks, PublishedFiles(tmp_path, (), DECKS / "cps"), looked, before=before).differences

    assert (found.found, found.looks, found.broken) == ((), (), ()), "run: make deck"
