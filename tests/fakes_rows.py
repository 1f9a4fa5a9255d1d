"""Answers for tests of statistics."""

from collections.abc import Iterable

from cpsprep.core.item import CardId, OptionId, item_of
from cpsprep.core.progress.answer_rows import AnswerRow
from fakes_plan import BANK, TODAY


def row(
    card: str = "a", ago: int = 0, *, right: bool = True, chosen: str = "", **fields: object
) -> AnswerRow:
    """An answer so many days ago; `chosen` holds a letter an option."""
    made = AnswerRow(
        day=TODAY - ago,
        bank=BANK,
        item=item_of(CardId(card)),
        card=CardId(card),
        mode="review",
        grade=4 if right else 1,
        correct=right,
        chosen=tuple(OptionId(letter) for letter in chosen),
    )
    return made._replace(**fields)  # type: ignore[arg-type]


def in_order(rows: Iterable[AnswerRow]) -> list[AnswerRow]:
    """As the log gives them."""
    return sorted(rows, key=lambda one: one.day)
