"""Puts the decks of a bank together: every id once, the items in order, all problems in one list."""

from collections.abc import Sequence
from dataclasses import replace

from cpsprep.core.bank import Bank, BankHeader
from cpsprep.core.item import Item, ItemId
from cpsprep.core.problem import Place, Problem
from cpsprep.core.reading.authored import Spot
from cpsprep.core.reading.deck import Deck


def assemble(header: BankHeader, decks: Sequence[Deck], problems: Sequence[Problem]) -> Bank:
    """The bank of these decks; of two items with one id the first in order stays.

    `problems` are those of the files, and come before those of the decks.
    """
    items: dict[ItemId, Item] = {}
    scenarios: dict[str, Place] = {}
    clashes: list[Problem] = []
    left_out = sum(deck.left_out for deck in decks)
    for deck in decks:
        taken = {name for name in deck.scenarios if name in scenarios}
        clashes += [
            _clash(deck, "scenario", name, deck.scenarios[name], scenarios[name]) for name in sorted(taken)
        ]
        scenarios = {**deck.scenarios, **scenarios}
        for item in deck.items:
            if item.id in items:
                clashes.append(_clash(deck, "id", item.id, item.place, items[item.id].place))
                left_out += 1
            elif item.scenario and item.scenario.id in taken:
                left_out += 1
            else:
                items[item.id] = item
    titles: dict[str, str] = {}
    for deck in decks:
        titles.setdefault(deck.id, deck.title)
    found = [*problems, *(problem for deck in decks for problem in deck.problems), *clashes]
    return Bank(
        header=replace(header, decks=titles),
        items=items,
        problems=tuple(sorted(found, key=lambda problem: problem.place)),
        left_out=left_out,
    )


def _clash(deck: Deck, what: str, name: str, place: Place, first: Place) -> Problem:
    message = f"the {what} '{name}' is already at {first}"
    hint = "give the newer one another id; published ids are never used again"
    spot = Spot(place.line - 1, place.column - 1)
    item = name if what == "id" else ""
    return deck.source.problem(spot, "duplicate-id", message, hint, text=what, item=item)
