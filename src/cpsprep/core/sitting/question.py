"""A card ready to be asked: its item, what the schedule knows of it, and the order of its options."""

from dataclasses import dataclass
from hashlib import sha256

from cpsprep.core.item import BankId, CardId, Choice, Item, Kind, OptionId, Version
from cpsprep.core.sm2 import NEW, CardState


@dataclass(frozen=True, slots=True)
class Question:
    """One card of the queue.

    `last_day` is the study day of its last review answer (None for a new card), `rounds` how many drill
    answers it had that day, `due` the study day it was due on. `place` is where in the final window of a plan
    the card belongs; see `core.planning.places`.
    """

    bank: BankId
    item: Item
    card: CardId
    version: Version
    state: CardState = NEW
    last_day: int | None = None
    rounds: int = 0
    due: int | None = None
    key_changed: bool = False
    place: float = 0.0

    @property
    def number(self) -> int | None:
        """Which number of a cloze this card asks for."""
        _, found, number = self.card.partition("#c")
        return int(number) if found else None


def option_order(question: Question, seed: str, round_: int) -> tuple[OptionId, ...]:
    """The options as shown: shuffled by hashing, so that the same seed gives the same order anywhere.

    `truefalse` items and items with `shuffle: false` keep their authored order.
    """
    body = question.item.body
    if not isinstance(body, Choice):
        return ()
    if body.kind is Kind.TRUEFALSE or not question.item.shuffle:
        return tuple(body.options)
    salt = f"{seed}:{question.card}:{round_}:"
    return tuple(sorted(body.options, key=lambda option: sha256(_bytes(f"{salt}{option}")).digest()))


def _bytes(text: str) -> bytes:
    """A seed typed in a terminal may hold half of a surrogate pair."""
    return text.encode("utf-8", "surrogatepass")
