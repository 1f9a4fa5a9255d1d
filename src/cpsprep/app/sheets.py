"""Which questions stand on a sheet that is handed out: drawn as an exam, chosen, or as once asked."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.app.exams import Begun
from cpsprep.app.outlines import Blueprints, outline_named
from cpsprep.app.ports import Shelf
from cpsprep.core.bank import BankHeader, Entry
from cpsprep.core.exam.form import ASKED, Known, draw
from cpsprep.core.exam.outlines import own_outline
from cpsprep.core.item import BankId, Item
from cpsprep.core.printing.sheet import Sheet, SheetQuestion, asked, some
from cpsprep.core.records.board import GENERIC
from cpsprep.core.which import Which

_NONE: Final = "to see what there is: cpsprep bank list"


def exam_sheet(
    shelf: Shelf, blueprints: Blueprints, which: Which, *, blueprint: str, items: int | None, seed: str
) -> Sheet:
    """An exam on paper, drawn as a mock exam is: by the shares of a board's areas, stories whole.

    Args:
        shelf: the banks in use.
        blueprints: what is known of boards.
        which: among which questions.
        blueprint: id of the board; "" for the banks' own areas.
        items: how many questions; None for as many as the board asks.
        seed: the same seed gives the same sheet, as long as the banks stay the same.

    Raises:
        UsageError: no question can be asked, or there is no such board.
        UnreadableError: a bank cannot be read.
    """
    catalog = shelf.catalog()
    outline = outline_named(blueprint, blueprints, catalog) if blueprint else own_outline(catalog)
    entries = _chosen(catalog.entries, which)
    kinds = outline.kinds & ASKED
    drawn = draw(entries, outline, items or outline.items, seed, Known()).entries
    if not drawn:
        takes = ", ".join(sorted(kinds))
        raise UsageError(f"none of these questions can be asked on paper; it takes {takes}", _NONE)
    minutes = outline.minutes if items is None and len(drawn) == outline.items else None
    title = outline.title if blueprint not in {"", GENERIC} else _title(catalog.headers, drawn)
    other = {(one.bank, one.item): one.kind for one in entries if one.kind not in kinds}
    unfit = dict(sorted(Counter(other.values()).items()))
    return Sheet(title, asked(_read(shelf, catalog.headers, drawn), seed), seed, minutes, unfit)


def chosen_sheet(shelf: Shelf, which: Which, *, items: int | None, seed: str) -> Sheet:
    """All of these questions in the order of their banks, or so many of them, drawn by lot.

    Raises:
        UsageError: there is none.
        UnreadableError: a bank cannot be read.
    """
    catalog = shelf.catalog()
    entries = _chosen(catalog.entries, which)
    if not entries:
        raise UsageError("there is no such question", _NONE)
    found = _read(shelf, catalog.headers, entries)
    if items is not None and items < len(found):
        found = some(found, items, seed)
    return Sheet(_title(catalog.headers, entries), asked(found, seed), seed if items is not None else "")


def _chosen(entries: Iterable[Entry], which: Which) -> list[Entry]:
    return [one for one in entries if which.matches(one) and (one.bank, one.item) not in which.without]


def stored_sheet(one: Begun, headers: Mapping[BankId, BankHeader]) -> Sheet:
    """The form of a mock exam, with its questions as they were asked.

    Raises:
        UnreadableError: this machine cannot read it.
    """
    if one.exam is None:
        raise UnreadableError(
            f"mock exam {one.number} cannot be read here: the log lacks the text of its questions",
            "if another machine has it: cpsprep data merge FILE",
        )
    paper = one.exam.paper
    found = [
        SheetQuestion(
            number,
            slot.question.item,
            headers.get(slot.question.bank) or BankHeader(slot.question.bank, "a bank that is not in use"),
            slot.order,
        ).alone
        for number, slot in enumerate(paper.slots, 1)
    ]
    minutes = None if paper.rules.minutes is None else round(paper.rules.minutes * paper.rules.extra)
    return Sheet(f"{paper.rules.title}, mock exam {one.number}", tuple(found), paper.rules.seed, minutes)


def _read(
    shelf: Shelf, headers: Iterable[BankHeader], entries: Iterable[Entry]
) -> list[tuple[Item, BankHeader]]:
    """The items of these cards, each once."""
    known = {header.id: header for header in headers}
    keys = dict.fromkeys((entry.bank, entry.item) for entry in entries)
    return [(shelf.item(bank, item), known[bank]) for bank, item in keys]


def _title(headers: Iterable[BankHeader], entries: Iterable[Entry]) -> str:
    """The titles of the banks that the questions are of."""
    used = {entry.bank for entry in entries}
    return ", ".join(header.title for header in headers if header.id in used)
