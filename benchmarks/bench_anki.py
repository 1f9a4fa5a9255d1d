"""The export to Anki against plain genanki writing the same strings: time, memory and size."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Final

import genanki

from benchmarks.made import make_bank
from benchmarks.ratios import Row, ratio
from cpsprep.adapters.anki.apkg_file import ApkgFile
from cpsprep.adapters.anki.ledger_files import PublishedFiles
from cpsprep.adapters.anki.package import AnkiPackager
from cpsprep.adapters.anki.types import IDS, NAMES, TEMPLATE, looks
from cpsprep.adapters.bank.shelf import BankShelf
from cpsprep.adapters.bank.shipped_bank import default_bank_folder
from cpsprep.app.export_anki import export_anki
from cpsprep.core.anki.deck import lay_out
from cpsprep.core.anki.note import FIELDS, NoteType
from cpsprep.core.bank import Bank, BankHeader, Domain
from cpsprep.core.item import BankId, Basic, Choice, Cloze, Item, ItemId, Kind, Level, OptionId
from cpsprep.core.problem import Place

ITEMS: Final = 10_000
MANY: Final = 50_000
ROUNDS: Final = 5
FEW: Final = 2
MEMORY: Final = 300
"""What the whole process of an export of many items may hold, the bank and Python with it, in MB."""
AT_MS: Final = 1_780_000_000_000
WORDS: Final = [
    "the",
    "peer",
    "specialist",
    "listens",
    "and",
    "says",
    "back",
    "what",
    "was",
    "heard",
    "so",
    "that",
    "a",
    "person",
    "can",
    "feel",
    "understood",
    "while",
    "the",
    "van",
    "is",
    "broken,",
    "the",
    "rent",
    "is",
    "late",
    "&",
    "a",
    "brother",
    "has",
    "not",
    "called;",
    "then",
    "they",
    "look",
    "at",
    "one",
    "small",
    "step",
    "together",
]


def rows() -> Iterator[Row]:
    """Everything this file measures."""
    floor = "plain genanki, the same strings"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large, shipped = Work(made_bank(ITEMS), folder), Work(shipped_bank(), folder)
        again = PublishedFiles(folder / "again")
        yield Row("Anki export of 10,000 items, the first", floor, ratio(large.first, large.plain, ROUNDS), 2)
        yield Row(
            "Anki export of 10,000 items, unchanged",
            floor,
            ratio(lambda: large.ours(again), large.plain, ROUNDS),
            2,
        )
        many = Work(made_bank(MANY), folder)
        yield Row("Anki export of 50,000 items, the first", floor, ratio(many.first, many.plain, FEW), 2)
        if sys.platform != "win32":
            for work, took in memory(make_bank(folder / "bank", MANY), folder):
                yield Row(work, f"{MEMORY} MB", took / MEMORY, 1)
        size = shipped.first().stat().st_size / shipped.plain().stat().st_size
        yield Row("size of the shipped bank's Anki package", floor, size, 0.4)


def memory(bank: Path, folder: Path) -> Iterator[tuple[str, float]]:
    """The most memory, in MB, of whole processes that export this bank as users do.

    Filters look into the cache of the bank, which is made when it is not there.
    """
    environ = {**os.environ, "CPSPREP_HOME": str(folder / "home")}
    words = sys.executable, "-m", "benchmarks.anki_memory", "--bank", bank, "-o", folder / "made.apkg"
    by_domain = "--domain", "listening"
    for work, more in (
        ("memory of the whole command, 50,000 items", ()),
        ("the same, unchanged", ()),
        ("the same by domain, bank cache cold", by_domain),
        ("the same by domain, bank cache warm", by_domain),
    ):
        done = subprocess.run(
            [*words, *more],
            cwd=Path(__file__).parents[1],
            env=environ,
            check=True,
            capture_output=True,
            text=True,
        )
        yield work, float(done.stdout)


class Work:
    """A bank with what it takes to export it, both ways; the floor's strings are made beforehand."""

    def __init__(self, bank: Bank, folder: Path) -> None:
        self.bank, self.folder, self.times = bank, folder, 0
        self.strings = [
            (note.type, deck.name, list(note.fields), list(note.tags), note.guid)
            for deck in lay_out([bank]).decks
            for note in deck.notes
        ]

    def first(self) -> Path:
        """Export with no ledger yet."""
        self.times += 1
        return self.ours(PublishedFiles(self.folder / f"{len(self.strings)}-{self.times}"))

    def ours(self, ledger: PublishedFiles) -> Path:
        file = ApkgFile(self.folder / "ours.apkg")
        done = export_anki([self.bank], ledger, AnkiPackager(), file, at_ms=AT_MS)
        assert done.notes == len(self.strings), done.problems[:3]
        return file.path

    def plain(self) -> Path:
        """What a script around genanki does: notes into decks, decks into a file."""
        models = {name: plain_model(name) for name in NoteType}
        decks: dict[str, genanki.Deck] = {}
        for note_type, deck, fields, tags, guid in self.strings:
            place = decks.setdefault(deck, genanki.Deck(len(decks) + 2, deck))
            place.add_note(genanki.Note(models[note_type], fields, tags=tags, guid=guid))
        path = self.folder / "plain.apkg"
        genanki.Package(list(decks.values())).write_to_file(path)
        return path


def plain_model(name: NoteType) -> genanki.Model:
    look = looks()[name]
    return genanki.Model(
        IDS[name],
        NAMES[name],
        [{"name": field} for field in FIELDS[name]],
        [{"name": TEMPLATE, "qfmt": look.front, "afmt": look.back}],
        css=look.css,
        model_type=genanki.Model.CLOZE if name is NoteType.CLOZE else genanki.Model.FRONT_BACK,
    )


def shipped_bank() -> Bank:
    (bank,) = BankShelf([default_bank_folder()], None).banks()
    return bank


def made_bank(size: int) -> Bank:
    """Items of the length of the shipped bank's, with words in a random order."""
    chance = Random(7)

    def text(words: int) -> str:
        return " ".join(chance.choices(WORDS, k=words))

    def item(number: int) -> Item:
        name = ItemId(f"it-{number:05}")
        common = {"level": Level.APPLICATION, "explanation": text(20), "source": ("guide",)}
        match number % 10:
            case 0:
                body: Choice | Cloze | Basic = Basic(text(12), text(8))
            case 1:
                body = Cloze(f"{text(10)} {{{{c1::{text(2)}}}}} {text(5)} {{{{c2::{text(1)}}}}}", (1, 2))
            case _:
                options = {OptionId(letter): text(15) for letter in "abcd"}
                why = {option: text(18) for option in options}
                body = Choice(
                    Kind.SINGLE, f"{text(20)}\n{text(20)}\n{text(8)}?", options, (OptionId("a"),), why
                )
        place = Place("made.yaml", number, 1)
        return Item(name, body, place, "made", f"domain-{number % 7}", f"topic-{number % 40}", **common)  # type: ignore[arg-type]

    domains = tuple(Domain(f"domain-{number}", f"Domain {number}") for number in range(7))
    header = BankHeader(BankId("0" * 32), "Made", domains=domains, sources={"guide": "A guide, 2020"})
    return Bank(header, {one.id: one for one in map(item, range(size))})
