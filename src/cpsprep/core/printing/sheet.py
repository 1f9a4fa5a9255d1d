"""A sheet of questions as it is handed out: in order, with letters for the options, and a name of its own."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Final

from cpsprep.core.bank import BankHeader
from cpsprep.core.item import LETTERS, Choice, Item, Kind, OptionId, ScenarioPart
from cpsprep.core.version import canonical, version_of

_NAMED: Final = 6


@dataclass(frozen=True, slots=True)
class SheetQuestion:
    """One question of a sheet.

    Args:
        number: its place, from 1.
        item: as its bank has it.
        header: of its bank.
        order: of its options; the first has the letter A.
        told_at: the number of the question that has its story before it; 0 where it has that itself.
        news: the updates that stand before it.
    """

    number: int
    item: Item
    header: BankHeader
    order: tuple[OptionId, ...] = ()
    told_at: int = 0
    news: tuple[str, ...] = ()

    @property
    def alone(self) -> "SheetQuestion":
        """The same with all of its story before it, for where it is met without the others."""
        return replace(self, told_at=0, news=self.item.scenario.updates if self.item.scenario else ())

    @property
    def letters(self) -> dict[OptionId, str]:
        """The letter of each option."""
        return dict(zip(self.order, LETTERS.upper(), strict=False))

    @property
    def key(self) -> tuple[str, ...]:
        """The letters of the right options."""
        body = self.item.body
        if not isinstance(body, Choice):
            return ()
        return tuple(letter for option, letter in self.letters.items() if option in body.answer)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Questions that are handed out together.

    Args:
        title: as people read it.
        asked: in order.
        seed: by which the same sheet is made again; "" where nothing was drawn.
        minutes: the time, None for none.
        unfit: how many questions were chosen but are of a kind that such a sheet cannot ask, by kind.
    """

    title: str
    asked: tuple[SheetQuestion, ...]
    seed: str = ""
    minutes: int | None = None
    unfit: Mapping[Kind, int] = field(default_factory=dict)

    @property
    def form(self) -> str:
        """Six hexadecimal digits that are the same only for the same questions, texts and order."""
        rows = (
            f"{one.header.id} {one.item.id} {version_of(canonical(one.item))} {''.join(one.order)}"
            for one in self.asked
        )
        digits = sha256("\n".join(rows).encode()).hexdigest()[:_NAMED].upper()
        return f"{digits[:3]}-{digits[3:]}"

    @property
    def headers(self) -> tuple[BankHeader, ...]:
        """The banks that the questions are of."""
        return tuple({one.header.id: one.header for one in self.asked}.values())

    @property
    def language(self) -> str:
        return self.asked[0].header.language if self.asked else "en"


def asked(items: Iterable[tuple[Item, BankHeader]], seed: str = "") -> tuple[SheetQuestion, ...]:
    """The questions with their numbers; with a seed their options are mixed, where their authors allow it.

    A story is told once, before the first of its questions that stand together, unless one that is not among
    them brought news of its own.
    """
    made: list[SheetQuestion] = []
    for number, (item, header) in enumerate(items, 1):
        told = _told(made[-1], header) if made else None
        one = SheetQuestion(number, item, header, option_order(item, seed)).alone
        if told and item.scenario and _goes_on(told, item.scenario):
            news = item.scenario.updates[len(told.updates) :]
            one = replace(one, told_at=made[-1].told_at or made[-1].number, news=news)
        made.append(one)
    return tuple(made)


def _told(before: SheetQuestion, header: BankHeader) -> ScenarioPart | None:
    """The story that was told last, if it is of this bank."""
    return before.item.scenario if before.header.id == header.id else None


def _goes_on(told: ScenarioPart, part: ScenarioPart) -> bool:
    """Whether a story is the one that was told, with at most one update more."""
    return told.id == part.id and told.updates in {part.updates, part.updates[:-1]}


def option_order(item: Item, seed: str) -> tuple[OptionId, ...]:
    """The options in an order of their own for this seed; as authored without one, or where that is fixed."""
    if not isinstance(item.body, Choice):
        return ()
    options = tuple(item.body.options)
    if not seed or not item.shuffle or item.kind is Kind.TRUEFALSE:
        return options
    return tuple(sorted(options, key=lambda option: _lot(seed, f"{item.id}:{option}")))


def some(items: Sequence[tuple[Item, BankHeader]], number: int, seed: str) -> list[tuple[Item, BankHeader]]:
    """So many of them, drawn by lot, in the order in which they came."""
    lots = sorted(
        range(len(items)), key=lambda place: _lot(seed, f"{items[place][1].id}:{items[place][0].id}")
    )
    return [items[place] for place in sorted(lots[:number])]


def _lot(seed: str, name: str) -> bytes:
    return sha256(f"{seed}:{name}".encode("utf-8", "surrogatepass")).digest()
