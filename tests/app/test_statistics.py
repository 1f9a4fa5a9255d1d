"""Gathering: only the questions that statistics need are read, and one that is gone does no harm."""

from dataclasses import dataclass, field

import pytest

from cpsprep.app.errors import UnreadableError
from cpsprep.app.statistics import overview
from cpsprep.core.bank import Catalog
from cpsprep.core.item import BankId, Basic, Body, CardId, Choice, Item, ItemId, Kind, OptionId
from cpsprep.core.problem import Place
from cpsprep.core.readiness.practised import Practised
from fakes_plan import BANK, TODAY, catalog, entry, history, record
from fakes_rows import row

A, B = OptionId("a"), OptionId("b")


def item(name: str, body: Body | None = None) -> Item:
    choice = Choice(Kind.SINGLE, "Which?", {A: "Ask.", B: "Tell."}, (A,), misconceptions={B: "advised"})
    return Item(ItemId(name), body or choice, Place("a.yaml", 1, 1), "deck", "role", "topic")


@dataclass
class Shelf:
    """A shelf of a few items that notes which were read."""

    entries: Catalog
    items: dict[str, Item] = field(default_factory=dict)
    read: list[str] = field(default_factory=list)

    def catalog(self) -> Catalog:
        return self.entries

    def item(self, bank: BankId, item: ItemId) -> Item:
        self.read.append(item)
        if item not in self.items:
            raise UnreadableError("gone")
        return self.items[item]


def shelf(*items: Item) -> Shelf:
    entries = [
        entry(one.id)._replace(misconceptions=("advised",) if isinstance(one.body, Choice) else ())
        for one in items
    ]
    return Shelf(catalog(entries, "role"), {one.id: one for one in items})


def test_misconceptions_come_from_the_questions_that_were_answered() -> None:
    bank = shelf(item("a"), item("b"))
    seen = overview(bank, history(), [row("a", chosen="b", right=False)], TODAY)
    assert [(one.id, one.times) for one in seen.stats.misconceptions] == [("advised", 1)]
    assert bank.read == ["a"]


def test_a_question_that_is_gone_by_now_does_no_harm() -> None:
    bank = shelf(item("a"))
    bank.items.clear()
    assert overview(bank, history(), [row("a", chosen="b")], TODAY).stats.misconceptions == ()


def test_a_question_that_became_another_kind_does_no_harm() -> None:
    bank = shelf(item("a"))
    bank.items["a"] = item("a", Basic("Front", "Back"))
    assert overview(bank, history(), [row("a", chosen="b")], TODAY).stats.misconceptions == ()


def test_the_hardest_and_the_tricky_questions_come_along() -> None:
    bank = shelf(item("a"), item("b", Basic("Front", "Back")))
    known = history({"b": record(misses=8)})
    seen = overview(bank, known, [row("a", ago, right=False) for ago in range(5)], TODAY)
    assert {name for _, name in seen.named} == {"a", "b"}
    assert seen.named[BANK, ItemId("b")].body == Basic("Front", "Back")


def test_memory_is_folded_from_the_attempts() -> None:
    attempts = [(BANK, CardId("a"), TODAY, 4)]
    seen = overview(shelf(item("a")), history(), [], TODAY, attempts)
    assert seen.practised is not None
    assert seen.practised == Practised(1, now=1.0, tomorrow=seen.practised.tomorrow)
    assert seen.practised.tomorrow == pytest.approx(0.95, abs=0.02)
