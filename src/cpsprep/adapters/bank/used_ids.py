"""Every id that a bank ever used, as far as its files tell: none is given to another question (design 4)."""

import re
from contextlib import suppress
from pathlib import Path
from typing import Final

from cpsprep.adapters.bank.deck_file import deck_paths
from cpsprep.adapters.bank.folder import load
from cpsprep.core.reading.header import ID

_IN_DECK: Final = re.compile(rb"\bid[\"']?\s*:\s*[\"']?(%b)\b" % ID.pattern.encode())
_IN_RECORD: Final = re.compile(rb'"(%b)"' % ID.pattern.encode())
_RECORDS: Final = ("published.json", "readings.jsonl")
"""They go on naming questions that were taken out of their decks."""


def ids_in(deck: bytes) -> frozenset[str]:
    """The ids in the bytes of a deck, also those of questions with mistakes."""
    return frozenset(found.decode() for found in _IN_DECK.findall(deck))


def used_ids(folder: Path) -> frozenset[str]:
    """The ids in all decks of the bank, and in what is kept of its questions beside them."""
    records = set[bytes]()
    for name in _RECORDS:
        with suppress(OSError):
            records.update(_IN_RECORD.findall((folder / name).read_bytes()))
    decks = (ids_in(file.data) for file in load(deck_paths(folder)))
    return frozenset(name.decode() for name in records).union(*decks)
