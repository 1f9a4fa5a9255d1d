"""Items and banks written by hand for Anki, and exports that stay in memory."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from io import BytesIO
from typing import BinaryIO, Final

from cpsprep.app.export_anki import Exported, Media, StampedDeck, export_anki
from cpsprep.core.anki.ledger import Published, Stamp, Tenure
from cpsprep.core.anki.note import NoteType
from cpsprep.core.bank import Bank, BankHeader, Domain
from cpsprep.core.cloze import Refusal, numbers, parse
from cpsprep.core.item import (
    FALSE,
    TRUE,
    BankId,
    Basic,
    Body,
    Choice,
    Cloze,
    Item,
    ItemId,
    Kind,
    OptionId,
    ScenarioPart,
)
from cpsprep.core.problem import Place
from cpsprep.core.which import Which

EVERYTHING: Final = Which()
BANK: Final = BankId("b0f5f9f6-6f0c-4f5e-9c1b-2c6f0a7de5a1")
NOON: Final = 1_780_000_000_000
"""A time in milliseconds; a day is DAY of them."""
DAY: Final = 86_400_000
A, B, C, D = (OptionId(letter) for letter in "abcd")
HEADER: Final = BankHeader(
    BANK,
    "Peer <Specialist>",
    version="0.1",
    licence="CC-BY-4.0",
    domains=(Domain("listening", "Listening"), Domain("crisis", "Crisis & self-care")),
    sources={"wi": "Wisconsin guide, 2020"},
)


def item(name: str, body: Body, **more: object) -> Item:
    made = Item(ItemId(name), body, Place("deck.yaml", 7, 5), "deck", "listening", "timing")
    return replace(made, **more)  # type: ignore[arg-type]


def single(name: str = "al-0001", *, stem: str = "Which is BEST?", **more: object) -> Item:
    body = Choice(
        Kind.SINGLE,
        stem,
        {A: "It sounds hard.", B: "Me too.", C: "Do not worry.", D: "Let us plan."},
        (A,),
        {A: "It names the feeling.", B: "Too soon.", C: "Too light.", D: "Too early."},
    )
    return item(name, body, **more)


def multiple(name: str = "mu-0001", **more: object) -> Item:
    body = Choice(Kind.MULTIPLE, "Which TWO fit?", {A: "one", B: "two", C: "three"}, (A, C))
    return item(name, body, **more)


def true_false(name: str = "tf-0001", **more: object) -> Item:
    why = {TRUE: "No.", FALSE: "Peers do plan."}
    body = Choice(Kind.TRUEFALSE, "Peers never plan.", {TRUE: "True", FALSE: "False"}, (FALSE,), why)
    return item(name, body, **more)


def cloze(
    name: str = "cl-0001", text: str = "I {{c1::see}} and {{c2::hear::sense}}.", **more: object
) -> Item:
    found = parse(text)
    return item(name, Cloze(text, () if isinstance(found, Refusal) else numbers(found)), **more)


def basic(
    name: str = "ba-0001", front: str = "Who decides?", back: str = "The person.", **more: object
) -> Item:
    return item(name, Basic(front, back), **more)


def told(name: str, position: int, *updates: str, **more: object) -> Item:
    """An item of the scenario about Ana."""
    story = ScenarioPart("ana", "Ana is late.\n\nShe cries.", updates, position)
    return replace(single(name), scenario=story, **more)  # type: ignore[arg-type]


def bank(*items: Item, header: BankHeader = HEADER) -> Bank:
    return Bank(header, {one.id: one for one in items})


@dataclass
class MemoryLedger:
    """Keeps ledgers; `written` counts how often."""

    kept: dict[BankId, Published] = field(default_factory=dict)
    written: int = 0
    whose: Tenure = Tenure.HOME

    def read(self, bank: BankHeader) -> Published:
        return self.kept.get(bank.id, Published(bank.id))

    def tenure(self, bank: BankHeader) -> Tenure:
        return self.whose

    def write(self, bank: BankHeader, published: Published) -> None:
        self.kept[bank.id] = published
        self.written += 1


@dataclass
class MemoryTarget:
    data: bytes | None = None

    @contextmanager
    def draft(self) -> Iterator[BinaryIO]:
        file = BytesIO()
        yield file
        self.data = file.getvalue()


@dataclass
class NamesOnly:
    """A packager whose packages are the names of the items."""

    looks: dict[NoteType, str] = field(default_factory=lambda: {NoteType.BASIC: "a" * 32})
    asked: Mapping[NoteType, Stamp] = field(default_factory=dict)

    def types(self) -> Mapping[NoteType, str]:
        return self.looks

    @contextmanager
    def build(self, decks: Sequence[StampedDeck], types: Mapping[NoteType, Stamp]) -> Iterator["Names"]:
        self.asked = types
        yield Names(" ".join(note.item for deck in decks for note, _ in deck.notes))


@dataclass
class Names:
    text: str

    def write_to_file(self, file: BinaryIO) -> None:
        file.write(self.text.encode())


@dataclass
class Press:
    """Exports a bank again and again, a day apart, as its owner does."""

    packager: object
    ledger: MemoryLedger = field(default_factory=MemoryLedger)
    at_ms: int = NOON

    def export(self, *banks: Bank, which: Which = EVERYTHING, media: Media | None = None) -> bytes:
        target = MemoryTarget()
        self.last: Exported = export_anki(
            banks,
            self.ledger,
            self.packager,  # type: ignore[arg-type]
            target,
            at_ms=self.at_ms,
            which=which,
            media=media,
        )
        self.at_ms += DAY
        if target.data is None:
            raise AssertionError(self.last.problems)
        return target.data


def changes(exported: Exported) -> Mapping[str, int]:
    made = exported.changes
    return {"new": made.new, "changed": made.changed, "unchanged": made.unchanged}
