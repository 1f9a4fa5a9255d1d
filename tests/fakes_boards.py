"""Blueprints made by hand, and the banks beside which they lie."""

from collections.abc import Mapping, Sequence

from cpsprep.core.bank import BankHeader, Catalog, Domain, Entry
from cpsprep.core.item import BankId, ItemId
from cpsprep.core.problem import Place
from cpsprep.core.records.board import Blueprint, BoardDomain, ExamSpec, PassMark, ScoreScale, Told
from fakes_plan import entry

ONE, TWO = BankId("one"), BankId("two")
HERE = Place("board.yaml", 1, 1)


def board(
    name: str = "a-board", items: Mapping[str, Sequence[str]] | None = None, **more: object
) -> Blueprint:
    """A board whose domains are the keys of `items`."""
    listed = {domain: tuple(map(ItemId, ids)) for domain, ids in (items or {}).items()}
    domains = tuple(BoardDomain(domain, domain.title()) for domain in listed)
    made = Blueprint(name, f"Board {name}", HERE, domains=domains, items=listed)
    return made._replace(**more)  # type: ignore[arg-type]


def exam(items: int | None = None, minutes: int | None = None, mark: PassMark | None = None) -> ExamSpec:
    return ExamSpec(Told(items), Told(minutes), Told(mark))


def passes(value: float, score: ScoreScale = ScoreScale.PERCENT) -> PassMark:
    return PassMark(value, score, 200, 800) if score is ScoreScale.SCALED else PassMark(value, score)


def bank(name: BankId = ONE, **shares: float | None) -> BankHeader:
    """A bank with these domains and their shares."""
    domains = tuple(Domain(domain, domain.title(), share) for domain, share in shares.items())
    return BankHeader(name, f"Bank {name}", domains=domains)


def cards(of: BankId = ONE, **domains: int) -> list[Entry]:
    """So many questions in each domain, `role-0` and on."""
    return [
        entry(f"{domain}-{number}", domain="" if domain == "none" else domain, bank=of)
        for domain, count in domains.items()
        for number in range(count)
    ]


def catalog(*headers: BankHeader, entries: Sequence[Entry]) -> Catalog:
    return Catalog(headers, tuple(entries))


class FakeBlueprints:
    """Blueprints by bank, held in memory; remembers which were asked for."""

    def __init__(self, held: Mapping[BankId, Sequence[Blueprint]]) -> None:
        self._held = held
        self.asked: list[str] = []

    def names(self, bank: BankHeader) -> tuple[str, ...]:
        return tuple(one.id for one in self._held.get(bank.id, ()))

    def named(self, bank: BankHeader, name: str) -> Blueprint | None:
        self.asked.append(name)
        return next((one for one in self._held.get(bank.id, ()) if one.id == name), None)
