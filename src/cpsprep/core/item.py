"""Items: the questions of a bank, as authored."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NewType, assert_never

from cpsprep.core.problem import Place

BankId = NewType("BankId", str)
ItemId = NewType("ItemId", str)
OptionId = NewType("OptionId", str)
CardId = NewType("CardId", str)
ItemKey = tuple[BankId, ItemId]
"""What is scheduled: the id of an item, or `item#c1` for one number of a cloze."""
Version = NewType("Version", str)
"""SHA-256 (hex) of what a learner reads of an item; see `core.version`."""


class Kind(StrEnum):
    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUEFALSE = "truefalse"
    CLOZE = "cloze"
    BASIC = "basic"


class Level(StrEnum):
    """What an item asks of the mind; the three names that Illinois gives."""

    RECALL = "recall"
    COMPREHENSION = "comprehension"
    APPLICATION = "application"


class Status(StrEnum):
    """How far an item has come; `draft` and `retired` are not studied unless asked for.

    `checked` means it passed automated blind readings, `reviewed` that a certified peer specialist read it.
    """

    LIVE = "live"
    DRAFT = "draft"
    CHECKED = "checked"
    REVIEWED = "reviewed"
    RETIRED = "retired"


class Decision(StrEnum):
    """What the key of an item that asks what to do or say does; for the census of a bank alone."""

    LISTEN = "listen"
    SAFETY = "safety"
    ASK = "ask"
    ACT = "act"


LETTERS: Final = "abcdefgh"
"""The ids of options, in order; a question has eight at most."""
TRUE, FALSE = OptionId("true"), OptionId("false")
TRUTH: Final = (TRUE, FALSE)
"""Those of a statement."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A question with options: `single`, `multiple` or `truefalse`.

    The keys of `options` are the options' ids and stand in the authored order; letters on screen are
    positions after shuffling. A `truefalse` item has the options `true` and `false`.
    """

    kind: Kind
    stem: str
    options: Mapping[OptionId, str]
    answer: tuple[OptionId, ...]
    why: Mapping[OptionId, str] = field(default_factory=dict)
    misconceptions: Mapping[OptionId, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Cloze:
    """A text with hidden parts, `{{c1::hidden}}` or `{{c1::hidden::hint}}`; see `core.cloze`."""

    text: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Basic:
    front: str
    back: str


Body = Choice | Cloze | Basic


@dataclass(frozen=True, slots=True)
class ScenarioPart:
    """An item's share of a scenario: the vignette and every update up to its own."""

    id: str
    vignette: str
    updates: tuple[str, ...]
    position: int


@dataclass(frozen=True, slots=True)
class Item:
    """One question with all that its author said about it."""

    id: ItemId
    body: Body
    place: Place
    deck: str
    domain: str
    topic: str
    level: Level | None = None
    status: Status = Status.LIVE
    explanation: str = ""
    content_note: str = ""
    scenario: ScenarioPart | None = None
    claims: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    review_by: str = ""
    shuffle: bool = True
    decision: Decision | None = None
    media: Mapping[str, str] = field(default_factory=dict)
    """Pictures and sounds: the name of a file in the bank's folder `media`, and what it shows in words."""

    @property
    def kind(self) -> Kind:
        match self.body:
            case Choice(kind=kind):
                return kind
            case Cloze():
                return Kind.CLOZE
            case Basic():
                return Kind.BASIC
            case _:
                assert_never(self.body)

    @property
    def cards(self) -> tuple[CardId, ...]:
        """The cards of this item, in order."""
        if isinstance(self.body, Cloze):
            return tuple(CardId(f"{self.id}#c{number}") for number in self.body.numbers)
        return (CardId(self.id),)


def item_of(card: CardId) -> ItemId:
    """The item that a card belongs to."""
    return ItemId(card.partition("#")[0])
