"""Items, banks and records made by hand, for tests of what lies beside the decks."""

from collections.abc import Sequence
from dataclasses import replace

from cpsprep.core.bank import Bank, BankHeader, Domain
from cpsprep.core.item import BankId, Body, Decision, Item, ItemId, Level, ScenarioPart, Status, Version
from cpsprep.core.problem import Place
from cpsprep.core.records.records import Claim, Reader, Reading, ReadingKind, SourcedFact
from cpsprep.core.version import canonical, version_of
from fakes_study import item

HERE = Place("facts.yaml", 1, 1)
DOMAINS = (Domain("listening", "Listening", 60.0), Domain("role", "Role", 40.0), Domain("free", "Free"))


def made(
    name: str = "q-1",
    body: Body | None = None,
    *,
    status: Status = Status.CHECKED,
    level: Level | None = None,
    decision: Decision | None = None,
    domain: str = "listening",
    scenario: str = "",
    tags: tuple[str, ...] = (),
    facts: tuple[str, ...] = (),
    claims: tuple[str, ...] = (),
) -> Item:
    part = ScenarioPart(scenario, "A story.", (), 0) if scenario else None
    return replace(
        item(name, body, scenario=part),
        status=status,
        level=level,
        decision=decision,
        domain=domain,
        tags=tags,
        facts=facts,
        claims=claims,
    )


def bank(*items: Item) -> Bank:
    header = BankHeader(
        BankId("b"), "Small", domains=DOMAINS, sources={"wi-guide": "A guide", "plain": "A book"}
    )
    return Bank(header, {one.id: one for one in items})


def fact(name: str, *marks: str, left_out: str = "") -> SourcedFact:
    return SourcedFact(name, f"Says {name}.", HERE, marks=marks, left_out=left_out)


def claim(name: str) -> Claim:
    return Claim(name, f"Claims {name}.", HERE)


def reading(
    of: Item,
    kind: ReadingKind = ReadingKind.BLIND,
    *,
    agreed: bool = True,
    defended: bool = False,
    reader: Reader = Reader.AUTOMATED,
    version: str = "",
    date: str = "2026-11-23",
    by: str = "",
    note: str = "",
) -> Reading:
    """A reading of the item as it is, unless another version is named."""
    read = Version(version) if version else version_of(canonical(of))
    return Reading(date, ItemId(of.id), read, kind, agreed, reader, defended, by, note)


def passing(of: Item) -> Sequence[Reading]:
    """The readings that `checked` asks for."""
    return [reading(of), reading(of), reading(of, ReadingKind.FACT)]
