"""`cpsprep aside`: the questions that were set aside, and how they come back."""

import json
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Annotated, Final

import typer

from cpsprep.app.errors import UnreadableError, UsageError
from cpsprep.app.ports import Clock, Log, Shelf
from cpsprep.cli.options import AsJson
from cpsprep.cli.saying import counted, say
from cpsprep.cli.study.opening_words import opening_words
from cpsprep.cli.wiring import world
from cpsprep.core.bank import Catalog
from cpsprep.core.events import EventType, Fact
from cpsprep.core.history import CardKey
from cpsprep.core.item import item_of

_MOST_TOLD: Final = 5


def aside(
    back: Annotated[
        list[str] | None, typer.Option("--return", help="Bring this question back (may be repeated).")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show the questions you set aside, or bring some back."""
    here = world()
    shelf = here.shelf()
    with here.log() as log:
        away = log.history(here.clock.now().study_day).set_aside
    catalog = shelf.catalog()
    if back:
        returning = named(back, away, catalog)
        with here.writing_log("bringing questions back", "plain") as writing:
            bring_back(returning, writing, here.clock)
        lines = [f"{label} is back." for label in labels(returning, catalog).values()]
    elif as_json:
        cards = [{"bank": bank, "card": card} for bank, card in sorted(away)]
        lines = [json.dumps({"schema": "cpsprep.aside/1", "cards": cards})]
    else:
        lines = aside_lines(away, catalog, shelf)
    for line in lines:
        say(line)


def aside_lines(away: Collection[CardKey], catalog: Catalog, shelf: Shelf) -> list[str]:
    """One line a question, in the order of the banks, then how to bring one back."""
    present = [key for entry in catalog.entries if (key := (entry.bank, entry.card)) in away]
    lines = [f"{label}: {_shown(key, shelf)}" for key, label in labels(present, catalog).items()] or [
        "Nothing is set aside."
    ]
    elsewhere = len(away) - len(present)
    if elsewhere:
        are = counted(elsewhere, "question is", "questions are")
        lines.append(f"{are} set aside that the banks in use do not have.")
    return [*lines, "To bring one back: cpsprep aside --return ID"] if present else lines


def named(names: Sequence[str], away: Collection[CardKey], catalog: Catalog) -> list[CardKey]:
    """The cards that were set aside and are called by these names; an item's id names all of its cards.

    Where two banks have a card of that name, both are meant: a question too many does no harm.

    Raises:
        UsageError: nothing that is set aside has this name.
    """
    found: dict[CardKey, None] = {}
    for name in names:
        wanted = name.strip().casefold()
        meant = sorted(key for key in away if wanted in {key[1].casefold(), item_of(key[1]).casefold()})
        if not meant:
            raise UsageError(f"'{name}' is not set aside", _set_aside_words(away, catalog))
        found |= dict.fromkeys(meant)
    return list(found)


def bring_back(cards: Iterable[CardKey], log: Log, clock: Clock) -> None:
    """Record that these cards are studied again."""
    for bank, card in cards:
        now = clock.now()
        fact = Fact(now.ids[0], EventType.RETURNED, bank=bank, item=item_of(card), card=card)
        log.append([fact], now, {})


def labels(cards: Collection[CardKey], catalog: Catalog) -> dict[CardKey, str]:
    """The cards' ids, with the title of the bank where two of them are called the same."""
    names = Counter(card for _, card in cards)
    titles = {header.id: header.title for header in catalog.headers}
    return {
        (bank, card): f"{card} ({titles.get(bank, bank)})" if names[card] > 1 else card
        for bank, card in cards
    }


def _set_aside_words(away: Collection[CardKey], catalog: Catalog) -> str:
    present = [entry.card for entry in catalog.entries if (entry.bank, entry.card) in away]
    if not present:
        return "nothing is set aside"
    more = ", ..." if len(present) > _MOST_TOLD else ""
    return f"set aside: {', '.join(present[:_MOST_TOLD])}{more}; to see all: cpsprep aside"


def _shown(key: CardKey, shelf: Shelf) -> str:
    bank, card = key
    try:
        return opening_words(shelf.item(bank, item_of(card)))
    except UnreadableError:
        return "(it cannot be read at the moment)"
